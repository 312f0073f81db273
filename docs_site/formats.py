"""The reference of formats, from the registries of readers and writers."""

from importlib import import_module

from timeline.export import FORMATS
from timeline.reading.kinds import ENDINGS, READERS, Kind

HEAD = """\
# All formats

What is read and written, as the program lists it. How far each is read: [Formats](../formats.md); \
what each export holds: [Export formats](../export.md).

## Read
"""
_HERE = {
    Kind.TEXT: "Plain text, as it is.",
    Kind.MARKDOWN: "Plain text with front matter, which is read as facts.",
    Kind.TIMEML: "TimeML: its text, with the creation time as publication date.",
}


def page() -> str:
    """Return the page in Markdown."""
    read = ["| ending | reader |", "| --- | --- |"]
    for kind in dict.fromkeys(ENDINGS.values()):
        endings = ", ".join(f"`{e}`" if e else "none" for e, k in ENDINGS.items() if k == kind)
        read.append(f"| {endings} | {_about(kind)} |")
    written = ["| name | ending | media type | |", "| --- | --- | --- | --- |"]
    for form in FORMATS.values():
        media = form.media_type
        written.append(f"| `{form.name}` | `{form.suffix}` | `{media}` | {form.summary} |")
    return "\n".join((HEAD, *read, "\n## Written\n", *written, ""))


def _about(kind: Kind) -> str:
    if kind not in READERS:
        return _HERE[kind]
    module = import_module(f"timeline.reading.formats.{kind}")
    return " ".join((module.__doc__ or "").partition("\n\n")[0].split())

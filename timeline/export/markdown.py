"""The Markdown export: a chronology to print, a heading for each year (CommonMark).

Every character of an article that Markdown or HTML gives a meaning is escaped: articles cannot
bring markup, links or pictures into the document.
"""

import re
from collections.abc import Iterator
from typing import TextIO
from urllib.parse import quote, urlsplit

from timeline.export.chronology import Entry, EntrySource, chronology
from timeline.export.format import Format, as_text
from timeline.model.timeline import Timeline

_MEANT = re.compile(
    r"[\\`*_\[\]<>|~&$]"  # anywhere
    r"|^[-+#=]|(?<=^\d)[.)]|(?<=^\d\d)[.)]"  # at the start of a line
    r"|:(?=//)|(?<=www)\.|@"  # where GitHub's dialect makes a link without being asked
)
_LINKED = ("http", "https")


def write_markdown(timeline: Timeline, out: TextIO) -> None:
    """Write years, events and their sources."""
    out.write("# Chronology\n")
    for section in chronology(timeline):
        out.write(f"\n## {escaped(section.heading)}\n")
        out.writelines("\n" + "\n".join(_lines(entry)) + "\n" for entry in section.entries)


def escaped(text: str) -> str:
    """Return text so that it shows as it is, whatever signs it holds."""
    return _MEANT.sub(r"\\\g<0>", text)


def safe_url(url: str | None) -> str | None:
    """Return an address to link to, percent-encoded; None where it is no web address."""
    if url is None:
        return None
    try:
        scheme = urlsplit(url).scheme.lower()
    except ValueError:
        return None
    return quote(url, safe="/:?#@!$&'*+,;=%~") if scheme in _LINKED else None


def _lines(entry: Entry) -> Iterator[str]:
    yield f"**{escaped(entry.date)}** {escaped(entry.title)}"
    yield ""
    for said in (*entry.doubts, *entry.about):
        yield f"- {escaped(said)}"
    for source in entry.sources:
        yield f"- {_source(source)}"


def _source(source: EntrySource) -> str:
    url = safe_url(source.url)
    title = f"[{escaped(source.title)}](<{url}>)" if url else escaped(source.title)
    says = f" ({escaped(source.attribution)} says so)" if source.attribution else ""
    rest = escaped(f"{source.published}; {source.read}")
    return f"“{escaped(source.quote)}”{says} – {title}, {rest}"


FORMAT = Format(
    "markdown",
    ".md",
    "text/markdown",
    "a chronology to read and print, by year",
    as_text(write_markdown),
    place=40,
)

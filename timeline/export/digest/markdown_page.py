"""The chronology as Markdown (CommonMark); no text of an article becomes markup."""

from collections.abc import Iterator
from typing import BinaryIO

from timeline.export.digest.lines import Chronology, Source, quoted
from timeline.export.markdown import escaped
from timeline.wording.strings import text


def write_markdown(chronology: Chronology, out: BinaryIO) -> None:
    """Write days and sources."""
    out.write("\n".join(_lines(chronology)).encode())


def _lines(chronology: Chronology) -> Iterator[str]:
    yield f"# {escaped(chronology.title)}\n"
    yield f"{escaped(chronology.counts)}\n"
    for line in chronology.lines:
        yield f"**{escaped(line.head)}**  "
        yield f"{escaped(quoted(line))}  "
        yield f"*{escaped(line.told)}*\n"
    if chronology.sources:
        yield f"## {escaped(text('digest.sources'))}\n"
        yield from map(_source, chronology.sources)
        yield ""


def _source(source: Source) -> str:
    words = escaped(source.words)
    return f"{source.number}. " + (f"[{words}](<{source.url}>)" if source.url else words)

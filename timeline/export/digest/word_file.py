"""The chronology for a word processor."""

from collections.abc import Iterator
from typing import BinaryIO

from timeline.export.digest.lines import Chronology, quoted
from timeline.export.word_document import paragraph, write_package
from timeline.wording.strings import text


def write_word(chronology: Chronology, out: BinaryIO) -> None:
    """Write days and sources as paragraphs."""
    write_package("".join(_paragraphs(chronology)), out)


def _paragraphs(chronology: Chronology) -> Iterator[str]:
    yield paragraph("Title", chronology.title)
    yield paragraph("Normal", chronology.counts)
    for line in chronology.lines:
        yield paragraph("Heading2", line.head)
        yield paragraph("Quote", quoted(line))
        yield paragraph("Detail", line.told)
    if chronology.sources:
        yield paragraph("Heading1", text("digest.sources"))
    for source in chronology.sources:
        address = f" – {source.url}" if source.url else ""
        yield paragraph("Detail", f"{source.number}. {source.words}{address}")

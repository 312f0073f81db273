"""One article from its file."""

from timeline.errors import ReadingError
from timeline.model.article import Article
from timeline.reading.article import read_text
from timeline.reading.decoding import UndecodableError
from timeline.reading.facts import NOTHING_KNOWN, Facts
from timeline.reading.file_bytes import file_bytes
from timeline.reading.formats import reader_of
from timeline.reading.names import shown
from timeline.reading.source_walk import Source


def read(source: Source, facts: Facts | None = None) -> Article:
    """Read one article; raise `ReadingError`, naming the file, where it is none.

    Facts that are given count before those that the file's format states.
    """
    name = shown(source.document)
    data = file_bytes(source.path, name, follow=not source.walked)
    try:
        content = reader_of(source.path.suffix)(data)
    except UndecodableError as error:
        raise ReadingError(name, str(error)) from error
    known = (facts or NOTHING_KNOWN).over(content.facts)
    return read_text(source.document, content.text, known, whole=content.whole)

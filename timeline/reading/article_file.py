"""The articles of one file: most hold one, feeds, tables and archives hold many.

Plain text, Markdown and TimeML are read here; every other kind is read apart, by the process that
is given. What a file holds is named below it, as if the file were a folder: `news.csv/3`.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from timeline.errors import ReadingError
from timeline.isolation.faults import Problem, guarded
from timeline.model.article import Article
from timeline.reading.article import read_text
from timeline.reading.content import Content, Packed, Part, Refused, UnreadableError
from timeline.reading.facts import NOTHING_KNOWN, Facts
from timeline.reading.file_bytes import file_bytes
from timeline.reading.front_matter import markdown
from timeline.reading.kinds import Kind, is_old_workbook, kind_of
from timeline.reading.left_out import left_out
from timeline.reading.sandbox.process import ReadingProcess
from timeline.reading.source_walk import Source
from timeline.reading.timeml import timeml
from timeline.reading.unread import told_by_content
from timeline.wording.names import escaped

Known = Callable[[str], Facts | None]
_HERE = {Kind.TEXT: markdown, Kind.MARKDOWN: markdown, Kind.TIMEML: timeml}


def nothing(document: str) -> None:
    """Know nothing of a document from outside."""


def read(
    source: Source, known: Known = nothing, *, process: ReadingProcess
) -> Iterator[Article | ReadingError]:
    """Read the articles of a file; what cannot be read is given as its error, by name.

    `known` gives what is known of a document from outside: it counts before what the file states.
    """
    name = escaped(source.document)
    try:
        data = file_bytes(source.path, name, follow=not source.walked)
    except ReadingError as error:
        yield error
        return
    yield from read_bytes(source.document, data, known, process=process)


def read_bytes(
    document: str,
    data: bytes,
    known: Known = nothing,
    *,
    process: ReadingProcess,
    inside: bool = False,
) -> Iterator[Article | ReadingError]:
    """Read the articles of a file that is in memory; `document` is its name.

    `inside` says that it comes out of an archive, and may be none itself.
    """
    try:
        parts = _parts(data, PurePosixPath(document).suffix.lower(), process)
    except UnreadableError as error:
        yield ReadingError(escaped(document), str(error))
        return
    hidden = left_out((p.reason, p.name) for p in parts if isinstance(p, Refused) and p.hidden)
    for part in parts:
        name = f"{document}/{part.name}" if part.name else document
        match part:
            case Packed() if inside:
                yield ReadingError(
                    escaped(name), "is in an archive inside an archive; unpack it first"
                )
            case Packed():
                read_ones = read_bytes(name, part.data, known, process=process, inside=True)
                for one in read_ones:
                    if isinstance(one, Article) and hidden:
                        yield replace(one, left_out=(*one.left_out, *hidden))
                        hidden = ()
                    else:
                        yield one
            case Refused() if part.hidden:
                pass
            case Refused():
                yield ReadingError(escaped(name), part.reason)
            case Content():
                yield _article(name, part, known(name) or NOTHING_KNOWN)


def _parts(data: bytes, ending: str, process: ReadingProcess) -> "list[Part]":
    kind = kind_of(data, ending)
    reason = None if is_old_workbook(data) else told_by_content(data)
    if reason:
        raise UnreadableError(reason)
    here = _HERE.get(kind)
    return [here(data)] if here else list(process.read(kind, ending, data))


def _article(document: str, content: Content, known: Facts) -> Article | ReadingError:
    facts = known.over(content.facts)

    def article() -> Article | ReadingError:
        try:
            made = read_text(
                document, content.text, facts, whole=content.whole, marks=content.marks
            )
        except ReadingError as error:
            return error
        return replace(made, left_out=content.left_out, dated=content.dated)

    made = guarded("reading its text", article)
    return ReadingError(escaped(document), made.reason) if isinstance(made, Problem) else made

"""One article from one file, for tests of formats that hold one."""

from pathlib import Path

from timeline.errors import ReadingError
from timeline.model.article import Article
from timeline.reading import Facts, ReadingProcess, Source, read, read_bytes


def read_one(source: Source, facts: Facts | None = None) -> Article:
    """Read the article of a file; raise the error where it is none."""
    with ReadingProcess() as process:
        (article,) = read(source, lambda _: facts, process=process)
    if isinstance(article, ReadingError):
        raise article
    return article


def in_memory(name: str, data: bytes, process: ReadingProcess) -> list[Article | ReadingError]:
    """Read the articles of a file that is in memory."""
    return list(read_bytes(name, data, process=process))


def article_in(name: str, data: bytes, process: ReadingProcess) -> Article:
    """Read the only article of a file that is in memory; raise its error where it is none."""
    (article,) = in_memory(name, data, process)
    if isinstance(article, ReadingError):
        raise article
    return article


def reason_in(name: str, data: bytes, process: ReadingProcess) -> str:
    """Return the reason for which a file that is in memory is not read."""
    (error,) = in_memory(name, data, process)
    assert isinstance(error, ReadingError), f"{name} was read"
    assert error.name == name
    return error.reason


def written(path: Path, data: bytes) -> Source:
    """Write a file, and give it as a source."""
    path.write_bytes(data)
    return Source(path.name, path)

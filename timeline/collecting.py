"""From files and folders to articles, with what the user knows of them from outside.

All articles are read before the first is analysed: the lines that those of one source share belong
to the page, and only all of them together show it.
"""

import os
from collections.abc import Callable, Collection, Container, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath

from timeline.errors import ReadingError, UnknownNameError
from timeline.guarded import Problem, guarded
from timeline.model.article import Article
from timeline.naming import meant, plain
from timeline.reading import (
    Facts,
    ReadingProcess,
    Source,
    metadata,
    published_claim,
    read,
    shown,
    sources,
    without_repeated,
)
from timeline.runner import Done, Failed, Lost, processes, run

SEVERAL = 64  # files from which on several processes are quicker than one, their start included
Progress = Callable[[int, int, str], None]
KILLED = "ended the process that read it; it is left out"


@dataclass(frozen=True, slots=True)
class Collected:
    """Articles in the order read, what could not be read, by name, and warnings."""

    articles: tuple[Article, ...]
    failures: tuple[ReadingError, ...]
    warnings: tuple[str, ...] = ()


def collect(
    paths: Sequence[Path],
    given: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    *,
    check: Callable[[], object] = bool,
) -> Collected:
    """Read every article of files and folders, in several processes if asked.

    `given` maps file names to publication dates that the user states. `progress` is called for each
    file with its place, the count of all, and its name, `check` a few times a second while other
    processes read; what they raise ends the reading. Raises DateInputError where a date given is
    none or names no file.
    """
    pool = processes(jobs) if jobs > 1 else None  # which loads while the files are listed
    listed, facts, warnings = _listed(paths, given or {})
    found: dict[int, list[Article | ReadingError]] = {
        place: [source] for place, source in enumerate(listed) if isinstance(source, ReadingError)
    }
    readable = [(place, s) for place, s in enumerate(listed) if isinstance(s, Source)]
    known = _by_file(facts)
    # A process of the pool does not stand in the working folder.
    there = (replace(source, path=source.path.absolute()) for _, source in readable)
    items = [(source, known.get(_top(source.document), {})) for source in there]
    several = pool if len(items) >= SEVERAL else None
    report = progress or _nothing
    try:
        with closing(run(_read, items, several, helping=True, idle=check)) as running:
            for number, done in enumerate(running):
                place, source = readable[done.place]
                report(number, len(items), source.document)
                found[place] = _found(source, done)
    finally:
        _process().close()
    read_all = [one for place in sorted(found) for one in found[place]]
    articles = [one for one in read_all if isinstance(one, Article)]
    failures = tuple(one for one in read_all if isinstance(one, ReadingError))
    return Collected(tuple(without_repeated(articles)), failures, warnings)


def check_given(paths: Sequence[Path], given: Mapping[str, str]) -> None:
    """Raise UnknownNameError or DateInputError where a date given is none or names no file.

    So it is known before anything is made or read.
    """
    if given:
        names = {s.document for s in sources(paths) if isinstance(s, Source)}
        for name, text in given.items():
            _documents(name, names)
            published_claim(text)


@cache
def _process() -> ReadingProcess:
    """Give the reading process of this process; it is started with the first file that needs it."""
    return ReadingProcess()


def _nothing(_place: int, _count: int, _name: str) -> None:
    """Report nothing."""


def _found(
    source: Source, done: Done[list[Article | ReadingError]] | Failed | Lost
) -> list[Article | ReadingError]:
    match done:
        case Done():
            return done.result
        case Failed():
            return [ReadingError(shown(source.document), done.reason)]
        case Lost():
            return [ReadingError(shown(source.document), KILLED)]


def _read(item: tuple[Source, Mapping[str, Facts]]) -> list[Article | ReadingError]:
    source, facts = item
    found = guarded("reading it", lambda: list(read(source, facts.get, process=_process())))
    if isinstance(found, Problem):
        return [ReadingError(shown(source.document), found.reason)]
    return found


def _top(document: str) -> str:
    """Name the first folder or file of a document's name, under which its facts are kept."""
    return document.partition("/")[0]


def _by_file(facts: Mapping[str, Facts]) -> dict[str, dict[str, Facts]]:
    """Part what is known by the first part of the names, so that each process gets its share."""
    parted: dict[str, dict[str, Facts]] = {}
    for document, known in facts.items():
        parted.setdefault(_top(document), {})[document] = known
    return parted


def _listed(
    paths: Sequence[Path], given: Mapping[str, str]
) -> tuple[list[Source | ReadingError], dict[str, Facts], tuple[str, ...]]:
    """List the files of files and folders with what is known of their articles from outside.

    `given` maps file names to publication dates that the user states; they outrank metadata.csv.
    Raises DateInputError where one of them is no date or names no file.
    """
    listed = list(sources(paths))
    facts: dict[str, Facts] = {}
    warnings: list[str] = []
    names = {s.document for s in listed if isinstance(s, Source)}
    for folder in (path for path in paths if os.path.isdir(path)):  # noqa: PTH112 - never raises
        found = metadata(folder)
        facts.update(found.facts)
        warnings.extend(found.warnings)
        lost = sorted(name for name in found.facts if not _is_among(name, names))
        warnings.extend(_lost(folder, name, names) for name in lost)
    for name, text in given.items():
        for document in _documents(name, names):
            claimed = Facts(claims=(published_claim(text),))
            facts[document] = claimed.over(facts.get(document, Facts()))
    return listed, facts, tuple(warnings)


def _documents(name: str, names: Collection[str]) -> list[str]:
    """Return the articles that a name stands for; raise UnknownNameError where there is none."""
    documents = [d for d in names if d == name or Path(d).name == name]
    if not documents and _is_among(name, names):
        documents = [name]
    if not documents:
        raise UnknownNameError("article among the inputs", name, sorted(names))
    return documents


def _lost(folder: Path, name: str, names: Collection[str]) -> str:
    """Say that a metadata.csv names what is not there, and what it may mean."""
    told = f"{folder}/metadata.csv names {plain(name)}, which is not there"
    return told + meant(name, sorted(names))


def _is_among(name: str, files: Container[str]) -> bool:
    """Whether a name is that of a file, or of an article that a file may hold: `news.csv/3`."""
    return name in files or any(str(above) in files for above in PurePosixPath(name).parents)

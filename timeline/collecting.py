"""From files and folders to articles, with what the user knows of them from outside.

All articles are read before the first is analysed: the lines that those of one source share belong
to the page, and only all of them together show it.
"""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from timeline.errors import DateInputError, ReadingError
from timeline.model.article import Article
from timeline.reading import (
    Facts,
    ReadingProcess,
    Source,
    metadata,
    published_claim,
    read,
    shown,
    sources,
)
from timeline.runner import Lost, processes, run

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
) -> Collected:
    """Read every article of files and folders, in several processes if asked.

    `given` maps file names to publication dates that the user states. `progress` is called for each
    file with its place, the count of all, and its name; what it raises ends the reading. Raises
    DateInputError where a date given is none or names no file.
    """
    pool = processes(jobs) if jobs > 1 else None  # which loads while the files are listed
    listed, facts, warnings = _listed(paths, given or {})
    found: dict[int, list[Article | ReadingError]] = {
        place: [source] for place, source in enumerate(listed) if isinstance(source, ReadingError)
    }
    readable = [(place, s) for place, s in enumerate(listed) if isinstance(s, Source)]
    known = _by_file(facts)
    items = [(source, known.get(_top(source.document), {})) for _, source in readable]
    several = pool if len(items) >= SEVERAL else None
    try:
        for number, done in enumerate(run(_read, items, several, helping=True)):
            place, source = readable[done.place]
            if progress is not None:
                progress(number, len(items), source.document)
            lost = ReadingError(shown(source.document), KILLED)
            found[place] = [lost] if isinstance(done, Lost) else done.result
    finally:
        _process().close()
    read_all = [one for place in sorted(found) for one in found[place]]
    articles = [one for one in read_all if isinstance(one, Article)]
    failures = tuple(one for one in read_all if isinstance(one, ReadingError))
    return Collected(tuple(articles), failures, warnings)


@cache
def _process() -> ReadingProcess:
    """Give the reading process of this process; it is started with the first file that needs it."""
    return ReadingProcess()


def _read(item: tuple[Source, Mapping[str, Facts]]) -> list[Article | ReadingError]:
    source, facts = item
    return list(read(source, facts.get, process=_process()))


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
    for folder in (path for path in paths if path.is_dir()):
        found = metadata(folder)
        facts.update(found.facts)
        warnings.extend(found.warnings)
        lost = sorted(name for name in found.facts if not _is_among(name, names))
        warnings.extend(f"{folder}/metadata.csv names {name}, which is not there" for name in lost)
    for name, text in given.items():
        documents = [d for d in names if d == name or Path(d).name == name]
        if not documents and _is_among(name, names):
            documents = [name]
        if not documents:
            msg = f"--published {name}={text}: no article of that name is among the inputs"
            raise DateInputError(msg)
        for document in documents:
            claimed = Facts(claims=(published_claim(text),))
            facts[document] = claimed.over(facts.get(document, Facts()))
    return listed, facts, tuple(warnings)


def _is_among(name: str, files: Container[str]) -> bool:
    """Whether a name is that of a file, or of an article that a file may hold: `news.csv/3`."""
    return name in files or any(str(above) in files for above in PurePosixPath(name).parents)

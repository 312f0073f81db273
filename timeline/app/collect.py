"""From files and folders to articles, with what the user knows of them from outside.

What an article comes to depends on nothing but itself and what is known of it: so the same files
give the same together, one by one and in any order.
"""

import os
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path, PurePosixPath

from timeline.app.workers import processes
from timeline.errors import ReadingError, UnknownNameError
from timeline.isolation.faults import Problem, guarded
from timeline.jobs.pool import Done, Failed, Lost, run
from timeline.languages.date_order import in_order
from timeline.model.article import Article
from timeline.reading import (
    NOTHING_KNOWN,
    Facts,
    ReadingProcess,
    Source,
    metadata,
    published_claim,
    read,
    sources,
)
from timeline.wording.names import escaped, meant, plain

SEVERAL = 64  # files from which on several processes are quicker than one, their start included
MOST_NAMED = 5  # hidden files in one line
Progress = Callable[[int, int, str], None]
KILLED = "ended the process that read it; it is left out"


@dataclass(frozen=True, slots=True)
class Collected:
    """Articles in the order read, what could not be read, by name, and warnings."""

    articles: tuple[Article, ...]
    failures: tuple[ReadingError, ...]
    warnings: tuple[str, ...] = ()


def collect(  # noqa: PLR0913 - what is read, what is known of it, and who is told
    paths: Sequence[Path],
    given: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    *,
    assumed: Facts = NOTHING_KNOWN,
    check: Callable[[], object] = bool,
    common: Facts = NOTHING_KNOWN,
) -> Collected:
    """Read every article of files and folders, in several processes if asked.

    `given` maps file names to publication dates that the user states. What the user says of all
    articles counts before what they say: `common` before what is said of one, too, `assumed` after
    it. `progress` is called for each file with its place, the count of all, and its name, `check` a
    few times a second while other processes read; what they raise ends the reading. Raises
    DateInputError where a date given is none or names no file.
    """
    pool = processes(jobs) if jobs > 1 else None  # which loads while the files are listed
    listed, facts, warnings = _listed(paths, given or {}, _tag_of(assumed))
    found: dict[int, list[Article | ReadingError]] = {
        place: [source] for place, source in enumerate(listed) if isinstance(source, ReadingError)
    }
    readable = [(place, s) for place, s in enumerate(listed) if isinstance(s, Source)]
    known = _by_file(facts)
    # A process of the pool does not stand in the working folder.
    there = (replace(source, path=source.path.absolute()) for _, source in readable)
    items = [(source, known.get(_top(source.document), {}), common, assumed) for source in there]
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
    read_all = [(place, one) for place in sorted(found) for one in found[place]]
    articles = [(place, one) for place, one in read_all if isinstance(one, Article)]
    failures = [one for _, one in read_all if isinstance(one, ReadingError)]
    paths_of = {place: s.path for place, s in readable}
    kept, doubled = _each_once([(paths_of[place], one) for place, one in articles])
    return Collected(kept, (*failures, *doubled), warnings)


def _each_once(
    articles: Sequence[tuple[Path, Article]],
) -> tuple[tuple[Article, ...], list[ReadingError]]:
    """Return the articles but those whose name another has, which are named: `a.zip/b.txt`.

    Files have names of their own already; what they hold may yet be named like another file.
    """
    first: dict[str, Path] = {}
    for path, article in articles:
        first[article.document] = min(path, first.get(article.document, path), key=str)
    kept = [article for path, article in articles if first[article.document] == path]
    doubled = [
        ReadingError(
            escaped(article.document),
            f"is left out: {escaped(str(path))} and {escaped(str(first[article.document]))} both "
            "hold an article of this name; rename one of them",
        )
        for path, article in articles
        if first[article.document] != path
    ]
    return tuple(kept), doubled


def known_of(
    paths: Sequence[Path],
) -> tuple[tuple[Source | ReadingError, ...], Mapping[str, Facts], tuple[str, ...]]:
    """List files and those of folders, with what metadata.csv says of them, and warnings."""
    listed, facts, warnings = _listed(paths, {}, "en")
    return tuple(listed), facts, warnings


def check_given(
    paths: Sequence[Path], given: Mapping[str, str], assumed: Facts = NOTHING_KNOWN
) -> None:
    """Raise UnknownNameError or DateInputError where a date given is none or names no file.

    So it is known before anything is made or read.
    """
    if given:
        names = {s.document for s in sources(paths) if isinstance(s, Source)}
        for name, text in given.items():
            _documents(name, names)
            published_claim(text, language=_tag_of(assumed))


@cache
def _process() -> ReadingProcess:
    """Return the reading process of this process; the first file that needs it starts it."""
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
            return [ReadingError(escaped(source.document), done.reason)]
        case Lost():
            return [ReadingError(escaped(source.document), KILLED)]


def _read(
    item: tuple[Source, Mapping[str, Facts], Facts, Facts],
) -> list[Article | ReadingError]:
    source, facts, common, assumed = item

    def known(document: str) -> Facts:
        return common.over(facts.get(document, NOTHING_KNOWN)).over(assumed)

    found = guarded("reading it", lambda: list(read(source, known, process=_process())))
    if isinstance(found, Problem):
        return [ReadingError(escaped(source.document), found.reason)]
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


def _tag_of(assumed: Facts) -> str:
    """Return the language, with the order of numeric dates, in which given dates are read."""
    return in_order(assumed.language or "en", day_first=assumed.day_first)


def _listed(
    paths: Sequence[Path], given: Mapping[str, str], language: str
) -> tuple[list[Source | ReadingError], dict[str, Facts], tuple[str, ...]]:
    """List the files of files and folders with what is known of their articles from outside.

    `given` maps file names to publication dates that the user states; they outrank metadata.csv.
    Raises DateInputError where one of them is no date or names no file.
    """
    hidden: list[str] = []
    listed = list(sources(paths, hidden))
    found = [s for s in listed if isinstance(s, Source)]
    facts, warnings = _known(paths, found)
    names = {source.document for source in found}
    warnings += [_of_hidden(hidden)] if hidden else []
    for name, text in given.items():
        for document in _documents(name, names):
            claimed = Facts(claims=(published_claim(text, language=language),))
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


def _known(paths: Iterable[Path], found: Iterable[Source]) -> tuple[dict[str, Facts], list[str]]:
    """Return what the metadata.csv of each folder given says, by document, and warnings.

    Of two folders inside each other the inner one is nearer, and comes first.
    """
    documents: dict[Path, dict[str, str]] = {}
    for source in found:
        for folder, name in source.below:
            documents.setdefault(folder, {})[name] = source.document
    facts: dict[str, Facts] = {}
    warnings: list[str] = []
    given = (path for path in paths if os.path.isdir(path))  # noqa: PTH112 - never raises
    folders = {Path(os.path.abspath(path)): path for path in given}  # noqa: PTH100
    for folder in sorted(folders, key=lambda path: (-len(path.parts), str(path))):
        told = metadata(folders[folder])
        warnings += told.warnings
        names = documents.get(folder, {})
        for name, known in sorted(told.facts.items()):
            document = _document(name, names)
            if document is None:
                warnings.append(_lost(folders[folder], name, names))
            else:
                facts[document] = facts.get(document, Facts()).over(known)
    return facts, warnings


def _document(name: str, documents: Mapping[str, str]) -> str | None:
    """Return the document that a name below a folder stands for: of a file, or of one inside it."""
    for above in (PurePosixPath(name), *PurePosixPath(name).parents):
        if str(above) in documents:
            return documents[str(above)] + name[len(str(above)) :]
    return None


def _lost(folder: Path, name: str, names: Collection[str]) -> str:
    """Return a warning that a metadata.csv names what is not there, with what it may mean."""
    told = f"{folder}/metadata.csv names {plain(name)}, which is not there"
    return told + meant(name, sorted(names))


def _of_hidden(names: Sequence[str]) -> str:
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return f"hidden and left out: {', '.join(names[:MOST_NAMED])}{more}"


def _is_among(name: str, files: Container[str]) -> bool:
    """Return whether a name is that of a file, or of an article in one: `news.csv/3`."""
    return name in files or any(str(above) in files for above in PurePosixPath(name).parents)

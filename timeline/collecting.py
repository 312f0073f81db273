"""From files and folders to articles, with what the user knows of them from outside.

All articles are read before the first is analysed: the lines that those of one source share belong
to the page, and only all of them together show it.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
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
    sources,
    without_repeated,
)


@dataclass(frozen=True, slots=True)
class Collected:
    """Articles in the order read, what could not be read, by name, and warnings."""

    articles: tuple[Article, ...]
    failures: tuple[ReadingError, ...]
    warnings: tuple[str, ...] = ()


def collect(paths: Sequence[Path], given: Mapping[str, str] | None = None) -> Collected:
    """Read every article of files and folders.

    `given` maps file names to publication dates that the user states. Raises DateInputError where
    one of them is no date or names no file.
    """
    listed, facts, warnings = _listed(paths, given or {})
    articles: list[Article] = []
    failures: list[ReadingError] = []
    with ReadingProcess() as process:
        for source in listed:
            if isinstance(source, ReadingError):
                failures.append(source)
                continue
            for article in read(source, facts.get, process=process):
                if isinstance(article, ReadingError):
                    failures.append(article)
                else:
                    articles.append(article)
    return Collected(tuple(without_repeated(articles)), tuple(failures), warnings)


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

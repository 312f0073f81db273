"""Tagging without events: what `timeline tag` shows.

It loads neither a parser nor a database nor a web framework, so that it starts at once.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.app.collect import known_of
from timeline.dating import KnownTable, load, published
from timeline.errors import AnalysisError, ArticleError, ReadingError
from timeline.isolation.faults import Problem, guarded
from timeline.model.article import Article, Published
from timeline.model.expression import Reading, TimeExpression
from timeline.model.timeline import Analysis
from timeline.reading import NOTHING_KNOWN, Facts, ReadingProcess, read
from timeline.resolving import resolve_all, tells_a_story
from timeline.tagging import references, tag
from timeline.wording.names import escaped

Pairs = list[tuple[TimeExpression, Reading]]


@dataclass(frozen=True, slots=True)
class Tagged:
    """An article with every time expression read under its publication date."""

    article: Article
    published: Published
    readings: tuple[tuple[TimeExpression, Reading], ...]
    path: Path | None = None  # the file it was read from


def tag_paths(
    paths: Sequence[Path],
    check: Callable[[], object] = bool,
    assumed: Facts = NOTHING_KNOWN,
    warn: Callable[[str], object] = bool,
) -> tuple[list[Tagged], list[ArticleError]]:
    """Tag the articles of files and folders; what cannot be read or tagged is returned by name."""
    made = list(tag_each(paths, check, assumed, warn))
    documents = [one for one in made if isinstance(one, Tagged)]
    return documents, [one for one in made if isinstance(one, ArticleError)]


def tag_each(
    paths: Sequence[Path],
    check: Callable[[], object] = bool,
    assumed: Facts = NOTHING_KNOWN,
    warn: Callable[[str], object] = bool,
) -> Iterator[Tagged | ArticleError]:
    """Yield each article of files and folders as soon as it is tagged, or why it is not.

    `check` is called before each article; what it raises ends the run. `assumed` is what the user
    says of all articles; what metadata.csv says of one counts before it. `warn` is called with what
    of that, and of the folders, is not used.
    """
    table = load()
    listed, facts, warnings = known_of(paths)
    for warning in warnings:
        warn(warning)

    def known(document: str) -> Facts:
        return facts.get(document, NOTHING_KNOWN).over(assumed)

    with ReadingProcess() as process:
        for source in listed:
            if isinstance(source, ReadingError):
                check()
                yield source
                continue
            for article in read(source, known, process=process):
                check()
                made = article if isinstance(article, ReadingError) else _tagged(article, table)
                yield replace(made, path=source.path) if isinstance(made, Tagged) else made


def _tagged(article: Article, table: KnownTable) -> Tagged | AnalysisError:
    made = guarded("tagging it", lambda: tag_article(article, table))
    if isinstance(made, Problem):
        return AnalysisError(escaped(article.document), made.reason)
    return made


def tag_article(article: Article, table: KnownTable) -> Tagged:
    """Tag one article; ranges and lists are given as the expressions that they join."""
    whole = tag(article)
    date = published(Analysis(article, whole, ()), table)
    single = [part for expression in whole for part in expression.parts or (expression,)]
    single = _with_references(article, single)
    readings = resolve_all(single, date.when, frames=article.frames, sentences=article.sentences)
    return Tagged(article, date, tuple(zip(single, readings, strict=True)))


def _with_references(article: Article, expressions: list[TimeExpression]) -> list[TimeExpression]:
    """Add what TIMEX3 marks in a story and not in news: "former", "at that time"."""
    more = references(article, expressions)
    found = sorted(expressions + more, key=lambda e: e.span) if more else expressions
    story = tells_a_story(found)
    only_in_stories = set(map(id, more))
    return [e for e, told in zip(found, story, strict=True) if told or id(e) not in only_in_stories]

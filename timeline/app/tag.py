"""Tagging without events: what `timeline tag` shows.

It loads neither a parser nor a database nor a web framework, so that it starts at once.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.dating import KnownTable, load, published
from timeline.errors import AnalysisError, ArticleError, ReadingError
from timeline.isolation.faults import Problem, guarded
from timeline.model.article import Article, Published
from timeline.model.expression import Reading, TimeExpression
from timeline.model.timeline import Analysis
from timeline.reading import ReadingProcess, read, sources
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
    paths: Sequence[Path], check: Callable[[], object] = bool
) -> tuple[list[Tagged], list[ArticleError]]:
    """Tag the articles of files and folders; what cannot be read or tagged is returned by name.

    `check` is called before each article; what it raises ends the run.
    """
    table = load()
    documents: list[Tagged] = []
    failures: list[ArticleError] = []
    with ReadingProcess() as process:
        for source in sources(paths):
            read_ones = (
                (source,) if isinstance(source, ReadingError) else read(source, process=process)
            )
            for article in read_ones:
                check()
                made = article if isinstance(article, ReadingError) else _tagged(article, table)
                if isinstance(made, ArticleError):
                    failures.append(made)
                    continue
                path = None if isinstance(source, ReadingError) else source.path
                documents.append(replace(made, path=path))
    return documents, failures


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

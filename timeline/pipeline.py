"""The stages in their order, and why: the only place that lists them.

    read      bytes to an article: untouched text, marks, what it states of its date
    tag       time expressions with meanings; needs no date, so every article can be tagged
    find      one event mention for each expression that dates something; needs no date either
    date      the publication day: given, stated, or inferred from the expressions and mentions
    resolve   every meaning under that day; expressions that date nothing too, for later ones
              may count from them
    merge     mentions that tell of one event; comes last, for dates that cannot agree forbid it

The first three are slow and depend on the text alone: an `Analysis` keeps their result. The
last three are fast and run anew whenever a publication date is given.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from timeline.collecting import Collected, Progress, collect
from timeline.dating import KnownTable, load, published, seen_from
from timeline.errors import ReadingError
from timeline.events import find_events
from timeline.merging import merge
from timeline.model.article import Article
from timeline.model.event import DatedMention
from timeline.model.expression import Reading, TimeExpression
from timeline.model.timeline import Analysis, DatedArticle, Timeline
from timeline.model.when import When
from timeline.program import program
from timeline.reading import shown
from timeline.resolving import resolve_all
from timeline.runner import Lost, processes, run
from timeline.tagging import tag

Given = Mapping[str, When]
KILLED = "ended the process that analysed it; the article is left out"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a run yields: analyses in the order read, and what could not be read, by name."""

    analyses: tuple[Analysis, ...]
    failures: tuple[ReadingError, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dated:
    """An article under its publication date, and its mentions as dated by that."""

    document: DatedArticle
    mentions: tuple[DatedMention, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Analyses that this program made before, by document, and where new ones are put down."""

    known: Mapping[str, Analysis] = field(default_factory=dict)
    add: Callable[[Analysis], object] = id


NOTHING_KEPT = Ledger()


@lru_cache(maxsize=1)
def known_events() -> KnownTable:
    """Give the table of known events, loaded once."""
    return load()


@lru_cache(maxsize=1)
def _dates_of_known_events() -> Mapping[str, When]:
    return {key: event.when for key, event in known_events().events.items()}


def analyse(article: Article) -> Analysis:
    """Run the stages that need no date on one article."""
    expressions = tag(article)
    return Analysis(article, expressions, find_events(article, expressions), program())


def made_by_this_program(analyses: Iterable[Analysis]) -> Mapping[str, Analysis]:
    """Give those analyses that another run of this very program would make, by document."""
    return {a.article.document: a for a in analyses if a.program == program()}


def extract(
    paths: Sequence[Path],
    given: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
    ledger: Ledger = NOTHING_KEPT,
) -> Extraction:
    """Read and analyse every article of files and folders; what cannot be read is reported.

    `jobs` is how many processes read and analyse; the result is the same for any number. `progress`
    is called for each file that is read, then for each article that is analysed, with its place,
    the count of all, and its name; what it raises ends the run. What the ledger knows of articles
    that are the same still is taken over, and what is analysed is put into it.
    """
    return analyse_all(collect(paths, given, progress, jobs), progress, jobs, ledger)


def analyse_all(
    collected: Collected,
    progress: Progress | None = None,
    jobs: int = 1,
    ledger: Ledger = NOTHING_KEPT,
) -> Extraction:
    """Analyse articles that are read already; `extract` says the rest."""
    same = ledger.known
    analyses = {
        article.document: same[article.document]
        for article in collected.articles
        if article.document in same and same[article.document].article == article
    }
    fresh = [article for article in collected.articles if article.document not in analyses]
    pool = processes(jobs) if jobs > 1 and len(fresh) > 1 else None
    failures = list(collected.failures)
    for number, done in enumerate(run(analyse, fresh, pool)):
        document = fresh[done.place].document
        if progress is not None:
            progress(number, len(fresh), document)
        if isinstance(done, Lost):
            failures.append(ReadingError(shown(document), KILLED))
        else:
            analyses[document] = done.result
            ledger.add(done.result)
    order = (article.document for article in collected.articles)
    return Extraction(
        tuple(analyses[document] for document in order if document in analyses),
        tuple(failures),
        collected.warnings,
    )


def assemble(analyses: Iterable[Analysis], given: Given | None = None) -> Timeline:
    """Date, resolve and merge; the order of the articles changes nothing.

    `given` holds the publication dates that people set, by document; they outrank all others.
    """
    dates = given or {}
    return merged(dated(analysis, dates.get(analysis.article.document)) for analysis in analyses)


def dated(analysis: Analysis, given: When | None = None) -> Dated:
    """Date one article, `given` if a person set a date, and resolve its mentions under it."""
    date = published(analysis, known_events(), given)
    readings = dict(read_expressions(analysis.expressions, date.when))
    told = ((mention, readings[mention.expression]) for mention in analysis.mentions)
    mentions = tuple(DatedMention(seen_from(m, r.when, date.when), r) for m, r in told)
    return Dated(DatedArticle(analysis.article, date), mentions)


def merged(dated_articles: Iterable[Dated]) -> Timeline:
    """Merge what dated articles tell; their order changes nothing."""
    ordered = sorted(dated_articles, key=lambda one: one.document.article.document)
    texts = {one.document.article.document: one.document.article.text for one in ordered}
    mentions = [mention for one in ordered for mention in one.mentions]
    return Timeline(tuple(one.document for one in ordered), merge(mentions, texts))


def read_expressions(
    expressions: Sequence[TimeExpression], date: When
) -> list[tuple[TimeExpression, Reading]]:
    """Resolve an article's expressions under its publication date, in the order of the text."""
    read = resolve_all(expressions, date, _dates_of_known_events())
    return list(zip(expressions, read, strict=True))

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

What a stage raises on an article is a problem of that article (`isolation/faults.py`): it keeps its
text and what earlier stages found, the reason goes with it, and the others go on.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from timeline.app.code_version import code_version
from timeline.app.collect import Collected, Progress, collect
from timeline.app.workers import processes
from timeline.dating import KnownTable, load, published, seen_from
from timeline.errors import AnalysisError, ArticleError
from timeline.events import find_events
from timeline.isolation.faults import Problem, guarded, largest
from timeline.jobs.pool import Done, Failed, Lost, Pool, run
from timeline.merging import MergedArticles, Merger, Publication, with_details
from timeline.model.article import Article, Published, TextFrame, frame_at
from timeline.model.event import DatedMention, Event, EventMention
from timeline.model.expression import Reading, TimeExpression
from timeline.model.span import Span
from timeline.model.timeline import Analysis, DatedArticle, Timeline
from timeline.model.when import UNDATED, Basis, When
from timeline.reading import NOTHING_KNOWN, Facts
from timeline.resolving import resolve_all
from timeline.tagging import tag
from timeline.wording.names import escaped

Given = Mapping[str, When]
Jobs = int | Pool
KILLED = "analysing it ended the process"
UNKNOWN = "Dating failed, so that nothing is known of when it was published."
GIVEN = "You gave the date."
MERGING = "merging its events"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a run yields: analyses in the order read, and what failed on which article, by name."""

    analyses: tuple[Analysis, ...]
    failures: tuple[ArticleError, ...]
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
    """Return the table of known events, loaded once."""
    return load()


@lru_cache(maxsize=1)
def _dates_of_known_events() -> Mapping[str, When]:
    return {key: event.when for key, event in known_events().events.items()}


def analyse(article: Article) -> Analysis:
    """Run the stages that need no date on one article; never raise for what is in it."""
    expressions = guarded("finding its time expressions", lambda: tag(article))
    if isinstance(expressions, Problem):
        return _unanalysed(article, expressions.reason)
    mentions = guarded(
        "finding its events",
        lambda: with_details(article, expressions, find_events(article, expressions)),
    )
    if isinstance(mentions, Problem):
        return replace(_unanalysed(article, mentions.reason), expressions=expressions)
    return Analysis(article, expressions, mentions, code_version())


def _unanalysed(article: Article, reason: str) -> Analysis:
    return Analysis(article, (), (), code_version(), reason)


def analysed_by_this_version(analyses: Iterable[Analysis]) -> Mapping[str, Analysis]:
    """Return those analyses that need not be made again by this very program, by document.

    One with a problem is tried anew: memory may have been short, or the machine at fault.
    """
    return {
        a.article.document: a for a in analyses if a.program == code_version() and not a.problem
    }


def extract(  # noqa: PLR0913 - what is read, and who is told
    paths: Sequence[Path],
    given: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    jobs: Jobs = 1,
    ledger: Ledger = NOTHING_KEPT,
    *,
    assumed: Facts = NOTHING_KNOWN,
    check: Callable[[], object] = bool,
) -> Extraction:
    """Read and analyse every article of files and folders; what fails is reported by name.

    `jobs` is how many processes read and analyse, or a pool that analyses; the result is the
    same. `progress`
    is called for each file that is read, then for each article that is analysed, with its place,
    the count of all, and its name, `check` a few times a second while other processes work; what
    they raise ends the run. What the ledger knows of articles
    that are the same still is taken over, and what is analysed is put into it.
    """
    collected = collect(paths, given, progress, readers(jobs), assumed=assumed, check=check)
    return analyse_all(collected, progress, jobs, ledger, check=check)


def analyse_all(
    collected: Collected,
    progress: Progress | None = None,
    jobs: Jobs = 1,
    ledger: Ledger = NOTHING_KEPT,
    *,
    check: Callable[[], object] = bool,
) -> Extraction:
    """Analyse articles that are read already; `extract` says the rest."""
    same = ledger.known
    analyses = {
        article.document: same[article.document]
        for article in collected.articles
        if article.document in same and same[article.document].article == article
    }
    fresh = [article for article in collected.articles if article.document not in analyses]
    pool = _pool(jobs, len(fresh))
    report = progress or _nothing
    with closing(run(analyse, fresh, pool, idle=check)) as running:
        for number, done in enumerate(running):
            article = fresh[done.place]
            report(number, len(fresh), article.document)
            analyses[article.document] = _analysed(article, done)
            ledger.add(analyses[article.document])
    ordered = tuple(analyses[article.document] for article in collected.articles)
    return Extraction(ordered, (*collected.failures, *_problems(ordered)), collected.warnings)


def readers(jobs: Jobs) -> int:
    """Return how many processes read: articles lie on this machine, wherever they are analysed."""
    return jobs if isinstance(jobs, int) else 1


def _pool(jobs: Jobs, count: int) -> Pool | None:
    if not isinstance(jobs, int):
        return jobs if count else None
    return processes(jobs) if jobs > 1 and count > 1 else None


def _nothing(_place: int, _count: int, _name: str) -> None:
    """Report nothing."""


def _analysed(article: Article, done: Done[Analysis] | Failed | Lost) -> Analysis:
    match done:
        case Done():
            return done.result
        case Failed():
            return _unanalysed(article, done.reason)
        case Lost():
            return _unanalysed(article, KILLED)


def _problems(analyses: Iterable[Analysis]) -> Iterator[AnalysisError]:
    for analysis in analyses:
        if analysis.problem:
            yield AnalysisError(escaped(analysis.article.document), analysis.problem)


def problems_of(timeline: Timeline, analyses: Iterable[Analysis]) -> tuple[AnalysisError, ...]:
    """Return the articles on which dating or merging failed, beside what the analyses say."""
    return later_problems(timeline, {one.article.document: one.problem for one in analyses})


def later_problems(
    timeline: Timeline, known: Mapping[str, str | None]
) -> tuple[AnalysisError, ...]:
    """Return the articles on which dating or merging failed, beside the `known` problems."""
    return tuple(
        AnalysisError(escaped(dated.article.document), dated.problem)
        for dated in timeline.documents
        if dated.problem and dated.problem != known.get(dated.article.document)
    )


def assemble(analyses: Iterable[Analysis], given: Given | None = None) -> Timeline:
    """Date, resolve and merge; the order of the articles changes nothing.

    `given` holds the publication dates that people set, by document; they outrank all others.
    """
    dates = given or {}
    return merged(dated(analysis, dates.get(analysis.article.document)) for analysis in analyses)


def dated(analysis: Analysis, given: When | None = None) -> Dated:
    """Date one article, `given` if a person set a date, and resolve its mentions under it.

    Where that fails the article keeps what is known of its date, and tells no event.
    """
    date = guarded("dating it", lambda: published(analysis, known_events(), given))
    if isinstance(date, Problem):
        known = Published(UNDATED, Basis.UNKNOWN, (UNKNOWN,))
        if given is not None:
            known = Published(given.with_basis(Basis.GIVEN), Basis.GIVEN, (GIVEN,))
        return Dated(DatedArticle(analysis.article, known, date.reason), ())
    mentions = guarded("resolving its dates", lambda: _told(analysis, date.when))
    if isinstance(mentions, Problem):
        return Dated(DatedArticle(analysis.article, date, mentions.reason), ())
    return Dated(DatedArticle(analysis.article, date, analysis.problem), mentions)


def _told(analysis: Analysis, date: When) -> tuple[DatedMention, ...]:
    article = analysis.article
    frames = article.frames
    readings = dict(
        read_expressions(analysis.expressions, date, frames, sentences=article.sentences)
    )
    told = ((mention, readings[mention.expression]) for mention in analysis.mentions)
    return tuple(DatedMention(_seen(m, r.when, date, article), r, article.source) for m, r in told)


def _seen(mention: EventMention, when: When, date: When, article: Article) -> EventMention:
    written = written_on(article.frames, mention.sentence, date)
    return seen_from(mention, when, written, article.base_language)


def written_on(frames: Sequence[TextFrame], place: Span, date: When) -> When:
    """Return when a passage was written: the day of its frame, or else the publication `date`."""
    frame = frame_at(frames, place.start)
    return date if frame is None else frame.when


def merged(dated_articles: Iterable[Dated]) -> Timeline:
    """Merge what dated articles tell; their order changes nothing.

    Articles on which merging fails are found by halving, and left out of it.
    """
    ordered = sorted(dated_articles, key=lambda one: one.document.article.document)
    events, refused = largest(MERGING, _merged, ordered)
    documents = (
        replace(one.document, problem=refused.get(place, one.document.problem))
        for place, one in enumerate(ordered)
    )
    return Timeline(tuple(documents), events)


def _merged(articles: Sequence[Dated]) -> tuple[Event, ...]:
    return merger_of(articles).events


def merger_of(articles: Sequence[Dated]) -> Merger:
    """Merge what dated articles tell, so that changes of them can be followed."""
    known = known_of(articles)
    mentions = [mention for one in articles for mention in one.mentions]
    return Merger.of(mentions, known.texts, known.published)


def known_of(articles: Iterable[Dated]) -> MergedArticles:
    """Return what merging asks of articles beside their mentions."""
    documents = {one.document.article.document: one.document for one in articles}
    return MergedArticles(
        {name: one.article.text for name, one in documents.items()},
        {name: _publication(one) for name, one in documents.items()},
    )


def _publication(dated_article: DatedArticle) -> Publication:
    when = dated_article.published.when
    day = when.first if when.days == 1 else None
    return Publication(day, dated_article.article.source)


def read_expressions(
    expressions: Sequence[TimeExpression],
    date: When,
    frames: Sequence[TextFrame] = (),
    *,
    sentences: Sequence[Span] = (),
) -> list[tuple[TimeExpression, Reading]]:
    """Resolve an article's expressions under its publication date, in the order of the text."""
    read = resolve_all(expressions, date, _dates_of_known_events(), frames, sentences=sentences)
    return list(zip(expressions, read, strict=True))

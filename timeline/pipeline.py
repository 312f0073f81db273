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

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.collecting import Collected, Progress, collect
from timeline.dating import KnownTable, load, published, seen_from
from timeline.errors import ReadingError, StoreMovedError
from timeline.events import find_events
from timeline.merging import merge
from timeline.model.article import Article
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import DatedMention
from timeline.model.expression import Reading, TimeExpression
from timeline.model.timeline import Analysis, DatedArticle, Timeline
from timeline.model.when import When
from timeline.program import program
from timeline.reading import published_claim, shown
from timeline.resolving import resolve_all
from timeline.runner import Lost, processes, run
from timeline.saving import LEAST, Saver
from timeline.tagging import tag

if TYPE_CHECKING:  # a command that needs no store does not load the database
    from timeline.store import Change, Store

Given = Mapping[str, When]
KILLED = "ended the process that analysed it; the article is left out"
ATTEMPTS = 5  # a store that others write to at the same time is tried this often


@dataclass(frozen=True, slots=True)
class Extraction:
    """What a run yields: analyses in the order read, and what could not be read, by name."""

    analyses: tuple[Analysis, ...]
    failures: tuple[ReadingError, ...]
    warnings: tuple[str, ...] = ()


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
    make = processes(jobs) if jobs > 1 and len(fresh) > 1 else None
    failures = list(collected.failures)
    for number, done in enumerate(run(analyse, fresh, make, jobs)):
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
    documents: list[DatedArticle] = []
    mentions: list[DatedMention] = []
    for analysis in sorted(analyses, key=lambda a: a.article.document):
        name = analysis.article.document
        date = published(analysis, known_events(), (given or {}).get(name))
        documents.append(DatedArticle(analysis.article, date))
        mentions.extend(_dated(analysis, date.when))
    texts = {document.article.document: document.article.text for document in documents}
    return Timeline(tuple(documents), merge(mentions, texts))


def _dated(analysis: Analysis, date: When) -> list[DatedMention]:
    readings = dict(read_expressions(analysis.expressions, date))
    told = ((mention, readings[mention.expression]) for mention in analysis.mentions)
    return [DatedMention(seen_from(m, reading.when, date), reading) for m, reading in told]


def read_expressions(
    expressions: Sequence[TimeExpression], date: When
) -> list[tuple[TimeExpression, Reading]]:
    """Resolve an article's expressions under its publication date, in the order of the text."""
    read = resolve_all(expressions, date, _dates_of_known_events())
    return list(zip(expressions, read, strict=True))


def extract_into(
    store: "Store",
    paths: Sequence[Path],
    given: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    jobs: int = 1,
) -> Extraction:
    """Extract into a store: articles of the same name are replaced, the others stay.

    What this program analysed before and what is the same still is taken over; and what is done is
    saved from time to time: so a run that was ended goes on where it stopped.
    """
    return analyse_into(store, collect(paths, given, progress, jobs), progress, jobs)


def analyse_into(
    store: "Store",
    collected: Collected,
    progress: Progress | None = None,
    jobs: int = 1,
    pause: float = LEAST,
) -> Extraction:
    """Extract articles that are read already into a store; `extract_into` says the rest.

    `pause` is how many seconds lie at least between two savings.
    """
    known = {a.article.document: a for a in store.analyses() if a.program == program()}
    saver = Saver(partial(join, store), least=pause)
    try:
        extraction = analyse_all(collected, progress, jobs, Ledger(known, saver.add))
    except BaseException:
        saver.rescue()
        raise
    saver.save()
    return extraction


def join(store: "Store", analyses: Iterable[Analysis]) -> None:
    """Put analyses into a store beside the others, in the place of those of the same name."""
    added = {a.article.document: a for a in analyses}
    for _ in range(ATTEMPTS):
        seen = store.machine_version()
        kept = {a.article.document: a for a in store.analyses()} | added
        timeline = assemble(kept.values(), given_dates(store))
        try:
            store.save(tuple(kept.values()), timeline, seen=seen)
        except StoreMovedError:
            continue
        return
    msg = "others write to the store at the same time; try again"
    raise StoreMovedError(msg)


def leave_out(store: "Store", documents: Collection[str]) -> tuple[str, ...]:
    """Take articles out of a store, by name; give the names of those that were there.

    What people decided on their events stays, and shows as it was seen.
    """
    for _ in range(ATTEMPTS):
        seen = store.machine_version()
        held = store.analyses()
        kept = tuple(a for a in held if a.article.document not in documents)
        removed = tuple(a.article.document for a in held if a.article.document in documents)
        if not removed:
            return ()
        try:
            store.save(kept, assemble(kept, given_dates(store)), seen=seen)
        except StoreMovedError:
            continue
        return removed
    msg = "others write to the store at the same time; try again"
    raise StoreMovedError(msg)


def publish(
    store: "Store", document: str, text: str | None, at: str, by: str | None = None
) -> Timeline:
    """Set an article's publication date in words or EDTF, and date its events anew.

    None takes back what was set. `at` is the moment of the edit, ISO 8601, `by` who makes it.
    Raises DateInputError where the text is no date.
    """
    when = None if text is None else published_claim(text).when
    edtf = None if when is None else to_edtf(when)
    for _ in range(ATTEMPTS):
        seen = store.machine_version()
        given = given_dates(store)
        if when is None:
            given.pop(document, None)
        else:
            given[document] = when
        timeline = assemble(store.analyses(), given)
        try:
            store.redate(document, edtf, timeline, at, seen=seen, by=by)
        except StoreMovedError:
            continue
        return timeline
    msg = "others write to the store at the same time; try again"
    raise StoreMovedError(msg)


def take_back_date(store: "Store", change: "Change", at: str, by: str | None) -> int:
    """Undo a change of a publication date, and date the events anew, in one; give its number."""
    for _ in range(ATTEMPTS):
        seen = store.machine_version()
        given = given_dates(store)
        for edit in change.edits:
            given.pop(edit.subject, None)
            if edit.old is not None:
                given[edit.subject] = from_edtf(edit.old)
        timeline = assemble(store.analyses(), given)
        try:
            return store.take_back(change.id, at, by, (timeline, seen))
        except StoreMovedError:
            continue
    msg = "others write to the store at the same time; try again"
    raise StoreMovedError(msg)


def foresee(store: "Store", document: str, text: str) -> Timeline:
    """Give the timeline as it would be under another publication date; nothing is written.

    Raises DateInputError where the text is no date.
    """
    given = given_dates(store) | {document: published_claim(text).when}
    return assemble(store.analyses(), given)


def given_dates(store: "Store") -> dict[str, When]:
    """Give the publication dates that people set in a store, by document."""
    return {document: from_edtf(edtf) for document, edtf in store.given().items()}

"""A timeline as prose needs it: years with their events, each with its doubts and its sources.

The formats that people read (Markdown, DOCX, HTML) and those whose fields cannot hold what is
uncertain (iCalendar, TimelineJS, Timesketch) take their words from here, so that none of them
tells less than another.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from timeline.export.edits_record import edits_in_words
from timeline.model.calendar import civil
from timeline.model.event import DatedMention, Event
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.units import Precision
from timeline.model.when import Basis, When
from timeline.wording.dates import UNKNOWN, date_in_words, precision_in_words, year_in_words
from timeline.wording.labels import confidence_in_words
from timeline.wording.plain_text import one_line
from timeline.wording.statuses import STATUS_WORDS

NO_YEAR = "Date unknown"
_SELF_EVIDENT = (Precision.DAY, Precision.TIME, Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class EntrySource:
    """One sentence that tells of an event: where it stands, and how its date was read."""

    document: str
    title: str
    url: str | None
    published: str
    quote: str
    read: str  # 'dated June 2022, from "In June last year"'
    attribution: str | None
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in words: its date, its title, what is doubtful, who and where, its sources."""

    event: Event
    date: str
    title: str
    doubts: tuple[str, ...]
    about: tuple[str, ...]
    sources: tuple[EntrySource, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The events that begin, or may begin, in one year."""

    heading: str
    entries: tuple[Entry, ...]


def chronology(timeline: Timeline) -> tuple[Section, ...]:
    """Return the events by year, the undated last; within a year in the order of the timeline."""
    documents = {d.article.document: d for d in timeline.documents}
    ordered = sorted(timeline.events, key=_by_year)
    return tuple(
        Section(heading, tuple(entry_of(event, documents) for event in events))
        for heading, events in groupby(ordered, key=lambda event: _heading(event.when))
    )


def entry_of(event: Event, documents: dict[str, DatedArticle]) -> Entry:
    """Describe one event in words; `documents` are the timeline's articles by name."""
    return Entry(
        event=event,
        date=date_in_words(event.when),
        title=one_line(event.title),
        doubts=tuple(_doubts(event)),
        about=tuple(_about(event)),
        sources=tuple(_source(told, documents) for told in event.mentions),
    )


def in_sentences(entry: Entry) -> tuple[str, ...]:
    """Return all of an entry but its title as lines: date, doubts, who and where, sources."""
    return (
        f"{entry.date[:1].upper()}{entry.date[1:]}",
        *entry.doubts,
        *entry.about,
        *(source_in_words(source) for source in entry.sources),
    )


def source_in_words(source: EntrySource) -> str:
    """Describe a source in one line: the quote, the article, how the date was read."""
    says = f" ({source.attribution} says so)" if source.attribution else ""
    where = f"{source.title}, {source.url}" if source.url else source.title
    return f"“{source.quote}”{says} – {where}, {source.published}; {source.read}"


def _by_year(event: Event) -> tuple[bool, int]:
    year = _year(event.when)
    return year is None, year or 0


def _year(when: When) -> int | None:
    day = when.first if when.first is not None else when.last
    return None if day is None else civil(day)[0]


def _heading(when: When) -> str:
    year = _year(when)
    return NO_YEAR if year is None else year_in_words(year)


def _doubts(event: Event) -> Iterator[str]:
    if doubt := STATUS_WORDS[event.status].doubt:
        yield f"Status: {doubt}"
    if event.when.precision not in _SELF_EVIDENT or event.when.approximate:
        yield f"Precision: {precision_in_words(event.when)}"
    if event.when.basis is Basis.INFERRED:
        yield "The date rests on a publication date that was inferred, not stated"
    for conflict in event.conflicts:
        yield f"The sources differ ({conflict.aspect}): {one_line(conflict.statement)}"
    yield f"Confidence: {confidence_in_words(event)}"
    if event.edits is not None:
        yield from edits_in_words(event.edits)


def _about(event: Event) -> Iterator[str]:
    yield f"Category: {event.category.value}"
    for name, values in (("Actors", event.actors), ("Places", event.places)):
        if values:
            yield f"{name}: {one_line(', '.join(values))}"
    for alias in event.aliases:
        yield f"{one_line(alias.name)} is also called {one_line(', '.join(alias.forms))}"
    figures = dict.fromkeys(f.in_words() for told in event.mentions for f in told.mention.figures)
    if figures:
        yield f"Figures: {one_line('; '.join(figures))}"
    if event.sources < len(event.documents):
        yield f"Told by {len(event.documents)} articles; independent sources: {event.sources}"


def _source(told: DatedMention, documents: dict[str, DatedArticle]) -> EntrySource:
    mention = told.mention
    dated = documents.get(mention.document)
    published = dated.published.when if dated else When()
    title = dated.article.title if dated else ""
    words = date_in_words(published)
    return EntrySource(
        document=one_line(mention.document),
        title=one_line(title) or one_line(mention.document),
        url=one_line(dated.article.url) if dated and dated.article.url else None,
        published="publication date unknown" if words == UNKNOWN else f"published {words}",
        quote=one_line(mention.sentence_text),
        read=_read(told),
        attribution=one_line(mention.attribution) if mention.attribution else None,
        steps=tuple(map(one_line, told.reading.explanation)),
    )


def _read(told: DatedMention) -> str:
    phrase = f"“{one_line(told.mention.expression.text)}”"
    if not told.when.resolved:
        return f"{phrase} could not be dated"
    return f"dated {date_in_words(told.when)}, from {phrase}"

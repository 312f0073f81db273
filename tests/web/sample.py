"""An invented collection with every kind of date and status, and a stand-in for the store."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from timeline.app import pipeline, store_session
from timeline.editing.name_proposals import Proposed
from timeline.errors import DateInputError
from timeline.model.article import Article, Mark, Published
from timeline.model.calendar import day_number, parse_iso_date
from timeline.model.edtf import from_edtf
from timeline.model.event import (
    Category,
    Conflict,
    DatedMention,
    Event,
    EventMention,
    Status,
)
from timeline.model.expression import Reading, TimeExpression
from timeline.model.interning import shared
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.timex import Timex, TimexType
from timeline.model.when import Basis, When
from timeline.places import Place
from timeline.query.search_parser import parse
from timeline.query.search_terms import stands_in
from timeline.store import Hit, Store

HOSTILE = '<script>window.hacked = true</script><img src=x onerror="window.hacked = true">'
MEANING = Absolute(Fields(year=2022))


@dataclass(frozen=True)
class Told:
    """One row of told.toml."""

    document: str
    phrase: str
    sentence: str
    title: str
    edtf: str
    status: str
    category: str
    actors: list[str]
    places: list[str]


HOSTILE_ROW = Told(
    "hostile.txt",
    "in May 2022",
    f"A page said {HOSTILE} in May 2022.",
    HOSTILE,
    "2022-05",
    "happened",
    "other",
    [HOSTILE],
    [],
)
ROWS = tomllib.loads(Path(__file__).with_name("told.toml").read_text("utf-8"))["told"]
TOLD = (*(Told(**row) for row in ROWS), HOSTILE_ROW)
PUBLISHED = {
    "harbour.txt": ("2022-12-01", Basis.STATED, ("The header says 1 December 2022",)),
    "envoy.txt": ("[2022-12..2023-01]", Basis.INFERRED, ("It tells of Christmas as past",)),
    "storm.txt": ("2023-01-06", Basis.METADATA, ("metadata.csv says 6 January 2023",)),
    "founding.txt": ("", Basis.UNKNOWN, ()),
    "rumour.txt": ("", Basis.UNKNOWN, ("Nothing in the text says when it was written",)),
    "bare.txt": ("", Basis.UNKNOWN, ("Nothing in the text says when it was written",)),
    "hostile.txt": ("2022", Basis.STATED, ("It says so",)),
}


def text_of(document: str) -> str:
    told = [row.sentence for row in TOLD if row.document == document]
    return "\n\n".join((f"The story of {document}", *told, "Advertisement"))


def when_of(edtf: str) -> When:
    return from_edtf(edtf) if edtf else When(basis=Basis.UNKNOWN)


def dated(document: str, published: When | None = None) -> DatedArticle:
    text = text_of(document)
    marks = (Mark(Span(len(text) - len("Advertisement"), len(text)), "boilerplate"),)
    article = Article(document, text, f"The story of {document}", (), marks)
    edtf, basis, why = PUBLISHED[document]
    if published is not None:
        return DatedArticle(article, Published(published, Basis.GIVEN, ("Set by hand",)))
    return DatedArticle(article, Published(when_of(edtf), basis, why))


def mention_of(row: Told, when: When, why: str = "") -> DatedMention:
    text, phrase = text_of(row.document), row.phrase
    start = text.index(row.sentence)
    at = start + row.sentence.casefold().rindex(phrase.casefold())
    span = Span(at, at + len(phrase))
    expression = TimeExpression(span, span, text[at : span.end], MEANING, "invented rule")
    mention = EventMention(
        row.document,
        expression,
        Span(start, start + len(row.sentence)),
        row.sentence,
        row.title,
        Status(row.status),
        Category(row.category),
        shared(tuple(row.actors)),
        shared(tuple(row.places)),
        "the report" if row.status == "alleged" else None,
        confidence=0.9,
    )
    steps = shared((f"{phrase!r} is read as it stands",)) if when.resolved else (why,)
    return DatedMention(mention, Reading(when, shared(Timex(TimexType.DATE, "2022")), steps))


def event_of(number: int, row: Told, when: When | None = None) -> Event:
    when = when or when_of(row.edtf)
    why = f"{row.phrase!r} counts from the publication date, which is not known"
    dated_mention = mention_of(row, when, why)
    mention = dated_mention.mention
    return Event(
        f"event{number}",
        row.title,
        when,
        mention.status,
        mention.category,
        (dated_mention,),
        mention.actors,
        mention.places,
        0.9,
    )


def disputed(number: int) -> Event:
    other = replace(
        TOLD[5], document="storm.txt", phrase=TOLD[11].phrase, sentence=TOLD[11].sentence
    )
    rows = (TOLD[5], other)
    first, second = (
        mention_of(rows[0], when_of("2022-08-02")),
        mention_of(rows[1], when_of("2022-08-04")),
    )
    conflict = Conflict(
        "date",
        "One article says 2 August 2022, another 4 August 2022.",
        (first.mention.key, second.mention.key),
    )
    return Event(
        f"event{number}",
        "Envoy of Norland arrived",
        first.when,
        Status.HAPPENED,
        Category.DIPLOMACY,
        (first, second),
        ("Norland",),
        conflicts=(conflict,),
    )


def timeline(published: When | None = None) -> Timeline:
    """Return the collection; `published` dates rumour.txt, whose "on Monday" is then dated too."""
    monday = None
    if published is not None and published.first is not None:
        monday = When.of_day(published.first - (published.first - 1) % 7, Basis.GIVEN)
    events = [
        disputed(number)
        if number == 5
        else event_of(number, row, monday if row.phrase == "on Monday" else None)
        for number, row in enumerate(TOLD)
    ]
    documents = [dated(name, published if name == "rumour.txt" else None) for name in PUBLISHED]
    return Timeline(tuple(documents), tuple(events))


def many(count: int) -> Timeline:
    """Return a large collection of invented events over twenty years."""
    start = day_number(2004)
    rows = [row for row in TOLD if row.edtf]
    events = []
    for number in range(count):
        row = rows[number * 7 % len(rows)]
        day = start + number * 7919 % 7300
        when = shared(When(day, day + (0, 0, 0, 6, 29, 120)[number % 6]))
        events.append(event_of(number, row, when))
    return Timeline(tuple(dated(name) for name in PUBLISHED), tuple(events))


class Shelved:
    """A store in memory, with a stand-in for publishing."""

    def __init__(self, held: Timeline) -> None:
        self.held = held
        self.writes = 1
        self.kept_apart: frozenset[str] = frozenset()
        self.proposed: tuple[Proposed, ...] = ()

    def timeline(self) -> Timeline:
        return self.held

    def version(self) -> int:
        return self.writes

    def as_of(self) -> int:
        return 0

    def places(self) -> dict[str, Place]:
        return {}

    def apart(self) -> frozenset[str]:
        return self.kept_apart

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        told = (m.mention for event in self.held.events for m in event.mentions)
        return tuple(m.expression for m in told if m.document == document)

    def search(self, words: str, most: int = 50) -> tuple[Hit, ...]:
        articles = (dated.article for dated in self.held.documents)
        asked = [clause for clause in parse(words).clauses if clause.textual]
        found = tuple(
            Hit(article.document, article.title, article.text[:200])
            for article in articles
            if all(
                any(stands_in(part, (article.text,)) for part in clause.parts)  # type: ignore[arg-type]
                is not clause.excluded
                for clause in asked
            )
        )
        return found[:most]

    def name_proposals(self) -> tuple[Proposed, ...]:
        return self.proposed

    def foresee(self, _document: str, text: str) -> Timeline:
        held, writes = self.held, self.writes
        foreseen = self.publish(_document, text)
        self.held, self.writes = held, writes
        return foreseen

    def publish(
        self, _document: str, text: str | None, _by: str | None = None, _sight: object = None
    ) -> Timeline:
        if text is None:
            self.held = timeline()
        else:
            try:
                number = parse_iso_date(text)
            except ValueError:
                raise DateInputError(
                    f"{text!r} is not a date; write it like 8 February 2023 or 2023-02-08"
                ) from None
            self.held = timeline(When.of_day(number, Basis.GIVEN))
        self.writes += 1
        return self.held


def empty() -> Timeline:
    return Timeline((), ())


def of(events: Sequence[Event]) -> Timeline:
    return Timeline(tuple(dated(name) for name in PUBLISHED), tuple(events))


def add_sentence(store: Store, name: str, text: str) -> None:
    """Extract an article of one sentence into a store."""
    article = Article(name, text, "", (Span(0, len(text)),))
    store_session.upsert(store, [pipeline.analyse(article)])

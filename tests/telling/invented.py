"""Small invented tellings of one event: who says what, when, and in which words."""

from dataclasses import dataclass

from timeline.model.calendar import parse_iso_date
from timeline.model.edtf import from_edtf
from timeline.model.event import Category, DatedMention, Event, EventMention, Status
from timeline.model.expression import Reading, TimeExpression
from timeline.model.figure import Figure, Measure
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span
from timeline.model.timex import Timex, TimexType
from timeline.model.when import When
from timeline.telling import Account, account

PHRASE = Span(0, 4)


@dataclass(frozen=True, slots=True)
class Said:
    """What an article says of the event; `published` is empty where nobody knows when."""

    document: str
    published: str = ""
    publisher: str | None = "Courier"
    sentence: str = ""
    date: str = "2020-05-04"
    status: Status = Status.HAPPENED
    killed: tuple[float, ...] = ()
    places: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    confidence: float = 0.8
    at: int = 0


def mention(said: Said) -> DatedMention:
    """Make the mention of a telling."""
    sentence = said.sentence or f"The dam at Velmar collapsed, as {said.document} has it."
    place = Span(said.at, said.at + len(sentence))
    phrase = Span(said.at, said.at + 4)
    told = EventMention(
        document=said.document,
        expression=TimeExpression(phrase, phrase, "then", Absolute(Fields(year=2020)), "a rule"),
        sentence=place,
        sentence_text=sentence,
        title="The dam collapsed",
        status=said.status,
        places=said.places,
        actors=said.actors,
        confidence=said.confidence,
        worth=0.9,
        figures=tuple(
            Figure(Measure.KILLED, number, "people", f"{number:g}", phrase)
            for number in said.killed
        ),
    )
    timex = Timex(TimexType.DATE, said.date, None)
    return DatedMention(told, Reading(from_edtf(said.date), timex, ()), said.publisher)


def event_of(*told: Said) -> Event:
    """Make the event that some articles tell."""
    mentions = tuple(map(mention, told))
    when, status = from_edtf("2020-05-04"), Status.HAPPENED
    return Event("event", "The dam collapsed", when, status, Category.DISASTER, mentions)


def published_of(*told: Said) -> dict[str, When]:
    """Return when the articles came out."""
    dates = {one.document: one.published for one in told if one.published}
    return {name: When.of_day(parse_iso_date(date)) for name, date in dates.items()}


def account_of(*told: Said) -> Account:
    """Return the account of an event that some articles tell."""
    return account(event_of(*told), published_of(*told))

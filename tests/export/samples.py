"""Small invented timelines for the tests of the exports."""

from dataclasses import replace

from timeline.model.article import Article, Published
from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf
from timeline.model.event import Category, Conflict, DatedMention, Event, EventMention, Status
from timeline.model.expression import Reading, TimeExpression
from timeline.model.meaning import Absolute, Fields, Meaning
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.timex import Timex, TimexType
from timeline.model.when import Basis, When

TEXT = "Port opens.\n\nIn June last year, Norland opened a harbour in Südby.\r\nIt rained."
SENTENCE = Span(13, 66)
PHRASE = Span(13, 30)
SPAN = Span(16, 30)
MEANING = Absolute(Fields(year=2022, month=6))


def expression(text: str, span: Span, meaning: Meaning = MEANING) -> TimeExpression:
    return TimeExpression(span, span, span.of(text), meaning, "a rule")


def reading(value: str = "2022-06", mod: str | None = None) -> Reading:
    timex = Timex(TimexType.DATE, value, mod)
    return Reading(from_edtf("2022-06"), timex, ("June of 2022",))


def mention(
    document: str = "port.txt",
    title: str = "Norland opened a harbour",
    when: When | None = None,
    attribution: str | None = None,
) -> DatedMention:
    told = EventMention(
        document=document,
        expression=TimeExpression(SPAN, PHRASE, "June last year", MEANING, "month + relative year"),
        sentence=SENTENCE,
        sentence_text=SENTENCE.of(TEXT),
        title=title,
        status=Status.HAPPENED,
        attribution=attribution,
    )
    timex = Timex(TimexType.DATE, "2022-06", None)
    return DatedMention(told, Reading(when or from_edtf("2022-06"), timex, ("June of 2022",)))


def article(document: str = "port.txt", title: str = "Port opens") -> DatedArticle:
    day = When.of_day(day_number(2023, 2, 8), Basis.GIVEN)
    told = Article(document, TEXT, title, (SENTENCE,), title_span=Span(0, 10))
    return DatedArticle(told, Published(day, Basis.GIVEN, ("you gave it",)))


def event(*mentions: DatedMention, when: When | None = None, title: str = "Harbour opens") -> Event:
    told = mentions or (mention(),)
    return Event(
        id="e1",
        title=title,
        when=when or told[0].when,
        status=Status.HAPPENED,
        category=Category.ECONOMY,
        mentions=told,
        actors=("Norland", "Port & Sons"),
        places=("Südby",),
        confidence=2 / 3,
        confidence_date=0.95,
        confidence_wording=0.70149,
        worth=1 / 3,
    )


def two_sources() -> Timeline:
    """One event told by two articles that disagree, and one that has no date."""
    first = mention()
    second = mention("b/other.txt", when=from_edtf("2022-07"), attribution="the harbour master")
    keys = (second.mention.key, first.mention.key)
    told = event(first, second)
    disputed = Event(
        **{name: getattr(told, name) for name in Event.__slots__ if name != "conflicts"},
        conflicts=(Conflict("date", "June 2022 or July 2022", keys),),
    )
    undated = replace(event(mention(when=When(basis=Basis.UNKNOWN)), title="It rained"), id="e2")
    return Timeline((article(), article("b/other.txt", "Another")), (disputed, undated))

"""Small invented collections: articles with their publishers, and what they tell of which day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from timeline.model.article import Article, Published
from timeline.model.calendar import parse_iso_date
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
from timeline.model.meaning import Absolute, Fields, Meaning
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.timex import Timex, TimexType
from timeline.model.when import Basis, When

WORDS = "on the day"


@dataclass(frozen=True, slots=True)
class Says:
    """What an article says of a date: a title, a sentence, and how far into the text."""

    date: str
    title: str
    sentence: str = ""
    at: int = 2_000
    confidence: float = 0.8
    says_the_date: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """An article of a publisher, on a day, with what it says."""

    document: str
    published: str | None
    says: tuple[Says, ...]
    publisher: str | None = "Courier"
    url: str | None = None


def collection(
    stories: Iterable[Story], *, actors: tuple[str, ...] = (), disputed: str = ""
) -> Timeline:
    """Make a timeline: mentions of one date and title are one event."""
    told: dict[tuple[str, str], list[DatedMention]] = defaultdict(list)
    documents = []
    for story in stories:
        documents.append(_article(story))
        for place, says in enumerate(story.says):
            told[says.date, says.title].append(_mention(story.document, says, place))
    events = [
        _event(date, title, mentions, actors, disputed=title == disputed)
        for (date, title), mentions in told.items()
    ]
    return Timeline(tuple(documents), tuple(events))


def _article(story: Story) -> DatedArticle:
    when = When() if story.published is None else When.of_day(parse_iso_date(story.published))
    article = Article(
        story.document,
        "A story.",
        f"All of {story.document}",
        (),
        source=story.publisher,
        url=story.url,
    )
    return DatedArticle(article, Published(when, Basis.GIVEN))


def _mention(document: str, says: Says, place: int) -> DatedMention:
    start = says.at + place * 500
    span = Span(start, start + len(WORDS))
    fields = Fields(month=5, day=4) if says.says_the_date else Fields(weekday=1)
    meaning: Meaning = Absolute(fields)
    sentence = says.sentence or f"{says.title} on the day, as {document} has it."
    mention = EventMention(
        document=document,
        expression=TimeExpression(span, span, WORDS, meaning, "a rule"),
        sentence=Span(start, start + len(sentence)),
        sentence_text=sentence,
        title=says.title,
        status=Status.HAPPENED,
        confidence=says.confidence,
        worth=0.9,
    )
    timex = Timex(TimexType.DATE, says.date, None)
    return DatedMention(mention, Reading(from_edtf(says.date), timex, ()))


def _event(
    date: str, title: str, mentions: list[DatedMention], actors: tuple[str, ...], *, disputed: bool
) -> Event:
    keys = tuple(told.mention.key for told in mentions)
    return Event(
        id=f"{date}-{title}"[:40],
        title=title,
        when=from_edtf(date),
        status=Status.HAPPENED,
        category=Category.OTHER,
        mentions=tuple(mentions),
        actors=actors,
        conflicts=(Conflict("date", "a or b", keys),) if disputed else (),
    )

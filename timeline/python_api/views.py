"""What a result holds, as plain values: the fields of the JSON export, under the same names."""

from dataclasses import dataclass
from datetime import date

from timeline.export.records import expression_record
from timeline.model.date_record import day
from timeline.model.edtf import to_edtf
from timeline.model.event import DatedMention
from timeline.model.event import Event as FoundEvent
from timeline.model.timeline import DatedArticle
from timeline.model.when import When
from timeline.wording.dates import date_in_words


@dataclass(frozen=True, slots=True)
class Date:
    """A date with its precision; `str()` writes it as a person would.

    `start` and `end` are the first and last possible day in ISO 8601, with a sign for years before
    0000, None where open or unknown.
    """

    edtf: str
    start: str | None
    end: str | None
    precision: str
    approximate: bool
    basis: str
    words: str

    def __str__(self) -> str:
        """Return the date in words: "June 2022", "some time between 18 and 22 August 2022"."""
        return self.words

    @property
    def first_day(self) -> date | None:
        """The first possible day; None where it is open, unknown or outside of Python's years."""
        return _python_date(self.start)

    @property
    def last_day(self) -> date | None:
        """The last possible day; None where it is open, unknown or outside of Python's years."""
        return _python_date(self.end)


@dataclass(frozen=True, slots=True)
class Mention:
    """One sentence that tells an event; `start` and `end` count characters of the article's text.

    They bound the words that date it, `expression`; `explanation` says step by step how they were
    read.
    """

    document: str
    title: str
    when: Date
    status: str
    expression: str
    start: int
    end: int
    sentence: str
    attribution: str | None
    explanation: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, when, and who tells it. `worth` and `importance` are shares from 0 to 1."""

    id: str
    title: str
    when: Date
    status: str
    category: str
    actors: tuple[str, ...]
    places: tuple[str, ...]
    confidence: float
    worth: float
    importance: float
    conflicts: tuple[str, ...]
    mentions: tuple[Mention, ...]

    def __str__(self) -> str:
        """Return the event as a line of a chronology."""
        return f"{self.when}: {self.title}"

    @property
    def documents(self) -> tuple[str, ...]:
        """The articles that tell of it, each once."""
        return tuple(dict.fromkeys(mention.document for mention in self.mentions))


@dataclass(frozen=True, slots=True)
class Document:
    """An article that was read; `problem` says why events of it are missing, where some are."""

    document: str
    title: str | None
    language: str | None
    url: str | None
    source: str | None
    published: Date
    text: str
    problem: str | None


def date_view(when: When) -> Date:
    """Return the view of a date."""
    return Date(
        edtf=to_edtf(when),
        start=day(when.first),
        end=day(when.last),
        precision=when.precision.value,
        approximate=when.approximate,
        basis=when.basis.value,
        words=date_in_words(when),
    )


def event_view(event: FoundEvent) -> Event:
    """Return the view of an event."""
    return Event(
        id=event.id,
        title=event.title,
        when=date_view(event.when),
        status=event.status.value,
        category=event.category.value,
        actors=event.actors,
        places=event.places,
        confidence=event.confidence,
        worth=event.worth,
        importance=event.importance,
        conflicts=tuple(conflict.statement for conflict in event.conflicts),
        mentions=tuple(map(_mention_view, event.mentions)),
    )


def document_view(dated: DatedArticle) -> Document:
    """Return the view of an article."""
    article = dated.article
    return Document(
        document=article.document,
        title=article.title,
        language=article.language,
        url=article.url,
        source=article.source,
        published=date_view(dated.published.when),
        text=article.text,
        problem=dated.problem,
    )


def _mention_view(dated: DatedMention) -> Mention:
    mention = dated.mention
    words = expression_record(mention)
    return Mention(
        document=mention.document,
        title=mention.title,
        when=date_view(dated.when),
        status=mention.status.value,
        expression=words["text"],
        start=words["start"],
        end=words["end"],
        sentence=mention.sentence_text,
        attribution=mention.attribution,
        explanation=dated.reading.explanation,
    )


def _python_date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:  # before the year 1 or after 9999
        return None

"""Events and articles as the API answers with them: the records of the format "timeline/1".

The keys and their meaning are those of docs/timeline-1.schema.json.
"""

from typing import Annotated, Literal

from pydantic import Field

from timeline.export.records import document_record, event_record
from timeline.model.article import SourceBasis
from timeline.model.event import Category, Event, Status
from timeline.model.timeline import DatedArticle
from timeline.model.units import Precision
from timeline.model.when import Basis
from timeline.web.api.operation import Answer

Share = Annotated[float, Field(ge=0, le=1)]
Place = Annotated[int, Field(ge=0)]


class WhenRecord(Answer):
    """A date: EDTF, and the first and last possible day, null where open or unknown."""

    edtf: str
    start: str | None
    end: str | None
    precision: Precision
    approximate: bool
    basis: Basis


class QuoteRecord(Answer):
    """Words of an article with their place in it, in characters."""

    text: str
    start: Place
    end: Place


class NameRecord(Answer):
    """A name with its place in the article; null where the sentence has another form of it."""

    name: str
    start: Place | None
    end: Place | None


class TriggerRecord(Answer):
    """The word that names an event."""

    lemma: str
    start: Place
    end: Place


class FigureRecord(QuoteRecord):
    """A number that a sentence tells of the event."""

    measure: str
    number: float
    unit: str
    bound: str


class TimexRecord(Answer):
    """The TIMEX3 view of an expression."""

    type: str
    value: str
    mod: str | None


class MentionRecord(Answer):
    """What one sentence tells of an event."""

    document: str
    expression: QuoteRecord
    sentence: QuoteRecord
    title: str
    likely_subject: str | None
    dated: Literal["in the sentence", "by context"]
    status: Status
    when: WhenRecord
    attribution: str | None
    attributed: NameRecord | None
    trigger: TriggerRecord | None
    actors: list[NameRecord]
    places: list[NameRecord]
    figures: list[FigureRecord]
    confidence: Share
    confidence_wording: Share
    worth: Share
    timex: TimexRecord
    rule: str
    explanation: list[str]


class ConflictRecord(Answer):
    """Mentions that cannot all be right, by their places in the event's list, from 0."""

    aspect: str
    statement: str
    mentions: list[Place]


class DecisionRecord(Answer):
    """A field that a person fixed; a date is EDTF, names are a JSON list."""

    field: str
    value: str
    machine: str | None
    by: str | None
    at: str | None


class CurationRecord(Answer):
    """What people decided on an event."""

    verdict: str | None
    tags: list[str]
    note: str
    pinned: bool
    added: bool
    decisions: list[DecisionRecord]
    disagreements: list[str]


class EventRecord(Answer):
    """An event with all that tell it; `curation` is null where nobody decided anything."""

    id: str
    title: str
    when: WhenRecord
    status: Status
    category: Category
    actors: list[str]
    places: list[str]
    confidence: Share
    confidence_date: Share
    confidence_wording: Share
    worth: Share
    importance: Share
    sources: Place
    documents: Place
    publishers: list[str]
    aliases: dict[str, list[str]]
    conflicts: list[ConflictRecord]
    mentions: list[MentionRecord]
    curation: CurationRecord | None = None


class ClaimRecord(Answer):
    """A publication date that somebody or something states."""

    source: str
    text: str
    edtf: str
    place: str | None
    start: Place | None
    end: Place | None


class PublishedRecord(Answer):
    """A publication date with its reasons, a line each."""

    edtf: str
    start: str | None
    end: str | None
    basis: Basis
    explanation: list[str]


class LeftOutRecord(Answer):
    """What of an article was not read for events, and why."""

    reason: str
    start: Place | None
    end: Place | None
    characters: Place
    text: str


class ArticleRecord(Answer):
    """An article without its text."""

    document: str
    title: str
    language: str
    url: str | None
    source: str | None
    source_basis: SourceBasis | None
    published: PublishedRecord
    claims: list[ClaimRecord]
    problem: str | None
    left_out: list[LeftOutRecord] = Field(default_factory=list)


def record_of_event(event: Event) -> EventRecord:
    """Return an event as the API answers with it."""
    return EventRecord.model_validate(event_record(event))


def record_of_article(dated: DatedArticle) -> ArticleRecord:
    """Return an article as the API answers with it."""
    return ArticleRecord.model_validate(document_record(dated))

"""Mentions in few words, for the tests of merging."""

from timeline.model.edtf import from_edtf
from timeline.model.event import Category, DatedMention, EventMention, Status
from timeline.model.expression import Reading, TimeExpression
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span
from timeline.model.timex import Timex, TimexType


def told(  # noqa: PLR0917 - a row of an example
    document: str,
    date: str,
    title: str,
    trigger: str = "",
    actors: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    status: str = "happened",
    sentence: str = "",
    category: str = "other",
    *,
    start: int = 0,
    sentence_at: int | None = None,
    confidence: float = 0.8,
) -> DatedMention:
    """Make a mention whose sentence starts at a place of its article."""
    text = sentence or f"{title} ({start})."
    at = start if sentence_at is None else sentence_at
    expression = TimeExpression(
        Span(start, start + 4),
        Span(start, start + 4),
        "then",
        # A meaning of its own for each place: an article words its dates differently.
        Absolute(Fields(year=start + 1)),
        "a rule",
    )
    mention = EventMention(
        document=document,
        expression=expression,
        sentence=Span(at, at + len(text)),
        sentence_text=text,
        title=title,
        status=Status(status),
        category=Category(category),
        actors=actors,
        places=places,
        trigger=trigger,
        trigger_span=Span(start + 5, start + 9),
        confidence=confidence,
    )
    when = from_edtf(date or "XXXX-XX-XX")
    return DatedMention(mention, Reading(when, Timex(TimexType.DATE, date), ()))

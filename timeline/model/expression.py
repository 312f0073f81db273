"""A time expression as it was read: where, by which rule, with which meaning."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.model.meaning import Meaning
from timeline.model.span import Span
from timeline.model.timex import Timex
from timeline.model.when import When


class Tense(StrEnum):
    """What the clause of an expression tells about past and future."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A phrase that names a time.

    `span` is the extent that TIMEX3 would mark ("June last year"), `phrase` the same with the
    preposition that belongs to it ("In June last year"). A range or list read as one ("on
    Thursday and Friday") keeps the expressions that it joins as `parts`.
    """

    span: Span
    phrase: Span
    text: str
    meaning: Meaning
    rule: str
    tense: Tense = Tense.UNKNOWN
    parts: "tuple[TimeExpression, ...]" = ()

    def __post_init__(self) -> None:
        """Refuse a phrase that does not hold the expression."""
        span, phrase = self.span, self.phrase
        held = phrase is span or phrase.contains(span)
        if not held or len(self.text) != span.end - span.start:
            msg = f"expression {self.text!r} does not fit its spans"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True)
class Reading:
    """A time expression resolved: the date, its TIMEX3 view, and how it was read, a line a step."""

    when: When
    timex: Timex
    explanation: tuple[str, ...]

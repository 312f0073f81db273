"""Figures that matter about an event: how many were killed, how much was paid."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from timeline.model.span import Span

_ABOUT = 0.2  # an "about" leaves open this share more or less


class Measure(StrEnum):
    """What is counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    MISSING = "missing"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    MONEY = "money"


class Bound(StrEnum):
    """How the text bounds its number."""

    EXACTLY = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the text; `unit` is "people" or a currency, `span` its place in the article."""

    measure: Measure
    number: float
    unit: str
    text: str
    span: Span
    bound: Bound = Bound.EXACTLY

    @property
    def range(self) -> tuple[float, float]:
        """The least and the greatest number that the words allow."""
        match self.bound:
            case Bound.AT_LEAST:
                return self.number, inf
            case Bound.AT_MOST:
                return 0, self.number
            case Bound.ABOUT:
                return self.number * (1 - _ABOUT), self.number * (1 + _ABOUT)
            case _:
                return self.number, self.number

    def contradicts(self, other: "Figure") -> bool:
        """Return whether both count the same and cannot both be right."""
        if (self.measure, self.unit) != (other.measure, other.unit):
            return False
        least, most = self.range
        return most < other.range[0] or other.range[1] < least

    def in_words(self) -> str:
        """Write it: "at least 12 killed", "about 3,100,000 EUR"."""
        number = f"{self.number:,.12g}" if self.number < 1e12 else f"{self.number:,.0f}"  # noqa: PLR2004
        bound = "" if self.bound is Bound.EXACTLY else f"{self.bound} "
        counted = self.unit if self.measure is Measure.MONEY else self.measure
        return f"{bound}{number} {counted}"

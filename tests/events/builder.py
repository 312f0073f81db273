"""Articles with hand-made time expressions, for tests of this room alone."""

import re
from collections.abc import Sequence

from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Absolute,
    Amount,
    Bounded,
    Fields,
    Frequency,
    Length,
    Meaning,
    Shift,
    Side,
    Vague,
    Vagueness,
)
from timeline.model.span import Span
from timeline.model.units import Unit

SOME_YEAR = Absolute(Fields(year=2020))
MEANINGS: dict[str, Meaning] = {
    "past": SOME_YEAR,
    "back": Shift(PUBLICATION, Amount.exactly(2), Unit.WEEK, Side.BEFORE),
    "ahead": Shift(PUBLICATION, Amount.exactly(1), Unit.YEAR, Side.AFTER),
    "present": Vague(Vagueness.PRESENT),
    "since": Bounded(SOME_YEAR, Side.AFTER, throughout=True),
    "after": Shift(MENTIONED, Amount.exactly(2), Unit.YEAR, Side.BEFORE),
    "length": Length(Amount.exactly(3), Unit.WEEK),
    "often": Frequency(Amount.exactly(1), Unit.WEEK),
}
_PREPOSITION = re.compile(r"(?:on|in|at|by|since|for|until|during)\s+", re.IGNORECASE)


def expression(text: str, start: int, end: int, meaning: str = "past") -> TimeExpression:
    """Make an expression whose phrase is the given stretch, a preposition at its head included."""
    found = _PREPOSITION.match(text, start, end)
    inner = Span(found.end() if found else start, end)
    return TimeExpression(inner, Span(start, end), inner.of(text), MEANINGS[meaning], "by hand")


def marked(
    *sentences: str, meaning: str = "past", language: str = "en"
) -> tuple[Article, list[TimeExpression]]:
    """Make an article of sentences in which square brackets mark the dates.

    The last date has the given meaning, those before it are past.
    """
    text, spans, places = "", [], []
    for sentence in sentences:
        start = len(text)
        for part in re.split(r"(\[[^\]]*\])", sentence):
            if part.startswith("["):
                places.append((len(text), len(text) + len(part) - 2))
            text += part.strip("[]") if part.startswith("[") else part
        spans.append(Span(start, len(text)))
        text += "\n"
    kinds = [*["past"] * len(places[1:]), *[meaning] * len(places[:1])]
    dates = [expression(text, *place, kind) for place, kind in zip(places, kinds, strict=True)]
    return article(text, spans, language), dates


def article(text: str, sentences: Sequence[Span], language: str = "en") -> Article:
    """Make an article of nothing but its sentences."""
    return Article("invented.txt", text, "", tuple(sentences), language=language)

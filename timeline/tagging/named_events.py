"""Dates that count from an event by its name: "the week after the arrest".

The day of the event is told in another sentence, with the same noun or a verb like it ("was
arrested on 9 November"). Where none tells it, they count from the date told last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.expression import Tense, TimeExpression
from timeline.model.granularity import names_a_day
from timeline.model.meaning import MENTIONED, AtTime, Meaning, substituted
from timeline.model.span import Span

RULES = frozenset(("a unit beside an event", "within units of an event"))
_WORDS = 4  # behind the conjunction: an article, an adjective or two, the noun
_SHORTEST = 5  # letters of a noun that may be told from others by its beginning
_SHARE = 0.6  # of its letters, which a verb has too: "explosion", "exploded"


def counted_from_events(
    expressions: Sequence[TimeExpression], text: str, sentences: Sequence[Span]
) -> list[TimeExpression]:
    """Return the expressions, those that count from a named event from the day told for it."""
    if not any(e.rule in RULES for e in expressions):
        return list(expressions)
    return [
        _counted(e, expressions, text, sentences) if e.rule in RULES else e for e in expressions
    ]


def _counted(
    told: TimeExpression,
    expressions: Sequence[TimeExpression],
    text: str,
    sentences: Sequence[Span],
) -> TimeExpression:
    for stem in _stems(told, text):
        day = _day_of(stem, told, expressions, text, sentences)
        if day is not None:
            meaning = substituted(told.meaning, MENTIONED, _day(day.meaning))
            return replace(told, meaning=meaning, tense=day.tense)
    return told


def _stems(told: TimeExpression, text: str) -> Iterator[str]:
    """Yield the beginnings of the words behind an expression, one of which names the event."""
    for word in text[told.span.end : told.span.end + 80].split()[:_WORDS]:
        plain = word.strip(",.;:()’'").lower()
        if len(plain) >= _SHORTEST and plain.isalpha():
            yield plain[: max(_SHORTEST - 1, int(len(plain) * _SHARE))]
        if not word[-1].isalnum():
            return


def _day_of(
    stem: str,
    told: TimeExpression,
    expressions: Sequence[TimeExpression],
    text: str,
    sentences: Sequence[Span],
) -> TimeExpression | None:
    """Return the day told in the nearest sentence before that has a word of that beginning."""
    for sentence in reversed([s for s in sentences if s.end <= told.span.start]):
        place = _place(stem, sentence.of(text).lower())
        if place is None:
            continue
        days = [e for e in expressions if sentence.contains(e.span) and _tells_a_day(e)]
        if days:
            at = sentence.start + place
            return min(days, key=lambda e: abs(e.span.start - at))
    return None


def _place(stem: str, low: str) -> int | None:
    """Return where a word of that beginning stands."""
    place = low.find(stem)
    while place > 0 and low[place - 1].isalnum():
        place = low.find(stem, place + 1)
    return None if place < 0 else place


def _tells_a_day(expression: TimeExpression) -> bool:
    return names_a_day(expression.meaning) and expression.tense is not Tense.FUTURE


def _day(meaning: Meaning) -> Meaning:
    return meaning.of if isinstance(meaning, AtTime) else meaning

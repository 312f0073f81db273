"""Dates that count from an event by its name: "the week after the arrest".

The day of the event is told in another sentence, with the same noun or a verb like it ("was
arrested on 9 November"). Where none tells it, they count from the date told last.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.languages import Lexicon
from timeline.model.expression import Tense, TimeExpression
from timeline.model.granularity import names_a_day
from timeline.model.meaning import (
    MENTIONED,
    AtTime,
    Length,
    Meaning,
    Shift,
    Side,
    substituted,
)
from timeline.model.span import Span
from timeline.model.units import Unit

RULES = frozenset(("a unit beside an event", "within units of an event"))
_COUNTED = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR)
_LOOKED_AT = 40  # sentences, and dates, before
_LONG_ENOUGH = 80  # characters
_WORDS = 5  # behind the conjunction: an article, an adjective or two, the noun
_SHORTEST = 5  # letters of a noun that may be told from others by its beginning
_SHARE = 0.6  # of its letters, which a verb has too: "explosion", "exploded"


def counted_from_events(
    expressions: Sequence[TimeExpression], text: str, sentences: Sequence[Span], lexicon: Lexicon
) -> list[TimeExpression]:
    """Return the expressions, those that count from a named event from the day told for it."""
    out = []
    for at, told in enumerate(expressions):
        counts = _may_count(told, text, lexicon)
        if counts and not _has_a_date_of_its_own(told, expressions[at + 1 : at + 2], text):
            near = expressions[max(0, at - _LOOKED_AT) : at]
            out.append(_counted(told, near, text, sentences, lexicon))
        else:
            out.append(told)
    return out


def _has_a_date_of_its_own(
    told: TimeExpression, following: Sequence[TimeExpression], text: str
) -> bool:
    """Return whether the event is dated beside its name: "before the disaster of April 15"."""
    for other in following:
        between = text[told.span.end : other.span.start]
        return len(between) <= _LONG_ENOUGH and not any(sign in between for sign in ",;.")
    return False


def _may_count(told: TimeExpression, text: str, lexicon: Lexicon) -> bool:
    """Return whether an expression counts from an event: "two days after the fire", too."""
    return told.rule in RULES or _side_of_an_event(told, text, lexicon) is not None


def _side_of_an_event(told: TimeExpression, text: str, lexicon: Lexicon) -> Side | None:
    """Return on which side of an event a length lies, by the words behind it; None for others."""
    if not isinstance(told.meaning, Length) or told.meaning.unit not in _COUNTED:
        return None
    words = text[told.span.end : told.span.end + _LONG_ENOUGH].lower().split()
    if len(words) < len(("after", "the", "fire")):
        return None
    opposite = lexicon.value("CONJUNCTION", words[0])
    if opposite is None or words[1] not in lexicon.literals.get("EVENTOF", ()):
        return None
    return Side.AFTER if opposite == Side.BEFORE.value else Side.BEFORE


def _counted(
    told: TimeExpression,
    expressions: Sequence[TimeExpression],
    text: str,
    sentences: Sequence[Span],
    lexicon: Lexicon,
) -> TimeExpression:
    for stem in _stems(told, text):
        day = _day_of(stem, told, expressions, text, sentences)
        if day is not None:
            meaning = _from_day(told, _day(day.meaning), text, lexicon)
            return replace(told, meaning=meaning, tense=day.tense)
    return told


def _from_day(told: TimeExpression, day: Meaning, text: str, lexicon: Lexicon) -> Meaning:
    side = _side_of_an_event(told, text, lexicon)
    if side is None or not isinstance(told.meaning, Length):
        return substituted(told.meaning, MENTIONED, day)
    return Shift(day, told.meaning.amount, told.meaning.unit, side, as_length=True)


def _stems(told: TimeExpression, text: str) -> Iterator[str]:
    """Yield the beginnings of the words behind an expression, one of which names the event."""
    for word in text[told.span.end : told.span.end + _LONG_ENOUGH].split()[:_WORDS]:
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
    last = bisect_right(sentences, told.span.start, key=lambda s: s.end)
    for sentence in reversed(sentences[max(0, last - _LOOKED_AT) : last]):
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

"""Texts that tell from date to date: which expressions do so, and what they then count from.

News counts from the day it appeared: "in May" is the last one. A history names a year and goes
on: "in May" is that year's, or the next one's if the story has passed it. Which of the two a
passage is, its dates show: years that are named speak for a story, weekdays and "last month" for
news. A sentence that lists years ("4 billion in 2021, 5 in 2022 and 6 in 2023") is one step of a
story at most, and gives no year to go on from: it is what news tells for background. The decision
rests on the text alone, so that the publication day cannot change it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from timeline.model.calendar import civil
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    SAME_DAY,
    Absolute,
    Amount,
    Anchor,
    AtTime,
    Between,
    Bounded,
    Counterpart,
    Current,
    Fields,
    Meaning,
    Nth,
    Occurrence,
    Point,
    Portion,
    Rest,
    Shift,
    Side,
    Toward,
    Vague,
    Within,
    depends_on,
    parts,
)
from timeline.model.span import Span
from timeline.model.units import Unit
from timeline.resolving.extent import Extent

BEFORE, AFTER = 30, 20
NAMED, LONG = 3, 10  # years that a passage must name to be a story, and to be a long one,
OUTWEIGH = 2  # and more than so many for each date that counts from publication
_YEAR = 366  # days: what is wider gives no year to go on from
_LOOSE = (Toward.CLAUSE, Toward.NEAREST, Toward.LATEST)


@dataclass(frozen=True, slots=True)
class Place:
    """What surrounds an expression: whether the passage is a story, and the year named next.

    `long` tells a story that names many years, in which "next year" is the story's, too; `joined`
    marks the second end of "1904-1905", which does not lead a story on.
    """

    story: bool
    long: bool
    next_year: int | None
    joined: bool


_NEWS = Place(story=False, long=False, next_year=None, joined=False)


def places(expressions: Sequence[TimeExpression], sentences: Sequence[Span] = ()) -> list[Place]:
    """Return what surrounds each expression of a text; without sentences each has its own."""
    if len(expressions) < NAMED:
        return [_NEWS] * len(expressions)
    kinds = _kinds(expressions)
    if sum(kind.year is not None for kind in kinds) < NAMED:  # most articles
        return [_NEWS] * len(expressions)
    joined = [False, *(_joined(one, two) for one, two in pairwise(expressions))][: len(kinds)]
    told, long = _in_a_story(kinds, _steps(expressions, kinds, sentences))
    out: list[Place] = []
    coming: int | None = None
    for kind, is_told, is_long, is_joined in zip(
        reversed(kinds), reversed(told), reversed(long), reversed(joined), strict=True
    ):
        out.append(Place(is_told, is_long, coming, is_joined))
        if kind.year is not None and not is_joined:
            coming = kind.year
    return out[::-1]


class _Kind(NamedTuple):
    """What a meaning shows of its text: a date, the year of a story, or the day of news."""

    tells: bool
    year: int | None
    newsy: bool


def _kinds(expressions: Sequence[TimeExpression]) -> list[_Kind]:
    """Return the kind of each expression; readings of the same words share their meaning."""
    known: dict[int, _Kind] = {}
    out = []
    for expression in expressions:
        meaning = expression.meaning
        kind = known.get(id(meaning))
        if kind is None:
            tells = meaning != MENTIONED and not isinstance(meaning, Vague)
            kind = known[id(meaning)] = _Kind(tells, _year(meaning), _newsy(meaning))
        out.append(kind)
    return out


def tells_a_story(expressions: Sequence[TimeExpression]) -> list[bool]:
    """Return for each expression of a text whether the passage around it tells a long story."""
    return [place.long for place in places(expressions)]


def _steps(
    expressions: Sequence[TimeExpression], kinds: Sequence["_Kind"], sentences: Sequence[Span]
) -> list[bool]:
    """Return for each expression whether it names a year that a story may go on from.

    Of a sentence that names nothing but years, the first one counts.
    """
    if not sentences:
        return [kind.year is not None for kind in kinds]
    starts = [sentence.start for sentence in sentences]
    of = [bisect_right(starts, expression.span.start) for expression in expressions]
    listing = dict.fromkeys(of, True)
    for sentence, kind, expression in zip(of, kinds, expressions, strict=True):
        if kind.tells and not _is_bare_year(expression.meaning):
            listing[sentence] = False
    out, last = [], -1
    for sentence, kind in zip(of, kinds, strict=True):
        again = sentence == last and listing[sentence]
        out.append(kind.year is not None and not again)
        if kind.year is not None:
            last = sentence
    return out


def _is_bare_year(meaning: Meaning) -> bool:
    if not isinstance(meaning, Absolute) or meaning.fields.year is None:
        return False
    return meaning.fields == Fields(year=meaning.fields.year)


def _joined(one: TimeExpression, two: TimeExpression) -> bool:
    return two.span.start - one.span.end <= 1


def _in_a_story(kinds: Sequence[_Kind], steps: Sequence[bool]) -> tuple[list[bool], list[bool]]:
    """Return for each place whether the passage around it is a story, and whether a long one.

    What names no date by itself ("now", "at that time") makes a passage no longer.
    """
    dates = [kind for kind in kinds if kind.tells]
    years = [0, *accumulate(kind.year is not None for kind in dates)]
    stepped = [0, *accumulate(s for s, kind in zip(steps, kinds, strict=True) if kind.tells)]
    told, long, rank = [], [], 0
    news = [0, *accumulate(kind.newsy for kind in dates)]
    for kind in kinds:
        first, last = max(0, rank - BEFORE), min(len(dates), rank + AFTER + 1)
        named = years[last] - years[first]
        outweighs = named > OUTWEIGH * (news[last] - news[first])
        told.append(outweighs and stepped[last] - stepped[first] >= NAMED)
        long.append(outweighs and named >= LONG)
        rank += kind.tells
    return told, long


@lru_cache(maxsize=4096)
def _year(meaning: Meaning) -> int | None:
    """Return the first year that a meaning names."""
    if isinstance(meaning, Absolute):
        return meaning.fields.year
    return next((y for y in map(_year, parts(meaning)) if y is not None), None)


@lru_cache(maxsize=4096)
def _newsy(meaning: Meaning) -> bool:
    """Return whether only somebody who knows the day of publication can place it."""
    return depends_on(meaning, Point.PUBLICATION) and _retold(meaning, None) is None


def _retold(meaning: Meaning, last: Extent | None) -> Meaning | None:
    """Return what the meaning is in a story; None where it is the same there."""
    match meaning:
        case Occurrence(of=of) if of == PUBLICATION:
            if meaning.toward not in _LOOSE or (_weekly(meaning.fields) and not _is_day(last)):
                return None
            return replace(meaning, toward=Toward.ONWARD, of=MENTIONED)
        case Portion(of=Current(unit=unit, of=of)) if of == PUBLICATION:
            return replace(meaning, of=Current(unit, MENTIONED))
        case Rest(of=Current(unit=unit, of=of), anchor=anchor) if of == anchor == PUBLICATION:
            return replace(meaning, of=Current(unit, MENTIONED), anchor=MENTIONED)
        case AtTime(of=of) if of == SAME_DAY:
            return replace(meaning, of=MENTIONED) if _is_day(last) else None
        case Occurrence() | Portion() | Bounded() | AtTime():
            inner = _retold(meaning.of, last)
            return None if inner is None else replace(meaning, of=inner)
        case Nth():
            outer = _retold(meaning.outer, last)
            return None if outer is None else replace(meaning, outer=outer)
        case Between():
            first, second = _retold(meaning.first, last), _retold(meaning.last, last)
            if first is None or second is None:
                return None
            return Between(first, second)
        case _:
            return None


def _weekly(fields: Fields) -> bool:
    """Return whether it comes every week, so that only a day tells which one is meant."""
    return bool(fields.weekend) or (fields.month is None and fields.weekday is not None)


def _ahead(meaning: Meaning) -> Meaning | None:
    """Return "next year", "in two days" as the story sees them; None for anything else."""
    match meaning:
        case Shift(of=Current(unit=unit, of=of), side=Side.AFTER) if of == PUBLICATION:
            return replace(meaning, of=Current(unit, MENTIONED))
        case Shift(of=of, side=Side.AFTER, unit=Unit.DAY, amount=count) if (
            of == PUBLICATION and count == Amount.exactly(1)
        ):
            return None  # "tomorrow" is that of who writes
        case Shift(of=of, side=Side.AFTER) if of == PUBLICATION:
            return replace(meaning, of=MENTIONED)
        case Occurrence(toward=Toward.NEXT, of=of) if of == PUBLICATION:
            return replace(meaning, of=MENTIONED)
        case Within():
            outer = _ahead(meaning.outer)
            return None if outer is None else replace(meaning, outer=outer)
        case Occurrence() | Portion() | Bounded():
            inner = _ahead(meaning.of)
            return None if inner is None else replace(meaning, of=inner)
        case _:
            return None


def plans(meaning: Meaning, place: Place) -> bool:
    """Return whether a story looks ahead with an expression, and then goes on from where it was."""
    return place.long and _ahead(meaning) is not None


def _is_day(extent: Extent | None) -> bool:
    return extent is not None and extent.unit is Unit.DAY


def _within_a_year(extent: Extent | None) -> bool:
    if extent is None or extent.first is None or extent.last is None:
        return False
    return extent.last - extent.first <= _YEAR


def _looks_back(meaning: Meaning) -> bool:
    """Return whether it is "the previous year", from which a story comes back at once."""
    return isinstance(meaning, Shift) and meaning.side is Side.BEFORE


@dataclass(frozen=True, slots=True)
class StoryLine:
    """Where a story has got to: the last date within a year; None where news came between."""

    last: Extent | None = None

    def retold(self, meaning: Meaning, tense: Tense, place: Place) -> Meaning | None:
        """Return what a meaning is as the story goes on; None where it counts as it would in news.

        What is still to come ("will reopen in June") lies behind the publication, not the story;
        "before June" may be either.
        """
        if self.last is None or not place.story:
            return None
        ahead = _ahead(meaning) if place.long else None
        if ahead is not None:
            return ahead
        before = isinstance(meaning, Bounded) and not meaning.inclusive
        if tense is Tense.FUTURE and not before:
            return None
        return _retold(meaning, self.last)

    def after(
        self, meaning: Meaning, extent: Extent | None, place: Place, *, aside: bool
    ) -> "StoryLine":
        """Return the line behind an expression that came to an extent, its preposition set aside.

        `aside` tells that the meaning counts from the day of publication.
        """
        if isinstance(meaning, Counterpart) or (
            isinstance(meaning, Anchor) and meaning == MENTIONED
        ):
            return self
        if aside:
            return self if place.story or self.last is None else StoryLine()
        if isinstance(meaning, Bounded) and meaning.side is Side.BEFORE and not meaning.inclusive:
            return self
        if place.joined or _looks_back(meaning) or not _within_a_year(extent):
            return self
        year = _year(meaning)
        if (self.last is None and year is None) or self._is_aside(year, place.next_year):
            return self
        return StoryLine(extent)

    def _is_aside(self, year: int | None, next_year: int | None) -> bool:
        """Return whether a year is left again for one near the story: "as papers of 2005 show"."""
        if self.last is None or self.last.first is None or year is None or next_year is None:
            return False
        now = civil(self.last.first)[0]
        beyond = (year - now) * (year - next_year) > 0
        return beyond and abs(next_year - now) <= abs(year - next_year)

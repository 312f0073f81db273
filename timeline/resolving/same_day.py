"""Times of day on their own: which day they are of.

"A train derailed on Wednesday. ... At 15:19 it left the bridge": the time is of the day that the
text told last. News tells of a weekday or of yesterday, and goes on from it for long; a day of
another kind ("the minutes of 3 July") leads on only to what stands close by. What is to come has a
line of its own: "The two meet on Friday. ... The talks begin at noon." Where no day was told, it is
that of publication. What day was told, meanings and places alone decide, so that no publication day
can change it.
"""

from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline.model.expression import Tense, TimeExpression
from timeline.model.granularity import names_a_day, names_a_month
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    SAME_DAY,
    AtTime,
    Bounded,
    Current,
    Meaning,
    Nth,
    Point,
    Shift,
    Side,
    Stretch,
    depends_on,
    parts,
    substituted,
)
from timeline.model.units import Unit
from timeline.resolving.extent import Extent

_DAYS = (Unit.DAY, Unit.WEEK, Unit.FORTNIGHT)
CLOSE_BY = 250  # characters


@dataclass(frozen=True, slots=True)
class _Days:
    """The day of news told last, and the day of any kind with the place where it stands."""

    news: Extent | None = None
    any: Extent | None = None
    place: int = 0
    fixed: Extent | None = None  # a day that the text names in full

    def at(self, place: int) -> Extent | None:
        return self.any if place - self.place <= CLOSE_BY else self.news

    def of_the_story(self, place: int) -> Extent | None:
        """Return the day that a text goes on from: one close by, else the one named in full."""
        return self.any if place - self.place <= CLOSE_BY else self.fixed


_NONE = _Days()


class Mentioned(NamedTuple):
    """The date told last: where it stands, whether it is a day, and counts from publication."""

    extent: Extent | None = None
    place: int = 0
    is_day: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class DayLine:
    """The day that a text has come to, in what it tells and in what is to come."""

    told: _Days = _NONE
    ahead: _Days = _NONE

    def settled(
        self, expression: TimeExpression, mentioned: Extent | None
    ) -> tuple[Meaning, Extent | None]:
        """Return a meaning without the day that the text is at, and the date that it counts from.

        That is the day told last where the meaning is of it, else the date mentioned last.
        """
        meaning = expression.meaning
        if not depends_on(meaning, Point.DAY):
            return meaning, mentioned
        days = self.ahead if expression.tense is Tense.FUTURE else self.told
        day = days.at(expression.span.start)
        return substituted(meaning, SAME_DAY, PUBLICATION if day is None else MENTIONED), day

    def counted_from(self, expression: TimeExpression, last: Mentioned) -> Extent | None:
        """Return what "that night" and "three days later" count from; the date told last if none.

        They go on from a day. Where the date told last is none, or an aside far off ("charged on
        2 February last year"), that is the day that the text named in full: a report of a trial
        comes back to the night of the deed.
        """
        place = expression.span.start
        far = last.aside and place - last.place > CLOSE_BY
        astray = _in_days(expression.meaning) if far else _needs_a_day(expression.meaning)
        if not astray or (last.is_day and not far):
            return last.extent
        return self.told.of_the_story(place) or last.extent

    def after(self, day: Extent | None, expression: TimeExpression) -> "DayLine":
        """Return the line behind an expression that names a day, or none."""
        if day is None or _by_rule(expression.meaning):
            return self
        ahead = expression.tense is Tense.FUTURE or _is_tomorrow(expression.meaning)
        days = self.ahead if ahead else self.told
        news = day if _of_news(expression.meaning) else days.news
        full = not any(depends_on(expression.meaning, point) for point in Point)
        days = _Days(news, day, expression.span.start, day if full else days.fixed)
        return replace(self, ahead=days) if ahead else replace(self, told=days)


def _of_news(meaning: Meaning) -> bool:
    """Return whether it is a weekday, "yesterday" and the like, and no day that names its month."""
    return depends_on(meaning, Point.PUBLICATION) and not names_a_month(meaning)


def _is_tomorrow(meaning: Meaning) -> bool:
    """Return whether it lies ahead by its words: "tomorrow", of which nothing is told as past."""
    if isinstance(meaning, AtTime):
        return _is_tomorrow(meaning.of)
    return isinstance(meaning, Shift) and meaning.of == PUBLICATION and meaning.side is Side.AFTER


def goes_on_from(meaning: Meaning) -> bool:
    """Return whether a date told is a day that a text goes on from: "by 21 April", too."""
    if isinstance(meaning, Bounded):
        return goes_on_from(meaning.of)
    return names_a_day(meaning) or (isinstance(meaning, Shift) and meaning.unit is Unit.DAY)


def _needs_a_day(meaning: Meaning) -> bool:
    """Return whether it is of the day told of: "that night", "the day after the fire"."""
    if isinstance(meaning, AtTime | Bounded):
        return _needs_a_day(meaning.of)
    if isinstance(meaning, Shift):
        return _needs_a_day(meaning.of)
    return meaning == Current(Unit.DAY, MENTIONED)


def _in_days(meaning: Meaning) -> bool:
    """Return whether days or weeks are counted from the date told last."""
    if _needs_a_day(meaning):
        return True
    if not isinstance(meaning, Shift | Stretch):
        return False
    return meaning.unit in _DAYS and meaning.of == MENTIONED


def _by_rule(meaning: Meaning) -> bool:
    """Return whether it is "the first Tuesday of October", on which something is held as a rule."""
    return isinstance(meaning, Nth) or any(map(_by_rule, parts(meaning)))

"""Times of day on their own: which day they are of.

"A train derailed on Wednesday. ... At 15:19 it left the bridge": the time is of the day that the
text told last. News tells of a weekday or of yesterday, and goes on from it for long; a day of
another kind ("the minutes of 3 July") leads on only to what stands close by. What is to come has a
line of its own: "The two meet on Friday. ... The talks begin at noon." Where no day was told, it is
that of publication. What day was told, meanings and places alone decide, so that no publication day
can change it.
"""

from dataclasses import dataclass, replace

from timeline.model.expression import Tense, TimeExpression
from timeline.model.granularity import names_a_month
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    SAME_DAY,
    Meaning,
    Nth,
    Point,
    depends_on,
    parts,
    substituted,
)
from timeline.resolving.extent import Extent

CLOSE_BY = 250  # characters


@dataclass(frozen=True, slots=True)
class _Days:
    """The day of news told last, and the day of any kind with the place where it stands."""

    news: Extent | None = None
    any: Extent | None = None
    place: int = 0

    def at(self, place: int) -> Extent | None:
        return self.any if place - self.place <= CLOSE_BY else self.news


_NONE = _Days()


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

    def after(self, day: Extent | None, expression: TimeExpression) -> "DayLine":
        """Return the line behind an expression that names a day, or none."""
        if day is None or _by_rule(expression.meaning):
            return self
        ahead = expression.tense is Tense.FUTURE
        days = self.ahead if ahead else self.told
        news = day if _of_news(expression.meaning) else days.news
        days = _Days(news, day, expression.span.start)
        return replace(self, ahead=days) if ahead else replace(self, told=days)


def _of_news(meaning: Meaning) -> bool:
    """Return whether it is a weekday, "yesterday" and the like, and no day that names its month."""
    return depends_on(meaning, Point.PUBLICATION) and not names_a_month(meaning)


def _by_rule(meaning: Meaning) -> bool:
    """Return whether it is "the first Tuesday of October", on which something is held as a rule."""
    return isinstance(meaning, Nth) or any(map(_by_rule, parts(meaning)))

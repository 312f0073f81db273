"""Even steps of the calendar, from days to thousands of years: for ticks and for counting."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from timeline.model.calendar import civil, day_number, month_shifted, weekday

DAYS_IN_YEAR = 365.2425


@dataclass(frozen=True, slots=True)
class Step:
    """A step of whole days or of whole months; exactly one of the two is not 0."""

    days: int = 0
    months: int = 0

    @property
    def length(self) -> float:
        """Length in days; the mean, for months."""
        return self.days or self.months * DAYS_IN_YEAR / 12

    @property
    def years(self) -> int:
        """Length in whole years; 0 where shorter."""
        return self.months // 12

    def floor(self, number: int) -> int:
        """Return the day number on which the step that holds a day begins.

        Weeks begin on Monday.
        """
        if self.days:
            back = (weekday(number) - 1) % self.days if self.days == 7 else number % self.days  # noqa: PLR2004 - a week
            return number - back
        year, month, _ = civil(number)
        index = year * 12 + month - 1
        return self._begin(index - index % self.months)

    def after(self, number: int) -> int:
        """Return the day number on which the next step begins."""
        start = self.floor(number)
        if self.days:
            return start + self.days
        year, month, _ = civil(start)
        return day_number(*month_shifted(year, month, self.months))

    def starts(self, first: int, last: int) -> tuple[int, ...]:
        """Return the beginnings of all steps that touch the days `first` to `last`."""
        found = [self.floor(first)]
        while (following := self.after(found[-1])) <= last:
            found.append(following)
        return tuple(found)

    @staticmethod
    def _begin(index: int) -> int:
        return day_number(index // 12, index % 12 + 1)


def ladder() -> Iterator[Step]:
    """Yield steps that people count in: day, week, month, quarter, 1, 2, 5, 10, ... years."""
    yield Step(days=1)
    yield Step(days=7)
    yield from (Step(months=m) for m in (1, 3))
    for power in count():
        yield from (Step(months=12 * factor * 10**power) for factor in (1, 2, 5))


def coarse_enough(days: float, most: int) -> Step:
    """Return the shortest step of which at most `most` cover a number of days."""
    return next(step for step in ladder() if days / step.length <= max(most, 1))

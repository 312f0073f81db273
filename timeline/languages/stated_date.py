"""The parts of a date that a text really states, none filled in."""

from dataclasses import dataclass

from timeline.model.calendar import day_number, month_bounds
from timeline.model.when import When


@dataclass(frozen=True, slots=True)
class StatedDate:
    """Year, month and day as stated, None where the text has none; `clock` as in `When`."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: str | None = None

    def when(self) -> When | None:
        """Return the interval that the stated parts name; None without a year, or for no date."""
        if self.year is None or (self.day is not None and self.month is None):
            return None
        try:
            return self._bounds(self.year)
        except ValueError:  # 30 February
            return None

    def _bounds(self, year: int) -> When:
        if self.month is None:
            return When(day_number(year), day_number(year + 1) - 1)
        if self.day is None:
            return When(*month_bounds(year, self.month))
        number = day_number(year, self.month, self.day)
        return When(number, number, clock=self.clock)

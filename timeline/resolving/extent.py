"""What a meaning comes to at one possible publication day."""

from dataclasses import dataclass, replace

from timeline.model.meaning import DayPart
from timeline.model.units import Unit, unit_bounds
from timeline.model.when import Bound, Edge, Kind


@dataclass(frozen=True, slots=True)
class Extent:
    """An interval of days and the unit it was counted in; None where it is no single unit."""

    start: Bound
    end: Bound
    unit: Unit | None = None
    kind: Kind = Kind.WITHIN
    approximate: bool = False
    clock: str | None = None
    daypart: DayPart | None = None

    @classmethod
    def of_day(cls, number: int) -> "Extent":
        """One day."""
        return cls(number, number, Unit.DAY)

    @classmethod
    def of_unit(cls, unit: Unit, number: int) -> "Extent":
        """The unit that holds a day."""
        first, last = unit_bounds(unit, number)
        return cls(first, last, unit)

    @property
    def first(self) -> int | None:
        """First possible day."""
        return self.start if isinstance(self.start, int) else None

    @property
    def last(self) -> int | None:
        """Last possible day."""
        return self.end if isinstance(self.end, int) else None

    def loosely(self, *, approximate: bool = True) -> "Extent":
        """The same, approximate too where asked."""
        return replace(self, approximate=self.approximate or approximate)


UNKNOWN = Edge.UNKNOWN
OPEN = Edge.OPEN
UNPLACED = Extent(UNKNOWN, UNKNOWN)  # a date of the story that nobody can place yet

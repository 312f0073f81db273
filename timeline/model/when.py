"""When something was: an interval of possible days with what is known about it.

Two things that other calendars mix up are kept apart. *Within*: the event lies somewhere
between first and last day ("in June 2022"). *Throughout*: it fills them ("2001 to 2005").
An edge that nobody stated is `Edge.UNKNOWN`; one that is stated to be open ("since 2021")
is `Edge.OPEN`. Precision is not stored: it follows from the bounds.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from timeline.model import units
from timeline.model.calendar import iso_date
from timeline.model.clock import is_clock_time
from timeline.model.units import Precision


class Edge(StrEnum):
    """An end of an interval that is no day."""

    OPEN = "open"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """How the event lies in its interval."""

    WITHIN = "within"
    THROUGHOUT = "throughout"


class Basis(StrEnum):
    """What a date rests on; for a relative date, what its publication date rests on."""

    STATED = "stated"
    GIVEN = "given"
    METADATA = "metadata"
    FILENAME = "filename"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


Bound = int | Edge
Marks = tuple[str, str]
_SIGNS = frozenset(("", "?", "~", "%"))
_APPROXIMATE = frozenset("~%")


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days (`calendar.day_number`), both ends included.

    `clock` is a time of day as ISO 8601 (`09:30`, `09:30Z`, `09:30:15+05:30`; no seconds where
    they are zero), only where start and end are the same day. `qualifiers` are the signs of EDTF
    at start and end, where they say more than `approximate` does: "?" is uncertain, "%" both.
    """

    start: Bound = Edge.UNKNOWN
    end: Bound = Edge.UNKNOWN
    kind: Kind = Kind.WITHIN
    approximate: bool = False
    clock: str | None = None
    basis: Basis = Basis.STATED
    qualifiers: Marks | None = None

    def __post_init__(self) -> None:
        """Refuse bounds that contradict each other or the kind."""
        if isinstance(self.start, int) and isinstance(self.end, int) and self.start > self.end:
            msg = f"starts on {iso_date(self.start)}, after its end {iso_date(self.end)}"
            raise ValueError(msg)
        if self.kind is Kind.WITHIN and Edge.OPEN in (self.start, self.end):
            msg = "only an interval that lasts throughout can have an open end"
            raise ValueError(msg)
        if self.kind is Kind.THROUGHOUT and not self.resolved:
            msg = "an interval without any known edge is simply unknown"
            raise ValueError(msg)
        self._check_clock()
        if self.approximate and not self.resolved:
            msg = "what is unknown cannot be approximate"
            raise ValueError(msg)
        self._check_qualifiers()

    def _check_qualifiers(self) -> None:
        if self.qualifiers is None:
            return
        signs = frozenset(self.qualifiers)
        if not signs <= _SIGNS or (self.kind is Kind.WITHIN and len(signs) > 1):
            msg = f"{self.qualifiers!r} are no signs for the two ends of a date"
            raise ValueError(msg)
        if self.approximate != (not signs.isdisjoint(_APPROXIMATE)):
            msg = "a sign of an approximate end is on dates that are approximate, and on no others"
            raise ValueError(msg)

    def _check_clock(self) -> None:
        if self.clock is None:
            return
        if not isinstance(self.start, int) or self.start != self.end:
            msg = "a clock time belongs to a single day"
            raise ValueError(msg)
        if not is_clock_time(self.clock):
            msg = f"{self.clock!r} is no clock time of the form 09:30, 09:30:15 or 09:30+05:30"
            raise ValueError(msg)

    @classmethod
    def of_day(cls, number: int, basis: Basis = Basis.STATED) -> "When":
        """One known day."""
        return cls(number, number, basis=basis)

    @property
    def first(self) -> int | None:
        """First possible day number; None where open or unknown."""
        return self.start if isinstance(self.start, int) else None

    @property
    def last(self) -> int | None:
        """Last possible day number; None where open or unknown."""
        return self.end if isinstance(self.end, int) else None

    @property
    def resolved(self) -> bool:
        """Whether anything at all is known of the date."""
        return isinstance(self.start, int) or isinstance(self.end, int)

    @property
    def bounded(self) -> bool:
        """Whether both ends are days."""
        return isinstance(self.start, int) and isinstance(self.end, int)

    @property
    def days(self) -> int | None:
        """Length in days; None where an end is open or unknown."""
        if self.first is None or self.last is None:
            return None
        return self.last - self.first + 1

    @property
    def marks(self) -> Marks:
        """The signs of EDTF at start and end."""
        if self.qualifiers is not None:
            return self.qualifiers
        return ("~", "~") if self.approximate else ("", "")

    @property
    def uncertain(self) -> bool:
        """Whether somebody has put a question mark to the date, or to an end of it."""
        return self.qualifiers is not None and not frozenset("?%").isdisjoint(self.qualifiers)

    def marked(self, marks: Marks) -> "When":
        """The same date with these signs at its ends; none stand at an end that is no day."""
        ends = (self.start, self.end)
        start, end = (m if isinstance(e, int) else "" for m, e in zip(marks, ends, strict=True))
        approximate = not _APPROXIMATE.isdisjoint((start, end))
        plain = tuple("~" if approximate and isinstance(e, int) else "" for e in ends)
        qualifiers = None if (start, end) == plain else (start, end)
        return replace(self, approximate=approximate, qualifiers=qualifiers)

    @property
    def precision(self) -> Precision:
        """The calendar unit that the interval is, or `range`."""
        if not self.resolved:
            return Precision.UNKNOWN
        if self.clock is not None:
            return Precision.TIME
        if self.first is None or self.last is None or self.kind is Kind.THROUGHOUT:
            return Precision.RANGE
        return units.precision_of(self.first, self.last)

    def with_basis(self, basis: Basis) -> "When":
        """The same date, resting on something else."""
        return replace(self, basis=basis)

    def may_overlap(self, other: "When") -> bool:
        """Return whether the two could be the same day as far as their bounds say."""
        starts = [w.first for w in (self, other) if w.first is not None]
        ends = [w.last for w in (self, other) if w.last is not None]
        return not starts or not ends or max(starts) <= min(ends)


UNDATED = When(basis=Basis.UNKNOWN)  # nothing is known of the date

"""What the operators of a meaning work on: points, directions, parts, amounts and fields."""

from dataclasses import dataclass, fields
from enum import StrEnum
from operator import attrgetter


class Point(StrEnum):
    """The days that relative expressions count from."""

    PUBLICATION = "publication"
    MENTIONED = "mentioned"  # the date that the text named last
    DAY = "day"  # the day that the text is at: the one it named last, else that of publication
    PERIOD = "period"  # the period under discussion


class Toward(StrEnum):
    """Which of the recurring days is meant, seen from the anchor."""

    LATEST = "latest"  # the most recent one, the anchor's own included
    PREVIOUS = "previous"  # the most recent one before the anchor's own
    COMING = "coming"  # the next one, the anchor's own included
    NEXT = "next"  # the next one after the anchor's own
    NEAREST = "nearest"  # the one with the fewest days between
    ONWARD = "onward"  # as a story goes on: nearest to its last date, sooner after than before it
    LISTED = "listed"  # of a list: the one in the anchor's year if that is behind it, else nearest
    CLAUSE = "clause"  # latest, or coming where the clause speaks of the future


class Part(StrEnum):
    """A part of a unit."""

    START = "start"
    MIDDLE = "middle"
    END = "end"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"
    ABOUT = "about"  # the whole, told loosely: "about 1840"


class Side(StrEnum):
    """Before or after."""

    BEFORE = "before"
    AFTER = "after"


class Vagueness(StrEnum):
    """References that name no date."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


class DayPart(StrEnum):
    """Parts of a day, with the letters that TIMEX3 writes for them."""

    MORNING = "MO"
    MIDDAY = "MI"
    AFTERNOON = "AF"
    EVENING = "EV"
    NIGHT = "NI"
    DAYTIME = "DT"


MOST = 10**12  # units; the universe has 5 * 10**12 days behind it


@dataclass(frozen=True, slots=True)
class Amount:
    """A count of units: "three" is 3 to 3, "a few" 2 to 5, "over 10" 10 to 11, vague."""

    low: float
    high: float
    vague: bool = False  # the text gives no number ("several", "months")
    approximate: bool = False  # the text qualifies the number ("about", "nearly", "over")
    qualifier: str | None = None  # TIMEX3 mod: APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, ...

    def __post_init__(self) -> None:
        """Refuse amounts that are negative, run backwards, or count no time that there is."""
        if not 0 <= self.low <= self.high:
            msg = f"amount {self.low}..{self.high} is negative or runs backwards"
            raise ValueError(msg)
        if self.high > MOST:
            msg = f"amount {self.low}..{self.high} is more than {MOST:,}"
            raise ValueError(msg)

    @classmethod
    def unnumbered(cls) -> "Amount":
        """A plural that nothing counts: "recent years"."""
        return cls(1, 6, vague=True, approximate=True)

    @classmethod
    def exactly(cls, count: float) -> "Amount":
        """A plain count."""
        return cls(count, count)


@dataclass(frozen=True, slots=True)
class Fields:
    """A date as the text names it, in whole or in part; what is not named is None.

    `season` and `quarter` count 1 to 4, `half` 1 to 2, `weekday` Monday 1 to Sunday 7,
    `week` is an ISO week; `century` is the year divided by 100 (19 for the 1900s), `decade`
    the year divided by 10. `holiday` is a key of the language's holidays.
    """

    century: int | None = None
    decade: int | None = None
    year: int | None = None
    half: int | None = None
    quarter: int | None = None
    season: int | None = None
    month: int | None = None
    week: int | None = None
    day: int | None = None
    weekday: int | None = None
    weekend: bool | None = None
    holiday: str | None = None

    def __post_init__(self) -> None:
        """Refuse numbers that no calendar has."""
        for (name, top), number in zip(_TOPS.items(), _numbers(self), strict=True):
            if number is not None and not 1 <= number <= top:
                msg = f"{name} {number} is not in 1..{top}"
                raise ValueError(msg)
        if _every(self) == _NOTHING:
            msg = "fields that name nothing"
            raise ValueError(msg)

    @property
    def absolute(self) -> bool:
        """Whether the fields say the year, decade or century, so that no anchor is needed."""
        return self.year is not None or self.decade is not None or self.century is not None


_TOPS = {"half": 2, "quarter": 4, "season": 4, "month": 12, "week": 53, "day": 31, "weekday": 7}
_numbers = attrgetter(*_TOPS)
_every = attrgetter(*(field.name for field in fields(Fields)))
_NOTHING = (None,) * len(fields(Fields))

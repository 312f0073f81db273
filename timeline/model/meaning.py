"""What a time expression means, before anyone knows when it was written.

A meaning is a small immutable value, composed of few operators, that needs no date to exist:
"June last year" is `Within(Shift(Current(YEAR, PUBLICATION), -1 YEAR), month 6)`. Resolving
turns it into a `When` once an anchor is known; dating an article turns the same value into
an equation on its publication day. The operators follow SCATE (Bethard and Parker 2016) in
spirit: This, Last, Next, Nth, Shift, Intersection, Between.

`Fields` without a year recur ("a Monday", "a 14 July"); `Occurrence` picks one of them.
"""

from dataclasses import dataclass, fields, replace
from typing import get_args

from timeline.model.operands import (
    Amount,
    DayPart,
    Fields,
    Part,
    Point,
    Side,
    Toward,
    Vagueness,
)
from timeline.model.units import Unit

__all__ = [
    "MENTIONED",
    "PERIOD",
    "PUBLICATION",
    "SAME_DAY",
    "Absolute",
    "Amount",
    "Anchor",
    "AtTime",
    "Between",
    "Bounded",
    "Counterpart",
    "Current",
    "DayPart",
    "Fields",
    "Frequency",
    "KnownEvent",
    "Length",
    "Meaning",
    "Nth",
    "Occurrence",
    "Part",
    "Point",
    "Portion",
    "Rest",
    "Shift",
    "Side",
    "Stretch",
    "Toward",
    "Vague",
    "Vagueness",
    "Within",
    "depends_on",
    "parts",
    "substituted",
]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day to count from."""

    point: Point = Point.PUBLICATION


@dataclass(frozen=True, slots=True)
class Absolute:
    """A date that needs no anchor: "14 June 2022", "the 1990s"."""

    fields: Fields


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One of the recurring dates that the fields name: "on Monday", "in December"."""

    fields: Fields
    toward: Toward
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Current:
    """The unit in which a date lies: "this year", "that month"."""

    unit: Unit
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Shift:
    """A date moved by an amount of units: "last year", "three days ago", "a year earlier".

    The result is as fine as the unit. Where `keep_grain`, it counts from the period under
    discussion, if there is one, and is as fine as that ("a year earlier", after a quarter, is a
    quarter). `between_events` marks a length that sets two events apart ("over
    10 months after it left"): by itself a duration, for the second event a date. `as_length`
    says that TIMEX3 marks the length: a date to a reader, "hace tres años" is P3Y in Spanish gold.
    """

    of: "Meaning"
    amount: Amount
    unit: Unit
    side: Side
    keep_grain: bool = False
    between_events: bool = False
    as_length: bool = False


@dataclass(frozen=True, slots=True)
class Within:
    """The part of a date that the fields name: "June" in "June last year"."""

    outer: "Meaning"
    fields: Fields


@dataclass(frozen=True, slots=True)
class Nth:
    """The nth unit within a date, from its end where negative: "the first week of May"."""

    number: int
    unit: Unit
    outer: "Meaning"


@dataclass(frozen=True, slots=True)
class Portion:
    """A part of a date: "early 1945", "the end of May"."""

    of: "Meaning"
    part: Part


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a unit lies before or after the day of the anchor: "later this year"."""

    of: "Meaning"
    side: Side
    anchor: "Meaning"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of units that touches a date: "the past few months", "the next two years"."""

    amount: Amount
    unit: Unit
    side: Side
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Between:
    """From the start of one date to the end of another, throughout: "1979-1989"."""

    first: "Meaning"
    last: "Meaning"


@dataclass(frozen=True, slots=True)
class Bounded:
    """Since, from, until, by or before a date.

    `side` is the side of the date on which the event lies; `throughout` tells "since 2021"
    (it lasts) from "after 2021" (some time later); `inclusive` whether the date itself counts.
    """

    of: "Meaning"
    side: Side
    throughout: bool
    inclusive: bool = True


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The period under discussion, in another year: "the 1988 quarter", "the 1988 period"."""

    year: int


@dataclass(frozen=True, slots=True)
class AtTime:
    """A time of day on a date: an ISO 8601 clock time, or a part of the day."""

    of: "Meaning"
    clock: str | None = None
    part: DayPart | None = None


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """The date of an event that the table of known events lists under `key`."""

    key: str


@dataclass(frozen=True, slots=True)
class Length:
    """A duration, which by itself dates nothing: "for three weeks"."""

    amount: Amount
    unit: Unit


@dataclass(frozen=True, slots=True)
class Frequency:
    """A recurring time: "every Monday", "daily", "twice a year".

    `times` counts how often in each period; `fields` names the recurring day, if any.
    """

    every: Amount
    unit: Unit
    times: int | None = None
    fields: Fields | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A reference that names no date: "now", "recently", "in the past"."""

    reference: Vagueness


Meaning = (
    Anchor
    | Absolute
    | Occurrence
    | Current
    | Shift
    | Within
    | Nth
    | Portion
    | Rest
    | Stretch
    | Between
    | Bounded
    | Counterpart
    | AtTime
    | KnownEvent
    | Length
    | Frequency
    | Vague
)

_COMPOSED_OF = {
    kind: tuple(field.name for field in fields(kind) if field.type == "Meaning")
    for kind in get_args(Meaning)
}

PUBLICATION = Anchor(Point.PUBLICATION)
MENTIONED = Anchor(Point.MENTIONED)
PERIOD = Anchor(Point.PERIOD)
SAME_DAY = Anchor(Point.DAY)


def parts(meaning: Meaning) -> tuple[Meaning, ...]:
    """Return the meanings that a meaning is directly composed of."""
    return tuple([getattr(meaning, name) for name in _COMPOSED_OF[type(meaning)]])


def substituted(meaning: Meaning, old: Meaning, new: Meaning) -> Meaning:
    """Return a meaning with one that it is composed of, at any depth, replaced by another."""
    if meaning == old:
        return new
    changed = {
        name: substituted(getattr(meaning, name), old, new) for name in _COMPOSED_OF[type(meaning)]
    }
    return replace(meaning, **changed) if changed else meaning  # type: ignore[arg-type]


def depends_on(meaning: Meaning, point: Point) -> bool:
    """Return whether a meaning counts from the given point anywhere inside."""
    if isinstance(meaning, Anchor):
        return meaning.point is point
    for name in _COMPOSED_OF[type(meaning)]:  # noqa: SIM110 - a loop is three times as fast
        if depends_on(getattr(meaning, name), point):
            return True
    return False

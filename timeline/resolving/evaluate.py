"""A meaning at one possible publication day: the extent it comes to, and the steps to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from timeline.model.expression import Tense
from timeline.model.meaning import (
    Absolute,
    Anchor,
    AtTime,
    Between,
    Bounded,
    Current,
    KnownEvent,
    Meaning,
    Nth,
    Occurrence,
    Part,
    Point,
    Portion,
    Rest,
    Shift,
    Side,
    Stretch,
    Toward,
    Within,
)
from timeline.model.units import Unit, unit_bounds
from timeline.model.when import UNDATED, Kind, When
from timeline.resolving import steps
from timeline.resolving.extent import OPEN, UNKNOWN, UNPLACED, Extent
from timeline.resolving.moves import portion, shifted, stretched
from timeline.resolving.occurrences import fields_extent, pick, within


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known when an expression is read, for one possible publication day."""

    publication: int | None = None
    published: When = UNDATED
    mentioned: Extent | None = None
    period: Extent | None = None
    tense: Tense = Tense.UNKNOWN
    known: Mapping[str, When] = field(default_factory=dict)
    story: bool = False  # whether the expression would count from publication in news


@dataclass(frozen=True, slots=True)
class Evaluated:
    """An extent (None: it cannot be placed) and how it was reached, a line a step.

    `core` is the date that TIMEX3 names, where a preposition or part of it changes the extent:
    2021 in "since 2021", May in "late May".
    """

    extent: Extent | None
    steps: tuple[str, ...] = ()
    core: Extent | None = None

    def then(self, extent: Extent | None, *lines: str) -> "Evaluated":
        """A further extent with the lines that lead there; no lines where it failed."""
        return Evaluated(extent, self.steps + (lines if extent is not None else ()), extent)

    def around(self, extent: Extent | None, *lines: str) -> "Evaluated":
        """The same, but TIMEX3 still names the date that it was before."""
        return replace(self.then(extent, *lines), core=self.core)


def evaluate(meaning: Meaning, frame: Frame) -> Evaluated:  # noqa: C901 - a case an operator
    """Give what a meaning comes to in a frame."""
    match meaning:
        case Anchor():
            return _anchor(meaning.point, frame)
        case Absolute():
            extent = fields_extent(meaning.fields)
            return Evaluated(extent, steps.stated(extent), extent)
        case Occurrence():
            return _occurrence(meaning, frame)
        case Current():
            base = evaluate(meaning.of, frame)
            extent = _unit_at(base.extent, meaning.unit)
            return base.then(extent, *steps.current(meaning, extent))
        case Shift():
            return _shift(meaning, frame)
        case Within():
            outer = evaluate(meaning.outer, frame)
            extent = outer.extent and within(meaning.fields, outer.extent)
            return outer.then(extent, *steps.within(extent))
        case Nth() | Portion() | Rest() | Stretch():
            return _part(meaning, frame)
        case Between() | Bounded():
            return _interval(meaning, frame)
        case AtTime():
            return _at_time(meaning, frame)
        case KnownEvent():
            return _known(meaning, frame)
        case _:
            return Evaluated(None)


def _anchor(point: Point, frame: Frame) -> Evaluated:
    told = {Point.MENTIONED: frame.mentioned, Point.PERIOD: frame.period}.get(point)
    if told == UNPLACED:
        return Evaluated(None)
    if told is not None:
        return Evaluated(told, steps.mentioned(told, story=frame.story), told)
    if frame.publication is None:
        return Evaluated(None)
    day = Extent.of_day(frame.publication)
    if point is Point.PERIOD:  # in news, the quarter that ended last
        day = Extent.of_unit(Unit.QUARTER, unit_bounds(Unit.QUARTER, frame.publication)[0] - 1)
    return Evaluated(day, steps.publication(frame.published), day)


def _occurrence(meaning: Occurrence, frame: Frame) -> Evaluated:
    base = evaluate(meaning.of, frame)
    if base.extent is None:
        return base
    extent = pick(meaning.fields, meaning.toward, base.extent, frame.tense)
    return base.then(extent, *steps.occurrence(meaning, frame.tense, extent))


def _unit_at(base: Extent | None, unit: Unit) -> Extent | None:
    if base is None or base.first is None:
        return None
    extent = Extent.of_unit(unit, base.first)
    if base.last is not None and extent.last is not None and base.last > extent.last:
        extent = replace(extent, end=unit_bounds(unit, base.last)[1], unit=None)
    return extent.loosely(approximate=base.approximate)


def _shift(meaning: Shift, frame: Frame) -> Evaluated:
    under_discussion = meaning.keep_grain and frame.period is not None
    base = _anchor(Point.PERIOD, frame) if under_discussion else evaluate(meaning.of, frame)
    if base.extent is None:
        return base
    grain = base.extent.unit if under_discussion else None
    extent = shifted(
        base.extent,
        meaning.amount,
        meaning.unit,
        meaning.side,
        grain or _grain(meaning, base.extent),
    )
    return base.then(extent, *steps.shift(meaning, extent))


def _grain(meaning: Shift, base: Extent) -> Unit:
    """Give how fine the result is: the unit counted in, or a day for weeks from a day."""
    from_day = base.unit is Unit.DAY
    exact = isinstance(meaning.of, Anchor) and meaning.of.point is Point.MENTIONED
    if meaning.unit in (Unit.WEEK, Unit.FORTNIGHT) and exact and from_day:
        return Unit.DAY
    return meaning.unit


def _part(meaning: Nth | Portion | Rest | Stretch, frame: Frame) -> Evaluated:
    if isinstance(meaning, Nth):
        outer = evaluate(meaning.outer, frame)
        extent = outer.extent and _nth(meaning.number, meaning.unit, outer.extent)
        return outer.then(extent, *steps.within(extent))
    base = evaluate(meaning.of, frame)
    if base.extent is None:
        return base
    if isinstance(meaning, Portion):
        extent = portion(base.extent, meaning.part)
        return base.around(extent, *steps.part(meaning.part, extent))
    if isinstance(meaning, Stretch):
        extent = stretched(base.extent, meaning.amount, meaning.unit, meaning.side)
        return base.then(extent, *steps.stretch(meaning, extent))
    anchor = evaluate(meaning.anchor, frame).extent
    extent = anchor and _rest(base.extent, anchor, meaning.side)
    return base.around(extent, *steps.rest(meaning.side, extent))


def _nth(number: int, unit: Unit, outer: Extent) -> Extent | None:
    if outer.first is None or outer.last is None:
        return None
    day = outer.first if number > 0 else outer.last
    for _ in range(abs(number) - 1):
        first, last = unit_bounds(unit, day)
        day = last + 1 if number > 0 else first - 1
    first, last = unit_bounds(unit, day)
    inside = first <= outer.last and last >= outer.first
    return Extent(first, last, unit) if inside else None


def _rest(unit: Extent, anchor: Extent, side: Side) -> Extent | None:
    if unit.first is None or unit.last is None or anchor.first is None or anchor.last is None:
        return None
    if side is Side.AFTER:
        return Extent(min(max(unit.first, anchor.first), unit.last), unit.last)
    return Extent(unit.first, max(min(unit.last, anchor.last), unit.first))


def _interval(meaning: Between | Bounded, frame: Frame) -> Evaluated:
    if isinstance(meaning, Between):
        first, last = evaluate(meaning.first, frame), evaluate(meaning.last, frame)
        extent = _span(first.extent, last.extent)
        lines = tuple(dict.fromkeys(first.steps + last.steps))
        return Evaluated(extent, lines).then(extent, *steps.between(extent))
    base = evaluate(meaning.of, frame)
    if base.extent is None:
        return base
    extent = _bounded(meaning, base.extent, frame)
    return base.around(extent, *steps.bounded(meaning))


def _span(first: Extent | None, last: Extent | None) -> Extent | None:
    if first is None or last is None or first.first is None or last.last is None:
        return None
    if first.first > last.last:
        return None
    approximate = first.approximate or last.approximate
    return Extent(first.first, last.last, None, Kind.THROUGHOUT, approximate)


def _bounded(meaning: Bounded, base: Extent, frame: Frame) -> Extent | None:
    kind = Kind.THROUGHOUT if meaning.throughout else Kind.WITHIN
    if meaning.side is Side.AFTER:
        edge = base.first if meaning.inclusive else base.last
        if edge is None:
            return None
        start = edge if meaning.inclusive else edge + 1
        return Extent(start, OPEN if meaning.throughout else UNKNOWN, None, kind, base.approximate)
    # "Before the end of May" holds its last days, too: the very end is meant.
    whole = meaning.inclusive or (isinstance(meaning.of, Portion) and meaning.of.part is Part.END)
    edge = base.last if whole else base.first
    if edge is None:
        return None
    end = edge if whole else edge - 1
    start_bound = frame.publication if _planned(meaning, end, frame) else None
    return Extent(
        UNKNOWN if start_bound is None else start_bound, end, None, kind, base.approximate
    )


def _planned(meaning: Bounded, end: int, frame: Frame) -> bool:
    """Tell whether the event is still to come, so that it lies between publication and the end.

    Where the publication day is not known, only if no possible day of it has the end behind it.
    """
    if frame.tense is not Tense.FUTURE or frame.publication is None or frame.publication > end:
        return False
    if isinstance(meaning.of, Absolute) or frame.published.first == frame.published.last:
        return True
    coming = (Toward.CLAUSE, Toward.COMING, Toward.NEXT)
    ahead = isinstance(meaning.of, Occurrence) and meaning.of.toward in coming
    return ahead and meaning.inclusive


def _at_time(meaning: AtTime, frame: Frame) -> Evaluated:
    base = evaluate(meaning.of, frame)
    if base.extent is None or base.extent.unit is not Unit.DAY:
        return base
    extent = replace(base.extent, clock=meaning.clock, daypart=meaning.part)
    return base.then(extent, *steps.at_time(meaning))


def _known(meaning: KnownEvent, frame: Frame) -> Evaluated:
    when = frame.known.get(meaning.key)
    if when is None:
        return Evaluated(None)
    unit = Unit.DAY if when.first == when.last else None
    extent = Extent(when.start, when.end, unit)
    return Evaluated(extent, steps.known(meaning.key, extent), extent)

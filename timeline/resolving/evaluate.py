"""A meaning at one possible publication day: the extent it comes to, and the steps to it."""

from dataclasses import replace

from timeline.model.calendar import civil, day_number
from timeline.model.expression import Tense
from timeline.model.meaning import (
    MENTIONED,
    Absolute,
    Anchor,
    AtTime,
    Between,
    Bounded,
    Counterpart,
    Current,
    Fields,
    KnownEvent,
    Meaning,
    Nth,
    Occurrence,
    Point,
    Portion,
    Rest,
    Shift,
    Side,
    Stretch,
    Within,
)
from timeline.model.units import Unit, unit_bounds
from timeline.resolving import steps
from timeline.resolving.bounding import bounded_extent, is_told, span
from timeline.resolving.extent import UNPLACED, Extent
from timeline.resolving.frame import Evaluated, Frame
from timeline.resolving.moves import portion, shifted, stretched
from timeline.resolving.occurrences import fields_extent, pick, within

_AGES = (Unit.DECADE, Unit.CENTURY, Unit.MILLENNIUM)


def evaluate(meaning: Meaning, frame: Frame) -> Evaluated:  # noqa: C901 - a case an operator
    """Return what a meaning comes to in a frame."""
    match meaning:
        case Anchor():
            return _anchor(meaning.point, frame)
        case Absolute():
            extent = fields_extent(meaning.fields)
            return Evaluated(extent, steps.feast(meaning.fields) + steps.stated(extent), extent)
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
            return outer.then(extent, *steps.feast(meaning.fields), *steps.within(extent))
        case Nth() | Portion() | Rest() | Stretch():
            return _part(meaning, frame)
        case Between() | Bounded():
            return _interval(meaning, frame)
        case AtTime():
            return _at_time(meaning, frame)
        case Counterpart():
            return _counterpart(meaning, frame)
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
    return Evaluated(day, steps.publication(frame.published, frame.day_of), day)


def _occurrence(meaning: Occurrence, frame: Frame) -> Evaluated:
    base = evaluate(meaning.of, frame)
    if base.extent is None:
        return base
    extent = pick(meaning.fields, meaning.toward, base.extent, frame.tense)
    found = steps.occurrence(meaning, frame.tense, extent)
    return base.then(extent, *steps.feast(meaning.fields), *found)


def _unit_at(base: Extent | None, unit: Unit) -> Extent | None:
    if base is None or base.first is None:
        return None
    extent = Extent.of_unit(unit, base.first)
    if base.last is not None and extent.last is not None and base.last > extent.last:
        extent = replace(extent, end=unit_bounds(unit, base.last)[1], unit=None)
    return extent.loosely(approximate=base.approximate)


def _shift(meaning: Shift, frame: Frame) -> Evaluated:
    anchored = isinstance(meaning.of, Anchor)
    under_discussion = meaning.keep_grain and anchored and frame.period is not None
    base = _anchor(Point.PERIOD, frame) if under_discussion else evaluate(meaning.of, frame)
    if base.extent is None or _is_later_than_nothing(meaning, frame):
        return Evaluated(None)
    grain = _grain(meaning, base.extent)
    if under_discussion or (meaning.keep_grain and not anchored):
        grain = meaning.unit if anchored and frame.yearly else base.extent.unit or grain
    extent = shifted(base.extent, meaning.amount, meaning.unit, meaning.side, grain)
    if extent is not None and grain is not meaning.unit and meaning.unit in _AGES:
        extent = extent.loosely()
    return base.then(extent, *steps.shift(meaning, extent))


def _is_later_than_nothing(meaning: Shift, frame: Frame) -> bool:
    """Return whether it is "five years later" where the text told no date: never publication."""
    return meaning.side is Side.AFTER and meaning.of == MENTIONED and frame.mentioned is None


def _counterpart(meaning: Counterpart, frame: Frame) -> Evaluated:
    """Return the same quarter of another year; the year, where no single quarter is sure."""
    year = fields_extent(Fields(year=meaning.year))
    period = _anchor(Point.PERIOD, frame)
    known = frame.publication is not None and frame.published.first == frame.published.last
    sure = known and not frame.yearly
    if not sure or period.extent is None or period.extent.first is None:
        return Evaluated(year, steps.stated(year), year)
    month = civil(period.extent.first)[1]
    unit = period.extent.unit or Unit.YEAR
    extent = Extent.of_unit(unit, day_number(meaning.year, month))
    return period.then(extent, *steps.counterpart(extent))


def _grain(meaning: Shift, base: Extent) -> Unit:
    """Return how fine the result is: the unit counted in, or a day for weeks from a day."""
    from_day = base.unit is Unit.DAY
    exact = isinstance(meaning.of, Anchor) and meaning.of.point is Point.MENTIONED
    if meaning.unit in (Unit.WEEK, Unit.FORTNIGHT) and exact and from_day:
        return Unit.DAY
    if meaning.unit in _AGES and exact and base.unit not in _AGES:
        return Unit.YEAR  # "a century later" is a year again
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
    return base.around(extent, *steps.rest(meaning.side, extent, frame.day_of))


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
        extent = span(first.extent, last.extent)
        lines = tuple(dict.fromkeys(first.steps + last.steps))
        return Evaluated(extent, lines).then(extent, *steps.between(extent))
    if meaning.side is Side.BEFORE and meaning.inclusive and frame.tense is Tense.UNKNOWN:
        frame = replace(frame, tense=Tense.FUTURE)  # "by March" alone looks ahead
    base = evaluate(meaning.of, frame)
    if base.extent is None:
        return base
    extent = bounded_extent(meaning, base.extent, frame)
    told = is_told(meaning, base.extent, frame)
    return base.around(extent, *steps.bounded(meaning, told=told))


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

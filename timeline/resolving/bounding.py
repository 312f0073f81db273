"""Intervals that a date bounds: from one to another, since, until, by, before, after."""

from dataclasses import replace

from timeline.model.expression import Tense
from timeline.model.meaning import Absolute, Bounded, Occurrence, Part, Portion, Side, Toward
from timeline.model.units import Unit, unit_bounds
from timeline.model.when import Kind
from timeline.resolving.extent import OPEN, UNKNOWN, Extent
from timeline.resolving.frame import Frame


def span(first: Extent | None, last: Extent | None) -> Extent | None:
    """Return the days from the start of one date to the end of another, throughout."""
    if first is None or last is None or first.first is None or last.last is None:
        return None
    if first.first > last.last:
        return None
    approximate = first.approximate or last.approximate
    return Extent(first.first, last.last, None, Kind.THROUGHOUT, approximate)


def bounded_extent(meaning: Bounded, base: Extent, frame: Frame) -> Extent | None:
    """Return what lies since, until, by, before or after a date."""
    kind = Kind.THROUGHOUT if meaning.throughout else Kind.WITHIN
    if meaning.side is Side.AFTER:
        edge = base.first if meaning.inclusive else base.last
        if edge is None:
            return None
        after = edge if meaning.inclusive else edge + 1
        return Extent(after, OPEN if meaning.throughout else UNKNOWN, None, kind, base.approximate)
    if is_told(meaning, base, frame):
        return _very_end(meaning, base).loosely()
    if meaning.inclusive:
        return _up_to(meaning, base, frame, kind)
    # "Before the end of May" holds its last days, too: the very end is meant.
    whole = isinstance(meaning.of, Portion) and meaning.of.part is Part.END
    edge = base.last if whole else base.first
    if edge is None:
        return None
    end = edge if whole else edge - 1
    start = frame.publication if _planned(meaning, end, frame) else None
    return Extent(UNKNOWN if start is None else start, end, None, kind, base.approximate)


def _up_to(meaning: Bounded, base: Extent, frame: Frame, kind: Kind) -> Extent | None:
    """Return what "until" and "by" make of a date that is still to come: from publication to it."""
    if base.last is None:
        return None
    if not _planned(meaning, base.last, frame):
        return Extent(UNKNOWN, base.last, None, kind, base.approximate)
    start = UNKNOWN if frame.publication is None else frame.publication
    return Extent(start, base.last, None, kind, base.approximate)


def is_told(meaning: Bounded, base: Extent, frame: Frame) -> bool:
    """Return whether it is "until" or "by" with a date that is past.

    Something had come to pass by then, or lasted until then: that is the date, about, and never
    all the time before it. Past is what the clause tells so, or what is over on every possible
    day of publication.
    """
    if meaning.side is Side.AFTER or not meaning.inclusive or base.last is None:
        return False
    over = frame.published.first is not None and base.last < frame.published.first
    return over or frame.tense is not Tense.FUTURE


def _very_end(meaning: Bounded, base: Extent) -> Extent:
    """Return the last month of "the end of the year", by which something was done."""
    if not (isinstance(meaning.of, Portion) and meaning.of.part is Part.END):
        return base
    if base.first is None or base.last is None:
        return base
    return replace(base, start=max(base.first, unit_bounds(Unit.MONTH, base.last)[0]))


def _planned(meaning: Bounded, end: int, frame: Frame) -> bool:
    """Return whether the event is still to come, so that it lies between publication and the end.

    Where the publication day is not known, only if no possible day of it has the end behind it.
    """
    if frame.tense is not Tense.FUTURE or frame.publication is None or frame.publication > end:
        return False
    if isinstance(meaning.of, Absolute) or frame.published.first == frame.published.last:
        return True
    coming = (Toward.CLAUSE, Toward.COMING, Toward.NEXT)
    ahead = isinstance(meaning.of, Occurrence) and meaning.of.toward in coming
    return ahead and meaning.inclusive

"""Intervals that a date bounds: from one to another, since, until, by, before, after."""

from dataclasses import replace

from timeline.model.expression import Tense
from timeline.model.meaning import Absolute, Bounded, Occurrence, Part, Portion, Side, Toward
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
        start = edge if meaning.inclusive else edge + 1
        return Extent(start, OPEN if meaning.throughout else UNKNOWN, None, kind, base.approximate)
    if _reached(meaning, base, frame):
        return replace(base, approximate=True)
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


def _reached(meaning: Bounded, base: Extent, frame: Frame) -> bool:
    """Return whether it is "by autumn 2020 the debt had reached nine million": about then."""
    if meaning.throughout or not meaning.inclusive or base.first is None:
        return False
    return frame.tense is Tense.PAST


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

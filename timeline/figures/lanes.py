"""Which lane an event belongs to."""

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from timeline.model.event import Category, Event, Status

NOBODY = "—"
MOST_LANES = 12


class LaneScheme(StrEnum):
    """What the lanes stand for."""

    CATEGORY = "category"
    ACTOR = "actor"
    PLACE = "place"
    DOCUMENT = "document"
    STATUS = "status"
    NONE = "none"

    @classmethod
    def named(cls, name: str) -> "LaneScheme":
        """Give the scheme of a name; raise ValueError, listing the names, where there is none."""
        if name not in set(cls):
            msg = f"no lanes by {name!r}; there are {', '.join(cls)}"
            raise ValueError(msg)
        return cls(name)


def lane_of(event: Event, scheme: LaneScheme) -> str:
    """Give the key of an event's lane: its first actor, place or document; `NOBODY` without one."""
    match scheme:
        case LaneScheme.CATEGORY:
            return event.category.value
        case LaneScheme.STATUS:
            return event.status.value
        case LaneScheme.ACTOR:
            return next(iter(event.actors), NOBODY)
        case LaneScheme.PLACE:
            return next(iter(event.places), NOBODY)
        case LaneScheme.DOCUMENT:
            return event.documents[0]
        case LaneScheme.NONE:
            return NOBODY


def lane_keys(events: Sequence[Event], scheme: LaneScheme) -> tuple[tuple[str, ...], ...]:
    """Give the lanes from top to bottom, each as the keys that share it.

    Categories and statuses keep their own order; documents go by name; actors and places go by
    how many events they have. What exceeds `MOST_LANES` shares one lane, `NOBODY` comes last.
    """
    counted = Counter(lane_of(event, scheme) for event in events)
    keys = _ordered(counted, scheme)
    named = [key for key in keys if key != NOBODY]
    kept: list[tuple[str, ...]] = [(key,) for key in named]
    if len(named) > MOST_LANES:
        kept = [*kept[: MOST_LANES - 1], tuple(named[MOST_LANES - 1 :])]
    return (*kept, *([(NOBODY,)] if NOBODY in counted else []))


def lane_name(keys: tuple[str, ...], scheme: LaneScheme) -> str:
    """Say what a lane holds, in plain text."""
    if len(keys) > 1:
        return f"{len(keys):,} more {scheme.value}s"
    if scheme is LaneScheme.NONE:
        return "Events"
    written = scheme in (LaneScheme.CATEGORY, LaneScheme.STATUS)
    return keys[0].capitalize() if written else keys[0]


def lane_category(keys: tuple[str, ...], scheme: LaneScheme) -> Category | None:
    """Give the category that a whole lane belongs to, if there is one."""
    return Category(keys[0]) if scheme is LaneScheme.CATEGORY else None


def _ordered(counted: Counter[str], scheme: LaneScheme) -> list[str]:
    if scheme is LaneScheme.CATEGORY:
        return [c.value for c in Category if c.value in counted]
    if scheme is LaneScheme.STATUS:
        return [s.value for s in Status if s.value in counted]
    if scheme is LaneScheme.DOCUMENT:
        return sorted(counted)
    return sorted(counted, key=lambda key: (-counted[key], key))

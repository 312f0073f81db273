"""How sure an event is by what its date rests on and by how many sources tell it."""

from collections.abc import Sequence

from timeline.merging.conflicts import dates_conflict
from timeline.model.event import DatedMention
from timeline.model.when import Basis, When

SUREST = 0.99
_DATE = 0.95  # of a date that a text states, or that counts from a known publication date
_DOUBT_LEFT = 0.7  # of the doubt, after each further article that tells the same
_DATE_IN_DOUBT = 0.9
_UNSURE = (Basis.INFERRED, Basis.UNKNOWN)
_YEAR = 366
_NARROWED, _WIDE = 0.7, 0.3  # of a date that rests on an inferred publication date


def confidence_of_event(mentions: Sequence[DatedMention], sources: int) -> float:
    """Return how sure it is that an event is right as it stands."""
    best = max(told.mention.confidence * _evidence(told.when) for told in mentions)
    return _corroborated(best, mentions, sources)


def confidence_of_date(mentions: Sequence[DatedMention], sources: int) -> float:
    """Return how sure it is that an event's date is right."""
    best = max(_DATE * _evidence(told.when) for told in mentions)
    return _corroborated(best, mentions, sources)


def _evidence(when: When) -> float:
    """Return how much of a confidence a date leaves: a guess at a year leaves little."""
    if when.basis not in _UNSURE:
        return 1.0
    narrow = when.days is not None and when.days <= _YEAR
    return _NARROWED if narrow else _WIDE


def _corroborated(best: float, mentions: Sequence[DatedMention], sources: int) -> float:
    """Let each further source take away some of the doubt, and dates that differ add some."""
    doubt = (1 - best) * _DOUBT_LEFT ** (sources - 1)
    sure = 1 - doubt if doubt < 1 - best else best
    return min(SUREST, sure * _DATE_IN_DOUBT if dates_conflict(mentions) else sure)

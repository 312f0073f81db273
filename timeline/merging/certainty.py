"""How sure an event is by what its date rests on and by how many sources tell it.

The shares are those of dates that were right in the articles written for the project, the long ones
and the short ones, a little lowered, for these have been developed on
(`python -m tests.quality.calibration`).
"""

from collections.abc import Sequence

from timeline.merging.conflicts import dates_conflict
from timeline.model.event import DatedMention
from timeline.model.meaning import Meaning, Point, Portion, Rest, depends_on, parts
from timeline.model.when import Basis, When

SUREST = 0.99
STATED = 0.94  # "on 14 June 2022": the text says it all
COUNTED = 0.9  # "on Monday": counts from a publication date that is known
CONTEXT = 0.76  # "three days later": counts from another date of the text
IN_PART = 0.85  # of these, for a part of a date that is counted: "late last year"
OPEN = 0.86  # "since 2021": one side is open
NARROWED, WIDE = 0.65, 0.05  # counts from a publication date that was inferred
_LEFT_NARROWED, _LEFT_WIDE = 0.7, 0.3  # of the confidence in the whole
_YEAR = 366
_DOUBT_LEFT = 0.7  # of the doubt, after each further article that tells the same
_DATE_IN_DOUBT = 0.9
_UNSURE = (Basis.INFERRED, Basis.UNKNOWN)
_OF_TEXT = (Point.MENTIONED, Point.DAY, Point.PERIOD)


def confidence_of_event(mentions: Sequence[DatedMention], sources: int) -> float:
    """Return how sure it is that an event is right as it stands."""
    best = max(told.mention.confidence * _evidence(told.when) for told in mentions)
    return _corroborated(best, mentions, sources)


def confidence_of_date(mentions: Sequence[DatedMention], sources: int) -> float:
    """Return how sure it is that an event's date is right."""
    return _corroborated(max(map(date_share, mentions)), mentions, sources)


def date_share(told: DatedMention) -> float:
    """Return how often a date that rests on the same is right."""
    when, meaning = told.when, told.mention.expression.meaning
    if when.basis in _UNSURE:
        return NARROWED if when.days is not None and when.days <= _YEAR else WIDE
    if when.days is None:
        return OPEN
    if any(depends_on(meaning, point) for point in _OF_TEXT):
        return CONTEXT
    if not depends_on(meaning, Point.PUBLICATION):
        return STATED
    return COUNTED * IN_PART if _is_part(meaning) else COUNTED


def _is_part(meaning: Meaning) -> bool:
    return isinstance(meaning, Portion | Rest) or any(map(_is_part, parts(meaning)))


def _evidence(when: When) -> float:
    """Return how much of a confidence a date leaves: a guess at a year leaves little."""
    if when.basis not in _UNSURE:
        return 1.0
    narrow = when.days is not None and when.days <= _YEAR
    return _LEFT_NARROWED if narrow else _LEFT_WIDE


def _corroborated(best: float, mentions: Sequence[DatedMention], sources: int) -> float:
    """Let each further source take away some of the doubt, and dates that differ add some."""
    doubt = (1 - best) * _DOUBT_LEFT ** (sources - 1)
    sure = 1 - doubt if doubt < 1 - best else best
    return min(SUREST, sure * _DATE_IN_DOUBT if dates_conflict(mentions) else sure)

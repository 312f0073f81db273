"""How two dates agree, and how much must be told alike for the same event on such dates.

The closer a date, the less else happened on it: on one day a fair likeness is enough,
within a year only a great one.
"""

from timeline.model.when import Kind, When

RETOLD_DAYS = 2  # articles that tell of one event differ by no more than this, if they differ
# Length in days of the wider date, and the likeness that is then asked for (0 to 1).
_ASKED = ((1, 0.7), (7, 0.75), (31, 0.75), (92, 0.8), (366, 0.85))
_ASKED_BEYOND = 0.95
CLOSE_DAYS = 31
NIGHT = 2  # days


def agree(one: When, other: When) -> bool:
    """Return whether two resolved dates can be one: the same kind, with a day in common.

    What happened in a night happened on one of its two days.
    """
    return lies_in(one) is lies_in(other) and one.may_overlap(other)


def lies_in(when: When) -> Kind:
    """Return how the event lies in its date."""
    in_a_night = when.days is not None and when.days <= NIGHT
    return Kind.WITHIN if in_a_night else when.kind


def close(when: When) -> bool:
    """Return whether a date is known to the month or better."""
    return when.days is not None and when.days <= CLOSE_DAYS


def likeness_asked(one: When, other: When) -> float:
    """Return how alike two mentions must be told to be one event on these dates."""
    if one.days is None or other.days is None:
        return _ASKED_BEYOND
    wider = max(one.days, other.days)
    return next((asked for days, asked in _ASKED if wider <= days), _ASKED_BEYOND)

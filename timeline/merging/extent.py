"""How the dates of two mentions lie to each other."""

from timeline.merging.profile import Profile

YEAR = 366  # days


def on_one_day(one: Profile, other: Profile) -> bool:
    """Return whether both are of one day that is known."""
    return one.first == one.last == other.first == other.last


def wider(one: Profile, other: Profile) -> int:
    """Return the length in days of the longer date; 0 where it is open."""
    return max(one.when.days or 0, other.when.days or 0)


def within(one: Profile, other: Profile, longest: int = YEAR) -> bool:
    """Return whether one date lies in the other, and neither is longer than a number of days."""
    if None in (one.when.days, other.when.days) or wider(one, other) > longest:
        return False
    return _holds(one, other) or _holds(other, one)


def _holds(one: Profile, other: Profile) -> bool:
    return one.first <= other.first <= other.last <= one.last


def only_of_its_type(one: Profile, other: Profile) -> bool:
    """Return whether the article has nothing else of the other's type in the wider date."""
    first, last = min(one.first, other.first), max(one.last, other.last)
    start, end = max(one.first, other.first), min(one.last, other.last)
    return all(
        not (first <= a <= b <= last) or (a <= end and start <= b)
        for a, b in one.article.dates_by_type.get(other.mention.category, ())
        if a is not None and b is not None
    )

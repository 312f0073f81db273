"""Years of two digits."""

_CENTURY_PIVOT = 30  # '29 is 2029, '30 is 1930


def full_year(short: int) -> int:
    """Read a year of two digits by the century it is most likely of."""
    return short + (2000 if short < _CENTURY_PIVOT else 1900)

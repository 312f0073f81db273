"""Years of the Islamic and the Jewish calendar, as day numbers.

The Islamic year is that of the tabular calendar; the months that are lived begin when the new
moon is seen, up to a day or two earlier or later. The Jewish year is exact. Both days begin at
sunset of the day before.
"""

_ISLAMIC_EPOCH = 227_015  # 16 July 622, Julian
_ISLAMIC_YEAR = 354.367  # days, on average
_JEWISH_EPOCH = -1_373_427
_SOLAR_LEAD = 3760  # years by which the Jewish count is ahead of ours until autumn


def islamic_day(year: int, month: int, day: int) -> int:
    """Return the day number of a day of the tabular Islamic calendar."""
    months = 29 * (month - 1) + month // 2
    return _ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day - 1


def islamic_years(first: int, last: int) -> range:
    """Return the Islamic years that may touch the days from first to last."""
    start, end = (int((day - _ISLAMIC_EPOCH) / _ISLAMIC_YEAR) for day in (first, last))
    return range(start, end + 3)


def jewish_new_year(year: int) -> int:
    """Return the day number of Rosh Hashanah in the autumn of a year of ours."""
    jewish = year + _SOLAR_LEAD + 1
    before, this, after = (_new_moon(jewish + step) for step in (-1, 0, 1))
    late = 2 if after - this == 356 else int(this - before == 382)  # noqa: PLR2004 - lengths that no year has
    return _JEWISH_EPOCH + this + late


def _new_moon(jewish: int) -> int:
    """Count the days to the new moon of a Jewish year, put off from days that it may not be on."""
    months = (235 * jewish - 234) // 19
    parts = 12_084 + 13_753 * months
    day = 29 * months + parts // 25_920
    return day + (3 * (day + 1) % 7 < 3)  # noqa: PLR2004 - Sunday, Wednesday or Friday

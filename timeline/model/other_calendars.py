"""Years of the Islamic, the Jewish and the Solar Hijri calendar, as day numbers.

The Islamic year is that of the tabular calendar; the months that are lived begin when the new
moon is seen, up to a day or two earlier or later. The Jewish year is exact. Both days begin at
sunset of the day before. The Solar Hijri year of Iran begins at the spring equinox; its leap years
follow a cycle of 33 years, which is that of the equinox from 1178 to 1633 (1799 to 2255).
"""

from timeline.model.calendar import day_number

_ISLAMIC_EPOCH = 227_015  # 16 July 622, Julian
_ISLAMIC_YEAR = 354.367  # days, on average
_JEWISH_EPOCH = -1_373_427
_SOLAR_HIJRI_YEARS = range(1178, 1634)
_LONG_MONTHS, _SOLAR_MONTHS = 6, 12
_FIRST_NOWRUZ = 2024, 3, 20  # of 1403
_SOLAR_LEAD = 3760  # years by which the Jewish count is ahead of ours until autumn


def islamic_day(year: int, month: int, day: int) -> int:
    """Return the day number of a day of the tabular Islamic calendar."""
    months = 29 * (month - 1) + month // 2
    return _ISLAMIC_EPOCH + 354 * (year - 1) + (3 + 11 * year) // 30 + months + day - 1


def islamic_years(first: int, last: int) -> range:
    """Return the Islamic years that may touch the days from first to last."""
    start, end = (int((day - _ISLAMIC_EPOCH) / _ISLAMIC_YEAR) for day in (first, last))
    return range(start, end + 3)


def solar_hijri_day(year: int, month: int = 1, day: int = 1) -> int:
    """Return the day number of a day of the Iranian calendar; raise ValueError where none is."""
    if year not in _SOLAR_HIJRI_YEARS or not 1 <= month <= _SOLAR_MONTHS:
        msg = f"there is no month {month} of the Solar Hijri year {year} to count with"
        raise ValueError(msg)
    short = 30 if month < _SOLAR_MONTHS or _is_long(year) else 29
    if not 1 <= day <= (31 if month <= _LONG_MONTHS else short):
        msg = f"there is no day {day} in month {month} of the Solar Hijri year {year}"
        raise ValueError(msg)
    first, last = sorted((year, 1403))
    days = 365 * (last - first) + sum(map(_is_long, range(first, last)))
    new_year = day_number(*_FIRST_NOWRUZ) + (days if year > 1403 else -days)  # noqa: PLR2004
    return new_year + 31 * (month - 1) - max(0, month - _LONG_MONTHS - 1) + day - 1


def _is_long(year: int) -> bool:
    """Return whether a Solar Hijri year has 366 days."""
    return (8 * year + 29) % 33 < 8  # noqa: PLR2004 - eight of 33 years


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

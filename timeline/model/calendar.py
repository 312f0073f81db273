"""Days as whole numbers, before and beyond what `datetime.date` can hold.

A day number counts days of the proleptic Gregorian calendar with astronomical years
(year 0 is 1 BCE), and 0001-01-01 is 1, so that it equals `date.toordinal` where both
exist. Weekdays are ISO 8601: Monday is 1, Sunday is 7.
"""

import re
from functools import lru_cache

DAYS_IN_400_YEARS = 146_097
DAYS_BEFORE_EPOCH = 306  # from 0000-03-01, where the reckoning below starts, to 0001-01-01
FOUR_DIGIT_YEARS = range(-9999, 10_000)
MONTHS = range(1, 13)
MOST_REMEMBERED = 4096  # days; those that a text speaks of recur
_THIRTY = (4, 6, 9, 11)
_ISO_DATE = re.compile(r"([+-]?\d{4,})-(\d\d)-(\d\d)", re.ASCII)


def is_leap(year: int) -> bool:
    """Return whether an astronomical year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Count the days of a month (28 to 31)."""
    if month not in MONTHS:
        msg = f"month {month} is not in 1..12"
        raise ValueError(msg)
    if month == 2:  # noqa: PLR2004 - February
        return 29 if is_leap(year) else 28
    return 30 if month in _THIRTY else 31


@lru_cache(maxsize=MOST_REMEMBERED)
def day_number(year: int, month: int = 1, day: int = 1) -> int:
    """Return the number of a civil date; raise ValueError where the calendar has no such day."""
    if not 1 <= day <= days_in_month(year, month):
        msg = f"there is no day {day} in {year}-{month:02d}"
        raise ValueError(msg)
    # Counting years from March puts the leap day last, so that months have fixed offsets.
    shifted = year - (month < 3)  # noqa: PLR2004 - January and February belong to the year before
    era, year_of_era = divmod(shifted, 400)
    day_of_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
    day_of_era = year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year
    return era * DAYS_IN_400_YEARS + day_of_era - DAYS_BEFORE_EPOCH + 1


@lru_cache(maxsize=MOST_REMEMBERED)
def civil(number: int) -> tuple[int, int, int]:
    """Return year, month and day of a day number; the inverse of `day_number`."""
    era, day_of_era = divmod(number + DAYS_BEFORE_EPOCH - 1, DAYS_IN_400_YEARS)
    year_of_era = (
        day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096
    ) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    march_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * march_month + 2) // 5 + 1
    month = march_month + 3 if march_month < 10 else march_month - 9  # noqa: PLR2004
    year = era * 400 + year_of_era + (month < 3)  # noqa: PLR2004
    return year, month, day


def weekday(number: int) -> int:
    """Return the ISO weekday of a day number, Monday 1 to Sunday 7."""
    return (number - 1) % 7 + 1


def month_shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """Move a year and month by a number of months, either way."""
    total = year * 12 + month - 1 + months
    return total // 12, total % 12 + 1


def month_bounds(year: int, month: int, months: int = 1) -> tuple[int, int]:
    """Return first and last day number of a run of months that starts at the given one."""
    end_year, end_month = month_shifted(year, month, months)
    return day_number(year, month, 1), day_number(end_year, end_month, 1) - 1


def iso_week(number: int) -> tuple[int, int]:
    """Return ISO 8601 week-numbering year and week of a day number."""
    thursday = number - weekday(number) + 4
    year = civil(thursday)[0]
    return year, (thursday - day_number(year)) // 7 + 1


def iso_year(year: int) -> str:
    """Write a year with at least four digits, and a sign where ISO 8601 asks for one."""
    if year < 0:
        return f"-{-year:04d}"
    return f"{year:04d}" if year in FOUR_DIGIT_YEARS else f"+{year}"


def iso_date(number: int) -> str:
    """Write a day number as an ISO 8601 date, `-0044-03-15` for 15 March 45 BCE."""
    year, month, day = civil(number)
    return f"{iso_year(year)}-{month:02d}-{day:02d}"


def parse_iso_date(text: str) -> int:
    """Read what `iso_date` writes; raise ValueError on anything else."""
    found = _ISO_DATE.fullmatch(text)
    if not found:
        msg = f"{text!r} is not a date of the form YYYY-MM-DD"
        raise ValueError(msg)
    year, month, day = (int(part) for part in found.groups())
    return day_number(year, month, day)

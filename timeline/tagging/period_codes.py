"""Periods in short: "2025Q1", "H1 2024", "1Q25", "FY2019", "2021-W23", "T2 2024"."""

import re
from datetime import date

from timeline.model.meaning import Fields
from timeline.tagging.short_years import full_year

_YEAR = r"(?:\d{4}|\d\d)"
# Pieces of the token pattern, so that they hold no groups: those that begin with a letter first.
OF_LETTERS = (
    rf"[QqHhT][1-4](?:[-/]?['’]?{_YEAR}|FY{_YEAR})(?!\w)|FY['’]?{_YEAR}(?![\w/-])|H[12](?!\w)"
    r"|T[1-4](?=\s(?:de\s|del\s|di\s)?\d{4}(?!\w))"
)
OF_DIGITS = (
    rf"\d{{4}}[-/]?[QqHhT][1-4](?!\w)|[1-4][QqT](?:['’]?{_YEAR})?(?!\w)|[12]H['’]?{_YEAR}(?!\w)"
    rf"|\d{{4}}-?W\d\d(?:-?[1-7])?(?![\w-])"
)
_FORMS = (
    re.compile(rf"(?P<kind>[QqHhT])(?P<number>[1-4])(?:FY)?[-/]?['’]?(?P<year>{_YEAR})?"),
    re.compile(r"(?P<year>\d{4})-?(?P<kind>W)(?P<number>\d\d)(?:-?(?P<weekday>[1-7]))?"),
    re.compile(r"(?P<year>\d{4})-?/?(?P<kind>[QqHhT])(?P<number>\d)"),
    re.compile(rf"(?P<number>[1-4])(?P<kind>[QqHhT])['’]?(?P<year>{_YEAR})?"),
    re.compile(rf"(?P<kind>F)Y['’]?(?P<year>{_YEAR})(?P<number>)"),
)
_HALVES = 2
_SHORT = 100  # years: below it, one of two digits


def read_period(text: str, year: int | None = None) -> Fields | None:
    """Read a period; `year` is one that stands beside it. None where there is none in it."""
    found = next(filter(None, (form.fullmatch(text) for form in _FORMS)), None)
    if found is None:
        return None
    if found["year"]:
        written = int(found["year"])
        year = full_year(written) if written < _SHORT else written
    number, kind = int(found["number"] or 0), found["kind"].upper()
    if kind == "F":
        return Fields(year=year)
    if kind == "T":  # a quarter of Romance languages; "T2" alone may be a terminal
        return None if year is None else Fields(year=year, quarter=number)
    if kind == "Q":
        return Fields(year=year, quarter=number)
    if kind == "W":
        return _of_week(year or 0, number, found["weekday"])
    return Fields(year=year, half=number) if year is not None and number <= _HALVES else None


def _of_week(year: int, week: int, weekday: str | None) -> Fields | None:
    """Return a week of ISO 8601, or its day, Monday being 1; None where the year has no such."""
    if weekday is None:
        return Fields(year=year, week=week)
    try:
        day = date.fromisocalendar(year, week, int(weekday))
    except ValueError:
        return None
    return Fields(year=day.year, month=day.month, day=day.day)

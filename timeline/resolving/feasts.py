"""Feasts that fall on a weekday of a month: Thanksgiving is the fourth Thursday of November.

The days are those of United States law (5 U.S.C. 6103), in which English names them.
"""

from timeline.model.calendar import day_number, days_in_month, weekday

# Month, weekday (Monday 1) and which one of the month; -1 is the last.
FEASTS = {
    "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1),
    "thanksgiving": (11, 4, 4),
}


def feast_day(key: str, year: int) -> int | None:
    """Give the day number of a feast in a year; None where nothing is known of the feast."""
    if key not in FEASTS:
        return None
    month, day_of_week, which = FEASTS[key]
    if which > 0:
        first = day_number(year, month)
        return first + (day_of_week - weekday(first)) % 7 + 7 * (which - 1)
    last = day_number(year, month, days_in_month(year, month))
    return last - (weekday(last) - day_of_week) % 7 + 7 * (which + 1)

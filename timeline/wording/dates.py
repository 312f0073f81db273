"""Dates in plain English: "between 18 and 22 August 2022", "15 March 45 BCE"."""

from timeline.model.calendar import civil, days_in_month, weekday
from timeline.model.units import Precision, precision_of
from timeline.model.when import Edge, Kind, When

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
ORDINALS = ("first", "second", "third", "fourth")
UNKNOWN = "date unknown"
BCE = "BCE"
_KNOWN_TO = {
    Precision.TIME: "known to the time of day",
    Precision.DAY: "known to the day",
    Precision.WEEK: "known to the week",
    Precision.MONTH: "known to the month",
    Precision.SEASON: "known to the season",
    Precision.QUARTER: "known to the quarter",
    Precision.HALF: "known to the half-year",
    Precision.YEAR: "known to the year",
    Precision.DECADE: "known to the decade",
    Precision.CENTURY: "known to the century",
    Precision.UNKNOWN: "not known",
}


def date_in_words(when: When) -> str:
    """Write a date as a person would write it; "date unknown" where nothing is known."""
    return f"perhaps {_in_words(when)}" if when.uncertain else _in_words(when)


def _in_words(when: When) -> str:
    if not when.resolved:
        return UNKNOWN
    if when.first is None or when.last is None:
        return _half_known(when)
    around = "around " if when.approximate else ""
    if when.clock:
        return f"{around}{day_in_words(when.first)}, {_clock(when.clock)}"
    unit = unit_in_words(when.first, when.last)
    if when.kind is Kind.WITHIN:
        if unit:
            return around + unit
        roughly = "roughly " if when.approximate else ""
        return f"{roughly}between {_pair(when.first, when.last, ' and ')}"
    if unit:
        return f"throughout {around}{unit}"
    return f"from {around}{_pair(when.first, when.last, ' to ')}"


def precision_in_words(when: When) -> str:
    """Return how precisely a date is known: "known to the month", "5 days, some time within"."""
    about = ", approximately" if when.approximate else ""
    about += ", uncertain" if when.uncertain else ""
    precision = when.precision
    if precision is not Precision.RANGE:
        return _KNOWN_TO[precision] + about
    if when.days is None:
        known, other = ("beginning", when.end) if when.first is not None else ("end", when.start)
        rest = "open" if other is Edge.OPEN else "not known"
        return f"{known} known, the other end {rest}{about}"
    how = "throughout" if when.kind is Kind.THROUGHOUT else "some time within"
    return f"{when.days:,} day{'s' if when.days > 1 else ''}, {how}{about}"


def days_in_words(first: int, last: int) -> str:
    """Write a run of days: "June 2022", "18 to 22 August 2022"."""
    return unit_in_words(first, last) or _pair(first, last, " to ")


def interval_in_words(first: int | None, last: int | None) -> str:
    """Write a run of days of which an end may not be known: "3 May 2021 or later"."""
    if first is not None and last is not None:
        return days_in_words(first, last)
    return date_in_words(
        When(Edge.UNKNOWN if first is None else first, Edge.UNKNOWN if last is None else last)
    )


def time_in_words(first: int | None, last: int | None) -> str:
    """Return when something was, with its preposition: "on 8 February 2023", "in June 2022"."""
    if first is None or last is None:
        if first is not None:
            return f"on {day_in_words(first)} or later"
        return "on an unknown day" if last is None else f"by {day_in_words(last)}"
    unit = unit_in_words(first, last)
    if unit is None:
        return f"between {_pair(first, last, ' and ')}"
    article = "the " if unit.startswith(("week", *ORDINALS)) else ""
    return f"on {unit}" if first == last else f"in {article}{unit}"


def day_in_words(number: int, *, with_weekday: bool = False) -> str:
    """Write a day: "14 June 2022", "15 March 45 BCE", "Monday 6 February 2023"."""
    year, month, day = civil(number)
    text = f"{day} {MONTHS[month - 1]} {year_in_words(year)}"
    return f"{WEEKDAYS[weekday(number) - 1]} {text}" if with_weekday else text


def year_in_words(year: int) -> str:
    """Write an astronomical year: 2022 is "2022", -44 is "45 BCE"."""
    return str(year) if year > 0 else f"{1 - year} {BCE}"


def unit_in_words(first: int, last: int) -> str | None:
    """Write the calendar unit that runs exactly from first to last day; None where none does."""
    year, month, _ = civil(first)
    named = year_in_words(year)
    match precision_of(first, last):
        case Precision.DAY:
            return day_in_words(first)
        case Precision.WEEK:
            return f"week of {day_in_words(first)}"
        case Precision.MONTH:
            return f"{MONTHS[month - 1]} {named}"
        case Precision.SEASON:
            return f"{SEASONS[month]} {_winter(year) if month == 12 else named}"  # noqa: PLR2004
        case Precision.QUARTER:
            return f"{ORDINALS[(month - 1) // 3]} quarter of {named}"
        case Precision.HALF:
            return f"{ORDINALS[(month - 1) // 6]} half of {named}"
        case Precision.YEAR:
            return named
        case Precision.DECADE:
            return f"the {year}s"
        case Precision.CENTURY:
            return f"the {_ordinal(year // 100 + 1)} century"
        case _:
            return None


def _half_known(when: When) -> str:
    around = "around " if when.approximate else ""
    if when.first is not None:
        edge = around + _edge(when.first, ends=False)
        if when.kind is Kind.WITHIN:
            return f"{edge} or later"
        return f"since {edge}" if when.end is Edge.OPEN else f"from {edge}, end not known"
    edge = around + _edge(when.last or 0, ends=True)
    if when.kind is Kind.WITHIN:
        return f"{edge} or earlier"
    return f"until {edge}" if when.start is Edge.OPEN else f"until {edge}, beginning not known"


def _edge(number: int, *, ends: bool) -> str:
    """Write one end of an interval in the coarsest unit that begins or ends on it."""
    year, month, day = civil(number)
    size = _size((year, month, day), ends=ends)
    return _parts((year, month, day), size, with_year=True)


def _pair(first: int, last: int, joint: str) -> str:
    """Write two days, with month and year once where they share them."""
    start, end = civil(first), civil(last)
    size = max(_size(start, ends=False), _size(end, ends=True))
    same_year = start[0] == end[0]
    closing = _parts(end, size, with_year=True)
    if size == 3 and start[:2] == end[:2]:  # noqa: PLR2004 - both are days of one month
        return f"{start[2]}{joint}{closing}"
    if size == 1:
        both_bce = end[0] <= 0
        opening = str(1 - start[0]) if both_bce else year_in_words(start[0])
        return f"{opening}{joint}{closing}{' CE' if start[0] <= 0 < end[0] else ''}"
    return f"{_parts(start, size, with_year=not same_year)}{joint}{closing}"


def _size(date: tuple[int, int, int], *, ends: bool) -> int:
    """1 where a date begins (or ends) a year, 2 a month, else 3."""
    year, month, day = date
    if day != (days_in_month(year, month) if ends else 1):
        return 3
    return 1 if month == (12 if ends else 1) else 2


def _parts(date: tuple[int, int, int], size: int, *, with_year: bool) -> str:
    year, month, day = date
    words: tuple[str, ...] = (str(day),) if size == 3 else ()  # noqa: PLR2004 - a day is said
    words += (MONTHS[month - 1],) if size > 1 else ()
    words += (year_in_words(year),) if with_year or size == 1 else ()
    return " ".join(words)


def _winter(year: int) -> str:
    return f"{year}/{(year + 1) % 100:02d}" if year > 0 else year_in_words(year)


def _clock(clock: str) -> str:
    if clock.endswith("Z"):
        return f"{clock[:-1]} UTC"
    for sign in "+-":
        time, found, offset = clock.partition(sign)
        if found:
            return f"{time} (UTC{'−' if sign == '-' else sign}{offset})"
    return clock


def _ordinal(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"

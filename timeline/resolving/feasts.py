"""Feasts that fall on another day each year, and the rule by which their day is found.

Feasts on a weekday of a month are those of United States law (5 U.S.C. 6103, 2 U.S.C. 7), in
which English names them. Easter is reckoned as churches do since 1583; for earlier years, as for
feasts that are not known, the year is all that can be said.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateutil import easter

from timeline.model.calendar import day_number, days_in_month, weekday
from timeline.model.other_calendars import islamic_day, islamic_years, jewish_new_year
from timeline.resolving.extent import Extent
from timeline.wording.dates import MONTHS, WEEKDAYS

EASTER_YEARS = range(1583, 4100)
_COUNTED = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_ISLAMIC_MONTHS = {1: "first", 9: "ninth", 10: "tenth", 12: "twelfth"}
Days = Callable[[int], Iterator[Extent]]  # of a year of ours


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: the rule by which its days are found, in words, and its days in a year."""

    rule: str
    days: Days


def feast_days(key: str, year: int) -> tuple[Extent, ...]:
    """Return the days of a feast that begin in a year; none where they are not known."""
    return tuple(FEASTS[key][1].days(year)) if key in FEASTS else ()


def feast_name(key: str) -> str:
    """Return the name of a feast as it is written."""
    return FEASTS[key][0] if key in FEASTS else key.title()


def feast_rule(key: str) -> str | None:
    """Return in words by which rule the day of a feast is found; None where it is not known."""
    return FEASTS[key][1].rule if key in FEASTS else None


def _on_weekday(month: int, day: int, which: int, after: int = 0) -> Feast:
    """Make a feast on one of the weekdays (Monday 1) of a month, or some days after it."""

    def days(year: int) -> Iterator[Extent]:
        if which > 0:
            first = day_number(year, month)
            found = first + (day - weekday(first)) % 7 + 7 * (which - 1)
        else:
            last = day_number(year, month, days_in_month(year, month))
            found = last - (weekday(last) - day) % 7
        yield Extent.of_day(found + after)

    rule = f"the {_COUNTED[which]} {WEEKDAYS[day - 1]} of {MONTHS[month - 1]}"
    return Feast(f"the day after {rule}" if after else rule, days)


def _from_easter(after: int, length: int = 1, method: int = easter.EASTER_WESTERN) -> Feast:
    """Make a feast that lies a number of days from Easter Sunday."""

    def days(year: int) -> Iterator[Extent]:
        if year in EASTER_YEARS:
            sunday = easter.easter(year, method)
            first = day_number(year, sunday.month, sunday.day) + after
            yield Extent.of_day(first) if length == 1 else Extent(first, first + length - 1)

    reckoned = "the Sunday after the first full moon of spring, by the reckoning of the churches"
    plural = "" if abs(after) == 1 else "s"
    where = f"{abs(after)} day{plural} {'before' if after < 0 else 'after'} Easter Sunday"
    span = f", and lasts {length} days" if length > 1 else ""
    return Feast(f"{where}{span}" if after else reckoned, days)


def _islamic(month: int, day: int, length: int = 1) -> Feast:
    """Make days of the Islamic year, which runs through ours in 33 years, as its tables have it."""

    def days(year: int) -> Iterator[Extent]:
        start, end = day_number(year), day_number(year + 1) - 1
        for islamic in islamic_years(start, end):
            first = islamic_day(islamic, month, day)
            if start <= first <= end:
                yield Extent(first, first + length - 1, approximate=True)

    which = f"the {_ISLAMIC_MONTHS[month]} month of the Islamic year"
    rule = which if length > 1 else f"day {day} of {which}"
    return Feast(f"{rule}; where the new moon decides, it may begin a day earlier or later", days)


def _jewish(after: int, length: int, rule: str) -> Feast:
    """Make a feast that lies a number of days from the Jewish new year in autumn."""

    def days(year: int) -> Iterator[Extent]:
        first = jewish_new_year(year) + after
        yield Extent.of_day(first) if length == 1 else Extent(first, first + length - 1)

    return Feast(f"{rule}; it begins at sunset of the day before", days)


_NAMED = {
    "Martin Luther King Day": _on_weekday(1, 1, 3),
    "Presidents' Day": _on_weekday(2, 1, 3),
    "Memorial Day": _on_weekday(5, 1, -1),
    "Father's Day": _on_weekday(6, 7, 3),
    "Labor Day": _on_weekday(9, 1, 1),
    "Columbus Day": _on_weekday(10, 1, 2),
    "Election Day": _on_weekday(11, 1, 1, after=1),
    "Thanksgiving": _on_weekday(11, 4, 4),
    "Easter Sunday": _from_easter(0),
    "Orthodox Easter": _from_easter(0, method=easter.EASTER_ORTHODOX),
    "Carnival Monday": _from_easter(-48),
    "Shrove Tuesday": _from_easter(-47),
    "Ash Wednesday": _from_easter(-46),
    "Palm Sunday": _from_easter(-7),
    "Holy Week": _from_easter(-7, length=8),
    "Maundy Thursday": _from_easter(-3),
    "Good Friday": _from_easter(-2),
    "Easter Monday": _from_easter(1),
    "Ascension Day": _from_easter(39),
    "Pentecost": _from_easter(49),
    "Whit Monday": _from_easter(50),
    "Corpus Christi": _from_easter(60),
    "Ramadan": _islamic(9, 1, length=30),
    "Eid al-Fitr": _islamic(10, 1),
    "Eid al-Adha": _islamic(12, 10),
    "Ashura": _islamic(1, 10),
    "Passover": _jewish(-163, 7, "the fifteenth day of the Jewish month Nisan"),
    "Rosh Hashanah": _jewish(0, 2, "the new year of the Jewish calendar"),
    "Yom Kippur": _jewish(9, 1, "the tenth day of the Jewish year"),
}
# By the key that word files give, with the name as it is written.
FEASTS = {name.lower(): (name, feast) for name, feast in _NAMED.items()}

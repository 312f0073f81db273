"""What a match captured, as numbers, units and fields."""

import math
import re
from collections.abc import Iterable

from timeline.languages import Lexicon
from timeline.languages.lexicon import Value
from timeline.model.clock import offset, time_of_day
from timeline.model.meaning import Amount, DayPart, Fields, Part
from timeline.model.units import Unit
from timeline.tagging.patterns import Capture, Match
from timeline.tagging.short_years import full_year
from timeline.tagging.tokens import Token

_DIGITS = re.compile(r"\d+")
# A clock time with fractions of a second, or with its zone: "10:24:57.123", "10:24Z".
_EXACT = re.compile(r"(?P<shown>\d\d?:\d\d(?::\d\d)?)(?:[.,]\d+)?(?P<zone>Z|[+-]\d\d:?\d\d)?")
_UNIVERSAL = ("utc", "gmt")
_SHORTEST_YEAR = 50
_MULTIPLIERS = (12, 100, 1000)  # a dozen, hundred or thousand: "three hundred"

_NONE = (None, None, False)


class Captured:
    """The captures of one match, read with a language's words."""

    def __init__(self, match: Match, lexicon: Lexicon) -> None:
        """Hold the match and the words that its captures are read with."""
        self.match = match
        self.lexicon = lexicon

    def __contains__(self, name: str) -> bool:
        """Return whether something was captured under a name."""
        return name in self.match.captures

    def get(self, name: str) -> Capture | None:
        """Return a capture; None where the pattern took another way."""
        return self.match.captures.get(name)

    def value(self, name: str) -> Value | None:
        """Return what a captured word stands for in its class."""
        found = self.get(name)
        return None if found is None else self.lexicon.value(found.cls, found.tokens[0].low)

    def integer(self, name: str) -> int | None:
        """Return a captured word or numeral as a whole number."""
        found = self.get(name)
        if found is None:
            return None
        digits = "".join(c for c in found.tokens[0].text if c.isdigit())
        if digits:
            return int(digits)
        value = self.lexicon.value(found.cls, found.tokens[0].low)
        return value if isinstance(value, int) else None

    def unit(self, name: str = "unit") -> Unit | None:
        """Return a captured unit of time."""
        value = self.value(name)
        return Unit(value) if isinstance(value, str) else None

    def part(self) -> Part | None:
        """Return the part (early, mid, end of) that a date is limited to."""
        value = self.value("part") or self.value("partnoun")
        return Part(value) if isinstance(value, str) else None

    def daypart(self) -> DayPart | None:
        """Return the part of the day."""
        value = self.value("daypart") or self._part_in_a_weekday()
        return DayPart(value) if isinstance(value, str) else None

    def _part_in_a_weekday(self) -> Value | None:
        """Return the part of the day that one word names with the weekday: "Montagabend"."""
        found = self.get("weekday")
        return None if found is None else self.lexicon.value("PARTOFWEEKDAY", found.tokens[0].low)

    def year(self) -> int | None:
        """Return the year, astronomical: 44 BC is -43."""
        found = self.get("year")
        if found is None:
            return None
        if found.cls == "CUTYEAR":  # "June '98"
            return full_year(int(found.tokens[0].text[1:]))
        number = count(found.tokens, self.lexicon)
        if number is None or number != int(number):
            return None
        if found.cls == "SHORTYEAR":  # "octobre 98"; a lower number counts something
            return full_year(int(number)) if number >= _SHORTEST_YEAR else None
        return 1 - int(number) if self.value("era") == -1 else int(number)

    def fields(self) -> Fields | None:
        """Return the calendar fields that were named, year included; None where there are none."""
        year, month, day = self.year(), self.integer("month"), self.integer("day")
        season, weekday = self.integer("season"), self.integer("weekday")
        if (year, month, day, season, weekday) == (None,) * 5:
            return None
        return Fields(year=year, month=month, day=day, season=season, weekday=weekday)

    def amount(self) -> Amount | None:
        """Return the count of units, with what qualifies it."""
        low, high, vague = self._range()
        if low is None or high is None:
            return None
        mod = self._qualifier()
        if mod in ("MORE_THAN", "EQUAL_OR_MORE"):
            high = math.floor(high) + 1
        elif mod == "LESS_THAN":
            low = max(0, math.ceil(low) - 1)
        return Amount(low, high, vague, mod is not None or vague, mod)

    def _range(self) -> tuple[float | None, float | None, bool]:
        some = self.value("some")
        if isinstance(some, tuple):
            return some[0], some[1], some[0] != some[1]
        found = self.get("count")
        if found is not None:
            low = high = count(found.tokens, self.lexicon)
            if "upto" in self:  # "two to three weeks"
                return low, self._upto(low), False
            numerals = [t for t in found.tokens if t.text[0].isdigit()]
            if len(numerals) > 1:  # "5-10 years"
                low, high = (count((t,), self.lexicon) for t in (numerals[0], numerals[-1]))
            return self._and_more(low), self._and_more(high), False
        if "halved" in self:  # "half a year"
            return 0.5, 0.5, False
        if "upto" in self and "article" in self:  # "a year or two"
            return 1, self._upto(1), False
        return (self._and_more(1), self._and_more(1), False) if "article" in self else _NONE

    def _upto(self, low: float | None) -> float | None:
        """Return the higher of two numbers; None where it is none."""
        found = self.get("upto")
        high = None if found is None else count(found.tokens, self.lexicon)
        return high if high is not None and low is not None and low < high else None

    def _and_more(self, number: float | None) -> float | None:
        """Add the fraction: "2 1/2", "two and a half", "a year and a half"."""
        found = self.get("fraction")
        if number is None or found is None:
            return number if number is None or "half" not in self else number + 0.5
        over, under = (count([found.tokens[n]], self.lexicon) for n in (0, -1))
        return None if over is None or not under or over >= under else number + over / under

    def _qualifier(self) -> str | None:
        for name, mod in (
            ("more", "MORE_THAN"),
            ("less", "LESS_THAN"),
            ("least", "EQUAL_OR_MORE"),
        ):
            if name in self:
                return mod
        about = self.value("about")
        return about if isinstance(about, str) else None

    def clock(self) -> str | None:
        """Return a captured time of day as `09:30`; None where it is no time."""
        found = self.get("clock")
        if found is None:
            return None
        exact = _EXACT.fullmatch(found.tokens[0].text)
        shown = found.tokens[0].text if exact is None else exact["shown"]
        numbers = [int(n) for n in _DIGITS.findall(shown)]
        if not numbers:
            spelled = self.integer("clock")
            numbers = [] if spelled is None else [spelled]
        own = (exact and exact["zone"]) or ""
        return _clock(numbers, self._half_of_day(), (offset(own) if own else self.zone()) or "")

    def zone(self) -> str:
        """Return the zone behind a time of day: "Z", "+05:30", "" where none tells one."""
        written, named = self.get("offset"), self.get("zone")
        if written is not None:
            return offset(written.low) or ""
        return "Z" if named is not None and named.low in _UNIVERSAL else ""

    def _half_of_day(self) -> Value | None:
        """Return "am" or "pm", of "4 a.m." and of "four in the morning"."""
        part = self.value("half")
        if isinstance(part, str):
            return "am" if DayPart(part) is DayPart.MORNING else "pm"
        return self.value("halfday")


def _clock(numbers: list[int], halfday: Value | None, zone: str) -> str | None:
    if not numbers:
        return None
    hour, minute, second = (*numbers, 0, 0)[:3]
    if halfday is not None:
        if not 1 <= hour <= 12:  # noqa: PLR2004 - hours on a twelve-hour clock
            return None
        hour = hour % 12 + (12 if halfday == "pm" else 0)
    return time_of_day(hour, minute, second, zone)


def count(tokens: Iterable[Token], lexicon: Lexicon) -> float | None:
    """Read a number in digits or words ("twenty-five", "2,500"); None where it is none.

    A number of hundreds of digits is none that anything is counted by.
    """
    total = 0.0
    for token in tokens:
        if token.text[0].isdigit():
            total += _numeral(token.text, lexicon.writing.decimal)
            continue
        value = lexicon.value("NUMBER", token.low)
        if not isinstance(value, int):
            if token.text in "-–—" or token.low in lexicon.literals.get("NUMBERJOIN", ()):
                continue
            return None
        if value in _MULTIPLIERS and 0 < total < value:
            total *= value
        else:
            total += value
    return total if math.isfinite(total) else None


def _numeral(digits: str, decimal: str) -> float:
    """Read "2,500.5", or "2.500,5" where the comma stands before decimals."""
    grouping = "." if decimal == "," else ","
    return float(digits.replace(grouping, "").replace(decimal, "."))

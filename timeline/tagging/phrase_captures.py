"""What a phrase of a language captured, as numbers, units and fields."""

import re
from collections.abc import Mapping

from timeline.languages.phrase_file import Phrases, PhraseValue, plain
from timeline.model.meaning import Amount, DayPart, Fields, Part
from timeline.model.units import Unit

_YEARS = range(1000, 2200)
_MONTHS = ("month", "monthname", "shortmonth", "monthnumber")
COMMON_YEARS = range(1900, 2031)
_MULTIPLIERS = (10, 100, 1000)
_ROMAN = {"i": 1, "v": 5, "x": 10, "і": 1, "х": 10}
_WORD = re.compile(r"[^\s\u200c-]+")
_HALVES = {"first half": 1, "second half": 2}


class PhraseCaptures:
    """The words that the slots of a phrase captured, read with the words of its language."""

    def __init__(
        self, phrases: Phrases, slots: tuple[tuple[str, str], ...], found: Mapping[str, str | None]
    ) -> None:
        """Hold the captures, and the class of each."""
        self.phrases = phrases
        self.classes = dict(slots)
        self.words = {name: found[name] for name in self.classes if found.get(name)}

    def __contains__(self, name: str) -> bool:
        """Return whether a slot captured something."""
        return name in self.words

    def value(self, name: str) -> PhraseValue | None:
        """Return what the words of a slot stand for in its class."""
        words = self.words.get(name)
        if words is None:
            return None
        return self.phrases.values.get(self.classes[name], {}).get(plain(words))

    def number(self, name: str) -> int | None:
        """Return a number in digits, in Roman letters or in words."""
        words = self.words.get(name)
        if words is None:
            return None
        digits = re.match(r"\d+", words)
        if digits:
            return int(digits.group())
        value = self.value(name)
        if isinstance(value, int):
            return value
        if self.classes[name] == "century" and set(words.casefold()) <= _ROMAN.keys():
            return _roman(words.casefold())
        return self._in_words(plain(words), self.classes[name])

    def _in_words(self, words: str, cls: str) -> int | None:
        values = {**self.phrases.numbered("count"), **self.phrases.numbered(cls)}
        joins = self.phrases.values.get("numberjoin", {})
        pieces = list(words) if self.phrases.joined else _WORD.findall(words)
        if words in values:
            return values[words]
        total, part = 0, 0
        for piece in pieces:
            value = _of_piece(piece, values, joins)
            if value is None:
                continue
            if value in _MULTIPLIERS and part % value > 0 and part < value:
                part *= value
            else:
                total, part = total + part, value
        return total + part or None

    def year(self, name: str = "year") -> int | None:
        """Return the year by our count."""
        if name == "year" and "era" in self:
            start, number = self.value("era"), self.number("eranumber")
            return start + number if isinstance(start, int) and number else None
        number = self.number(name)
        if name == "year" and number is None:
            return self._bare_year()
        if name == "year2" and "short2" in self:
            return self._short_year()
        offset = self.phrases.year_offset
        if number is not None and offset and number - offset in _YEARS and number not in _YEARS:
            return number - offset
        if number is not None and number not in _YEARS:
            msg = f"{number} is no year"
            raise ValueError(msg)
        return number

    def _bare_year(self) -> int | None:
        """Return a number that nothing shows to be a year: one of the last hundred years."""
        number = self.number("bareyear")
        if number is not None and number not in COMMON_YEARS:
            msg = f"{number} may be any number"
            raise ValueError(msg)
        return number

    def _short_year(self) -> int | None:
        """Return the second year of "1939-45"."""
        first, last = self.number("year"), self.number("short2")
        return None if first is None or last is None else first - first % 100 + last

    def fields(self, suffix: str = "") -> Fields | None:
        """Return the calendar fields that were named; None where there are none."""
        half = _HALVES.get(str(self.value("half" + suffix)))
        year, day = self.year("year" + suffix), self.number("day" + suffix)
        month = self._first_of(*_MONTHS, suffix=suffix)
        weekday = self._first_of("weekday", "dayname", suffix=suffix)
        season = self.number("season" + suffix)
        quarter = self.number("ordinal") if "quarter" in self else None
        if "halfyear" in self:
            half = self.number("ordinal")
        if all(n is None for n in (year, month, day, weekday, season, quarter, half)):
            return None
        return Fields(
            year=year,
            month=month,
            day=day,
            weekday=weekday,
            season=season,
            quarter=quarter,
            half=half,
        )

    def _first_of(self, *names: str, suffix: str) -> int | None:
        """Return the number of the first of the slots that captured one."""
        return next((n for name in names if (n := self.number(name + suffix)) is not None), None)

    def unit(self, name: str = "unit") -> Unit | None:
        """Return a unit of time."""
        value = self.value(name)
        return Unit(value) if isinstance(value, str) else None

    def relative_unit(self) -> tuple[int | None, Unit | None]:
        """Return a unit and how many of them it is off, of two slots or of one word."""
        word = self.value("relunit")
        if isinstance(word, str):
            number, _, unit = word.partition(" ")
            return int(number), Unit(unit)
        return self.number("relative"), self.unit()

    def amount(self) -> tuple[Amount, Unit] | None:
        """Return a count and what is counted: of two slots, or of one word ("biennium")."""
        length = self.value("length")
        if isinstance(length, str):
            number, _, counted = length.partition(" ")
            return Amount.exactly(float(number)), Unit(counted)
        unit = self.unit()
        if unit is None:
            return None
        some = self.value("some")
        if isinstance(some, str):
            low, _, high = some.partition("-")
            return Amount(float(low), float(high), vague=True, approximate=True), unit
        if "count" not in self:
            return Amount.exactly(1), unit
        count = self.number("count")
        return None if count is None else (Amount.exactly(count), unit)

    def part(self) -> Part | None:
        """Return the part (early, mid, end of) that a date is limited to."""
        value = self.value("part")
        return Part(value) if isinstance(value, str) else None

    def daypart(self) -> DayPart | None:
        """Return the part of the day."""
        value = self.value("daypart")
        return DayPart(value) if isinstance(value, str) else None


def _of_piece(
    piece: str, values: Mapping[str, int], joins: Mapping[str, PhraseValue]
) -> int | None:
    """Return the value of a word of a number, which may have "and" written to it."""
    if piece in values:
        return values[piece]
    for join in joins:
        if piece.startswith(join) and piece[len(join) :] in values:
            return values[piece[len(join) :]]
    return None


def _roman(letters: str) -> int:
    numbers = [_ROMAN[letter] for letter in letters]
    following = [*numbers[1:], 0]
    return sum(-n if n < after else n for n, after in zip(numbers, following, strict=True))

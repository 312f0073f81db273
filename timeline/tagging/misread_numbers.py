"""Letters that stand for digits, as scanners write them: "May l2, 19I4"."""

import re
from dataclasses import replace

from timeline.languages import Lexicon
from timeline.model.calendar import days_in_month
from timeline.model.meaning import Absolute, Fields, Occurrence
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

MISREAD = "date whose year has letters for digits"
MISREAD_DAY = "date whose day has letters for digits"
DIGITS_READ = str.maketrans("OoQIil|LZzSsBGgq", "0001111122558699")
_SURELY_MISREAD = re.compile(r"[\dIl|Oo]*\d[\dIl|Oo]*")
_BEFORE_YEAR = frozenset(",.")
_LONGEST_LINK = 2  # tokens: "5th.,"
_YEARS = range(1000, 2200)
_YEAR_DIGITS, _DAY_DIGITS = 4, 2


def read_misread_years(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Read "I9I4" behind a day or month as 1914: an I, l or O in a year is surely 1 or 0."""
    return [_with_misread_year(c, tokens, lexicon) for c in found]


def _with_misread_year(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate:
    meaning = candidate.meaning
    if not isinstance(meaning, Occurrence) or not meaning.fields.month:
        return candidate
    place, of = candidate.last, lexicon.literals.get("OFWORD", frozenset())
    while place < len(tokens) and (tokens.words[place] in _BEFORE_YEAR or tokens.lows[place] in of):
        place += 1
    if place - candidate.last > _LONGEST_LINK:
        return candidate
    run, behind = run_at(place, tokens)
    if len(run) != _YEAR_DIGITS or run.isdecimal() or not _SURELY_MISREAD.fullmatch(run):
        return candidate
    year = int(run.translate(DIGITS_READ))
    if year not in _YEARS:
        return candidate
    whole = Absolute(replace(meaning.fields, year=year, weekday=None))
    return candidate._replace(last=behind, meaning=whole, rule=MISREAD)


def read_misread_days(
    found: list[Candidate],
    tokens: Line,
    lexicon: Lexicon,  # noqa: ARG001 - every refiner takes the same
) -> list[Candidate]:
    """Read "May l2, 1914" and "l4 June 1916" as days, where their year is read."""
    read = [one for one in (_with_misread_day(c, tokens) for c in found) if one is not None]
    return sorted((*read, *(c for c in found if not _touched(c, read))), key=lambda c: c.first)


def _with_misread_day(candidate: Candidate, tokens: Line) -> Candidate | None:
    meaning = candidate.meaning
    if not isinstance(meaning, Occurrence | Absolute) or meaning.fields.month is None:
        return None
    if meaning.fields.year is None:
        return _day_behind_month(candidate, meaning.fields, tokens)
    return _day_before_month(candidate, meaning.fields, tokens)


def _day_behind_month(candidate: Candidate, fields: Fields, tokens: Line) -> Candidate | None:
    """Read the day and the year that follow a month: "l2, 1914", of which "May 1" may be a part."""
    place = candidate.last - 1 if fields.day else candidate.last
    if place == candidate.first:
        return None
    run, behind = run_at(place, tokens)
    if tokens.word(behind) in _BEFORE_YEAR:
        behind += 1
    digits, last = run_at(behind, tokens)
    if len(digits) != _YEAR_DIGITS or not _SURELY_MISREAD.fullmatch(digits):
        return None
    year = int(digits.translate(DIGITS_READ))
    day = _misread_day(run, year, fields.month)
    if day is None or year not in _YEARS:
        return None
    date = Absolute(Fields(year=year, month=fields.month, day=day))
    return candidate._replace(last=last, meaning=date, rule=MISREAD_DAY)


def _day_before_month(candidate: Candidate, fields: Fields, tokens: Line) -> Candidate | None:
    """Read the day before "June 1916" in "l4 June 1916", of which "4 June 1916" may be a part."""
    month = candidate.first + (1 if fields.day else 0)
    first = month - 1
    while first > 0 and not tokens.gap(first) and tokens.words[first - 1][-1].isalnum():
        first -= 1
    if first < 0:
        return None
    run, behind = run_at(first, tokens)
    day = _misread_day(run, fields.year or 0, fields.month) if behind == month else None
    if day is None:
        return None
    return candidate._replace(
        first=first, meaning=Absolute(replace(fields, day=day)), rule=MISREAD_DAY
    )


def _misread_day(run: str, year: int, month: int | None) -> int | None:
    """Return the day that a run of digits and letters stands for, None where it is none."""
    if len(run) > _DAY_DIGITS or run.isdecimal() or not _SURELY_MISREAD.fullmatch(run):
        return None
    day = int(run.translate(DIGITS_READ))
    return day if month and 1 <= day <= days_in_month(year, month) else None


def _touched(candidate: Candidate, read: list[Candidate]) -> bool:
    return any(candidate.first < one.last and one.first < candidate.last for one in read)


def run_at(place: int, tokens: Line) -> tuple[str, int]:
    """Return what stands at a place up to the next blank or sign, and the place behind it."""
    run = tokens.word(place)
    if not run or not (run[0].isalnum() or run[0] in "'’‘|"):
        return "", place
    behind = place + 1
    while behind < len(tokens) and not tokens.gap(behind) and tokens.words[behind][0].isalnum():
        run += tokens.words[behind]
        behind += 1
    return run, behind

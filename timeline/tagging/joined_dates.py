"""Whole dates written as one word: "24-Aug-2021", "2021.08.24", "20100312T165718Z".

Their patterns are pieces of the token pattern, so they hold no groups; what they find is read here.
Each asks for the numbers of a calendar, so that versions, ranges and phone numbers stay cut as
before.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.model.clock import offset, time_of_day

# What machines write, whatever the language of the text around it.
ENGLISH_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_SHORTEST = 3  # letters of a month's name cut short
_DASH = "[-\u2010\u2011\u2013]"  # hyphens, and the dash that editors make of one
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN_MONTHS = dict(zip(_ROMAN, range(1, 13), strict=True))  # "25.III.2018", in capitals only
_NUMERAL = "(?:XII|XI|IX|X|VIII|VII|VI|IV|V|III|II|I)"
_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
_TWO_DIGITS = r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
_CENTURIES = r"(?:1[6-9]|2[01])\d\d"
_ZONE = r"(?:[Zz]|[+-]\d\d(?::?\d\d)?)?"
_SECONDS = r"(?:[.,]\d{1,9})?"
_COLONS = rf"\d\d?:\d\d(?::\d\d{_SECONDS})?{_ZONE}"
_COMPACT = rf"[0-2]\d[0-5]\d(?:[0-6]\d{_SECONDS})?{_ZONE}"

YEAR_FIRST = rf"\d{{4}}(?:-\d\d-\d\d|-{_MONTH}-{_DAY}|/{_MONTH}/{_DAY}|\.{_MONTH}\.{_DAY})"
STAMP = rf"{YEAR_FIRST}(?:[Tt_]{_COLONS})?(?![\w-]|[./]\d)"
# Parted by blanks, as in forms: two digits for day and month, and no further number beside them.
BLANKS = (
    r"(?<!\d )(?<![\w/.,-])(?:1[6-9]|20)\d\d (?:0[1-9]|1[0-2]) (?:0[1-9]|[12]\d|3[01])"
    r"(?![\w:/-]| \d|[.,]\d)"
)
COMPACT_STAMP = rf"{_CENTURIES}{_TWO_DIGITS}(?:[Tt_-](?:{_COLONS}|{_COMPACT}))(?!\w)"
NUMERIC = (
    r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.)(?:\d{4}|\d\d)(?![\w/])"
    r"|(?<![\w./-])\d{1,2}-\d{1,2}-\d{4}(?![\w/-])"
)
OFFSET = r"(?<!\S)(?:\+(?:0\d|1[0-4]):?[0-5]\d|[-\u2212](?:0\d:?[0-5]\d|1[0-2]:?00))(?![\w:])"
_COMPACT_DAY, _WHOLE_STAMP = 8, 14  # digits: year to day, year to second
_COMPACT_DATE = re.compile(rf"{_CENTURIES}{_TWO_DIGITS}(?:[0-2]\d[0-5]\d[0-6]\d)?")

_CLOCK = (
    r"(?P<hour>\d\d?):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,]\d+)?)?(?P<zone>[Zz]|[+-].+)?"
)
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})[-/. ]?(?P<month>\d\d?)[-/. ]?(?P<day>\d\d?)(?:[Tt_-]?{_CLOCK})?"
)
_WORD = r"(?P<name>[^\W\d_]+)"
_NAMED = (
    re.compile(
        rf"(?P<day>\d\d?)(?:st|nd|rd|th)?(?:{_DASH}|[./])?{_WORD}\.?(?:{_DASH}|[./,])?['’]?(?P<year>\d{{4}}|\d\d)(?::{_CLOCK})?"
    ),
    re.compile(
        rf"{_WORD}\.?(?:{_DASH}|[/.])(?P<day>\d\d?)(?:st|nd|rd|th)?(?:{_DASH}|[/.])(?P<year>\d{{4}}|\d\d)"
    ),
    re.compile(rf"(?P<year>\d{{4}})(?:{_DASH}|[/.])?{_WORD}\.?(?:{_DASH}|[/.])?(?P<day>\d\d?)"),
    re.compile(rf"{_WORD}[-/.](?P<year>\d{{4}})"),
    re.compile(rf"(?P<day>\d\d?)\.?\s{_WORD}\.?\s(?P<year>\d{{4}})"),
)


@dataclass(frozen=True, slots=True)
class JoinedDate:
    """The numbers of a joined date; `year` as written, of two digits or four."""

    year: int | None
    month: int
    day: int | None
    clock: str | None = None


def joined_months(*names: Mapping[str, int]) -> dict[str, int]:
    """Return the months by all that a joined date may call them: names, and those cut short.

    Those of English are always among them.
    """
    found = dict(zip(ENGLISH_MONTHS, range(1, 13), strict=True)) | {"sept": 9}
    for words in names:
        found |= {word.rstrip("."): month for word, month in words.items() if word.isalpha()}
    starts = Counter(
        (word[:size], month)
        for word, month in found.items()
        for size in range(_SHORTEST, len(word))
    )
    of_several = Counter(start for start, _ in starts)
    short = {start: month for start, month in starts if of_several[start] == 1}
    return short | found


def named_month_patterns(months: Iterable[str]) -> tuple[str, str]:
    """Return the patterns of dates with a month's name that begin with a digit, and with a letter.

    A sign stands on both sides of the name or on none; "Aug-2021" is such a date too.
    """
    # By first letter, so that at most words one look is enough.
    initials: dict[str, list[str]] = {}
    for word in sorted(months, key=lambda word: (-len(word), word)):
        initials.setdefault(word[0], []).append(re.escape(word[1:]))
    words = "|".join(
        f"[{initial}{initial.upper()}](?i:{'|'.join(rest)})" for initial, rest in initials.items()
    )
    name, year = rf"(?:{words})", r"(?:\d{4}|\d\d)"
    ordinal = r"\d\d?(?:st|nd|rd|th)?"
    end = r"(?![\w/-]|\.\d)"
    time = rf"(?::\d\d:\d\d(?::\d\d{_SECONDS})?)?"
    digits = "|".join(
        (
            rf"{ordinal}{_DASH}{name}\.?{_DASH}{year}{time}{end}",
            rf"{ordinal}/{name}\.?/{year}{time}{end}",
            rf"{ordinal}\.{name}\.{year}{end}",
            rf"{ordinal}[-./]?{name}[-./,]?['’]?\d{{4}}{end}",
            rf"\d\d{name}\d\d{end}",
            rf"\d\d?(?:\.{_NUMERAL}\.|{_DASH}{_NUMERAL}{_DASH}|/{_NUMERAL}/)\d{{4}}{end}",
            rf"(?<!\d )\d\d?\.?\s{_NUMERAL}\.?\s\d{{4}}{end}",
            rf"\d{{4}}{_DASH}{name}{_DASH}\d\d?{end}|\d{{4}}/{name}/\d\d?{end}|\d{{4}}\.?{name}\.?\d\d{end}",
        )
    )
    letters = "|".join(
        (
            rf"{name}\.?{_DASH}{ordinal}{_DASH}{year}{end}",
            rf"{name}\.?/{ordinal}/{year}{end}",
            rf"{name}\.\d\d?\.\d{{4}}{end}",
            rf"{name}[-/.]\d{{4}}{end}",
        )
    )
    return rf"(?<![\w/-])(?:{digits})", rf"(?<![\w/-])(?:{letters})"


def read_named(text: str, months: Mapping[str, int]) -> JoinedDate | None:
    """Read "24-Aug-2021", "Jun/18/2020", "12/Mar/2010:16:57:18"; None where it is none."""
    for pattern in _NAMED:
        found = pattern.fullmatch(text)
        name = "" if found is None else found["name"].lower()
        month = months.get(name) or ROMAN_MONTHS.get(name)
        if found is None or month is None:
            continue
        numbers = found.groupdict()
        year, day = (None if numbers.get(n) is None else int(numbers[n]) for n in ("year", "day"))
        return JoinedDate(year, month, day, _clock_of(numbers))
    return None


def read_year_first(text: str) -> JoinedDate | None:
    """Read "2024-07-31", "2024/7/31", "20100312T165718Z"; None where it is none."""
    found = _YEAR_FIRST.fullmatch(text)
    if found is None:
        return None
    numbers = found.groupdict()
    year, month, day = (int(found[name]) for name in ("year", "month", "day"))
    return JoinedDate(year, month, day, _clock_of(numbers))


def compact_classes(digits: str) -> tuple[str, ...]:
    """Return the class of "20100312165718", and of "20100312", which may be any number."""
    if not _COMPACT_DATE.fullmatch(digits):
        return ()
    return ("ISODATE",) if len(digits) == _WHOLE_STAMP else ("LOOSEDATE",)


def is_loose(word: str) -> bool:
    """Return whether a word is "20100312", which is a date only where something says so."""
    return len(word) == _COMPACT_DAY and word.isdecimal()


def _clock_of(numbers: Mapping[str, str | None]) -> str | None:
    """Return the time of day; None where the text has none, or no clock shows it."""
    hour, minute = numbers.get("hour"), numbers.get("minute")
    if hour is None or minute is None:
        return None
    zone = (numbers.get("zone") or "").upper()
    return time_of_day(int(hour), int(minute), int(numbers.get("second") or 0), offset(zone))

"""`When` as Extended Date/Time Format (EDTF, ISO 8601-2:2019, levels 0 to 2), and back.

| `When` | EDTF |
| --- | --- |
| day, month, year: some time within | `2022-06-14`, `2022-06`, `2022` |
| season, quarter, half-year | `2022-21`, `2022-33`, `2022-40` |
| decade, century | `199X`, `19XX` |
| some time between two days | `[2022-06-14..2022-07-02]`, `[2022-06..]`, `[..2022]` |
| throughout | `2001/2005`, `2021-08/..` (open), `2021-08/` (end unknown) |
| approximate | `2021~`, `2021-08~/..` |
| approximate, some time between two days | `2019%/2022%`, `2019%/`, `/2022%` |
| uncertain, or both | `1984?`, `1984?/2004~`, `1984%` |
| years beyond four digits | `Y12000`, `Y-12000` |
| unknown | `XXXX-XX-XX` |

A week has no EDTF form of its own: it is written as the days it runs between. Other readers take
no sign within a set, so that ends that are both uncertain and approximate stand for one; no month
beside a year of five digits, so that the year alone is written; and no sign behind a time of day.
The 422 forms in the examples of the tests are read by python-edtf 5.0.2 and edtf.js; edtf-validate
2.0.0 refuses one of them, an interval of qualified months before our era.
"""

import re

from timeline.model.calendar import (
    FOUR_DIGIT_YEARS,
    civil,
    day_number,
    days_in_month,
    iso_date,
    iso_year,
    month_bounds,
)
from timeline.model.clock import read_clock
from timeline.model.units import Precision
from timeline.model.when import Basis, Bound, Edge, Kind, When

UNKNOWN = "XXXX-XX-XX"
_SEASON_CODE = {3: 21, 6: 22, 9: 23, 12: 24}
_QUARTER_CODE = {1: 33, 4: 34, 7: 35, 10: 36}
_HALF_CODE = {1: 40, 7: 41}
_CODES = {
    **{code: (month, 3) for month, code in (_SEASON_CODE | _QUARTER_CODE).items()},
    **{code: (month, 3) for month, code in _SEASON_CODE.items()},
    **{code: (month, 6) for month, code in _HALF_CODE.items()},
}
_SIGNS = ("?", "~", "%")
_UNSIGNED = (Precision.SEASON, Precision.QUARTER, Precision.HALF)  # by others, with a sign
_BOTH = "%"  # uncertain and approximate
_UNSUPPORTED = (
    (re.compile(r"[{}]|,"), "a list of dates, such as {1960,1961-12}"),
    (re.compile(r"^\[.*\?"), "a question mark within a set of dates"),
    (
        re.compile(r"[?~%][^/\].]|(?:^|[/\[])[?~%]"),
        "a sign at one part of a date, such as 1922?-21",
    ),
    (re.compile(r"^Y-?\d+E|\dS\d"), "an exponent, or how many digits are significant"),
    (
        re.compile(
            r"(?=.*\d)(?:^|[/\[]|\.\.)(?!-?\d{3}X(?:$|[?~%/.\]])|-?\d\dXX(?:$|[?~%/.\]]))[^/.]*X"
        ),
        "unspecified digits other than of a whole decade or century, such as 1560-XX-25",
    ),
)
_UNSPECIFIED = re.compile(r"(?<=\d)(?:-XX)+(?=$|[?~%/])")  # "2004-XX" is some month of 2004
_POINT = re.compile(
    r"(?P<digits>\d{2}XX|\d{3}X)"
    r"|Y(?P<long>-?\d{5,})"
    r"|(?P<year>[+-]\d{5,}|-?\d{4})"
    r"(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<clock>[\d:]+(?:Z|[+-]\d\d:\d\d)?))?)?)?",
    re.ASCII,
)


def to_edtf(when: When) -> str:
    """Write a date as EDTF; `from_edtf` gives it back, all but its basis and what EDTF lacks."""
    if not when.resolved:
        return UNKNOWN
    opening, closing = when.marks
    start, end = _edges(when)
    if when.kind is Kind.THROUGHOUT:
        return f"{_edge(start, when.start, opening)}/{_edge(end, when.end, closing)}"
    if when.first is not None and when.last is not None:
        unit = _unit(when.precision, when.first)
        if unit is not None and not (opening == "~" and when.precision in _UNSIGNED):
            timed = when.clock and not unit.startswith("Y")
            return f"{unit}T{_seconds(when.clock or '')}" if timed else f"{unit}{opening}"
    if when.approximate or when.qualifiers:
        return f"{start and start + _BOTH}/{end and end + _BOTH}"
    return f"[{start}..{end}]"


def from_edtf(text: str, basis: Basis = Basis.STATED) -> When:
    """Read a date from EDTF; raise ValueError on what is none (or lies outside the table above)."""
    text = text.strip()
    if text in (UNKNOWN, "XXXX", "XXXX-XX"):
        return When(basis=basis)
    text = _UNSPECIFIED.sub("", text)
    if unsupported(text):
        msg = f"{text!r} is EDTF that is not supported: {unsupported(text)}"
        raise ValueError(msg)
    if text.startswith("[") and text.endswith("]"):
        return _set(re.sub("[~%]", "", text), "~" in text or "%" in text, basis)
    if "/" in text:
        return _interval(text, basis)
    plain, sign = _parted(text)
    first, last = _bounds(plain)
    found = _POINT.fullmatch(plain)
    clock = _clock(found["clock"]) if found and found["clock"] else None
    return When(first, last, Kind.WITHIN, clock=clock, basis=basis).marked((sign, sign))


def unsupported(text: str) -> str | None:
    """Return what of EDTF a text uses that cannot be kept; None where it uses nothing of it."""
    return next((why for pattern, why in _UNSUPPORTED if pattern.search(text)), None)


def _set(text: str, approximate: bool, basis: Basis) -> When:  # noqa: FBT001 - read with its text
    start, dots, end = text[1:-1].partition("..")
    if not dots:
        msg = f"{text!r}: a set needs two dates with .. between them"
        raise ValueError(msg)
    first = _bounds(start)[0] if start else Edge.UNKNOWN
    last = _bounds(end)[1] if end else Edge.UNKNOWN
    return When(first, last, Kind.WITHIN, approximate, basis=basis)


def _interval(text: str, basis: Basis) -> When:
    (start, opening), (end, closing) = map(_parted, text.split("/", 1))
    bounds = _read_edge(start, 0), _read_edge(end, 1)
    signs = {
        sign
        for sign, bound in zip((opening, closing), bounds, strict=True)
        if isinstance(bound, int)
    }
    if signs == {_BOTH} and Edge.OPEN not in bounds:
        return When(*bounds, Kind.WITHIN, approximate=True, basis=basis)
    return When(*bounds, Kind.THROUGHOUT, basis=basis).marked((opening, closing))


def _parted(text: str) -> tuple[str, str]:
    """Return a date and the sign behind it."""
    return (text[:-1], text[-1]) if text[-1:] in _SIGNS else (text, "")


def _edges(when: When) -> tuple[str, str]:
    """Both bounds in the coarsest unit (year, month, day) that says them exactly."""
    first, last = when.first, when.last
    starts = None if first is None else civil(first)
    ends = None if last is None else civil(last)
    month_start = starts is None or starts[2] == 1
    month_end = ends is None or ends[2] == days_in_month(*ends[:2])
    if month_start and month_end:
        year_start = starts is None or starts[1] == 1
        year_end = ends is None or ends[1] == 12  # noqa: PLR2004 - December
        size = 1 if year_start and year_end else 2
    else:
        size = 3
    return tuple("" if c is None else _written(c, size) for c in (starts, ends))  # type: ignore[return-value]


def _written(date: tuple[int, int, int], size: int) -> str:
    year, month, day = date
    if size == 1 or year not in FOUR_DIGIT_YEARS:
        return iso_year(year) if year in FOUR_DIGIT_YEARS else f"Y{year}"
    return f"{iso_year(year)}-{month:02d}" + (f"-{day:02d}" if size > 2 else "")  # noqa: PLR2004


def _unit(precision: Precision, first: int) -> str | None:
    year, month, _ = civil(first)
    match precision:
        case _ if year not in FOUR_DIGIT_YEARS:
            return f"Y{year}"
        case Precision.DAY | Precision.TIME:
            return iso_date(first)
        case Precision.MONTH:
            return f"{iso_year(year)}-{month:02d}"
        case Precision.SEASON:
            return f"{iso_year(year)}-{_SEASON_CODE[month]}"
        case Precision.QUARTER:
            return f"{iso_year(year)}-{_QUARTER_CODE[month]}"
        case Precision.HALF:
            return f"{iso_year(year)}-{_HALF_CODE[month]}"
        case Precision.YEAR:
            return _written((year, 1, 1), 1)
        case Precision.DECADE:
            return f"{year // 10:03d}X"
        case Precision.CENTURY:
            return f"{year // 100:02d}XX"
        case _:
            return None


def _edge(text: str, bound: Bound, mark: str) -> str:
    if bound is Edge.OPEN:
        return ".."
    return text and text + mark


def _read_edge(text: str, side: int) -> Bound:
    if not text:
        return Edge.UNKNOWN
    return Edge.OPEN if text == ".." else _bounds(text)[side]


def _bounds(text: str) -> tuple[int, int]:
    found = _POINT.fullmatch(text)
    if not found:
        msg = f"{text!r} is not a date in EDTF (such as 2022-06-14, 2022-06, 2001/2005, 2021~)"
        raise ValueError(msg)
    if found["digits"]:
        return _year_bounds(
            int(found["digits"].replace("X", "0")), 10 ** found["digits"].count("X")
        )
    if found["long"]:
        return _year_bounds(int(found["long"]), 1)
    year = int(found["year"])
    if found["month"] is None:
        return _year_bounds(year, 1)
    month = int(found["month"])
    if found["day"] is not None:
        number = day_number(year, month, int(found["day"]))
        return number, number
    start, months = _CODES.get(month, (month, 1))
    return month_bounds(year, start, months)


def _year_bounds(year: int, years: int) -> tuple[int, int]:
    return day_number(year), day_number(year + years) - 1


def to_kept_edtf(when: When) -> str:
    """Return EDTF for this program's own records: with the "~" of an approximate clock time.

    `from_edtf` reads it; the standard has no sign behind a clock time, and others refuse it.
    """
    written = to_edtf(when)
    return f"{written}~" if when.approximate and when.clock and "T" in written else written


def _seconds(clock: str) -> str:
    """Write hours, minutes and seconds, as EDTF wants them, and no offset of zero but Z."""
    clock = re.sub(r"[+-]00:00$", "Z", clock)
    return f"{clock[:5]}:00{clock[5:]}" if not re.match(r"\d\d:\d\d:\d\d", clock) else clock


def _clock(written: str) -> str:
    clock = read_clock(written)
    if clock is None:
        msg = f"{written!r} is no time of day"
        raise ValueError(msg)
    return clock

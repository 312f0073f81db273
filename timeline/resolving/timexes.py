"""The TIMEX3 view of a reading: type, value and modifier by the TIMEX3 guidelines."""

from timeline.model.calendar import civil, iso_date, iso_week, iso_year
from timeline.model.meaning import (
    Amount,
    Anchor,
    AtTime,
    Between,
    Bounded,
    Current,
    DayPart,
    Fields,
    Frequency,
    Length,
    Meaning,
    Occurrence,
    Part,
    Point,
    Portion,
    Rest,
    Shift,
    Side,
    Stretch,
    Vague,
    Vagueness,
    Within,
)
from timeline.model.timex import Timex, TimexType
from timeline.model.units import Unit
from timeline.resolving.extent import Extent

_LETTER = {
    Unit.SECOND: "S",
    Unit.MINUTE: "M",
    Unit.HOUR: "H",
    Unit.DAY: "D",
    Unit.WEEKEND: "WE",
    Unit.WEEK: "W",
    Unit.MONTH: "M",
    Unit.SEASON: "M",
    Unit.QUARTER: "Q",
    Unit.HALF: "M",
    Unit.YEAR: "Y",
    Unit.DECADE: "Y",
    Unit.CENTURY: "CE",
    Unit.MILLENNIUM: "ML",
}
_HALVED = {Unit.YEAR: (12, "M"), Unit.HOUR: (60, "M"), Unit.MINUTE: (60, "S")}
_TIMES = (Unit.SECOND, Unit.MINUTE, Unit.HOUR)
_REFERENCE = {
    Vagueness.PAST: "PAST_REF",
    Vagueness.PRESENT: "PRESENT_REF",
    Vagueness.FUTURE: "FUTURE_REF",
}
_TOWARDS = {Side.BEFORE: Vagueness.PAST, Side.AFTER: Vagueness.FUTURE}
_WINTER = 4
_SEASON = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_MOD = {Part.START: "START", Part.MIDDLE: "MID", Part.END: "END", Part.ABOUT: "APPROX"}
_ONE = Amount.exactly(1)
UNSPECIFIED = "XXXX-XX-XX"


def timex(meaning: Meaning, extent: Extent | None) -> Timex:
    """Return the TIMEX3 of a meaning and what it came to (None where it could not be placed)."""
    match meaning:
        case Length(amount, unit):
            return Timex(TimexType.DURATION, duration(amount, unit), amount.qualifier)
        case Stretch():
            return _stretch(meaning, extent)
        case Frequency():
            return Timex(TimexType.SET, _frequency(meaning))
        case Vague(reference):
            return Timex(TimexType.DATE, _REFERENCE[reference])
        case Bounded(of=Anchor(point=Point.PUBLICATION), side=Side.AFTER):
            return Timex(TimexType.DATE, _REFERENCE[Vagueness.FUTURE])
        case Bounded(of=of):
            return timex(of, extent)
        case AtTime():
            return Timex(TimexType.TIME, _time(meaning, extent))
        case Portion(of=of, part=part):
            inner = timex(of, extent)
            return Timex(inner.type, inner.value, _MOD.get(part))
        case Shift():
            return _shift(meaning, extent)
        case _:
            return Timex(TimexType.DATE, _date(meaning, extent))


def _shift(meaning: Shift, extent: Extent | None) -> Timex:
    """Write a length as one; "nearly two weeks ago" as the week two weeks back, with a modifier."""
    qualifier = meaning.amount.qualifier
    if meaning.between_events or meaning.as_length:
        return Timex(TimexType.DURATION, duration(meaning.amount, meaning.unit), qualifier)
    if qualifier is None or extent is None or extent.unit is not None:
        return Timex(TimexType.DATE, _date(meaning, extent))
    less, before = qualifier == "LESS_THAN", meaning.side is Side.BEFORE
    day = extent.first if less == before else extent.last
    if day is None or meaning.amount.vague:
        return Timex(TimexType.DATE, _date(meaning, extent))
    mod = "AFTER" if less == before else "BEFORE"
    return Timex(TimexType.DATE, named(Extent.of_unit(meaning.unit, day)), mod)


def _stretch(meaning: Stretch, extent: Extent | None) -> Timex:
    """Write a run of units as a length, and "the past year" as the year that it is mostly in."""
    past_year = (meaning.amount, meaning.unit, meaning.side) == (_ONE, Unit.YEAR, Side.BEFORE)
    if not past_year or extent is None or extent.first is None:
        return Timex(TimexType.DURATION, duration(meaning.amount, meaning.unit))
    return Timex(TimexType.DATE, named(Extent.of_unit(Unit.YEAR, extent.first)))


def duration(amount: Amount, unit: Unit) -> str:
    """Write a length as ISO 8601: P3D, PT2H, PXM where the text gives no number."""
    letter = _LETTER.get(unit, "D")
    mark = "PT" if unit in _TIMES else "P"
    if amount.vague:
        return f"{mark}X{letter}"
    count = amount.high if amount.qualifier == "LESS_THAN" else amount.low
    if unit is Unit.FORTNIGHT:
        return f"P{2 * count:g}W"
    if unit is Unit.DECADE:
        return f"P{10 * count:g}Y"
    if count % 1 and unit is Unit.CENTURY:  # half a century
        return f"P{100 * count:g}Y"
    if count % 1 and unit in _HALVED:  # two and a half years are P2Y6M
        return f"{mark}{_whole(count, letter)}{count % 1 * _HALVED[unit][0]:g}{_HALVED[unit][1]}"
    return f"{mark}{count:g}{letter}"


def _whole(count: float, letter: str) -> str:
    return f"{int(count)}{letter}" if int(count) else ""


def _frequency(meaning: Frequency) -> str:
    fields = meaning.fields
    if fields is not None and fields.weekday is not None:
        return f"XXXX-WXX-{fields.weekday}"
    if fields is not None and fields.month is not None:
        return f"XXXX-{fields.month:02d}"
    return duration(meaning.every, meaning.unit)


def _time(meaning: AtTime, extent: Extent | None) -> str:
    single = extent is not None and extent.first == extent.last
    day = day_value(extent.first) if single and extent and extent.first is not None else UNSPECIFIED
    if meaning.clock is not None:
        return f"{day}T{meaning.clock}"
    if meaning.part is DayPart.MIDDAY:
        return f"{day}T12:00"
    return f"{day}T{meaning.part.value if meaning.part else ''}"


def year_value(year: int) -> str:
    """Write an astronomical year as TIMEX2 and TIMEX3 do: 2022, and BC0044 for -43."""
    return iso_year(year) if year > 0 else f"BC{1 - year:04d}"


def day_value(day: int) -> str:
    """Write a day: 2022-06-14, BC0044-03-15."""
    year = civil(day)[0]
    return iso_date(day) if year > 0 else year_value(year) + iso_date(day)[len(iso_year(year)) :]


def _date(meaning: Meaning, extent: Extent | None) -> str:
    if extent is None or extent.first is None:
        if extent is not None and extent.last is not None:
            return day_value(extent.last)
        return _unplaced(meaning)
    if isinstance(meaning, Shift) and isinstance(meaning.of, Anchor) and meaning.amount.vague:
        return _REFERENCE[_TOWARDS[meaning.side]]  # "a few days later", "several years ago"
    if isinstance(meaning, Current) and meaning.unit is Unit.DAY and _in_a_month(extent):
        return named(extent) + "-XX"  # "the same day"
    if isinstance(meaning, Occurrence) and meaning.fields.season == _WINTER and extent.last:
        # A winter that names no year is that of the January in it.
        return f"{year_value(civil(extent.last)[0])}-{_SEASON[12]}"
    return named(extent)


def _in_a_month(extent: Extent) -> bool:
    """Return whether it is known to the month and no better."""
    if extent.unit is not None or extent.first is None or extent.last is None:
        return False
    return civil(extent.first)[:2] == civil(extent.last)[:2]


def named(extent: Extent) -> str:  # noqa: C901 - a case a unit
    """Write an extent as the TIMEX3 value of the unit that it is."""
    day = extent.first if extent.first is not None else extent.last
    if day is None:
        return UNSPECIFIED
    year, month, _ = civil(day)
    text = year_value(year)
    match extent.unit:
        case Unit.WEEK | Unit.WEEKEND | Unit.FORTNIGHT:
            week_year, week = iso_week(day)
            end = "-WE" if extent.unit is Unit.WEEKEND else ""
            return f"{year_value(week_year)}-W{week:02d}{end}"
        case Unit.MONTH:
            return f"{text}-{month:02d}"
        case Unit.SEASON:
            return f"{text}-{_SEASON[month]}"
        case Unit.QUARTER:
            return f"{text}-Q{month // 3 + 1}"
        case Unit.HALF:
            return f"{text}-H{month // 6 + 1}"
        case Unit.YEAR:
            return text
        case Unit.DECADE:
            return text[:-1]
        case Unit.CENTURY:  # the 4th century BC is BC03: of most of its years, to 301 BC
            return year_value(civil(extent.last or day)[0])[:-2]
        case None:
            return _range(extent)
        case _:
            return day_value(day)


def _range(extent: Extent) -> str:
    """A run of days that is no single unit: the coarsest value that both its ends share."""
    if extent.first is None or extent.last is None:
        return day_value(extent.first if extent.first is not None else extent.last or 0)
    (year, month, _), (last_year, last_month, _) = civil(extent.first), civil(extent.last)
    if year != last_year:
        return year_value(year) if extent.approximate else day_value(extent.first)
    return year_value(year) if month != last_month else f"{year_value(year)}-{month:02d}"


def _unplaced(meaning: Meaning) -> str:
    if isinstance(meaning, Bounded):
        return _unplaced(meaning.of)
    if isinstance(meaning, Occurrence | Within):
        return fields_value(meaning.fields)
    if isinstance(meaning, Rest | Shift | Between):
        return UNSPECIFIED
    return UNSPECIFIED


def fields_value(fields: Fields) -> str:
    """Write recurring fields with X for what is open: XXXX-12, XXXX-12-06, XXXX-WXX-1."""
    if fields.weekday is not None and fields.day is None:
        return f"XXXX-WXX-{fields.weekday}"
    if fields.month is not None:
        day = "" if fields.day is None else f"-{fields.day:02d}"
        return f"XXXX-{fields.month:02d}{day}"
    if fields.season is not None:
        return f"XXXX-{_SEASON[fields.season * 3]}"
    if fields.quarter is not None:
        return f"XXXX-Q{fields.quarter}"
    return UNSPECIFIED

"""Meanings that count from the publication day or from the date last mentioned."""

from timeline.model.meaning import (
    MENTIONED,
    PERIOD,
    PUBLICATION,
    SAME_DAY,
    Absolute,
    Amount,
    AtTime,
    Bounded,
    Current,
    DayPart,
    Fields,
    Meaning,
    Occurrence,
    Part,
    Portion,
    Rest,
    Shift,
    Side,
    Stretch,
    Toward,
    Within,
    substituted,
)
from timeline.model.units import Unit
from timeline.tagging.captured import Captured

RELATIVE_TOWARD = {-1: Toward.PREVIOUS, 0: Toward.CLAUSE, 1: Toward.NEXT}


def shifted_unit(current: Meaning, unit: Unit, number: int) -> Meaning:
    """Return the unit that lies `number` units from the current one."""
    if number == 0:
        return current
    side = Side.BEFORE if number < 0 else Side.AFTER
    return Shift(current, Amount.exactly(abs(number)), unit, side)


def relative_current(captured: Captured) -> Meaning | None:
    """Return "last year", "this month", "the following week" of the captures; None without them."""
    unit = captured.unit()
    told = PERIOD if unit is Unit.QUARTER else MENTIONED  # "the previous quarter" of a report
    for name, anchor in (("relative", PUBLICATION), ("mentioned", told)):
        number = captured.integer(name)
        if number is not None and unit is not None:
            return shifted_unit(Current(unit, anchor), unit, number)
    return None


def day_from_publication(number: int | None) -> Meaning | None:
    """Return yesterday, today or tomorrow."""
    return None if number is None else shifted_unit(PUBLICATION, Unit.DAY, number)


def day_beside(captured: Captured) -> Meaning | None:
    """Read "the day after tomorrow", "the day before yesterday", "the day before last Tuesday"."""
    number, opposite = captured.integer("dayref"), captured.value("conjunction")
    if opposite is None:
        return None
    if number is None:
        day = relative_occurrence(captured)
        side = Side.AFTER if opposite == Side.BEFORE.value else Side.BEFORE
        return None if day is None else Shift(day, Amount.exactly(1), Unit.DAY, side)
    return day_from_publication(number + (1 if opposite == Side.BEFORE.value else -1))


def fields_of_relative(captured: Captured) -> Meaning | None:
    """Read "June last year", "5 May this year", "Monday of next week"."""
    outer, fields = relative_current(captured), captured.fields()
    if outer is None or fields is None:
        return None
    inner: Meaning = Within(outer, fields)
    part = captured.part()
    return inner if part is None else Portion(inner, part)


def relative_occurrence(captured: Captured) -> Meaning | None:
    """Read "last June", "next Monday", "this summer", "the following Sunday"."""
    fields = captured.fields()
    if fields is None:
        return None
    meaning = _occurrence(fields, captured)
    part, daypart = captured.part(), captured.daypart()
    if meaning is None or part is None:
        return AtTime(meaning, part=daypart) if meaning and daypart else meaning
    return Portion(meaning, part)


def _occurrence(fields: Fields, captured: Captured) -> Meaning | None:
    number = captured.integer("mentioned")
    if number is not None:
        toward = {-1: Toward.PREVIOUS, 0: Toward.LATEST, 1: Toward.NEXT}[number]
        if number == 0 and (fields.month or fields.season):
            toward = Toward.ONWARD  # "in the summer of 1991, and that winter"
        return Occurrence(fields, toward, MENTIONED)
    number = captured.integer("relative")
    if number is None:
        return None
    if number == 0 and (fields.month or fields.season):
        return Within(Current(Unit.YEAR, PUBLICATION), fields)
    if number == 0 and fields.weekday:
        return Within(Current(Unit.WEEK, PUBLICATION), fields)
    return Occurrence(fields, RELATIVE_TOWARD[number], PUBLICATION)


def coming_unit(captured: Captured) -> Meaning | None:
    """Read "this past weekend", "this coming week"."""
    unit = captured.unit()
    if unit is None:
        return None
    if unit is Unit.WEEKEND:
        toward = Toward.NEXT if "coming" in captured else Toward.LATEST
        return Occurrence(Fields(weekend=True), toward, PUBLICATION)
    return shifted_unit(Current(unit, PUBLICATION), unit, 1 if "coming" in captured else -1)


def coming_occurrence(captured: Captured) -> Meaning | None:
    """Read "this coming Sunday", "this past spring"."""
    fields, daypart = captured.fields(), captured.daypart()
    if fields is None:
        return None
    toward = Toward.NEXT if "coming" in captured else Toward.LATEST
    meaning = Occurrence(fields, toward, PUBLICATION)
    return AtTime(meaning, part=daypart) if daypart else meaning


def part_of_day(captured: Captured) -> Meaning | None:
    """Read "this morning", "last night", "tonight"."""
    part = captured.daypart() or DayPart.NIGHT
    day = day_from_publication(captured.integer("relative") or 0)
    return None if day is None else AtTime(day, part=part)


def part_of_the_same_day(captured: Captured) -> Meaning | None:
    """Read "at noon", "late afternoon", which are of the day that the text is at."""
    part = captured.daypart()
    return None if part is None else AtTime(SAME_DAY, part=part)


def part_of_mentioned_day(captured: Captured) -> Meaning | None:
    """Read "that evening", "the next morning", which count from the day last told of."""
    number, part = captured.integer("mentioned"), captured.daypart()
    if part is None:
        return None
    number = 1 if number is None else number
    return AtTime(shifted_unit(Current(Unit.DAY, MENTIONED), Unit.DAY, number), part=part)


def mentioned_unit(captured: Captured) -> Meaning | None:
    """Read "the following month", "that year", "the same day"."""
    return relative_current(captured)


def month_of_mentioned_year(captured: Captured) -> Meaning | None:
    """Read "that January": the one of the year that the text is at."""
    fields = captured.fields()
    return None if fields is None else Within(Current(Unit.YEAR, MENTIONED), fields)


def beside_an_event(captured: Captured) -> Meaning | None:
    """Read "the week after the arrest", "the morning after the ambush"."""
    unit, part = captured.unit() or Unit.DAY, captured.daypart()
    found = captured.get("side")
    number = 1 if found is not None and found.cls == "AFTERWORD" else -1
    beside = shifted_unit(Current(unit, MENTIONED), unit, number)
    return beside if part is None else AtTime(beside, part=part)


def within_units_of_an_event(captured: Captured) -> Meaning | None:
    """Read "within a week of the disappearance"."""
    amount, unit = captured.amount(), captured.unit()
    if amount is None or unit is None:
        return None
    return Stretch(amount, unit, Side.AFTER, MENTIONED)


def new_year(captured: Captured) -> Meaning:  # noqa: ARG001 - every builder takes it
    """Read "in the new year": early in it."""
    return Portion(Occurrence(Fields(month=1), Toward.CLAUSE, PUBLICATION), Part.ABOUT)


def small_hours(captured: Captured) -> Meaning:  # noqa: ARG001 - every builder takes it
    """Read "in the small hours" of the day that the text is at."""
    return AtTime(SAME_DAY, part=DayPart.NIGHT)


def told_unit(captured: Captured) -> Meaning:
    """Read "the day" of "ended the day at 112", "for the week": the one that the text tells of."""
    return Current(captured.unit() or Unit.DAY, MENTIONED)


def mentioned_day(captured: Captured) -> Meaning | None:
    """Read "the next day", which counts from the day last told of."""
    number = captured.integer("relative")
    return None if number != 1 else shifted_unit(Current(Unit.DAY, MENTIONED), Unit.DAY, 1)


def morrow(captured: Captured) -> Meaning | None:
    """Read "le lendemain", "la veille": the day after or before the one last told of."""
    number = captured.integer("morrow")
    return None if number is None else shifted_unit(Current(Unit.DAY, MENTIONED), Unit.DAY, number)


def night_before(captured: Captured) -> Meaning | None:
    """Read "in der Nacht zum Sonntag", which begins on Saturday."""
    fields = captured.fields()
    if fields is None:
        return None
    toward = Toward.NEAREST if fields.month else Toward.CLAUSE
    day = Absolute(fields) if fields.absolute else Occurrence(fields, toward, PUBLICATION)
    return AtTime(shifted_unit(day, Unit.DAY, -1), part=DayPart.NIGHT)


def relative_unit(captured: Captured) -> Meaning | None:
    """Read "last week", "this year", "early next month"."""
    meaning, part = relative_current(captured), captured.part()
    if captured.unit() in (Unit.SECOND, Unit.MINUTE) and captured.integer("relative"):
        return None  # "at the last minute"
    if captured.unit() is Unit.DAY:  # "this day" is the one told of, "the last day" a final one
        number = captured.integer("relative")
        meaning = {0: Current(Unit.DAY, MENTIONED), 1: meaning}.get(number or 0)
    return meaning if meaning is None or part is None else Portion(meaning, part)


def unit_but_one(captured: Captured) -> Meaning | None:
    """Read "the week before last", "the year after next"."""
    unit = captured.unit()
    if unit is None:
        return None
    return shifted_unit(Current(unit, PUBLICATION), unit, 2 if "next" in captured else -2)


def year_adverb(captured: Captured) -> Meaning | None:
    """Read "heuer", "im Vorjahr"."""
    number, part = captured.integer("yearword"), captured.part()
    if number is None:
        return None
    year = shifted_unit(Current(Unit.YEAR, PUBLICATION), Unit.YEAR, number)
    return year if part is None else Portion(year, part)


def rest_of_unit(captured: Captured) -> Meaning | None:
    """Read "later this year", "earlier this month"."""
    value = captured.value("rest")
    if not isinstance(value, str):
        return None
    if "daypart" in captured:
        return AtTime(PUBLICATION, part=captured.daypart())
    if "month" in captured or "weekday" in captured:
        return relative_occurrence(captured)
    unit = relative_current(captured)
    if "current" in captured and captured.unit() is not Unit.DAY:
        unit = current_unit(captured)
    anchor = MENTIONED if "mentioned" in captured else PUBLICATION
    return None if unit is None else Rest(unit, Side(value), anchor)


def as_told(meaning: Meaning) -> Meaning:
    """Return "for the next sixteen years", told as past: they count from the date told last."""
    coming = isinstance(meaning, Stretch) and meaning.side is Side.AFTER
    return substituted(meaning, PUBLICATION, MENTIONED) if coming else meaning


def ever_since(captured: Captured) -> Meaning | None:  # noqa: ARG001 - every builder takes it
    """Read "ever since": from the date last mentioned on."""
    return Bounded(MENTIONED, Side.AFTER, throughout=True)


def upcoming(captured: Captured) -> Meaning | None:  # noqa: ARG001 - every builder takes it
    """Read "upcoming": some time after publication."""
    return Bounded(PUBLICATION, Side.AFTER, throughout=False)


def current_unit(captured: Captured) -> Meaning | None:
    """Read "the current year", "the end of the month"."""
    unit, part = captured.unit(), captured.part()
    if unit is None:
        return None
    current = Current(unit, PUBLICATION)
    return current if part is None else Portion(current, part)


def year_end(captured: Captured) -> Meaning:
    """Read "year-end", "month's end"."""
    return Portion(Current(captured.unit() or Unit.YEAR, PUBLICATION), Part.END)


def day_of_relative_month(captured: Captured) -> Meaning | None:
    """Read "the 3rd inst.", "the 28th ult.": of the month of writing, and of the one before."""
    day, number = captured.integer("day"), captured.integer("instant")
    if day is None or number is None:
        return None
    return Within(
        shifted_unit(Current(Unit.MONTH, PUBLICATION), Unit.MONTH, number), Fields(day=day)
    )

"""The steps of a reading, each a sentence that a reporter understands."""

from timeline.model.expression import Tense
from timeline.model.meaning import (
    Amount,
    AtTime,
    Bounded,
    Current,
    DayPart,
    Fields,
    Occurrence,
    Part,
    Shift,
    Side,
    Stretch,
    Toward,
)
from timeline.model.units import Unit
from timeline.model.when import When
from timeline.resolving.extent import Extent
from timeline.resolving.feasts import feast_name, feast_rule
from timeline.resolving.occurrences import direction, leans_back
from timeline.wording.dates import (
    MONTHS,
    SEASONS,
    WEEKDAYS,
    day_in_words,
    interval_in_words,
    time_in_words,
)

Lines = tuple[str, ...]
_PARTS = {
    Part.START: "Early",
    Part.MIDDLE: "The middle",
    Part.END: "Late",
    Part.FIRST_HALF: "The first half",
    Part.SECOND_HALF: "The second half",
}
_DAYPARTS = {
    DayPart.MORNING: "in the morning",
    DayPart.MIDDAY: "at noon",
    DayPart.AFTERNOON: "in the afternoon",
    DayPart.EVENING: "in the evening",
    DayPart.NIGHT: "at night",
    DayPart.DAYTIME: "in daytime",
}


def said(extent: Extent | None) -> str:
    """Write an extent; a single day with its weekday."""
    if extent is None:
        return "no day"
    if extent.first is not None and extent.first == extent.last:
        return day_in_words(extent.first, with_weekday=True)
    return interval_in_words(extent.first, extent.last)


def stated(extent: Extent | None) -> Lines:
    """The text says it in full."""
    return () if extent is None else (f"The text names the date itself: {said(extent)}.",)


def feast(fields: Fields) -> Lines:
    """The rule of a feast that falls on another day each year."""
    rule = None if fields.holiday is None else feast_rule(fields.holiday)
    return () if rule is None else (f"{fields_in_words(fields)} is {rule}.",)


def publication(published: When, day_of: str = "publication") -> Lines:
    """Counting from publication, as well as it is known, or from the day of a frame."""
    first, last = published.first, published.last
    if first is not None and first == last:
        return (f"Counted from the day of {day_of}, {day_in_words(first, with_weekday=True)}.",)
    return (f"Counted from {day_of}, {time_in_words(first, last)}.",)


def mentioned(extent: Extent, *, story: bool = False) -> Lines:
    """Counting from the date before."""
    why = ": this text tells its story from date to date" if story else ""
    return (f"Counted from the date mentioned before, {said(extent)}{why}.",)


def current(meaning: Current, extent: Extent | None) -> Lines:
    """The unit of a day."""
    if meaning.unit is Unit.DAY:
        return ()
    return (f"The {meaning.unit.value} of that day is {said(extent)}.",)


def occurrence(meaning: Occurrence, tense: Tense, extent: Extent | None) -> Lines:
    """One of the recurring days."""
    name = fields_in_words(meaning.fields)
    spoken = meaning.toward is Toward.CLAUSE and tense is Tense.FUTURE
    match direction(meaning.fields, meaning.toward, tense):
        case Toward.COMING if spoken:
            how = f"The sentence speaks of the future, so this is the coming {name}"
        case Toward.LATEST:
            how = f"The most recent {name}"
        case Toward.PREVIOUS:
            how = f"The last {name} before"
        case Toward.NEXT:
            how = f"The next {name} after"
        case Toward.ONWARD:
            how = f"The {name} with which the story goes on"
        case Toward.COMING:
            how = f"The coming {name}"
        case Toward.LISTED:
            how = f"In a list of dates, the {name} of that year if it is over, or the nearest"
        case Toward.NEAREST if leans_back(meaning.fields, tense):
            how = f"The most recent {name}, or the coming one where that is much nearer"
        case _:
            how = f"The nearest {name}"
    return (f"{how}: {said(extent)}.",)


def shift(meaning: Shift, extent: Extent | None) -> Lines:
    """Units before or after."""
    side = "before" if meaning.side is Side.BEFORE else "after"
    counted = f"{amount_in_words(meaning.amount, meaning.unit)} {side}"
    return (f"{counted[0].upper()}{counted[1:]} that: {said(extent)}.",)


def counterpart(extent: Extent | None) -> Lines:
    """The 1988 quarter."""
    return (f"The same period of the year that is named: {said(extent)}.",)


def within(extent: Extent | None) -> Lines:
    """A field of a larger date."""
    return (f"Within that: {said(extent)}.",)


def part(name: Part, extent: Extent | None) -> Lines:
    """Early, mid, late; about."""
    if name is Part.ABOUT:
        return (f"About then: {said(extent)}.",)
    return (f"{_PARTS[name]} of that, by thirds: about {said(extent)}.",)


def stretch(meaning: Stretch, extent: Extent | None) -> Lines:
    """The past few months."""
    side = "up to" if meaning.side is Side.BEFORE else "from"
    counted = amount_in_words(meaning.amount, meaning.unit)
    return (f"Some time in the {counted} {side} that day: {said(extent)}.",)


def rest(side: Side, extent: Extent | None, day_of: str = "publication") -> Lines:
    """Later this year."""
    where = "after" if side is Side.AFTER else "before"
    return (f"The part of it {where} {day_of}: {said(extent)}.",)


def between(extent: Extent | None) -> Lines:
    """From one date to another."""
    return (f"From the first to the last of them: {said(extent)}.",)


def bounded(meaning: Bounded, *, told: bool) -> Lines:
    """Since, until, by, before, after; `told` as past, "by then" is the date itself."""
    if told:
        return ("It lasted until then." if meaning.throughout else "It had come to that by then.",)
    if meaning.side is Side.AFTER:
        return ("From then on, with no end stated." if meaning.throughout else "Some time after.",)
    return ("Up to then." if meaning.throughout else "Then at the latest.",)


def at_time(meaning: AtTime) -> Lines:
    """A time of day."""
    if meaning.clock:
        return (f"At {meaning.clock} on that day.",)
    return () if meaning.part is None else (f"{_DAYPARTS[meaning.part].capitalize()} of that day.",)


def other(when: When) -> str:
    """What a date of a short story would be in news."""
    named = interval_in_words(when.first, when.last)
    return f"It may count from publication as well, and then it is {named}."


def known(key: str, extent: Extent) -> Lines:
    """From the table of known events."""
    return (f"The table of known events dates '{key}' {said(extent)}.",)


def fields_in_words(fields: Fields) -> str:
    """Write recurring fields: "Monday", "December", "14 July"."""
    if fields.weekday is not None and fields.day is None:
        return WEEKDAYS[fields.weekday - 1]
    if fields.month is not None:
        name = MONTHS[fields.month - 1]
        return name if fields.day is None else f"{fields.day} {name}"
    if fields.season is not None:
        return SEASONS[fields.season * 3]
    if fields.holiday is not None:
        return feast_name(fields.holiday)
    for number, name in ((fields.quarter, "quarter"), (fields.half, "half-year")):
        if number is not None:
            return f"{('first', 'second', 'third', 'fourth')[number - 1]} {name}"
    return f"day {fields.day}" if fields.day is not None else "weekend"


def amount_in_words(amount: Amount, unit: Unit) -> str:
    """Write a count of units: "2 years", "2 to 5 years"."""
    low, high = f"{amount.low:g}", f"{amount.high:g}"
    count = low if low == high else f"{low} to {high}"
    plural = "" if low == high == "1" else "s"
    name = {"century": "centurie", "millennium": "millennia"}.get(unit.value, unit.value)
    return f"{count} {name if plural else unit.value}{plural if name != 'millennia' else ''}"

"""The attributes of TIMEX3 tags, by the TimeML 1.2.1 annotation guidelines."""

from timeline.model.calendar import civil, iso_date, iso_week, iso_year
from timeline.model.expression import Reading, TimeExpression
from timeline.model.meaning import Frequency, Meaning, Point, depends_on
from timeline.model.units import Precision
from timeline.model.when import When

UNKNOWN_DAY = "XXXX-XX-XX"
FIRST_ISO_YEAR, LAST_ISO_YEAR = 1, 9999


def timex_attributes(expression: TimeExpression, reading: Reading) -> dict[str, str]:
    """Return the attributes of an expression in the text, all but its `tid`.

    `temporalFunction` is true where the value had to be counted from another date;
    `anchorTimeID` names that date where it is the publication day, which is `t0`.
    """
    meaning, timex = expression.meaning, reading.timex
    attributes = {"type": timex.type.value, "value": timex.value}
    if timex.mod:
        attributes["mod"] = timex.mod
    if isinstance(meaning, Frequency) and meaning.times:
        attributes["freq"] = f"{meaning.times}X"
    attributes["temporalFunction"] = str(_is_function(meaning)).lower()
    attributes["functionInDocument"] = "NONE"
    if _only_from_publication(meaning):
        attributes["anchorTimeID"] = "t0"
    return attributes


def creation_value(when: When) -> str:
    """Return the TIMEX3 value of a publication date: the finest unit that holds all of it.

    The interval 2023-02-07 to 2023-02-08 is of `2023-02`, one that spans two years is unknown:
    the creation time is a date, and TIMEX3 has no value for a date within a range.
    """
    first, last = when.first, when.last
    if first is None or last is None:
        return UNKNOWN_DAY
    starts, ends = civil(first), civil(last)
    if starts[0] != ends[0] or not FIRST_ISO_YEAR <= starts[0] <= LAST_ISO_YEAR:
        return UNKNOWN_DAY
    if first == last:
        return iso_date(first)
    if when.precision is Precision.WEEK:
        year, week = iso_week(first)
        return f"{iso_year(year)}-W{week:02d}"
    return iso_date(first)[:7] if starts[1] == ends[1] else iso_year(starts[0])


def _is_function(meaning: Meaning) -> bool:
    return any(depends_on(meaning, point) for point in Point)


def _only_from_publication(meaning: Meaning) -> bool:
    others = (point for point in Point if point is not Point.PUBLICATION)
    return depends_on(meaning, Point.PUBLICATION) and not any(
        depends_on(meaning, point) for point in others
    )

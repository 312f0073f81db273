"""Dates that the grammar does not read, by the words of dateparser's locales.

Beside a grammar, or the rules of a locale, it reads what none of them covers: full dates and months
with a year, nothing relative.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

from timeline.languages.dates import read_date
from timeline.model.calendar import civil
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span
from timeline.model.units import Precision
from timeline.model.when import When

RULE = "date in the words of its language"
_YEAR = re.compile(r"\d{4}")  # every shape has one
# A day, a month's name and a year in the orders that languages write them, or month and year.
_SHAPE = re.compile(
    r"(?<![\w/.-])(?:"
    r"\d{1,2}(?:\.|º|er|ª|-го|\s?日)?\s+(?:\w{1,3}\s+)?[^\W\d_]{3,}\.?,?\s+(?:\w{1,3}\s+)?\d{4}"
    r"|[^\W\d_]{3,}\.?\s+\d{1,2}(?:\.|th|st|nd|rd)?,?\s+\d{4}"
    r"|[^\W\d_]{3,}\.?,?\s+(?:\w{1,3}\s+)?\d{4}"
    r"|\d{4}\s?年\s?\d{1,2}\s?月(?:\s?\d{1,2}\s?日)?"
    r")(?![\w/-])"
)


def unread(
    text: str, span: Span, language: str, read: Iterable[TimeExpression]
) -> list[TimeExpression]:
    """Return the dates in a stretch of text that none of `read`, in the text's order, touches."""
    if _YEAR.search(text, span.start, span.end) is None:  # most stretches
        return []
    taken = [expression.span for expression in read]
    ends = [place.end for place in taken]

    def free(year: int) -> bool:
        after = bisect_right(ends, year)
        return after == len(taken) or year < taken[after].start

    if not any(free(year.start()) for year in _YEAR.finditer(text, span.start, span.end)):
        return []
    out = []
    for found in _SHAPE.finditer(text, span.start, span.end):
        place = Span(*found.span())
        after = bisect_right(ends, place.start)
        if after < len(taken) and place.overlaps(taken[after]):
            continue
        when = read_date(found.group(), (language,))
        fields = None if when is None else _fields(when)
        if fields is not None:
            meaning = Absolute(fields)
            out.append(TimeExpression(place, place, found.group(), meaning, RULE))
    return out


def _fields(when: When) -> Fields | None:
    if when.first is None:
        return None
    year, month, day = civil(when.first)
    match when.precision:
        case Precision.DAY | Precision.TIME:
            return Fields(year=year, month=month, day=day)
        case Precision.MONTH:
            return Fields(year=year, month=month)
        case _:  # a bare year in an unknown language may be any number
            return None

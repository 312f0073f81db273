"""Numeric dates that could be read in both orders, settled by the text's other dates.

03/04/2021 is the third of April beside 25/12/2020, and the fourth of March beside 12/25/2020,
alone or within anything larger: "two days after 03/04/2021", "03/04/2021 at 21:05". What counts is
the digits in the words and the date that they became in the meaning, not the rule that read them.
An order that a person states goes before that. Where no date of the text settles it, or where they
disagree, the order of the country counts, where the language is that of one, else of the language.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from timeline.model.expression import TimeExpression
from timeline.model.meaning import Absolute, Fields, Meaning, parts, substituted

RULE = "numeric date in the order of the text's others"
STATED = "numeric date in the order that was given"
COUNTRY = "numeric date in the order of the country"
_READ_BY = "numeric date"
_DATE = re.compile(
    r"(?<![\d/-])(?P<one>\d{1,2})\s?(?P<sign>[/-])\s?(?P<two>\d{1,2})\s?(?P=sign)\s?"
    r"(?:\d{4}|\d\d)(?![\d/-])"
)
_MONTHS = 12
_NO_YEAR = 10**9  # no text has it


def settle_order(
    found: list[TimeExpression],
    *,
    stated: bool | None = None,
    of_country: bool | None = None,
) -> list[TimeExpression]:
    """Turn day and month of those dates that are written in the other order.

    `stated` is whether the day comes first as a person says, `of_country` as the country has it.
    """
    if not any(_has_open(expression.text) for expression in found):
        return found
    shown = day_comes_first([expression.text for expression in found])
    for day_first, rule in ((stated, STATED), (shown, RULE), (of_country, COUNTRY)):
        if day_first is not None:
            return [_settled(e, rule, day_first=day_first) for e in found]
    return found


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Return the order that dates show; None where none of them does, or they disagree."""
    orders = {
        one > _MONTHS
        for text in texts
        for one, two in _pairs(text)
        if (one > _MONTHS) != (two > _MONTHS)
    }
    return orders.pop() if len(orders) == 1 else None


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    for found in _DATE.finditer(text):
        yield int(found["one"]), int(found["two"])


def _open_pairs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the numbers of which each could be day and month."""
    for one, two in _pairs(text):
        if one != two and one <= _MONTHS and two <= _MONTHS:
            yield one, two


def _has_open(text: str) -> bool:
    return next(_open_pairs(text), None) is not None


def _settled(expression: TimeExpression, turned_by: str, *, day_first: bool) -> TimeExpression:
    turned = _turned(expression, day_first=day_first)
    if not turned:
        return expression
    meaning = expression.meaning
    # By way of markers, so that none is turned twice: "03/04/2021 to 04/03/2021".
    for number, date in enumerate(turned):
        meaning = substituted(meaning, date, _marker(number))
    for number, date in enumerate(turned.values()):
        meaning = substituted(meaning, _marker(number), date)
    joined = tuple(_settled(part, turned_by, day_first=day_first) for part in expression.parts)
    rule = turned_by if expression.rule == _READ_BY else expression.rule
    return replace(expression, meaning=meaning, rule=rule, parts=joined)


def _turned(expression: TimeExpression, *, day_first: bool) -> dict[Absolute, Absolute]:
    """Return the dates of an expression that are in the other order, each with what it should be.

    The dates of a meaning stand in the order of the text.
    """
    found: dict[Absolute, Absolute] = {}
    dates = list(_dates(expression.meaning))
    for pair in _open_pairs(expression.text):
        day, month = pair if day_first else pair[::-1]
        while dates:
            date = dates.pop(0)
            fields = date.fields
            if {fields.month, fields.day} == set(pair):
                if fields.day != day:
                    found[date] = Absolute(replace(fields, month=month, day=day))
                break
    return found


def _marker(number: int) -> Absolute:
    return Absolute(Fields(year=_NO_YEAR + number))


def _dates(meaning: Meaning) -> Iterator[Absolute]:
    if isinstance(meaning, Absolute):
        yield meaning
    for part in parts(meaning):
        yield from _dates(part)

"""Numeric dates that could be read in both orders, settled by the text's other dates.

03/04/2021 is the third of April beside 25/12/2020, and the fourth of March beside 12/25/2020.
Where no date of the text settles it, or where they disagree, the order of the language stands.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from timeline.languages.numeric_dates import order_is_open
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Absolute, Meaning, parts, substituted

READ_BY = "numeric date"  # the rule, in every language
RULE = "numeric date in the order of the text's others"
_DATE = re.compile(r"(?<!\d)(\d{1,2})/(\d{1,2})/(?:\d{4}|\d\d)(?!\d)")
_MONTHS = 12


def settle_order(found: list[TimeExpression]) -> list[TimeExpression]:
    """Turn day and month of those dates that a text's other dates show to be written so."""
    if not any(_open(expression) for expression in found):
        return found
    day_first = day_comes_first([expression.text for expression in found])
    return found if day_first is None else [_settled(e, day_first=day_first) for e in found]


def day_comes_first(texts: Iterable[str]) -> bool | None:
    """Return the order that dates show; None where none of them does, or they disagree."""
    orders = {
        one > _MONTHS
        for text in texts
        for one, two in (map(int, pair) for pair in _DATE.findall(text))
        if (one > _MONTHS) != (two > _MONTHS)
    }
    return orders.pop() if len(orders) == 1 else None


def _open(expression: TimeExpression) -> bool:
    return any(map(_open, expression.parts)) or (
        expression.rule == READ_BY and order_is_open(_written(expression))
    )


def _settled(expression: TimeExpression, *, day_first: bool) -> TimeExpression:
    if not _open(expression):
        return expression
    meaning = expression.meaning
    for part in expression.parts or (expression,):
        if _open(part) and _first_number(part) != _leading(part.meaning, day_first=day_first):
            meaning = _turned(meaning, _date_of(part.meaning))
    if meaning == expression.meaning:
        return expression
    joined = tuple(_settled(part, day_first=day_first) for part in expression.parts)
    rule = RULE if expression.rule == READ_BY else expression.rule
    return replace(expression, meaning=meaning, rule=rule, parts=joined)


def _written(expression: TimeExpression) -> str:
    """Return the digits of "le 03/04/2021"."""
    found = _DATE.search(expression.text)
    return found.group() if found else ""


def _first_number(expression: TimeExpression) -> int:
    return int(_written(expression).split("/")[0])


def _leading(meaning: Meaning, *, day_first: bool) -> int | None:
    """Return the number that would be written first in an order."""
    date = _date_of(meaning)
    if date is None:
        return None
    return date.fields.day if day_first else date.fields.month


def _date_of(meaning: Meaning) -> Absolute | None:
    if isinstance(meaning, Absolute):
        return meaning if meaning.fields.day else None
    return next(filter(None, map(_date_of, parts(meaning))), None)


def _turned(meaning: Meaning, date: Absolute | None) -> Meaning:
    """Return a meaning with the day and month of one date in it turned round."""
    if date is None:
        return meaning
    read = date.fields
    return substituted(meaning, date, Absolute(replace(read, month=read.day, day=read.month)))

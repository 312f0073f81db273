"""Ages told of a life: "at the age of 52" is a date where the text says when somebody was born.

It is so where a birth is told ("born 9 May 1978"), or an age at publication ("Reed, 61, ..."),
which is that of the first person told of. Else the words date nothing.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.languages import Lexicon
from timeline.model.expression import TimeExpression
from timeline.model.granularity import names_a_day
from timeline.model.meaning import (
    PUBLICATION,
    Absolute,
    Amount,
    Length,
    Meaning,
    Part,
    Portion,
    Shift,
    Side,
)
from timeline.model.units import Unit
from timeline.tagging.ages import AT_AN_AGE

_AGE = re.compile(r"(?<=[^\W\d_], )(\d\d)(?=[,;]| (?:ans|anni|anos|años|Jahre),)")
_REACH = 40  # characters between "born" and the date
_LIFE = re.compile(r"\(\s*(?:\w{1,3}\.\s*)?$")  # what opens the dates of a life
_NEAR = 80  # characters between an age and a day of the same clause
_OLDEST = 120


def dated_by_age(
    expressions: Sequence[TimeExpression], text: str, lexicon: Lexicon
) -> list[TimeExpression]:
    """Return the expressions, those of an age as dates; without those that date nothing."""
    if not any(e.rule == AT_AN_AGE for e in expressions):
        return list(expressions)
    birth = _birth(expressions, text, lexicon)
    told = _AGE.search(text)
    out = []
    for at, expression in enumerate(expressions):
        if expression.rule != AT_AN_AGE:
            out.append(expression)
            continue
        if _is_dated(
            expression, expressions[max(0, at - 2) : at + 3], text
        ):  # "died on Monday at the age of 84"
            continue
        meaning = _meaning(expression.meaning, birth, None if told is None else int(told[1]))
        if meaning is not None:
            out.append(replace(expression, meaning=meaning))
    return out


def _is_dated(age: TimeExpression, near: Sequence[TimeExpression], text: str) -> bool:
    """Return whether a day stands near an age in its sentence, so that the age dates nothing."""
    for one in near:
        first, last = sorted((one, age), key=lambda e: e.span)
        between = text[first.span.end : last.span.start]
        if names_a_day(one.meaning) and len(between) <= _NEAR and ". " not in between:
            return True
    return False


def _meaning(age: Meaning, birth: Meaning | None, told: int | None) -> Meaning | None:
    """Return the year or two in which somebody was of an age."""
    if not isinstance(age, Length):
        return None
    years, loose = int(age.amount.low), age.amount.approximate
    date: Meaning | None = None
    if years > _OLDEST:
        return None
    if birth is not None:
        date = Shift(birth, Amount(years, years + 1), Unit.YEAR, Side.AFTER)
    elif told is not None and told >= years:
        ago = told - years
        date = Shift(PUBLICATION, Amount(max(0, ago - 1), ago + 1), Unit.YEAR, Side.BEFORE)
    return Portion(date, Part.ABOUT) if date is not None and loose else date


def _birth(expressions: Sequence[TimeExpression], text: str, lexicon: Lexicon) -> Meaning | None:
    """Return the first birth that a text tells; the start of a life in brackets is one."""
    born = lexicon.beside.get("BORN", frozenset())
    for expression in expressions:
        date = expression.meaning
        whole = date.of if isinstance(date, Portion) else date
        if not isinstance(whole, Absolute):
            continue
        before = text[max(0, expression.phrase.start - _REACH) : expression.phrase.start]
        words = re.findall(r"\w+", re.split(r"[.;:]\s", before)[-1].lower())
        if not born.isdisjoint(words) or _opens_a_life(expression, text):
            return whole
    return None


def _opens_a_life(expression: TimeExpression, text: str) -> bool:
    """Return whether it is "1843" of "Grau (c. 1843 – 17 February 1919) was"."""
    start, end = expression.span.start, expression.span.end
    opened = _LIFE.search(text[max(0, start - 8) : start])
    return opened is not None and re.match(r"\s*[-–—]\s*\w", text[end : end + 4]) is not None

"""Numbers at the head of a chronicle's lines that only its headings make dates.

"1887: ..." where several lines open so, "14: ..." under "May 2017", "14/6: ..." under "2016".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline.model.calendar import days_in_month
from timeline.model.entries import BULLETS, FEWEST, entry_at
from timeline.model.expression import TimeExpression
from timeline.model.meaning import PUBLICATION, Absolute, Fields, Meaning, Occurrence, Toward
from timeline.model.span import Span

RULE = "number at the head of an entry"
_BEFORE = rf"(?:[{re.escape(BULLETS)}]\s*)?[\s\[(*_#|>]*"
_YEAR = re.compile(rf"{_BEFORE}(?P<date>[12]\d{{3}})(?![\d\w./-]*\d)")
_DAY = re.compile(rf"{_BEFORE}(?P<date>(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|日)?\.?)(?![\d\w/])")
_BOTH = re.compile(rf"{_BEFORE}(?P<date>(?P<one>\d{{1,2}})[./](?P<two>\d{{1,2}})\.?)(?![\d\w/])")
_MONTHS = 12
_LEAP_YEAR = 2000
_REACH = 12  # characters of bullets, brackets and a weekday before a date


@dataclass(frozen=True, slots=True)
class _Head:
    sentence: Span
    span: Span
    numbers: tuple[int, ...]


class _Over(NamedTuple):
    """What stands over the entries of a chronicle: a year, a month of one, or neither."""

    year: int | None
    month: int | None


def heads(
    text: str, sentences: Sequence[Span], found: Sequence[TimeExpression], *, day_first: bool
) -> list[TimeExpression]:
    """Return the dates that numbers at the head of lines come to, beside those that were read."""
    opening = [s for s in sentences if not text[text.rfind("\n", 0, s.start) + 1 : s.start].strip()]
    read = {e.span.start: e for e in found}
    years = list(_years(text, opening, read))
    placed = {y.span.start: y for y in years} | read
    return [*years, *_below_headings(text, opening, placed, day_first=day_first)]


def _years(
    text: str, opening: Sequence[Span], read: dict[int, TimeExpression]
) -> Iterator[TimeExpression]:
    """Yield the years that open lines and were not read, where several lines open with a year."""
    found = [head for s in opening if (head := _head(text, s, _YEAR))]
    if len(found) < FEWEST and not _entries(text, opening, read):
        return
    for head in found:
        made = _expression(text, head, Absolute(Fields(year=head.numbers[0])))
        entry = entry_at(text, head.sentence, made)
        if head.span.start not in read and entry is not None and (entry.sure or _many(found)):
            yield made


def _entries(text: str, opening: Sequence[Span], read: dict[int, TimeExpression]) -> bool:
    """Return whether several lines open with a date that was read."""
    leads = ((s, _read_at(s, read)) for s in opening)
    return sum(e is not None and entry_at(text, s, e) is not None for s, e in leads) >= FEWEST


def _read_at(sentence: Span, read: dict[int, TimeExpression]) -> TimeExpression | None:
    """Return what was read at the head of a line, behind a bullet or a bracket."""
    reach = range(sentence.start, min(sentence.start + _REACH, sentence.end))
    return next((read[place] for place in reach if place in read), None)


def _many(found: Sequence[_Head]) -> bool:
    return len({head.numbers for head in found}) > FEWEST


def _below_headings(
    text: str, opening: Sequence[Span], read: dict[int, TimeExpression], *, day_first: bool
) -> Iterator[TimeExpression]:
    """Yield the days under headings of a month, and the days with a month under those of a year."""
    pairs = [h for s in opening if (h := _head(text, s, _BOTH))]
    stopped = sum(text[h.span.end - 1] == "." for h in pairs)
    over = _Over(None, None) if stopped >= FEWEST else None  # "25.1.: ...", of no year
    order = _day_first(pairs, otherwise=day_first)
    for sentence in opening:
        lead = _read_at(sentence, read)
        entry = None if lead is None else entry_at(text, sentence, lead)
        if entry is not None and entry.alone:
            over = _heading(entry.expression.meaning)
        elif over is not None and lead is None:
            head = _head(text, sentence, _DAY if over.month else _BOTH)
            meaning = None if head is None else _day_below(over, head, day_first=order)
            if head is not None and meaning is not None:
                made = _expression(text, head, meaning)
                yield from [made] if _parts(text, sentence, made) else []


def _parts(text: str, sentence: Span, made: TimeExpression) -> bool:
    """Return whether a number stands apart from what it would date."""
    entry = entry_at(text, sentence, made)
    return entry is not None and (entry.sure or made.text.endswith("."))


def _day_below(over: _Over, head: _Head, *, day_first: bool) -> Meaning | None:
    if over.month is not None:
        day, month = head.numbers[0], over.month
    else:
        day, month = head.numbers if day_first else head.numbers[::-1]
    if not 1 <= month <= _MONTHS or not 1 <= day <= days_in_month(over.year or _LEAP_YEAR, month):
        return None
    if over.year is not None:
        return Absolute(Fields(year=over.year, month=month, day=day))
    return Occurrence(Fields(month=month, day=day), Toward.NEAREST, PUBLICATION)


def _heading(meaning: Meaning) -> _Over | None:
    """Return the year or month that a heading names; None where it names a day."""
    if not isinstance(meaning, Absolute | Occurrence) or meaning.fields.day:
        return None
    over = _Over(meaning.fields.year, meaning.fields.month)
    return over if over.year or over.month else None


def _day_first(pairs: Sequence[_Head], *, otherwise: bool) -> bool:
    """Return the order that pairs of numbers show, where one of them can be no month."""
    shown = {
        p.numbers[0] > _MONTHS
        for p in pairs
        if (p.numbers[0] > _MONTHS) != (p.numbers[1] > _MONTHS)
    }
    return shown.pop() if len(shown) == 1 else otherwise


def _head(text: str, sentence: Span, pattern: re.Pattern[str]) -> _Head | None:
    found = pattern.match(text, sentence.start, sentence.end)
    if found is None:
        return None
    numbers = tuple(int(n) for n in re.findall(r"\d+", found["date"]))
    return _Head(sentence, Span(*found.span("date")), numbers)


def _expression(text: str, head: _Head, meaning: Meaning) -> TimeExpression:
    return TimeExpression(head.span, head.span, head.span.of(text), meaning, RULE)

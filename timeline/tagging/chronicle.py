"""The dates of a chronicle read as one sequence: what a heading or an entry before leaves out.

"2015" over "3 March: ..." names its year, "May 2017" over "14: ..." its month. Behind an entry with
its year, the next ones go on from it, each later than the last (earlier, where the newest stands
first). Where no entry names a year, the last of them lies in the year of publication, if that is
behind it then, and what stands before the turn of a year lies a year earlier.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from timeline.model.entries import FEWEST, DatedEntry, entries_of
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import (
    PUBLICATION,
    Absolute,
    AtTime,
    Between,
    Fields,
    Meaning,
    Occurrence,
    Portion,
    Toward,
    parts,
)
from timeline.model.span import Span
from timeline.tagging.chronicle_heads import heads

_COMPOSED = (AtTime, Between, Portion)
_LOOSE = (Toward.NEAREST, Toward.CLAUSE)
_Change = Callable[[Fields, int], Meaning]  # of the fields, and the years by which they lie on


class _Place(NamedTuple):
    """What the first date of a meaning names of year, month and day."""

    year: int | None
    month: int | None
    day: int | None

    @property
    def in_year(self) -> tuple[int, int]:
        """Its place in the year."""
        return self.month or 0, self.day or 0


def as_one_sequence(
    found: list[TimeExpression], text: str, sentences: Sequence[Span], *, day_first: bool
) -> list[TimeExpression]:
    """Return the expressions of a text, those at the head of its entries read as one sequence."""
    added = heads(text, sentences, found, day_first=day_first)
    if added:
        found = sorted([*found, *added], key=lambda e: e.span)
    entries = entries_of(text, sentences, found)
    if len(entries) < FEWEST:
        return found
    read = dict(_with_years(entries, _year_above(entries, found)))
    read |= _without_any_year([e for e in entries if e.expression not in read])
    return [read.get(expression, expression) for expression in found] if read else found


def _year_above(entries: Sequence[DatedEntry], found: Sequence[TimeExpression]) -> int | None:
    """Return the one year that stands above all entries, as in a title."""
    first = entries[0].expression.span.start
    above = (_place(e.meaning) for e in found if e.span.start < first)
    years = {place.year for place in above if place and place.year}
    return years.pop() if len(years) == 1 else None


def _with_years(
    entries: Sequence[DatedEntry], above: int | None
) -> Iterator[tuple[TimeExpression, TimeExpression]]:
    """Yield the expressions that a heading or an entry before gives a year, with what they become.

    A heading that names a year alone is the year of all that stands below it, and so is the year
    `above` all of them.
    """
    backwards = _newest_first(entries)
    fixed = above is not None and not any(
        (p := _place(e.expression.meaning)) and p.year for e in entries
    )
    last = _Place(above, None, None) if fixed else None
    for entry in entries:
        place = _place(entry.expression.meaning)
        if place is None:
            continue
        if place.year is not None:
            last = place
            fixed = entry.alone and place.month is None
            continue
        if last is None or last.year is None or place.month is None:
            continue
        year = last.year if fixed else _going_on(last, place, backwards=backwards)
        last = place._replace(year=year)
        yield entry.expression, _in_year(entry.expression, year)


def _going_on(last: _Place, place: _Place, *, backwards: bool) -> int:
    """Return the year of an entry that goes on from the one before."""
    year = last.year or 0
    if last.month is None:
        return year
    days = bool(last.day and place.day)
    before, now = ((p.in_year if days else (p.month or 0, 0)) for p in (last, place))
    if backwards:
        return year - (now > before)
    return year + (now < before)


def _without_any_year(entries: Sequence[DatedEntry]) -> dict[TimeExpression, TimeExpression]:
    """Return the dates of a list without years as those that ran up to its publication."""
    listed = [e for e in entries if _is_loose(e.expression.meaning)]
    tenses = {e.expression.tense for e in listed}
    if len(listed) < FEWEST or (Tense.FUTURE in tenses and Tense.PAST not in tenses):
        return {}
    ordered = listed if _newest_first(listed) else listed[::-1]
    read: dict[TimeExpression, TimeExpression] = {}
    later: _Place | None = None
    run: Meaning = PUBLICATION  # from where the entries count back
    first: Meaning = PUBLICATION  # the earliest entry so far
    for entry in ordered:
        place = _place(entry.expression.meaning)
        if place is None:
            continue
        if later is not None and _turns(place, later):
            run = first
        read[entry.expression] = _counted(entry.expression, run)
        later, first = place, _first(read[entry.expression].meaning)
    return read


def _turns(place: _Place, later: _Place) -> bool:
    """Return whether a year turns between an entry and the later one."""
    if place.day and later.day:
        return place.in_year > later.in_year
    return (place.month or 0) > (later.month or 0)


def _newest_first(entries: Sequence[DatedEntry]) -> bool:
    """Return whether a chronicle goes back in time."""
    places = [p for e in entries if (p := _place(e.expression.meaning)) and p.month]
    up = down = 0
    for one, two in pairwise(places):
        if one.year and two.year and one.year != two.year:
            up, down = up + (two.year > one.year), down + (two.year < one.year)
        elif one.day and two.day:
            up, down = up + (two.in_year > one.in_year), down + (two.in_year < one.in_year)
    return down > up


def _place(meaning: Meaning) -> _Place | None:
    if isinstance(meaning, Absolute | Occurrence):
        fields = meaning.fields
        named = fields.year is not None or fields.month is not None
        return _Place(fields.year, fields.month, fields.day) if named else None
    if isinstance(meaning, _COMPOSED):
        return next((p for p in map(_place, parts(meaning)) if p), None)
    return None


def _is_loose(meaning: Meaning) -> bool:
    """Return whether it names a day and month, of no year."""
    if isinstance(meaning, Occurrence):
        fields = meaning.fields
        return fields.month is not None and meaning.toward in _LOOSE and meaning.of == PUBLICATION
    return isinstance(meaning, _COMPOSED) and all(
        _is_loose(p) for p in parts(meaning) if p != PUBLICATION
    )


def _in_year(expression: TimeExpression, year: int) -> TimeExpression:
    return _changed(expression, lambda fields, turn: Absolute(replace(fields, year=year + turn)))


def _counted(expression: TimeExpression, run: Meaning) -> TimeExpression:
    toward = Toward.LISTED if run == PUBLICATION else Toward.PREVIOUS
    return _changed(expression, lambda fields, _: Occurrence(fields, toward, run))


def _first(meaning: Meaning) -> Meaning:
    """Return the first single date of a meaning."""
    inner = parts(meaning)
    return _first(inner[0]) if isinstance(meaning, _COMPOSED) and inner else meaning


def _changed(expression: TimeExpression, change: _Change) -> TimeExpression:
    joined = tuple(_changed(part, change) for part in expression.parts)
    return replace(expression, meaning=_rewritten(expression.meaning, change), parts=joined)


def _rewritten(meaning: Meaning, change: _Change) -> Meaning:
    match meaning:
        case Occurrence(fields=fields) if fields.month is not None:
            return change(fields, 0)
        case Between(first, last):
            one, two = _place(first), _place(last)
            turns = one and two and not two.year and (two.month or 0) < (one.month or 0)
            end = (lambda f, n: change(f, n + 1)) if turns else change
            return Between(_rewritten(first, change), _rewritten(last, end))
        case AtTime() | Portion():
            return replace(meaning, of=_rewritten(meaning.of, change))
        case _:
            return meaning

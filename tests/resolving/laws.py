"""What the laws of resolving speak of: containing a date, and moving one by 400 years."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import get_args

from timeline.model.calendar import DAYS_IN_400_YEARS
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import Counterpart, Fields, Meaning
from timeline.model.span import Span
from timeline.model.when import Edge, When

YEARS = 400
OPERATORS = get_args(Meaning)


def contains(wide: When, narrow: When) -> bool:
    """Return whether everything that the narrow date allows, the wide one allows too.

    A date that nothing is known of allows every day; one that cannot be placed for a publication
    day that the wide one allowed is no further day.
    """
    if not wide.resolved or not narrow.resolved:
        return True
    return _starts_before(wide.start, narrow.start) and _ends_after(wide.end, narrow.end)


def _starts_before(wide: int | Edge, narrow: int | Edge) -> bool:
    if isinstance(wide, int):
        return isinstance(narrow, int) and wide <= narrow
    return True


def _ends_after(wide: int | Edge, narrow: int | Edge) -> bool:
    if isinstance(wide, int):
        return isinstance(narrow, int) and wide >= narrow
    return True


def moved_when(when: When) -> When:
    """Return a date 400 years later."""
    start, end = (
        b + DAYS_IN_400_YEARS if isinstance(b, int) else b for b in (when.start, when.end)
    )
    return replace(when, start=start, end=end)


def moved(meaning: Meaning) -> Meaning:
    """Return a meaning with every year that it names 400 years later."""
    if isinstance(meaning, Counterpart):
        return Counterpart(meaning.year + YEARS)
    changed: dict[str, object] = {}
    for field in fields(meaning):
        value = getattr(meaning, field.name)
        if isinstance(value, Fields):
            changed[field.name] = _moved_fields(value)
        elif isinstance(value, OPERATORS):
            changed[field.name] = moved(value)
    return replace(meaning, **changed)  # type: ignore[arg-type]


def _moved_fields(named: Fields) -> Fields:
    return replace(
        named,
        year=None if named.year is None else named.year + YEARS,
        decade=None if named.decade is None else named.decade + YEARS // 10,
        century=None if named.century is None else named.century + YEARS // 100,
    )


def in_a_text(meanings: Sequence[tuple[Meaning, Tense]]) -> list[TimeExpression]:
    """Return meanings places in a text, one after the other."""
    places = [Span(10 * n, 10 * n + 5) for n in range(len(meanings))]
    return [
        TimeExpression(place, place, "words", meaning, "a rule", tense)
        for place, (meaning, tense) in zip(places, meanings, strict=True)
    ]

"""The dates that an expression could have named as well, and why it is read as another one.

"On Monday" may be the last or the coming one; the clause decides. Only an explanation asks.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import (
    AtTime,
    Between,
    Bounded,
    Meaning,
    Occurrence,
    Portion,
    Toward,
    substituted,
)
from timeline.model.when import When
from timeline.resolving.resolve import resolve_all

_OTHERS = {
    Toward.CLAUSE: (Toward.LATEST, Toward.COMING),
    Toward.NEAREST: (Toward.LATEST, Toward.COMING),
    Toward.LISTED: (Toward.LATEST, Toward.COMING),
    Toward.LATEST: (Toward.COMING,),
}


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another date of the same words, and why it is not the one."""

    when: When
    why: str


def alternatives(
    expressions: Sequence[TimeExpression], place: int, published: When
) -> Iterator[Alternative]:
    """Return what the expression at a place would be in another direction."""
    told = expressions[place]
    occurrence = _loose(told.meaning)
    if occurrence is None:
        return
    read = resolve_all(expressions, published)[place].when
    for toward in _OTHERS[occurrence.toward]:
        meaning = substituted(told.meaning, occurrence, replace(occurrence, toward=toward))
        other = [*expressions[:place], replace(told, meaning=meaning), *expressions[place + 1 :]]
        when = resolve_all(other, published)[place].when
        if when.resolved and read.resolved and when != read:
            yield Alternative(when, _why(occurrence, toward, told.tense))


def _loose(meaning: Meaning) -> Occurrence | None:
    """Return the recurring date of which the sentence has to tell which one is meant."""
    match meaning:
        case Occurrence(toward=toward):
            return meaning if toward in _OTHERS else None
        case Portion() | Bounded() | AtTime():
            return _loose(meaning.of)
        case Between():
            return _loose(meaning.last)
        case _:
            return None


def _why(occurrence: Occurrence, toward: Toward, tense: Tense) -> str:
    if occurrence.toward is Toward.NEAREST:
        return "A day of a month is the nearest one, and this one is further off."
    if toward is Toward.LATEST:
        return "The sentence speaks of the future, so this is not the past one."
    if tense is Tense.PAST:
        return "The sentence speaks of the past, so this is not the coming one."
    return "Nothing in the sentence speaks of the future, so this is not the coming one."

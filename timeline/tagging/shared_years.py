"""Dates of one breath of which only the last names the year: "in April and June 1955"."""

from dataclasses import replace
from itertools import pairwise

from timeline.languages import Lexicon
from timeline.model.expression import Tense
from timeline.model.meaning import (
    PUBLICATION,
    Absolute,
    AtTime,
    Fields,
    Meaning,
    Occurrence,
    Portion,
    Toward,
)
from timeline.tagging.candidates import Candidate
from timeline.tagging.clause import lead
from timeline.tagging.tense import tense_of
from timeline.tagging.tokens import Line

_LOOSE = (Toward.CLAUSE, Toward.NEAREST)
_ENDS = ("until", "through")


def share_years(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Add to a month, day or season the year of the one that it is listed before."""
    out: list[Candidate] = []
    for candidate in reversed(found):
        if out and _listed(candidate, out[-1], tokens, lexicon):
            meaning = _dated(candidate.meaning, _absolute(out[-1].meaning))
            candidate = candidate._replace(meaning=meaning)  # noqa: PLW2901
        out.append(candidate)
    return _with_ends(out[::-1], tokens, lexicon)


def _with_ends(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Count the end of what began in a named month: "the strike of May 2009 lasted until June"."""
    return found[:1] + [_ending(one, two, tokens, lexicon) for one, two in pairwise(found)]


def _ending(one: Candidate, two: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate:
    meaning, began = two.meaning, _absolute(one.meaning)
    if began is None or began.year is None or _place(began) is None:
        return two
    if not isinstance(meaning, Occurrence) or meaning.of != PUBLICATION:
        return two
    kind = lead(two, tokens, lexicon).kind
    if kind not in _ENDS or meaning.toward not in _LOOSE or _place(meaning.fields) is None:
        return two
    if tense_of(two, tokens, lexicon, kind) is Tense.FUTURE:
        return two
    return two._replace(meaning=replace(meaning, toward=Toward.COMING, of=one.meaning))


def _listed(one: Candidate, two: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether nothing but "and" or a comma stands between two."""
    between = tokens.lows[one.last : two.first]
    return len(between) == 1 and (between[0] in lexicon.joins["lists"] or between[0] == ",")


def _absolute(meaning: Meaning) -> Fields | None:
    if isinstance(meaning, Portion | AtTime):
        return _absolute(meaning.of)
    return meaning.fields if isinstance(meaning, Absolute) else None


def _dated(meaning: Meaning, later: Fields | None) -> Meaning:
    """Return what a meaning is in the year of a later date, or in the year before it."""
    if later is None or later.year is None:
        return meaning
    if isinstance(meaning, Portion | AtTime):
        return replace(meaning, of=_dated(meaning.of, later))
    if not isinstance(meaning, Occurrence) or meaning.toward not in _LOOSE:
        return meaning
    fields = meaning.fields
    mine, its = _place(fields), _place(later)
    if mine is None or its is None or (fields.season is None) != (later.season is None):
        return meaning
    return Absolute(replace(fields, year=later.year - (mine > its)))


def _place(fields: Fields) -> tuple[int, int] | None:
    """Return where in its year a date lies."""
    if fields.month is not None:
        return fields.month, fields.day or 0
    return None if fields.season is None else (3 * fields.season, 0)

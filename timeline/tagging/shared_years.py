"""Dates of one breath of which only the last names the year: "in April and June 1955"."""

from dataclasses import replace

from timeline.languages import Lexicon
from timeline.model.meaning import Absolute, AtTime, Fields, Meaning, Occurrence, Portion, Toward
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

_LOOSE = (Toward.CLAUSE, Toward.NEAREST)


def share_years(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Add to a month, day or season the year of the one that it is listed before."""
    out: list[Candidate] = []
    for candidate in reversed(found):
        if out and _listed(candidate, out[-1], tokens, lexicon):
            meaning = _dated(candidate.meaning, _absolute(out[-1].meaning))
            candidate = candidate._replace(meaning=meaning)  # noqa: PLW2901
        out.append(candidate)
    return out[::-1]


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

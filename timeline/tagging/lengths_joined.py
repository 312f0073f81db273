"""A length that a date ends, or that begins with it: "the three months to December"."""

from timeline.languages import Lexicon
from timeline.model.meaning import (
    Absolute,
    Amount,
    Between,
    Current,
    Length,
    Meaning,
    Occurrence,
    Shift,
    Side,
)
from timeline.model.units import Unit
from timeline.tagging.candidates import Candidate, neighbours_joined
from timeline.tagging.tokens import Line

RULE = "length up to a date"
_LONGEST_GAP = 2  # words: "to the"
_IN_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


def join_lengths(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Join a length and the date that it leads up to, so that both are one stretch of time."""
    return neighbours_joined(found, lambda one, two: _joined(one, two, tokens, lexicon))


def _joined(one: Candidate, two: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    between = tokens.lows[one.last : two.first]
    date = two.meaning
    if not isinstance(date, Absolute | Occurrence) or date.fields.month is None:
        return None
    if not 0 < len(between) <= _LONGEST_GAP or one.parts:
        return None
    leads = lexicon.beside.get("UPTOWORD", frozenset())
    on = lexicon.literals.get("ONDAY", frozenset())
    if between[0] not in leads or not all(word in on for word in between[1:]):
        return None
    months, the = _months(one.meaning), lexicon.literals.get("THE", frozenset())
    if months is None or the.isdisjoint(tokens.lows[max(0, one.first - 1) : one.last]):
        return None
    count = months - 1 if date.fields.day is None else months
    start = Shift(date, Amount.exactly(count), Unit.MONTH, Side.BEFORE) if count else date
    return Candidate(one.first, two.last, Between(start, date), RULE, two.order, (one, two))


def _months(meaning: Meaning) -> int | None:
    """Return the months of "three months", "the year"; None where it is no length of months."""
    if isinstance(meaning, Current):
        return _IN_MONTHS.get(meaning.unit) if meaning.unit is Unit.YEAR else None
    if not isinstance(meaning, Length) or meaning.amount.low != meaning.amount.high:
        return None
    count, unit = meaning.amount.low, _IN_MONTHS.get(meaning.unit)
    return None if unit is None or count % 1 or not count else int(count) * unit

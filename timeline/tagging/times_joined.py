"""A day and a time of day told side by side: "on 21 February at 10 a.m.", "15 h, le 28 mai"."""

from collections.abc import Sequence

from timeline.languages import Lexicon
from timeline.model.granularity import names_a_day
from timeline.model.meaning import (
    MENTIONED,
    SAME_DAY,
    AtTime,
    Meaning,
)
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

RULE = "day at a time"
_LONGEST_GAP = 3  # words: ", a las"


def join_times(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Join a day and the clock time beside it, where only "at" or "on" stands between."""
    out: list[Candidate] = []
    for candidate in found:
        joined = _joined(out[-1], candidate, tokens, lexicon) if out else None
        if joined is None:
            out.append(candidate)
        else:
            out[-1] = joined
    return out


def _joined(one: Candidate, two: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    between = tokens.lows[one.last : two.first]
    if len(between) > _LONGEST_GAP:
        return None
    if _is_clock(two.meaning) and _leads(between, lexicon, "ATTIME"):
        day, clock = one.meaning, two.meaning
    elif _is_clock(one.meaning) and between and _leads(between, lexicon, "ONDAY"):
        day, clock = two.meaning, one.meaning
    else:
        return None
    timed = isinstance(day, AtTime) and day.clock is not None
    if timed or not names_a_day(day) or not isinstance(clock, AtTime):
        return None
    of = day.of if isinstance(day, AtTime) else day
    return Candidate(one.first, two.last, AtTime(of, clock.clock), RULE, two.order)


def _leads(between: Sequence[str], lexicon: Lexicon, name: str) -> bool:
    words = lexicon.literals.get(name, frozenset())
    return bool(words) and all(word in words or word == "," for word in between)


def _is_clock(meaning: Meaning) -> bool:
    return (
        isinstance(meaning, AtTime)
        and meaning.clock is not None
        and meaning.of in (SAME_DAY, MENTIONED)
    )

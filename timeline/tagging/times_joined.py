"""A day and a time of day told side by side: "on 21 February at 10 a.m.", "15 h, le 28 mai".

In brackets behind a time of day it may stand again, in another zone: "at 5:10 a.m. local time (3:10
a.m. GMT) on Friday". That is the same time; what stands there is no date of its own.
"""

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
LONGEST_ASIDE = 12  # tokens of brackets that hold the time of another zone
_LONGEST_GAP = 3  # words: ", a las"


def drop_times_of_other_zones(
    found: list[Candidate], tokens: Line, lexicon: Lexicon
) -> list[Candidate]:
    """Drop what stands in brackets with a zone, right behind a time of a day that is named.

    Without its day a time in brackets is read as any other.
    """
    groups = [
        group
        for candidate in found
        if isinstance(candidate.meaning, AtTime)
        and (group := _other_zone(candidate.last, tokens, lexicon)) is not None
        and (not _is_clock(candidate.meaning) or _day_follows(group[1] + 1, found, tokens, lexicon))
    ]
    return [c for c in found if not any(start < c.first < end for start, end in groups)]


def _day_follows(place: int, found: Sequence[Candidate], tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether "on Friday" stands at a place."""
    on = place < len(tokens) and tokens.lows[place] in lexicon.literals.get("ONDAY", ())
    return on and any(c.first == place + 1 and names_a_day(c.meaning) for c in found)


def _other_zone(place: int, tokens: Line, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the first and last token of such brackets behind a place, or None."""
    local = lexicon.literals.get("LOCALTIME", frozenset())
    zones = lexicon.literals.get("ZONE", frozenset()) | local
    start = place
    while start < len(tokens) and tokens.lows[start] in zones | {","}:
        start += 1
    if start == len(tokens) or tokens.lows[start] != "(":
        return None
    inside = tokens.lows[start : start + LONGEST_ASIDE]
    if ")" not in inside:
        return None
    end = inside.index(")")
    return (start, start + end) if not zones.isdisjoint(inside[:end]) else None


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
    between = tokens.lows[_past_zones(one.last, tokens, lexicon) : two.first]
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


def _past_zones(place: int, tokens: Line, lexicon: Lexicon) -> int:
    """Return the place behind "local time" and a time of another zone in brackets."""
    aside = _other_zone(place, tokens, lexicon)
    if aside is not None:
        return aside[1] + 1
    local = lexicon.literals.get("LOCALTIME", frozenset())
    while place < len(tokens) and tokens.lows[place] in local:
        place += 1
    return place


def _leads(between: Sequence[str], lexicon: Lexicon, name: str) -> bool:
    words = lexicon.literals.get(name, frozenset())
    return bool(words) and all(word in words or word == "," for word in between)


def _is_clock(meaning: Meaning) -> bool:
    return (
        isinstance(meaning, AtTime)
        and meaning.clock is not None
        and meaning.of in (SAME_DAY, MENTIONED)
    )

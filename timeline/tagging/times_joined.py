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
from timeline.tagging.candidates import Candidate, neighbours_joined
from timeline.tagging.tokens import Line

RULE = "day at a time"
_DAY_BEHIND = 3  # words: "02:14 local time on Monday (18:14 GMT)"
_LONGEST_GAP = 3  # words: ", a las"
_CLOCK_AND_ZONE = 5  # tokens: "(0212 GMT)", "(02.12 GMT)"
_ANOTHER_CLOCK = frozenset((",", "/", "or"))


def join_times_elsewhere(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Join the same time by another clock: "5:10 a.m. local time (3:10 a.m. GMT)".

    It stands in brackets right behind a time of day, or behind a stroke or a comma and a zone.
    """
    zones = _zones(lexicon)
    for first, last in _brackets(tokens):
        inside = [c for c in found if first < c.first and c.last < last]
        own = next((c for c in reversed(found) if c.last <= first), None)
        words = tokens.words[first:last]
        opening = inside[0] if inside and inside[0].first == first + 1 else None
        if own is None or not (
            _tells_another_clock(words, lexicon, read=bool(inside)) or _are_clocks(own, opening)
        ):
            continue
        between = _without_asides(tokens, own.last, first, lexicon)
        timed = any(
            _tells_time(c, tokens) and 0 <= own.first - c.last <= _DAY_BEHIND for c in found
        )
        if not between and (timed or _tells_time(own, tokens)) and not own.parts:
            inside = [c for c in inside if not _is_clock_without_colon(c, tokens)]
            digits = any(word[0].isdigit() for word in words)
            joined = own._replace(last=last, parts=(own, *inside) if inside or digits else ())
            found = [joined if c is own else c for c in found if c not in inside]
            found = [c for c in found if not (first < c.first and c.last < last)]
    return neighbours_joined(found, lambda one, two: _same_time(one, two, tokens, lexicon, zones))


def _zones(lexicon: Lexicon) -> frozenset[str]:
    """Return the names of zones that stand behind a clock time."""
    return lexicon.literals.get("ZONE", frozenset()) | lexicon.literals["ZONENAME"]


def _tells_another_clock(words: list[str], lexicon: Lexicon, *, read: bool) -> bool:
    """Return whether brackets hold a zone, and beside it something read or a time in digits."""
    if _zones(lexicon).isdisjoint(map(str.lower, words)):
        return False
    return read or (any(w[0].isdigit() for w in words) and len(words) <= _CLOCK_AND_ZONE)


def _are_clocks(own: Candidate, opening: Candidate | None) -> bool:
    return opening is not None and _is_clock(opening.meaning) and _is_timed(own.meaning)


def _same_time(
    one: Candidate, two: Candidate, tokens: Line, lexicon: Lexicon, zones: frozenset[str]
) -> Candidate | None:
    """Join "14:00 CET / 13:00 GMT" and "21:14 local time, 18:14 UTC", each with its zone."""
    first, second = one.meaning, two.meaning
    if not (_is_clock(first) and _is_timed(second) and isinstance(second, AtTime)):
        return None
    if zones.isdisjoint(tokens.lows[two.first : two.last]):
        return None
    local = lexicon.beside.get("LOCALTIME", frozenset())
    own = not (zones | local).isdisjoint(tokens.lows[one.first : two.first])
    between = _without_asides(tokens, one.last, two.first, lexicon)
    if not own or not between or not _ANOTHER_CLOCK.issuperset(between):
        return None
    meaning = AtTime(second.of, first.clock) if isinstance(first, AtTime) else first
    return Candidate(one.first, two.last, meaning, RULE, two.order, (one, two), two.concerns)


def _is_clock_without_colon(candidate: Candidate, tokens: Line) -> bool:
    """Return whether it is "2020" of "(2020 Thursday, GMT)", which is no year there."""
    return candidate.size == 1 and tokens.words[candidate.first].isdecimal()


def _brackets(tokens: Line) -> list[tuple[int, int]]:
    """Return the places of brackets that open and close in a line."""
    out, start = [], None
    for place, word in enumerate(tokens.words):
        if word == "(":
            start = place
        elif word == ")" and start is not None:
            out.append((start, place + 1))
            start = None
    return out


def _tells_time(candidate: Candidate, tokens: Line) -> bool:
    """Return whether a reading is a time of day, by a clock or by "a.m." right before it."""
    meaning = candidate.meaning
    if isinstance(meaning, AtTime) and meaning.clock is not None:
        return True
    return ":" in tokens.words[max(0, candidate.first - 3) : candidate.first]


def join_times(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Join a day and the clock time beside it, where only "at" or "on" stands between."""
    return neighbours_joined(found, lambda one, two: _joined(one, two, tokens, lexicon))


def _joined(one: Candidate, two: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    between = _without_asides(tokens, one.last, two.first, lexicon)
    if len(between) > _LONGEST_GAP:
        return None
    if _is_clock(two.meaning) and _leads(between, lexicon, "ATTIME"):
        day, clock = one.meaning, two.meaning
    elif _is_clock(one.meaning) and _leads_to_its_day(one, between, tokens, lexicon):
        day, clock = two.meaning, one.meaning
    else:
        return None
    timed = isinstance(day, AtTime) and day.clock is not None
    if timed or not names_a_day(day) or not isinstance(clock, AtTime):
        return None
    of = day.of if isinstance(day, AtTime) else day
    aside = [c for c in (one, two) if c.parts]
    parts = tuple([p for c in (one, two) for p in c.parts or (c,)]) if aside else ()
    return Candidate(one.first, two.last, AtTime(of, clock.clock), RULE, two.order, parts)


def _leads_to_its_day(
    clock: Candidate, between: Sequence[str], tokens: Line, lexicon: Lexicon
) -> bool:
    """Return whether "on" stands behind a time, or nothing but the same by another clock."""
    if not between:
        return tokens.words[clock.last - 1] == ")"
    return _leads(between, lexicon, "ONDAY")


def _without_asides(tokens: Line, first: int, last: int, lexicon: Lexicon) -> list[str]:
    """Return the words between two readings, without brackets and "local time"."""
    local = lexicon.beside.get("LOCALTIME", frozenset())
    words = tokens.lows[first:last]
    if words.count("(") != words.count(")"):
        return words
    out, depth = [], 0
    for word in words:
        depth += word == "("
        if not depth and word not in local:
            out.append(word)
        depth -= word == ")"
    return out


def _leads(between: Sequence[str], lexicon: Lexicon, name: str) -> bool:
    words = lexicon.literals.get(name, frozenset())
    return bool(words) and all(word in words or word == "," for word in between)


def _is_timed(meaning: Meaning) -> bool:
    return isinstance(meaning, AtTime) and meaning.clock is not None


def _is_clock(meaning: Meaning) -> bool:
    return (
        isinstance(meaning, AtTime)
        and meaning.clock is not None
        and meaning.of in (SAME_DAY, MENTIONED)
    )

"""What stands beside a reading and changes it: a clause behind, a day in its sentence."""

import re
from collections.abc import Collection
from dataclasses import replace
from itertools import pairwise

from timeline.languages import Lexicon
from timeline.model.clock import time_of_day
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    SAME_DAY,
    Absolute,
    Amount,
    AtTime,
    Between,
    Bounded,
    Fields,
    Meaning,
    Occurrence,
    Portion,
    Shift,
    Side,
)
from timeline.model.units import Unit
from timeline.tagging.candidates import Candidate
from timeline.tagging.season_meanings import between_years
from timeline.tagging.tokens import Line

LONGEST_APPOSITION = 2  # a comma and a preposition, before the date beside "five years later"
_HOUR = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?")
_NOON, _MIDDAY = 12, "12:00"


def settle_conjunctions(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Keep the length in "three days before the fire", the date in "three days before".

    With a clause behind it the word joins two events; without one it counts from the date told.
    """
    return [c for c in found if _stands(c, tokens, lexicon)]


def _stands(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    meaning, word = candidate.meaning, tokens.lows[candidate.last - 1]
    if isinstance(meaning, Bounded):
        ever = tokens.lows[candidate.first] in lexicon.literals.get("EVER", ())
        return not (ever and _clause_behind(candidate, tokens, lexicon))
    both = {"CONJUNCTION", "AFTERWARDS"} <= lexicon.classes_of(word)
    if not both or not isinstance(meaning, Shift):
        return True
    return meaning.between_events == _clause_behind(candidate, tokens, lexicon)


def _clause_behind(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    if candidate.last == len(tokens):
        return False
    after = tokens[candidate.last]
    stops = lexicon.joins["lists"] | lexicon.literals.get("IS", frozenset())
    return after.text[0].isalnum() and after.low not in stops


def clocks_of_their_day(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Read "flew on Tuesday ... at 18:00" as of that day, where the sentence names but one.

    Where it names several, a clock time is of the day of the one that it is joined to: "from 9 a.m.
    to 11 a.m. on Monday".
    """
    found = _overnight(found)
    days = {_day_of(c.meaning) for c in found if not _is_next_day(c.meaning)} - {None}
    if len(days) == 1:
        return [_on_day(c, days) for c in found]
    out: list[Candidate] = []
    for candidate in reversed(found):
        joined = bool(out) and _beside_clock(candidate, out[-1], tokens, lexicon)
        out.append(_on_day(candidate, {_day_of(out[-1].meaning)}) if joined else candidate)
    return out[::-1]


def _overnight(found: list[Candidate]) -> list[Candidate]:
    """Read "failed at 11:40 p.m. on Tuesday and came back at 3:45 a.m." as of two days."""
    out: list[Candidate] = []
    for candidate in found:
        out.append(_on_next_day(candidate, out[-1].meaning) if out else candidate)
    return out


def _on_next_day(candidate: Candidate, before: Meaning) -> Candidate:
    """Return a clock time of the morning as of the day after an evening's."""
    own = candidate.meaning
    if not isinstance(own, AtTime) or not isinstance(before, AtTime) or own.of != SAME_DAY:
        return candidate
    morning = own.clock is not None and own.clock < _MIDDAY
    evening = before.clock is not None and before.clock >= _MIDDAY
    if not (morning and evening and _is_day(before.of)):
        return candidate
    after = Shift(before.of, Amount.exactly(1), Unit.DAY, Side.AFTER)
    return candidate._replace(meaning=replace(own, of=after))


def _is_next_day(meaning: Meaning) -> bool:
    return isinstance(meaning, AtTime) and isinstance(meaning.of, Shift) and _is_day(meaning.of.of)


def _day_of(meaning: Meaning) -> Meaning | None:
    """Return the day that a reading names, alone or with a clock time."""
    day = meaning.of if isinstance(meaning, AtTime) and meaning.clock else meaning
    return day if _is_day(day) else None


def _beside_clock(one: Candidate, two: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether nothing but words that join stand between a clock time and a later one."""
    clock = isinstance(two.meaning, AtTime) and two.meaning.clock is not None
    between = tokens.lows[one.last : two.first]
    joining = lexicon.joins["joins"] | lexicon.joins["lists"] | {","}
    return clock and bool(between) and joining.issuperset(between)


def share_halves(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Read "9" of "from 9 to 11 a.m." as a clock time too, in the same half of the day."""
    out: list[Candidate] = []
    for candidate in found:
        hour = _hour_before(candidate, tokens, lexicon)
        if hour is not None:
            if out and out[-1].last > hour.first:
                out.pop()
            out.append(hour)
        out.append(candidate)
    return out


def _hour_before(later: Candidate, tokens: Line, lexicon: Lexicon) -> Candidate | None:
    meaning, place = later.meaning, later.first - 2
    if not isinstance(meaning, AtTime) or meaning.clock is None or place < 0:
        return None
    halves = {lexicon.value("HALFDAY", low) for low in tokens.lows[later.first : later.last]}
    join, before = tokens.lows[place + 1], tokens.lows[place - 1] if place else ""
    led = before in lexicon.joins["open"] or before in lexicon.literals.get("ATTIME", ())
    ranged = join in lexicon.joins["joins"]
    if not halves & {"am", "pm"} or not (ranged or (led and join in lexicon.joins["lists"])):
        return None
    shown = _HOUR.fullmatch(tokens.words[place])
    if shown is None or not 1 <= int(shown["hour"]) <= _NOON:
        return None
    last = int(meaning.clock[:2]) % _NOON
    hour = int(shown["hour"]) % _NOON
    earlier_half = hour > last  # "11 to 2 p.m."
    afternoon = ("pm" in halves) != (earlier_half and ranged)
    clock = time_of_day(hour + _NOON * afternoon, int(shown["minute"] or 0))
    return Candidate(
        place, place + 1, AtTime(SAME_DAY, clock), "clock time", later.order, (), later.concerns
    )


def dates_beside_shifts(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Read "five years later, in the autumn of 1895" as the date that it names."""
    out = list(found)
    for place, (one, two) in enumerate(pairwise(found)):
        meaning = one.meaning
        if not isinstance(meaning, Shift) or meaning.of != MENTIONED or meaning.between_events:
            continue
        gap = tokens.lows[one.last : two.first]
        plain = all(lexicon.prepositions.get(word) == "plain" for word in gap[1:])
        if gap[:1] == [","] and len(gap) <= LONGEST_APPOSITION and plain and _is_named(two.meaning):
            out[place] = one._replace(meaning=two.meaning)
    return out


def _is_named(meaning: Meaning) -> bool:
    """Return whether it names its year: "1895", "the autumn of 1895"."""
    whole = meaning.of if isinstance(meaning, Portion) else meaning
    return isinstance(whole, Absolute)


def seasons_of_sport(found: list[Candidate], tokens: Line, lexicon: Lexicon) -> list[Candidate]:
    """Read "finished ninth in 2010-11" as a season where the sentence tells of sport."""
    cues = lexicon.beside.get("SPORTCUE", frozenset())
    if not cues or cues.isdisjoint(tokens.lows):
        return found
    return [_as_season(c, tokens) for c in found]


def _as_season(candidate: Candidate, tokens: Line) -> Candidate:
    meaning, last = candidate.meaning, tokens.words[candidate.last - 1]
    if not isinstance(meaning, Between) or len(last) != len("11") or not candidate.parts:
        return candidate
    first, second = meaning.first, meaning.last
    if not (isinstance(first, Absolute) and isinstance(second, Absolute)):
        return candidate
    year = first.fields.year
    if year is None or first.fields != Fields(year=year) or second.fields != Fields(year=year + 1):
        return candidate
    return candidate._replace(meaning=between_years(year))


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Occurrence | Absolute):
        fields = meaning.fields
        return fields.day is not None or fields.weekday is not None
    return isinstance(meaning, Shift) and meaning.of == PUBLICATION and meaning.unit is Unit.DAY


def _on_day(candidate: Candidate, days: Collection[Meaning | None]) -> Candidate:
    (day,) = days
    meaning = candidate.meaning
    if day is None or not isinstance(meaning, AtTime) or meaning.of != SAME_DAY:
        return candidate
    return candidate._replace(meaning=replace(meaning, of=day))

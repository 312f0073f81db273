"""What stands beside a reading and changes it: a clause behind, a day in its sentence."""

from dataclasses import replace
from itertools import pairwise, zip_longest

from timeline.languages import Lexicon
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    SAME_DAY,
    Absolute,
    AtTime,
    Between,
    Bounded,
    Fields,
    Meaning,
    Occurrence,
    Portion,
    Shift,
)
from timeline.model.units import Unit
from timeline.tagging.candidates import Candidate
from timeline.tagging.season_meanings import between_years
from timeline.tagging.tokens import Line

LONGEST_APPOSITION = 2  # a comma and a preposition, before the date beside "five years later"


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

    Of two times told in one breath the day of the second is that of both: "from 9 a.m. to 11 a.m.
    on Monday".
    """
    found = [_on_day_of(one, two, tokens, lexicon) for one, two in zip_longest(found, found[1:])]
    days = [c.meaning for c in found if _is_day(c.meaning)]
    if len(days) != 1:
        return found
    return [_on_day(c, days[0]) for c in found]


def _on_day_of(one: Candidate, two: Candidate | None, tokens: Line, lexicon: Lexicon) -> Candidate:
    if two is None or not isinstance(two.meaning, AtTime) or not _is_day(two.meaning.of):
        return one
    links = lexicon.joins["joins"] | lexicon.joins["lists"]
    between = tokens.lows[one.last : two.first]
    return _on_day(one, two.meaning.of) if len(between) == 1 and between[0] in links else one


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


def _on_day(candidate: Candidate, day: Meaning) -> Candidate:
    meaning = candidate.meaning
    if not isinstance(meaning, AtTime) or meaning.of != SAME_DAY:
        return candidate
    return candidate._replace(meaning=replace(meaning, of=day))

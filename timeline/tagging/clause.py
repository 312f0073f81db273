"""The preposition that an expression depends on, and what it makes of the date."""

from functools import lru_cache
from typing import NamedTuple

from timeline.languages import Lexicon, load
from timeline.model.meaning import (
    Absolute,
    AtTime,
    Bounded,
    Current,
    Meaning,
    Nth,
    Occurrence,
    Part,
    Portion,
    Shift,
    Side,
    Within,
)
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

LONGEST_PREPOSITION = 3  # words: "a partir de"
LONGEST_HEDGE = 3  # words: "as early as"
REACH_OF_NEGATION = 12  # words
REACH_BEHIND = 6
ABOUT = "about"
_BOUNDABLE = (Absolute, Occurrence, Current, Within, Nth, Portion)
_LASTING = ("since", "until")
_LIMITS = ("until", "through", "by")
_BEHIND_AN_EVENT = ("before", "after")
_CLAUSE_END = frozenset((",", ";", ":", "”", '"', "(", ")", "–", "—"))


class Lead(NamedTuple):
    """What leads to a date: the token at which its phrase starts, its preposition's kind, a hedge.

    The kind is "" where there is no preposition, the hedge where there is none.
    """

    first: int
    kind: str
    hedge: str = ""


def lead(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> Lead:
    """Return the preposition before an expression, and the hedge: "since at least 2009"."""
    first, hedge = hedged(candidate.first, tokens, lexicon)
    if _owns(candidate, tokens, lexicon):  # "a way around Friday's ruling"
        first, hedge = candidate.first, ""
    first, kind = _preposition(first, tokens, lexicon)
    return Lead(first, kind, hedge)


def hedged(first: int, tokens: Line, lexicon: Lexicon) -> tuple[int, str]:
    """Return the token at which the hedge before a date starts, and what it makes of the date."""
    if not first or tokens.lows[first - 1] not in _ends_of_hedges(lexicon.language):
        return first, ""
    for size in range(min(first, LONGEST_HEDGE), 0, -1):
        hedge = lexicon.hedges.get(" ".join(tokens.lows[first - size : first]))
        if hedge is not None:
            return first - size, hedge
    return first, ""


def _preposition(first: int, tokens: Line, lexicon: Lexicon) -> tuple[int, str]:
    if first == 0 or tokens.lows[first - 1] not in _preposition_ends(lexicon.language):
        return first, ""
    for size in range(min(first, LONGEST_PREPOSITION), 0, -1):
        words = " ".join(tokens.lows[first - size : first])
        if words in lexicon.prepositions:
            return first - size, lexicon.prepositions[words]
    return first, ""


@lru_cache(maxsize=32)
def _preposition_ends(language: str) -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in load(language).prepositions)


@lru_cache(maxsize=32)
def _ends_of_hedges(language: str) -> frozenset[str]:
    return frozenset(words.rpartition(" ")[2] for words in load(language).hedges)


def bounding(candidate: Candidate, tokens: Line, lexicon: Lexicon, led: Lead) -> str:
    """Return the kind of a preposition that bounds the date; "" where the date itself is told.

    What did not happen until March happened then ("no name until 1821"), and by then was not yet
    done; a clause that goes on with "when" tells of the date ("since 2006, when it paid"); and
    "after Tuesday's draw" names the day of the draw.
    """
    kind = led.kind
    if kind in _LIMITS and _denied(candidate, led.first, tokens, lexicon):
        return ""
    if kind in _LASTING and _goes_on_with_when(candidate, led, tokens, lexicon):
        return ""
    return "" if kind in _BEHIND_AN_EVENT and _owns(candidate, tokens, lexicon) else kind


def _goes_on_with_when(candidate: Candidate, led: Lead, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether "when" stands behind a date, and nothing is told to have gone on since."""
    when = lexicon.beside.get("WHENWORD", frozenset())
    after = tokens.lows[candidate.last : candidate.last + 2]
    if not after or not (after[0] in when or (after[0] == "," and after[-1] in when)):
        return False
    has = lexicon.beside.get("HASWORD", frozenset())
    reach = tokens.lows[max(0, led.first - REACH_OF_NEGATION) : led.first]
    return led.kind != "since" or (bool(has) and has.isdisjoint(reach))


def _owns(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a date owns what stands behind it: "Tuesday's draw"."""
    after = tokens.lows[candidate.last : candidate.last + 1]
    return bool(after) and after[0] in lexicon.literals.get("POSSESSIVE", ())


def _denied(candidate: Candidate, first: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether the clause of a date is negated, before its phrase or right behind it."""
    negated = lexicon.tense.get("negated", frozenset())
    if not negated:
        return False
    ends = _clause_ends(lexicon.language)
    last = candidate.last
    for places in (
        range(first - 1, max(-1, first - 1 - REACH_OF_NEGATION), -1),
        range(last, min(len(tokens), last + REACH_BEHIND)),
    ):
        for place in places:
            word = tokens.lows[place]
            if word in ends:
                break
            if word in negated:
                return True
    return False


@lru_cache(maxsize=32)
def _clause_ends(language: str) -> frozenset[str]:
    return _CLAUSE_END | load(language).tense.get("clause", frozenset())


def bounded(meaning: Meaning, kind: str, hedge: str = "") -> Meaning:
    """Apply since, until, by, before or after to a date; other prepositions change nothing."""
    if hedge == ABOUT and isinstance(meaning, _BOUNDABLE):
        meaning = Portion(meaning, Part.ABOUT)
    lasting = isinstance(meaning, AtTime) and kind in _LASTING
    if not lasting and not isinstance(meaning, (*_BOUNDABLE, Shift)):
        return meaning
    if isinstance(meaning, Shift) and meaning.between_events:
        return meaning
    match kind:
        case "since":
            return Bounded(meaning, Side.AFTER, throughout=True)
        case "until" | "through":
            return Bounded(meaning, Side.BEFORE, throughout=True)
        case "by":
            return Bounded(meaning, Side.BEFORE, throughout=False)
        case "before":
            return Bounded(meaning, Side.BEFORE, throughout=False, inclusive=False)
        case "after":
            return Bounded(meaning, Side.AFTER, throughout=False, inclusive=False)
        case _:
            return meaning

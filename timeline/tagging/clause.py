"""The preposition that an expression depends on, and what it makes of the date."""

from functools import lru_cache

from timeline.languages import Lexicon, load
from timeline.model.meaning import (
    Absolute,
    AtTime,
    Bounded,
    Current,
    Meaning,
    Nth,
    Occurrence,
    Portion,
    Shift,
    Side,
    Within,
)
from timeline.tagging.candidates import Candidate
from timeline.tagging.hedges import OF_AMOUNTS, hedge
from timeline.tagging.tokens import Line

LONGEST_PREPOSITION = 3  # words: "a partir de"
_BOUNDABLE = (Absolute, Occurrence, Current, Within, Nth, Portion)
_LASTING = ("since", "until")


def preposition(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> tuple[int, str]:
    """Return the token at which the phrase starts, and the preposition's kind ("" for none).

    A hedge may stand between ("since at least 2019"), and tell the kind itself ("no later than").
    """
    start, hedged = hedge(candidate.first, tokens, lexicon)
    first, kind = _preposition_before(start, tokens, lexicon)
    if hedged in ("", "plain", OF_AMOUNTS):
        return (first, kind) if kind or hedged == "plain" else (candidate.first, "")
    return first, hedged


def _preposition_before(first: int, tokens: Line, lexicon: Lexicon) -> tuple[int, str]:
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


def bounded(meaning: Meaning, kind: str) -> Meaning:
    """Apply since, until, by, before or after to a date; other prepositions change nothing."""
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

"""What the words around an expression tell: tense, and the preposition it depends on."""

from functools import lru_cache

from timeline.languages import Lexicon, load
from timeline.model.expression import Tense
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
from timeline.tagging.tokens import Token

# How many words a cue may stand away: further off it belongs to another clause.
REACH_BEFORE, REACH_AFTER = 14, 8
LONGEST_PREPOSITION = 3  # words: "a partir de"
SHORTEST_VERB = 5  # letters; a shorter word with the ending of a verb is none too often
_CLAUSE_END = frozenset((";", ":", "”", '"'))
_PART_END = _CLAUSE_END | {","}
_BOUNDABLE = (Absolute, Occurrence, Current, Within, Nth, Portion)
_LASTING = ("since", "until")


def tense_of(
    candidate: Candidate, tokens: list[Token], lexicon: Lexicon, preposition_kind: str
) -> Tense:
    """Tell the tense of the clause from the nearest cue, or from "by" and "until" without one.

    Looks left up to a past-tense cue ("will meet, he said Thursday" is past), and right only
    where the expression opens the sentence ("In December, India will host").
    """
    if _owns_an_event(candidate, tokens, lexicon):
        return Tense.UNKNOWN
    that = lexicon.literals.get("THAT", frozenset())
    for place in range(candidate.first - 1, max(0, candidate.first - REACH_BEFORE) - 1, -1):
        if preposition_kind == "until" and tokens[place].low in lexicon.tense.get("lasting", ()):
            return Tense.FUTURE
        told = _told(tokens, place, lexicon)
        if told is not None:
            return told
        if tokens[place].low in _CLAUSE_END:
            break
        if tokens[place].low in that:  # "dijo que el domingo descansarán": two clauses
            ahead = _tense_ahead(candidate, tokens, lexicon, _PART_END)
            if ahead is Tense.FUTURE:
                return ahead
    ahead = Tense.UNKNOWN
    if candidate.first <= 2:  # noqa: PLR2004 - "In", "Additionally, in"
        ahead = _tense_ahead(candidate, tokens, lexicon)
    if ahead is Tense.UNKNOWN and preposition_kind in ("by", "until"):
        return Tense.FUTURE
    return ahead


def _owns_an_event(candidate: Candidate, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether it is "Wednesday's" of "Wednesday's ruling", whatever the clause plans."""
    meaning = candidate.meaning
    if not isinstance(meaning, Occurrence) or meaning.fields.weekday is None:
        return False
    after = tokens[candidate.last].low if candidate.last < len(tokens) else ""
    return after in lexicon.literals.get("POSSESSIVE", ())


def _told(tokens: list[Token], place: int, lexicon: Lexicon) -> Tense | None:
    """Tell the tense that a word shows, alone or with the next one ("threatened to"), if any.

    After "be" a participle is no past: "will be announced".
    """
    word = tokens[place].low
    if not lexicon.endings and word not in _cues(lexicon.language):
        return None  # most words
    pair = f"{word} {tokens[place + 1].low}" if place + 1 < len(tokens) else word
    if not lexicon.tense["future"].isdisjoint((word, pair)):
        return None if _overtaken(tokens, place, lexicon) else Tense.FUTURE
    told = _ending(word, lexicon)
    if told is not None:
        return told
    after_be = place > 0 and tokens[place - 1].low in lexicon.literals.get("BE", ())
    return Tense.PAST if word in lexicon.tense["past"] and not after_be else None


def _overtaken(tokens: list[Token], place: int, lexicon: Lexicon) -> bool:
    """Tell whether a plan is only spoken of: "the previously planned attack"."""
    before = tokens[place - 1].low if place else ""
    return before in lexicon.tense.get("overtaken", ())


@lru_cache(maxsize=32)
def _cues(language: str) -> frozenset[str]:
    """Give the words that tell a tense, alone or with the next one."""
    tense = load(language).tense
    return frozenset(cue.partition(" ")[0] for cue in tense["future"] | tense["past"])


def _ending(word: str, lexicon: Lexicon) -> Tense | None:
    """Tell the tense that the ending of a verb shows: "votarán", "anunció"."""
    if len(word) < SHORTEST_VERB:
        return None
    for kind, endings in lexicon.endings.items():
        if word.endswith(endings):
            return Tense(kind)
    return None


def _tense_ahead(
    candidate: Candidate, tokens: list[Token], lexicon: Lexicon, ends: frozenset[str] = _CLAUSE_END
) -> Tense:
    for place in range(candidate.last, min(candidate.last + REACH_AFTER, len(tokens))):
        told = _told(tokens, place, lexicon)
        if told is not None:
            return told
        if tokens[place].low in ends:
            return Tense.PAST
    return Tense.UNKNOWN


def preposition(candidate: Candidate, tokens: list[Token], lexicon: Lexicon) -> tuple[int, str]:
    """Give the token at which the phrase starts, and the preposition's kind ("" for none)."""
    first = candidate.first
    if first == 0 or tokens[first - 1].low not in _preposition_ends(lexicon.language):
        return first, ""
    for size in range(min(first, LONGEST_PREPOSITION), 0, -1):
        words = " ".join(token.low for token in tokens[first - size : first])
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
        case "until":
            return Bounded(meaning, Side.BEFORE, throughout=True)
        case "by":
            return Bounded(meaning, Side.BEFORE, throughout=False)
        case "before":
            return Bounded(meaning, Side.BEFORE, throughout=False, inclusive=False)
        case "after":
            return Bounded(meaning, Side.AFTER, throughout=False, inclusive=False)
        case _:
            return meaning

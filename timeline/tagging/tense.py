"""What the words around an expression tell of its tense: past, future, or nothing."""

from collections.abc import Iterator
from functools import lru_cache

from timeline.languages import Lexicon, load
from timeline.model.expression import Tense
from timeline.model.meaning import Occurrence
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Token

# How many words a cue may stand away: further off it belongs to another clause.
REACH_BEFORE, REACH_AFTER = 14, 8
LONGEST_CLAUSE = 24  # words, names with all of theirs
SHORTEST_VERB = 5  # letters; a shorter word with the ending of a verb is none too often
_CLAUSE_END = frozenset((";", ":", "”", '"'))
_PART_END = _CLAUSE_END | {","}


def tense_of(
    candidate: Candidate, tokens: list[Token], lexicon: Lexicon, preposition_kind: str
) -> Tense:
    """Tell the tense of the clause from the nearest cue, or from "by" and "until" without one.

    Looks left up to a past-tense cue ("will meet, he said Thursday" is past), and right only
    where the expression opens the sentence ("In December, India will host").
    """
    if _owns_an_event(candidate, tokens, lexicon):
        return Tense.UNKNOWN
    if preposition_kind == "until" and _goes_on(candidate, tokens, lexicon):
        return Tense.FUTURE
    behind = _tense_behind(candidate, tokens, lexicon, preposition_kind)
    if behind is not Tense.UNKNOWN:
        return behind
    if candidate.first <= 2:  # noqa: PLR2004 - "In", "Additionally, in"
        ahead = _tense_ahead(candidate, tokens, lexicon)
        if ahead is not Tense.UNKNOWN:
            return ahead
    if preposition_kind in ("by", "until"):
        return Tense.FUTURE
    return Tense.PAST if _perhaps_past(candidate, tokens, lexicon) else Tense.UNKNOWN


def _tense_behind(
    candidate: Candidate, tokens: list[Token], lexicon: Lexicon, preposition_kind: str
) -> Tense:
    """Tell the tense from the nearest cue to the left, up to the start of the clause."""
    that = lexicon.literals.get("THAT", frozenset())
    lasting = lexicon.tense.get("lasting", frozenset())
    for place in _around(tokens, candidate.first - 1, -1, REACH_BEFORE):
        word = tokens[place].low
        if word in lasting and preposition_kind == "until":
            return Tense.FUTURE
        if word in lasting and preposition_kind == "through":
            continue  # "has lent it money through June"
        told = _told(tokens, place, lexicon)
        if told is not None:
            return told
        if word in _CLAUSE_END:
            break
        if word in that:  # "dijo que el domingo descansarán": two clauses
            ahead = _tense_ahead(candidate, tokens, lexicon, _PART_END)
            if ahead is Tense.FUTURE:
                return ahead
    return Tense.UNKNOWN


def _perhaps_past(candidate: Candidate, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether the clause has a form that is of the past, or a participle: "brought in"."""
    words, endings = _past_forms(lexicon.language)
    if not words:
        return False
    passive = lexicon.tense.get("passive", frozenset())
    for first, step, reach in (
        (candidate.first - 1, -1, REACH_BEFORE),
        (candidate.last, 1, REACH_AFTER),
    ):
        for place in _around(tokens, first, step, reach):
            word = tokens[place].low
            if word in _CLAUSE_END:
                break
            form = word in words or (len(word) >= SHORTEST_VERB and word.endswith(endings))
            if form and tokens[place - 1].low not in passive:
                return True
    return False


@lru_cache(maxsize=32)
def _past_forms(language: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Give words, and endings of words, that may tell a past."""
    forms = load(language).tense.get("perhaps_past", frozenset())
    endings = tuple(form[1:] for form in forms if form.startswith("-"))
    return forms, endings


def _around(tokens: list[Token], first: int, step: int, reach: int) -> Iterator[int]:
    """Give the places from one on, forth or back, until so many words are passed.

    A name counts as one word: "the League of Northern Ports plans to".
    """
    named = False
    for place in range(first, first + step * LONGEST_CLAUSE, step):
        if not 0 <= place < len(tokens):
            return
        capital = tokens[place].text[0].isupper()
        reach -= not (capital and named)
        if reach < 0:
            return
        named = capital
        yield place


def _owns_an_event(candidate: Candidate, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether it is "Wednesday's" of "Wednesday's ruling", whatever the clause plans."""
    meaning = candidate.meaning
    if not isinstance(meaning, Occurrence) or meaning.fields.weekday is None:
        return False
    after = tokens[candidate.last].low if candidate.last < len(tokens) else ""
    return after in lexicon.literals.get("POSSESSIVE", ())


def _goes_on(candidate: Candidate, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Tell whether it is "to remain closed until Friday": what goes on, told in no past tense."""
    enduring = lexicon.tense.get("enduring", frozenset())
    for place in _around(tokens, candidate.first - 1, -1, REACH_BEFORE):
        word = tokens[place].low
        if word in _CLAUSE_END or word in lexicon.tense.get("overtaken", ()):
            return False
        if word in enduring:
            return True
    return False


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
    """Tell whether a plan is only spoken of: "as previously planned", "had been due to end"."""
    overtaken = lexicon.tense.get("overtaken", frozenset())
    words = [token.low for token in tokens[max(0, place - 2) : place + 1]]
    return not overtaken.isdisjoint((*words[-2:-1], " ".join(words)))


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
    for place in _around(tokens, candidate.last, 1, REACH_AFTER):
        told = _told(tokens, place, lexicon)
        if told is not None:
            return told
        if tokens[place].low in ends:
            return Tense.PAST
    return Tense.UNKNOWN

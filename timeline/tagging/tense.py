"""What the words around an expression tell of its tense: past, future, or nothing."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, pairwise
from typing import NamedTuple

from timeline.languages import Lexicon, load
from timeline.model.expression import Tense
from timeline.model.meaning import AtTime, Meaning, Occurrence, Portion, Side, Stretch
from timeline.tagging.candidates import Candidate
from timeline.tagging.tokens import Line

# How many words a cue may stand away: further off it belongs to another clause.
REACH_BEFORE, REACH_AFTER = 14, 8
LONGEST_CLAUSE = 24  # words, names with all of theirs
_LIMITS = ("by", "until")
OPENING = 2  # words before a date that opens its sentence: "In", "Additionally, in"
SHORTEST_VERB = 5  # letters; a shorter word with the ending of a verb is none too often
_CLAUSE_END = frozenset((";", ":", "”", '"'))
CLOSE = 8  # words from a past to "as early as"
LED_BY = 4  # words between an infinitive and a participle: "be taken apart and checked"
_PART_END = _CLAUSE_END | {","}


def tense_of(candidate: Candidate, tokens: Line, lexicon: Lexicon, preposition_kind: str) -> Tense:
    """Return the tense of the clause from the nearest cue.

    Looks left up to a past-tense cue ("will meet, he said Thursday" is past), and right only
    where the expression opens the sentence ("In December, India will host").
    """
    if _owns_an_event(candidate, tokens, lexicon):
        arranged = _is_arranged(candidate, tokens, lexicon)
        return Tense.FUTURE if arranged else Tense.UNKNOWN
    if preposition_kind == "until" and _goes_on(candidate, tokens, lexicon):
        return Tense.FUTURE
    behind = _tense_behind(candidate, tokens, lexicon, preposition_kind)
    if behind is not Tense.UNKNOWN:
        return behind
    if candidate.first <= OPENING:
        ahead = _tense_ahead(candidate, tokens, lexicon)
        if ahead is not Tense.UNKNOWN:
            return ahead
    if preposition_kind in _LIMITS:
        narrated = _perhaps_past(candidate, tokens, lexicon, behind=candidate.first <= OPENING)
        return Tense.PAST if narrated else Tense.UNKNOWN
    if _either_way(candidate.meaning) and _is_asked_for(candidate, tokens, lexicon):
        return Tense.FUTURE
    if _either_way(candidate.meaning) and _perhaps_past(candidate, tokens, lexicon):
        return Tense.PAST
    return Tense.UNKNOWN


def narrates(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a coming stretch is told as past: "she stayed for the next sixteen years".

    What is only said or planned is not: "it said it may cut jobs over the next three years".
    """
    meaning = candidate.meaning
    if not (isinstance(meaning, Stretch) and meaning.side is Side.AFTER):
        return False
    if _tense_behind(candidate, tokens, lexicon, "") is Tense.FUTURE:
        return False
    says = lexicon.tense.get("saying", frozenset())
    infinitive = lexicon.tense.get("infinitive", frozenset())
    narrated = _perhaps_past(candidate, tokens, lexicon, behind=False)
    reach = tokens.lows[max(0, candidate.first - REACH_BEFORE) : candidate.first]
    return narrated and bool(infinitive) and (says | infinitive).isdisjoint(reach)


def _either_way(meaning: Meaning) -> bool:
    """Return whether without a tense it would be the nearest one: "in November", "on 3 May"."""
    if isinstance(meaning, Portion | AtTime):
        return _either_way(meaning.of)
    return isinstance(meaning, Occurrence) and meaning.fields.month is not None


def _is_asked_for(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether somebody is asked to do it then: "asked him to call a vote in January"."""
    asks = lexicon.tense.get("asking", frozenset())
    infinitive = lexicon.tense.get("infinitive", frozenset())
    reach = tokens.lows[max(0, candidate.first - REACH_BEFORE) : candidate.first]
    place = next((n for n, word in enumerate(reach) if word in asks), None)
    return place is not None and not infinitive.isdisjoint(reach[place + 1 :])


def _tense_behind(
    candidate: Candidate, tokens: Line, lexicon: Lexicon, preposition_kind: str
) -> Tense:
    """Return the tense from the nearest cue to the left, up to the start of the clause."""
    cues = _cues(lexicon.language)
    if preposition_kind in _LIMITS and _is_to_be_done(candidate, tokens, lexicon):
        return Tense.FUTURE
    for place in _around(tokens, candidate.first - 1, -1, REACH_BEFORE, cues):
        word = tokens.lows[place]
        if word in cues.lasting and preposition_kind == "until":
            return Tense.FUTURE
        if word in cues.lasting and preposition_kind == "through":
            continue  # "has lent it money through June"
        told = _told(tokens, place, lexicon)
        if told is not None:
            return told
        if word in _CLAUSE_END:
            break
        if word in cues.that:  # "dijo que el domingo descansarán": two clauses
            ahead = _tense_ahead(candidate, tokens, lexicon, _PART_END)
            if ahead is Tense.FUTURE:
                return ahead
    return Tense.UNKNOWN


def _is_to_be_done(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether a passive of the present stands right before: "unless he is freed by May"."""
    last = candidate.first - 2  # before the preposition
    if last < 1 or tokens.lows[last - 1] not in lexicon.tense.get("passive", ()):
        return False
    forms, word = _past_forms(lexicon.language), tokens.lows[last]
    return word in forms.words or (bool(forms.endings) and word.endswith(forms.endings))


def _perhaps_past(
    candidate: Candidate, tokens: Line, lexicon: Lexicon, *, behind: bool = True
) -> bool:
    """Return whether the clause has a form that is of the past, or a participle: "brought in".

    Words behind the date are heeded where `behind`; else a form before it that a plan governs
    ("to be finished by March") is none.
    """
    forms = _past_forms(lexicon.language)
    passive = lexicon.tense.get("passive", frozenset())
    ways = ((candidate.first - 1, -1, REACH_BEFORE), (candidate.last, 1, REACH_AFTER))
    for first, step, reach in ways if behind else ways[:1]:
        for place in _around(tokens, first, step, reach, forms):
            word = tokens.lows[place]
            if word in _CLAUSE_END:
                break
            form = word in forms.words or len(word) >= SHORTEST_VERB
            if form and tokens.word(place - 1).lower() not in passive:
                return behind or not _governed(place, candidate.first, tokens, lexicon)
    return False


def _governed(form: int, date: int, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether an infinitive stands at a form, or between it and the date."""
    infinitive = lexicon.tense.get("infinitive", frozenset())
    return not infinitive.isdisjoint(tokens.lows[max(0, form - LED_BY) : date])


def _around(
    tokens: Line, first: int, step: int, reach: int, words: "_Words | _Cues"
) -> Iterator[int]:
    """Return the places of words from one on, forth or back, as far as they reach.

    A name counts as one word: "the League of Northern Ports plans to".
    """
    last = max(first - LONGEST_CLAUSE, -1) if step < 0 else min(first + LONGEST_CLAUSE, len(tokens))
    told, endings, lows = words.words, words.endings, tokens.lows
    for place in range(first, last, step):
        word = lows[place]
        if word in told or (endings and word.endswith(endings)):
            distance = abs(place - first)
            if distance >= reach and distance - _in_names(tokens, first, place) >= reach:
                return
            yield place


def _in_names(tokens: Line, one: int, other: int) -> int:
    """Count the words between two places that go on with a name."""
    capitals = [word[0].isupper() for word in tokens.words[min(one, other) : max(one, other) + 1]]
    return sum(here and before for before, here in pairwise(capitals))


class _Words(NamedTuple):
    """Words, and endings of words, that are looked for."""

    words: frozenset[str]
    endings: tuple[str, ...] = ()


class _Cues(NamedTuple):
    """Words and endings that tell a tense or where a clause begins, and some of them by kind."""

    words: frozenset[str]
    endings: tuple[str, ...]
    future: frozenset[str]  # those that tell a future, alone or with the next one
    that: frozenset[str]
    lasting: frozenset[str]


@lru_cache(maxsize=32)
def _cues(language: str) -> _Cues:
    """Return the words that tell a tense, alone or with the next one, or where a clause begins."""
    lexicon = load(language)
    tense, that = lexicon.tense, lexicon.literals.get("THAT", frozenset())
    future, past = (
        frozenset(cue.partition(" ")[0] for cue in tense[kind]) for kind in ("future", "past")
    )
    lasting = tense.get("lasting", frozenset())
    endings = tuple(e for group in lexicon.endings.values() for e in group)
    return _Cues(future | past | that | lasting | _PART_END, endings, future, that, lasting)


@lru_cache(maxsize=32)
def _past_forms(language: str) -> _Words:
    """Return what may tell a past, and where a clause ends."""
    forms = load(language).tense.get("perhaps_past", frozenset())
    endings = tuple(form[1:] for form in forms if form.startswith("-"))
    return _Words(forms | _CLAUSE_END, endings)


@lru_cache(maxsize=32)
def _going_on(language: str) -> _Words:
    """Return what goes on, and what ends the look for it."""
    tense = load(language).tense
    overtaken = tense.get("overtaken", frozenset())
    return _Words(tense.get("enduring", frozenset()) | overtaken | _CLAUSE_END)


def _owns_an_event(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "Wednesday's" of "Wednesday's ruling", whatever the clause plans."""
    meaning = candidate.meaning
    if not isinstance(meaning, Occurrence) or meaning.fields.weekday is None:
        return False
    after = tokens.lows[candidate.last] if candidate.last < len(tokens) else ""
    return after in lexicon.literals.get("POSSESSIVE", ())


def _is_arranged(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "Thursday's planned march", "postponed Sunday's shows"."""
    arranged = lexicon.tense.get("arranged", frozenset())
    before = tokens.lows[max(0, candidate.first - 2) : candidate.first]
    after = tokens.lows[candidate.last + 1 : candidate.last + 2]
    return not arranged.isdisjoint((*before[-1:], *after, " ".join(before)))


def _goes_on(candidate: Candidate, tokens: Line, lexicon: Lexicon) -> bool:
    """Return whether it is "to remain closed until Friday": what goes on, told in no past tense."""
    enduring = lexicon.tense.get("enduring", frozenset())
    words = _going_on(lexicon.language)
    places = _around(tokens, candidate.first - 1, -1, REACH_BEFORE, words)
    return any(tokens.lows[place] in enduring for place in islice(places, 1))


def _told(tokens: Line, place: int, lexicon: Lexicon) -> Tense | None:
    """Return the tense that a word shows, alone or with the next one ("threatened to"), if any.

    After "be" a participle is no past: "will be announced".
    """
    word = tokens.lows[place]
    if word in _cues(lexicon.language).future:
        pair = f"{word} {tokens.lows[place + 1]}" if place + 1 < len(tokens.lows) else word
        if not lexicon.tense["future"].isdisjoint((word, pair)):
            told_of = pair in lexicon.tense.get("perhaps_future", ()) and _past_before(
                tokens, place, lexicon
            )
            return None if told_of or _overtaken(tokens, place, lexicon) else Tense.FUTURE
    told = _ending(word, lexicon)
    if told is not None:
        return told
    after_be = place > 0 and tokens.lows[place - 1] in lexicon.literals.get("BE", ())
    return Tense.PAST if word in lexicon.tense["past"] and not after_be else None


def _past_before(tokens: Line, place: int, lexicon: Lexicon) -> bool:
    """Return whether a past stands close before a place, and no modal or infinitive."""
    words = tokens.lows[max(0, place - CLOSE) : place]
    if not lexicon.tense.get("infinitive", frozenset()).isdisjoint(words):
        return False
    return not lexicon.tense["past"].isdisjoint(words)


def _overtaken(tokens: Line, place: int, lexicon: Lexicon) -> bool:
    """Return whether a plan is only spoken of: "as previously planned", "had been due to end"."""
    overtaken = lexicon.tense.get("overtaken", frozenset())
    words = tokens.lows[max(0, place - 2) : place + 1]
    return not overtaken.isdisjoint((*words[-2:-1], " ".join(words)))


def _ending(word: str, lexicon: Lexicon) -> Tense | None:
    """Return the tense that the ending of a verb shows: "votarán", "anunció"."""
    if len(word) < SHORTEST_VERB:
        return None
    for kind, endings in lexicon.endings.items():
        if word.endswith(endings):
            return Tense(kind)
    return None


def _tense_ahead(
    candidate: Candidate, tokens: Line, lexicon: Lexicon, ends: frozenset[str] = _CLAUSE_END
) -> Tense:
    first = candidate.last
    if tokens.word(first) == ":":  # "Early March: the first engines are due"
        first += 1
    for place in _around(tokens, first, 1, REACH_AFTER, _cues(lexicon.language)):
        told = _told(tokens, place, lexicon)
        if told is not None:
            return told
        if tokens.lows[place] in ends:
            return Tense.PAST
    return Tense.UNKNOWN

"""Readings that are still to be weighed against each other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.languages import Lexicon, load
from timeline.model.meaning import Between, Meaning, Vague, Vagueness
from timeline.tagging.captured import Captured
from timeline.tagging.glance import TRIGGERS
from timeline.tagging.meanings import build
from timeline.tagging.patterns import Match, places
from timeline.tagging.tokens import Alphabet, Token, alphabet, tokenise

_VAGUE_ORDER = 10_000  # vague references come after every rule


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading of tokens `first` up to, not including, `last`; `parts` are those it joins."""

    first: int
    last: int
    meaning: Meaning
    rule: str
    order: int
    parts: "tuple[Candidate, ...]" = ()

    @property
    def size(self) -> int:
        """Count the tokens."""
        return self.last - self.first


def candidates(tokens: list[Token], letters: Alphabet) -> list[Candidate]:
    """Give every reading that a rule or a vague phrase has of a line of tokens."""
    lexicon = letters.lexicon
    line = "".join(token.letter for token in tokens)
    telling = triggers(lexicon.language)
    if not telling.search(line):
        return _vague(tokens, lexicon)
    found: list[Candidate] = []
    # No rule reaches over a word that is none of time, so each run between two is read alone.
    for run in _runs(lexicon.language).finditer(line):
        if telling.search(run.group()):
            first, last = run.span()
            found.extend(_readings(tokens[first:last], run.group(), first, lexicon))
    return found + _vague(tokens, lexicon)


def _readings(tokens: list[Token], run: str, offset: int, lexicon: Lexicon) -> Iterator[Candidate]:
    """Give the readings of a run of tokens; `offset` is its place in the line."""
    for place in places(lexicon.language, run):
        rule, match = place.rule, place.match(tokens)
        meaning = build(rule.meaning, Captured(match, lexicon))
        if meaning is not None:
            parts = tuple(_moved(part, offset) for part in _ends(match, meaning, tokens))
            first, last = match.first + offset, match.last + offset
            yield Candidate(first, last, meaning, rule.name, rule.order, parts)


def _moved(part: Candidate, offset: int) -> Candidate:
    return replace(part, first=part.first + offset, last=part.last + offset)


@lru_cache(maxsize=32)
def _runs(language: str) -> re.Pattern[str]:
    """Give the runs of tokens that say something of time, as one pattern."""
    return re.compile(f"[^{alphabet(language).none}]+")


def _ends(match: Match, meaning: Meaning, tokens: list[Token]) -> tuple[Candidate, ...]:
    """Give the two dates that a range read by one rule joins: "3" and "5 May" of "3-5 May"."""
    found = match.captures
    first, second = found.get("day") or found.get("year"), found.get("last") or found.get("short")
    if first is None or second is None or not isinstance(meaning, Between):
        return ()
    after = next(n for n in range(match.first, match.last) if tokens[n] is first.tokens[0]) + 1
    if tokens[after - 1].start > second.tokens[0].start:
        return ()
    again = next(n for n in range(after, match.last) if tokens[n] is second.tokens[0])
    name, order = match.rule.name, match.rule.order
    return (
        Candidate(match.first, after, meaning.first, name, order),
        Candidate(again, match.last, meaning.last, name, order),
    )


@lru_cache(maxsize=32)
def triggers(language: str) -> re.Pattern[str]:
    """Give the letters without which no rule matches, as one pattern."""
    letters = alphabet(language)
    names = (*TRIGGERS, *letters.lexicon.triggers)
    found = {letter for name in names for letter in letters.letters_of(name)}
    return re.compile(f"[{''.join(sorted(found))}]")


@lru_cache(maxsize=32)
def _vague_phrases(language: str) -> dict[str, list[tuple[tuple[str, ...], Vagueness]]]:
    phrases: dict[str, list[tuple[tuple[str, ...], Vagueness]]] = {}
    letters = alphabet(language)
    for kind, group in load(language).vague.items():
        for phrase in group:
            words = tuple(t.low for t in tokenise(phrase, 0, len(phrase), letters))
            phrases.setdefault(words[0], []).append((words, Vagueness(kind)))
    return phrases


def _vague(tokens: list[Token], lexicon: Lexicon) -> list[Candidate]:
    phrases = _vague_phrases(lexicon.language)
    found = []
    for place, token in enumerate(tokens):
        for words, kind in phrases.get(token.low, ()):
            here = tokens[place : place + len(words)]
            if tuple(t.low for t in here) == words:
                last = place + len(words)
                name = f"{kind.value} reference"
                found.append(Candidate(place, last, Vague(kind), name, _VAGUE_ORDER))
    return found

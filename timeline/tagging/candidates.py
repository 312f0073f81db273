"""Readings that are still to be weighed against each other."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from timeline.languages import load
from timeline.model.meaning import Between, Meaning, Vague, Vagueness
from timeline.tagging.captured import Captured
from timeline.tagging.chunks import VAGUE
from timeline.tagging.concerns import NAME, concerns
from timeline.tagging.meanings import build
from timeline.tagging.patterns import LONGEST_REMEMBERED, Match, places
from timeline.tagging.tokens import Line, Token, alphabet

_VAGUE_ORDER = 10_000  # vague references come after every rule


class Candidate(NamedTuple):
    """A reading of tokens `first` up to, not including, `last`; `parts` are those it joins.

    `concerns` are the flags of the refiners that can change it.
    """

    first: int
    last: int
    meaning: Meaning
    rule: str
    order: int
    parts: "tuple[Candidate, ...]" = ()
    concerns: int = 0

    @property
    def size(self) -> int:
        """Count the tokens."""
        return self.last - self.first

    def moved(self, by: int) -> "Candidate":
        """The same reading of the same words, so many tokens further on."""
        if not by:
            return self
        first, last, meaning, rule, order, parts, flags = self
        if parts:
            parts = tuple([part.moved(by) for part in parts])
        return Candidate(first + by, last + by, meaning, rule, order, parts, flags)


def candidates(line: Line, language: str) -> list[Candidate]:
    """Return every reading that a rule or a vague phrase has of a line of tokens."""
    found: list[Candidate] = []
    words, lows = line.words, line.lows
    # No rule reaches over a word that is none of time, so each run between two is read alone.
    for run in telling_runs(language).finditer(line.letters):
        first, last = run.span()
        read = _short_run if last - first <= LONGEST_REMEMBERED else _readings
        readings = read(language, run.group(), *words[first:last], *lows[first:last])
        found += [candidate.moved(first) for candidate in readings]
    if VAGUE in line.marks:
        found += _vague(lows, language)
    return found


def _readings(language: str, run: str, *words: str) -> tuple[Candidate, ...]:
    """Return the readings of a run of tokens: its letters, its words, and the words in lower case.

    Where it stands in the text does not matter, so that the same words need no second reading.
    """
    lexicon = load(language)
    both = zip(words[: len(run)], words[len(run) :], run, strict=True)
    tokens = [Token(word, low, at, at + 1, letter) for at, (word, low, letter) in enumerate(both)]
    found = []
    for place in places(language, run):
        rule, match = place.rule, place.match(tokens)
        meaning = build(rule.meaning, Captured(match, lexicon))
        if meaning is not None:
            first, last, parts = match.first, match.last, _ends(match, meaning, tokens)
            concern = concerns(meaning, tokens[first:last], lexicon)
            found.append(Candidate(first, last, meaning, rule.name, rule.order, parts, concern))
    return tuple(found)


_short_run = lru_cache(maxsize=8192)(_readings)


@lru_cache(maxsize=32)
def telling_runs(language: str) -> re.Pattern[str]:
    """Return the runs of tokens of time that hold a letter without which no rule matches."""
    letters = alphabet(language)
    telling = "".join(sorted(letters.telling))
    # A run is tried from its start alone, so that one without such a letter is passed over once.
    return re.compile(
        f"(?<![^{letters.none}])[^{letters.none}{telling}]*[{telling}][^{letters.none}]*"
    )


def _ends(match: Match, meaning: Meaning, tokens: list[Token]) -> tuple[Candidate, ...]:
    """Return the two dates that a range read by one rule joins: "3" and "5 May" of "3-5 May"."""
    found = match.captures
    first = found.get("day") or found.get("year") or found.get("ordinal")
    second = found.get("last") or found.get("short")
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


class _Phrase(NamedTuple):
    """A vague reference: its words, the place of the telling one, and what of it is marked."""

    words: list[str]
    telling: int
    first: int
    last: int
    meaning: Vague
    concerns: int


@lru_cache(maxsize=32)
def _vague_phrases(language: str) -> dict[str, list[_Phrase]]:
    """Return the phrases by the word that tells them: the longest one of what is marked."""
    phrases: dict[str, list[_Phrase]] = {}
    letters = alphabet(language)
    for kind, words, marked, word in letters.vague:
        first, last, _ = marked.indices(len(words))
        meaning = Vague(Vagueness(kind))
        tokens = [Token(low, low, at, at + 1, "") for at, low in enumerate(words[marked])]
        concern = concerns(meaning, tokens, letters.lexicon) | NAME
        found = _Phrase(words, words.index(word), first, last, meaning, concern)
        phrases.setdefault(word, []).append(found)
    return phrases


def _vague(lows: list[str], language: str) -> list[Candidate]:
    phrases = _vague_phrases(language)
    found: dict[tuple[int, int], _Phrase] = {}
    for word in phrases.keys() & lows:
        for at in _places_of(word, lows):
            for phrase in phrases[word]:
                start = at - phrase.telling
                if start >= 0 and lows[start : start + len(phrase.words)] == phrase.words:
                    found[start + phrase.first, start + phrase.last] = phrase
    return [
        Candidate(
            first,
            last,
            phrase.meaning,
            f"{phrase.meaning.reference.value} reference",
            _VAGUE_ORDER,
            concerns=phrase.concerns,
        )
        for (first, last), phrase in sorted(found.items())
    ]


def _places_of(word: str, words: list[str]) -> Iterator[int]:
    at = -1
    for _ in range(words.count(word)):
        at = words.index(word, at + 1)
        yield at


Joined = Callable[[Candidate, Candidate], Candidate | None]


def neighbours_joined(found: Iterable[Candidate], joined: Joined) -> list[Candidate]:
    """Join each reading to the one before it, where `joined` makes one of the two."""
    out: list[Candidate] = []
    for candidate in found:
        one = joined(out[-1], candidate) if out else None
        if one is None:
            out.append(candidate)
        else:
            out[-1] = one
    return out

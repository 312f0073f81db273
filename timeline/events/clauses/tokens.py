"""The words of a sentence for the rules of clauses: dates stand in it as marks without text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from timeline.model.span import Span

_TOKEN = re.compile(
    r"\d+(?:[.,:]\d+)+|[^\W\d_]+['’](?=[ \w«“\"])"
    r"|\w+(?:[-‐]\w+)*(?:(?<=[^\W\d_]{3})-(?=\s+(?:und|oder|bis|sowie|\()))?"
    r"(?:(?<=\b[A-ZÄÖÜÉ])\.)?|[^\w\s]"
)
_STOPS = frozenset(",;:–—.!?…-")
_QUOTES = frozenset('"“”„«»‘‚')
_OPENING = frozenset("„«“‚‘")
_ENDS = frozenset(".!?")
_LONG = 4  # letters of a word that is no abbreviation
_LONG_NOUN = 7  # the same of one with a capital: not "Prof."


class Kind(Enum):
    """What a token is."""

    WORD = auto()
    STOP = auto()
    QUOTE = auto()
    DATE = auto()  # the date that is asked for
    OTHER_DATE = auto()


@dataclass(frozen=True, slots=True)
class Word:
    """A token; `start` and `end` are its place in the text, -1 where a rule put it in."""

    text: str
    low: str
    kind: Kind
    start: int = -1
    end: int = -1

    @property
    def is_date(self) -> bool:
        """Whether it marks a date."""
        return not self.text

    @property
    def capital(self) -> bool:
        """Whether it is written with a capital."""
        return self.text[:1].isupper()


Words = Sequence[Word]


def word(text: str) -> Word:
    """Return a word that stands in no text."""
    return Word(text, lowered(text), Kind.WORD)


def lowered(text: str) -> str:
    """Return a word as the lists have it."""
    return text.lower().replace("’", "'")


def small(token: Word) -> Word:
    """Return a word written small."""
    return Word(
        token.text[:1].lower() + token.text[1:], token.low, token.kind, token.start, token.end
    )


def tokens(text: str, sentence: Span) -> list[Word]:
    """Return the tokens of a sentence."""
    found = []
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        raw = match.group()
        if raw == "…" or (raw == "." and ".." in text[max(0, match.start() - 1) : match.end() + 1]):
            continue  # what is left unsaid is no part of a title
        kind = Kind.STOP if raw in _STOPS else Kind.QUOTE if raw in _QUOTES else Kind.WORD
        found.append(Word(raw, lowered(raw), kind, match.start(), match.end()))
    while found and found[-1].text in {".", "!", "?", "…"}:
        found.pop()
    return found


def ends_sentence(words: Words, i: int) -> bool:
    """Return whether a stop ends a sentence within a quotation: "... la dette. Avant, ..."."""
    if words[i].text not in _ENDS or i == 0 or i + 1 >= len(words):
        return False
    before, after = words[i - 1], words[i + 1]
    long = len(before.text) >= (_LONG if before.text.islower() else _LONG_NOUN)
    ended = before.kind is not Kind.WORD or (before.text[1:].islower() and long)
    year = after.text.isdigit() and before.text.isalpha()
    opens = after.capital or after.is_date or after.kind is Kind.QUOTE or year
    return ended and opens and after.start > words[i].end


def join(words: Words) -> str:
    """Return the words as text: spaced as the article has it, stops at the word before."""
    shown = [w for w in words if not w.is_date]
    out: list[str] = []
    for i, w in enumerate(shown):
        before = shown[i - 1] if i else None
        if before is not None and _spaced(before, w):
            out.append(" ")
        out.append(w.text)
    return "".join(out)


def _spaced(before: Word, w: Word) -> bool:
    if before.end >= 0 and before.end <= w.start <= before.end + 1 and w.kind is not Kind.STOP:
        return w.start > before.end
    if w.kind is Kind.STOP:
        return w.text in "–—-" and w.start > before.end >= 0
    return before.text not in _OPENING

"""Words of a text in the form in which names of events are compared.

Case, accents, apostrophes and possessives do not count, and neither do articles ("the fall of
the wall" is "fall of wall"); hyphens and dashes part words as spaces do; "U.S." is "us".
A word of a phrase that is written in the plural is found in the singular too, not the reverse:
"attacks" finds "attack", but "gulf war" does not find "the Gulf Wars".
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+/\d+|[^\W_]+(?:['’ʼ][sS]\b)?")
_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*")
_POSSESSIVE = re.compile(r"['’ʼ]s$")
# A phrase may run over a line end and hold the marks of a quotation, but no comma or full stop.
_GAP = re.compile(r"[\s'’‘ʼ‐-―-]{1,4}")
_SHORT_GAP = re.compile(
    r"\.?[\s'’‘ʼ‐-―-]{1,4}"
)  # "John F. Kennedy", "Brown v. Board", "St. Helens"
_LONGEST_SHORT = 2
_SHORTEST_PLURAL = 4
ARTICLES = frozenset({"the", "a", "an"})


class Word(NamedTuple):
    """A word as it is compared, and its place in the text; a tuple, for a text has many."""

    text: str
    start: int
    end: int


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Return the words of a stretch of text, in time linear in its length."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(folded(found[0]), *found.span())


@lru_cache(maxsize=8192)  # a table's phrases are checked, then put into a tree
def phrase_words(phrase: str) -> tuple[str, ...]:
    """Return the words that name an event, articles left out."""
    plain = _PLAIN.fullmatch(phrase)  # most phrases
    told = phrase.split(" ") if plain else [word.text for word in words(phrase)]
    return tuple([word for word in told if word not in ARTICLES])


def folded(word: str) -> str:
    """Return a word without case, accents, possessive, and the points of initials."""
    if word.isalnum() and word.isascii():
        return word.lower()
    bare = _POSSESSIVE.sub("", word.casefold())
    if not bare.isascii():
        parts = unicodedata.normalize("NFKD", bare)
        bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.replace(".", "")


def stem(word: str) -> str:
    """Return what singular and plural of a word share; a key to look it up by, no word."""
    plural = len(word) >= _SHORTEST_PLURAL and word.endswith("s") and not word.endswith("ss")
    return word[:-1] if plural else word


def fits(written: str, asked: str) -> bool:
    """Return whether a word of a text is the one a phrase asks for, or its singular."""
    return asked in (written, f"{written}s")


def joined(text: str, left: Word, right: Word) -> bool:
    """Return whether nothing but a gap between words parts two words of a text."""
    gap = _SHORT_GAP if len(left.text) <= _LONGEST_SHORT else _GAP
    return gap.fullmatch(text, left.end, right.start) is not None

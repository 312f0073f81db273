"""Spellings of one word: of another script in Latin letters, or with a letter wrong."""

import re
from difflib import SequenceMatcher
from functools import lru_cache

_LONG = 6  # letters from which on a wrong one is told from another word
_ALIKE = 0.6  # of the letters of two spellings
_SPELT = 4  # letters of a word from another script
_SOUNDS = (
    (re.compile(r"^(?:kh|q|gh|k|g|c(?!h))"), "k"),
    (re.compile(r"(?<=.)(?:kh|q|gh|k|g|c(?![hei]))"), "k"),
    (re.compile(r"dh|th|d|t"), "t"),
    (re.compile(r"ph|v|f"), "f"),
    (re.compile(r"dj|j"), "j"),
    (re.compile(r"tch|sch|sh|ch"), "x"),
    (re.compile(r"z|s"), "s"),
    (re.compile(r"(?<=.)[aeiouyw]+h?|^[aeiou]+h?"), "a"),
    (re.compile(r"(.)\1+"), r"\1"),
)


@lru_cache(maxsize=65_536)
def sound(word: str) -> str:
    """Return a key that the spellings of a name from another script share."""
    for pattern, instead in _SOUNDS:
        word = pattern.sub(instead, word)
    return word.rstrip("a") or word


def spelt_alike(one: str, other: str) -> bool:
    """Return whether two words may be spellings of one; never where one begins with the other."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _SPELT and long in ("al" + short, "el" + short):
        return True
    if one == other or one.startswith(other) or other.startswith(one):
        return False
    if min(len(one), len(other)) >= _SPELT and sound(one) == sound(other):
        # In one order, for the ratio may depend on it.
        return SequenceMatcher(None, min(one, other), max(one, other), False).ratio() >= _ALIKE  # noqa: FBT003
    return min(len(one), len(other)) >= _LONG and one[0] == other[0] and _one_wrong(one, other)


def _one_wrong(one: str, other: str) -> bool:
    """Return whether one letter is wrong, missing, or has changed places with the next."""
    if len(one) > len(other):
        one, other = other, one
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
    if len(one) < len(other):
        return len(other) - len(one) == 1 and one[at:] == other[at + 1 :]
    return one[at + 1 :] == other[at + 1 :] or (
        one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    )

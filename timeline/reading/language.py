"""The language of a text, cheaply: English is told by its commonest words, others by py3langid."""

import re
from functools import lru_cache

from timeline.languages.folders import MAIN
from timeline.languages.page_words import page_words

SAMPLE = 4_000  # characters from the start; py3langid is right in .98 of texts of 150
FEWEST_LETTERS = 20  # fewer say nothing
_WORD = re.compile(r"[^\W\d_]+")
LEAST_THE = 0.025  # of the words
LEAST_ENGLISH = 0.10
FEWEST_WORDS = 20


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is written in.

    English where nothing tells.
    """
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return MAIN
    if looks_english(sample):
        return MAIN
    import py3langid  # noqa: PLC0415 - loading its model takes over half a second

    code, _ = py3langid.classify(sample.encode("utf-8", "replace").decode("utf-8"))
    return str(code)


def looks_english(text: str) -> bool:
    """Return English by its commonest words, without loading anything."""
    words = [word.casefold() for word in _WORD.findall(text[:SAMPLE])]
    if len(words) < FEWEST_WORDS:
        return False
    article, common = _telling("article"), _telling("common")
    articles = sum(word in article for word in words)
    others = sum(word in common for word in words)
    return articles >= LEAST_THE * len(words) and others >= LEAST_ENGLISH * len(words)


@lru_cache(maxsize=2)
def _telling(key: str) -> frozenset[str]:
    """Return words of English: its article is a word of no other language, others go with it."""
    return frozenset(page_words("detection", key, (MAIN,)))

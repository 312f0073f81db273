"""The language of a text, cheaply: English is told by its commonest words, others by py3langid."""

import re

DEFAULT = "en"
SAMPLE = 4_000  # characters from the start; py3langid is right in .98 of texts of 150
FEWEST_LETTERS = 20  # fewer say nothing
_WORD = re.compile(r"[^\W\d_]+")
# "the" is no word of another language, and these follow it everywhere in English.
_ENGLISH = frozenset(
    {"of", "and", "to", "in", "a", "that", "is", "was", "for", "on", "with", "said"}
)
LEAST_THE = 0.025  # of the words
LEAST_ENGLISH = 0.10
FEWEST_WORDS = 20


def language_of(text: str) -> str:
    """Give the ISO 639-1 code of the language a text is written in; English where nothing tells."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < FEWEST_LETTERS:
        return DEFAULT
    if looks_english(sample):
        return DEFAULT
    import py3langid  # noqa: PLC0415 - loading its model takes over half a second

    code, _ = py3langid.classify(sample.encode("utf-8", "replace").decode("utf-8"))
    return str(code)


def looks_english(text: str) -> bool:
    """Tell English by its commonest words, without loading anything."""
    words = [word.casefold() for word in _WORD.findall(text[:SAMPLE])]
    if len(words) < FEWEST_WORDS:
        return False
    articles = words.count("the")
    others = sum(word in _ENGLISH for word in words)
    return articles >= LEAST_THE * len(words) and others >= LEAST_ENGLISH * len(words)

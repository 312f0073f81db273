"""The language of a text, cheaply: by its script, by the commonest words of English, by py3langid.

A text of a line is read as well: what py3langid says of it is believed where it is far from
English, and where it is not a small language beside a large one whose words it lacks.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from timeline.languages.folders import MAIN
from timeline.languages.page_words import page_words
from timeline.reading.words import table, word_list

SAMPLE = 4_000  # characters from the start; py3langid is right in .98 of texts of 150
FEWEST_LETTERS = 10  # of an alphabet that English has: fewer say nothing
FEWEST_ODD = 6  # where one of them is none of English
SHORT, LONG = (
    20,
    150,
)  # letters: a short text has to be far from English, a long one is judged as is
LEAD = 12  # by which another language has to be likelier than English, as a logarithm
_WORD = re.compile(r"[^\W\d_]+")
LEAST_THE = 0.025  # of the words
LEAST_ENGLISH = 0.10
FEWEST_WORDS = 20
LEAST_TOLD, LEAST_SHORT = 3, 0.3  # of a short text: "The Times" stands in texts of any language
LEAST_OWN = 2  # words of a small language
DATA = "language.toml"
# Scripts that one language has, or that tell it from its neighbours by one letter.
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30fa]")),
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("th", re.compile(r"[\u0e01-\u0e4e]")),
    ("he", re.compile(r"[\u05d0-\u05ea]")),
    ("el", re.compile(r"[\u0386-\u03ce]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
# Alphabets with letters that their neighbours lack: enough for a text within one that has such.
_ALPHABETS = (
    ("ru", frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"), frozenset("ыэё")),
    ("uk", frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"), frozenset("ґєії")),
)
_MOST_OF_IT = 0.5  # of the letters; one in ten where it stands beside another, as kana do
_KANA = 0.1
_LATIN = 0x250


class Beside(NamedTuple):
    """A small language: the large one beside it, and words that only the small one has."""

    of: str
    words: frozenset[str]


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language a text is written in.

    English where nothing tells.
    """
    sample = text[:SAMPLE]
    letters = [letter for letter in sample if letter.isalpha()]
    if not letters:
        return MAIN
    script = _by_script(sample, len(letters))
    if script is not None:
        return script
    latin = sum(ord(letter) < _LATIN for letter in letters)
    fewest = FEWEST_LETTERS if sample.isascii() else FEWEST_ODD
    if latin > _MOST_OF_IT * len(letters) and len(letters) < fewest:
        return MAIN
    if looks_english(sample):
        return MAIN
    return _classified(sample, len(letters))


def _by_script(sample: str, letters: int) -> str | None:
    """Return the language of a script that only one has; None for the alphabets of many."""
    if sample.isascii():
        return None
    for code, pattern in _SCRIPTS:
        share = len(pattern.findall(sample)) / letters
        if share > (_KANA if code == "ja" else _MOST_OF_IT):
            return code
    held = {letter for letter in sample.lower() if letter.isalpha()}
    return next((c for c, all_, own in _ALPHABETS if held <= all_ and held & own), None)


def _classified(sample: str, letters: int) -> str:
    import py3langid  # noqa: PLC0415 - loading its model takes over half a second

    plain = unicodedata.normalize("NFC", sample).encode("utf-8", "replace").decode("utf-8")
    ranked = py3langid.rank(plain)
    code, best = str(ranked[0][0]), ranked[0][1]
    if letters < SHORT:
        english = next((score for name, score in ranked if name == MAIN), best)
        if best - english < LEAD:
            return MAIN
    beside = _beside().get(code)
    if beside is None or (letters >= LONG and not beside.words):
        return code
    own = {word.casefold() for word in _WORD.findall(sample)} & beside.words
    return code if len(own) >= LEAST_OWN else beside.of


def _other_english(words: Iterable[str]) -> str | None:
    """Return the small language beside English whose words a text holds; None without."""
    held = set(words)
    return next(
        (
            code
            for code, beside in _beside().items()
            if beside.of == MAIN and len(held & beside.words) >= LEAST_OWN
        ),
        None,
    )


def looks_english(text: str) -> bool:
    """Return English by its commonest words, without loading anything."""
    words = [word.casefold() for word in _WORD.findall(text[:SAMPLE])]
    article, common = _telling("article"), _telling("common")
    articles = sum(word in article for word in words)
    others = sum(word in common for word in words)
    if len(words) < FEWEST_WORDS:
        told = articles + others
        enough = told >= LEAST_TOLD and told >= LEAST_SHORT * len(words)
        return bool(articles) and enough and text.isascii() and _other_english(words) is None
    return articles >= LEAST_THE * len(words) and others >= LEAST_ENGLISH * len(words)


@lru_cache(maxsize=2)
def _telling(key: str) -> frozenset[str]:
    """Return words of English: its article is a word of no other language, others go with it."""
    return frozenset(page_words("detection", key, (MAIN,)))


@lru_cache(maxsize=1)
def _beside() -> Mapping[str, Beside]:
    """Return the small languages that a short text of a large one is taken for."""
    made = {}
    for code, group in table(DATA)["beside"].items():
        words = word_list(DATA, "beside", code, "words") if "words" in group else ()
        made[code] = Beside(word_list(DATA, "beside", code, "of")[0], frozenset(words))
    return made

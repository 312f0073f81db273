"""Words and names, led back to a form in which "resumed" meets "resumes".

A light stemmer: it unites forms of one word and little else, for a wrong union of two words
can merge two events.
"""

import re
from functools import lru_cache

from timeline.merging.vocabulary import vocabulary

_WORD = re.compile(r"[^\W_]+(?:['’]s\b)?")
_POSSESSIVE = re.compile(r"['’]s$")
_VOWEL = re.compile(r"[aeiouy]")
_LEAST = 3  # letters that an ending must leave
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=1024)  # of one sentence or title they are asked for several times in a row
def plain_words(text: str) -> tuple[str, ...]:
    """Return the words as written, without possessive endings."""
    found = _WORD.findall(text)
    return tuple(word if word.isalnum() else _POSSESSIVE.sub("", word) for word in found)


def stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text's words in order, stop words and single letters left out."""
    words = (word.casefold() for word in plain_words(text))
    return tuple(stem(word) for word in words if telling(word))


def telling(word: str) -> bool:
    """Return whether a word in lower case says anything of what happened."""
    return word not in vocabulary().stop and (len(word) > 1 or word.isdigit())


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Return the stem of a word in lower case; equal for its forms, not always a word itself."""
    known = vocabulary()
    word = known.irregular.get(word, word)
    word = _cut(word, known.plural)
    word = known.irregular.get(word, word)
    shorter = _cut(word, known.verb)
    if shorter != word:
        shorter = _DOUBLED.sub(r"\1", shorter)
    return shorter.rstrip("e") or shorter


@lru_cache(maxsize=16)
def stemmed(words: frozenset[str]) -> frozenset[str]:
    """Return the stems of a list of the vocabulary."""
    return frozenset(stem(word) for word in words)


@lru_cache(maxsize=65_536)
def canonical(name: str) -> str:
    """Return the form under which a name is compared: "the U.N. Council’s" is "u n council"."""
    words = [word.casefold() for word in plain_words(name)]
    while len(words) > 1 and not telling(words[0]) and len(words[0]) > 1:
        words = words[1:]
    return " ".join(words) or name.casefold()


@lru_cache(maxsize=65_536)
def name_words(name: str) -> frozenset[str]:
    """Return the words of a name by which it is recognised in another form of it."""
    words = canonical(name).split()
    return frozenset(word for word in words if telling(word)) or frozenset(words)


def _cut(word: str, endings: tuple[tuple[str, str], ...]) -> str:
    for ending, instead in endings:
        rest = word.removesuffix(ending)
        if rest != word:
            whole = len(rest + instead) >= _LEAST and _VOWEL.search(rest)
            return rest + instead if whole else word
    return word

"""By-lines: "By Jane Doe and John Roe, Reuters"."""

import re
from functools import lru_cache

from timeline.languages.page_words import page_words
from timeline.reading.words import alternation, word_list

DATA = "header.toml"
REASON = "byline"
LONGEST = 120  # characters
MOST_WORDS = 14


def is_byline(text: str) -> bool:
    """Return whether a line names who wrote the text, and does nothing else."""
    if len(text) > LONGEST:
        return False
    found = _opening().match(text)
    if not found:
        return False
    names = text[found.end() :]
    return names.count(" ") < MOST_WORDS and not names.endswith("?") and are_names(names)


def are_names(text: str) -> bool:
    """Return whether every word is a name, an initial, or a small word of names."""
    particles = _particles()
    words = re.findall(r"[^\s,;/&|()\[\]]+", text)
    return any(_is_name(word) for word in words) and all(
        _is_name(word) or word in particles for word in words
    )


def _is_name(word: str) -> bool:
    first = word[0]
    return (first.isalpha() and not first.islower()) or first == "@"


@lru_cache(maxsize=1)
def _particles() -> frozenset[str]:
    return frozenset((*word_list(DATA, "name_particles"), *page_words("header", "name_words")))


@lru_cache(maxsize=1)
def _opening() -> re.Pattern[str]:
    words = alternation(page_words("header", "byline"))
    return re.compile(rf"(?:{words})(?:\s*:\s*|\s+)(?=\S)", re.IGNORECASE)

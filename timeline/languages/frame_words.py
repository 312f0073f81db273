"""What opens a message within a text, in the words of all languages: `frames.toml` of each.

The words of every language count for every text: a mail program writes in the language of its
user, and people quote each other across languages.
"""

from functools import lru_cache

from timeline.languages.folders import FRAMES, languages_with, read_file
from timeline.languages.table import Table

# docs/add-a-language.md says what the groups are for.
GROUPS = (
    *("wrote", "posted", "small", "sender", "sent", "to", "subject", "original", "day"),
    "determiners",
)


@lru_cache(maxsize=16)
def frame_words(group: str) -> tuple[str, ...]:
    """Return the words of a group in all languages, each once, English first.

    Raise WordDataError where a file is damaged, or holds what nothing reads.
    """
    found = (word for code in languages_with(FRAMES) for word in _of(code).get(group, ()))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=64)
def languages_of(group: str, word: str) -> tuple[str, ...]:
    """Return the languages in which a word belongs to a group."""
    return tuple(code for code in languages_with(FRAMES) if word in _of(code).get(group, ()))


@lru_cache(maxsize=64)
def _of(language: str) -> dict[str, tuple[str, ...]]:
    table = Table(f"{language}/{FRAMES}", read_file(language, FRAMES))
    table.check((), GROUPS)
    return {group: table.words(group) for group in table.data}

"""The word lists of no language, read from the TOML files beside this one and checked.

Those of a language are read by `timeline.languages.page_words`.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.errors import WordDataError


@lru_cache(maxsize=8)
def table(name: str) -> dict[str, Any]:
    """Return the content of a TOML file of this room; raise `WordDataError` where it is damaged."""
    try:
        return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, OSError) as error:
        raise WordDataError(f"{name}: {error}") from error


def word_list(name: str, *keys: str) -> tuple[str, ...]:
    """Return a list of a file; raise `WordDataError` where it is none, or holds a useless entry."""
    value: Any = table(name)
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    path = ".".join(keys)
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        raise WordDataError(f"{name}: {path} is not a list of words")
    wrong = [word for word in value if word != word.strip() or not word]
    if wrong or len(set(value)) != len(value):
        raise WordDataError(f"{name}: {path} holds a blank, padded or double entry {wrong}")
    return tuple(value)


def alternation(words: Iterable[str]) -> str:
    """Write a regular expression that matches any of the words, the longest first.

    Where there are no words it matches nothing.
    """
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered) or "(?!)"

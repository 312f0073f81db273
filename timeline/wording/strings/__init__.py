"""The strings of the page: a file for each subject, found by looking, with all of its texts.

A text is called by its file and its key, `story.added`, and may have places for values, `{name}`.
Those under `[scripts]` go with the page to its scripts, which say them; those that the server shows
stand under `[page]`, and those that the script of an exported page says under `[exported]`.
`[nouns]` are the words for one and for several of what is counted.
`tests/contracts/test_strings.py` holds that each is used, that each one that is used is there, and
that code of the page holds no text of its own.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from importlib.resources import files
from types import MappingProxyType
from typing import Any

PARTS = ("page", "scripts", "exported")
_NOUNS = "nouns"
_PLACE = re.compile(r"\{text ([a-z_]+\.[a-z-]+)\}")


@lru_cache
def strings(part: str) -> Mapping[str, str]:
    """Return the texts of a part by their names; raise ValueError for what a file may not hold."""
    return MappingProxyType(dict(_named(part)))


@lru_cache
def nouns() -> Mapping[str, tuple[str, str]]:
    """Return the words for one and for several, by what is counted."""
    found = {name.partition(".")[2]: words for name, words in _named(_NOUNS)}
    return MappingProxyType({key: (one, several) for key, (one, several) in found.items()})


def _named(part: str) -> Iterator[tuple[str, Any]]:
    for file in sorted(files(__name__).iterdir(), key=lambda one: one.name):
        subject, _, ending = file.name.partition(".")
        if ending == "toml":
            tables = tomllib.loads(file.read_text("utf-8"))
            if unknown := tables.keys() - {*PARTS, _NOUNS}:
                raise ValueError(f"{file.name}: there is no part {min(unknown)!r}")
            yield from ((f"{subject}.{key}", held) for key, held in tables.get(part, {}).items())


def text(name: str, /, **values: object) -> str:
    """Return a text of the page with values in its places; raise KeyError for one there is not."""
    return strings("page")[name].format(**values)


def counted(count: int, noun: str) -> str:
    """Write a count with its noun, `event` or another of `[nouns]`: `1 event`, `1,204 events`."""
    one, several = nouns()[noun]
    return f"{count:,} {one if count == 1 else several}"


def with_texts(page: str) -> str:
    """Return a page of HTML with the texts that its places name, `{text page.name}`."""
    return _PLACE.sub(lambda place: escape(text(place[1])), page)

"""The words around names and the given names that are one, as data."""

import tomllib
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from timeline.errors import WordDataError

DATA = "words.toml"


@dataclass(frozen=True, slots=True)
class NameWords:
    """The words of `words.toml`; `given` has the lines in which a given name stands."""

    titles: frozenset[str]
    offices: frozenset[str]
    fields: frozenset[str]
    storms: frozenset[str]
    legal: frozenset[str]
    generations: Mapping[str, str]
    countries: Mapping[tuple[str, ...], str]
    bodies: frozenset[str]
    apart: frozenset[str]
    small: frozenset[str]
    particles: frozenset[str]
    given: Mapping[str, frozenset[int]]


@lru_cache(maxsize=1)
def name_words() -> NameWords:
    """Return the words around names; raise WordDataError where the file is wrong."""
    text = files("timeline.merging.naming").joinpath(DATA).read_text("utf-8")
    try:
        data = tomllib.loads(text)
        given: dict[str, set[int]] = defaultdict(set)
        for line, names in enumerate(data["given"]):
            for name in names.split():
                given[folded(name)].add(line)
        return NameWords(
            frozenset(data["titles"]),
            frozenset(data["offices"]),
            frozenset(data["fields"]),
            frozenset(data["storms"]),
            frozenset(data["legal"]),
            {"junior": "jr", "senior": "sr"}
            | {one: one for one in ("jr", "sr", "ii", "iii", "iv")},
            {tuple(form.split()): forms[0] for forms in data["countries"] for form in forms},
            frozenset(data["bodies"]),
            frozenset(data["apart"]),
            frozenset(data["small"]),
            frozenset(data["particles"]),
            {name: frozenset(lines) for name, lines in given.items()},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise WordDataError(f"naming/{DATA}: {error}") from error


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """Return a word in lower case, without accents, dots and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(letter for letter in plain if letter.isalnum())


def agreeing(one: str, other: str) -> bool:
    """Return whether two given names can be one person's: equal, an initial, or forms of one."""
    if one == other:
        return True
    if one[:1] == other[:1] and 1 in (len(one), len(other)):
        return True
    return one_given_name(one, other)


def one_given_name(one: str, other: str) -> bool:
    """Return whether two words are forms of one given name."""
    lines = name_words().given
    return not lines.get(one, frozenset()).isdisjoint(lines.get(other, frozenset()))

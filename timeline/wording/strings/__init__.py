"""The strings of the page: a file for each subject, found by looking, with all of its texts.

A text is called by its file and its key, `story.added`, and may have places for values, `{name}`.
Those under `[scripts]` go with the page to its scripts, which say them; those that views show stand
under `[page]`. `tests/contracts/test_strings.py` holds that each is used, and that each one that is
used is there.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

PARTS = ("page", "scripts")


@lru_cache
def strings(part: str) -> Mapping[str, str]:
    """Return the texts of a part by their names; raise ValueError for what a file may not hold."""
    found: dict[str, str] = {}
    for file in sorted(files(__name__).iterdir(), key=lambda one: one.name):
        subject, _, ending = file.name.partition(".")
        if ending == "toml":
            tables = tomllib.loads(file.read_text("utf-8"))
            if unknown := tables.keys() - set(PARTS):
                raise ValueError(f"{file.name}: there is no part {min(unknown)!r}")
            found |= {f"{subject}.{key}": text for key, text in tables.get(part, {}).items()}
    return MappingProxyType(found)


def text(name: str, /, **values: object) -> str:
    """Return a text of the page with values in its places; raise KeyError for one there is not."""
    return strings("page")[name].format(**values)

"""The folder of each language: which there are is found by looking, never listed.

A folder is named by the ISO 639 code that the language detection returns, and holds any of these:

`words.toml`   words in token classes, cues, how numbers and dates are written
`rules.toml`   rules: name, pattern over classes, name of the meaning; goes with `words.toml`
`page.toml`    what stands around a story: header lines, boilerplate, field names, sentence breaks
`phrases.toml` words of time in all their forms, and their phrases, where there are no rules
`locale.toml`  what dateparser does not know of the language: beside which words a number is a year
`register.toml` who speaks: pronouns of the first and second person, and joins of stamps
`repeats.toml` how an article comes back to what it has told
`grammar.toml` verbs and closed classes, which tell the clauses of a sentence where no parser does
`frames.toml`  what opens a message within a text: "wrote", "Sent:", "Original message"
`dating.toml`  what tells a writer's present from what is told: futures, plans, ages

and, of the language that has a parser and in which events are compared, those that `events/` and
`merging/` read and check: `clauses.toml` `categories.toml` `comparison.toml` `deeds.toml`.
"""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

from timeline.errors import WordDataError

WORDS, RULES, PAGE, LOCALE = "words.toml", "rules.toml", "page.toml", "locale.toml"
GRAMMAR, REPEATS, DATING = "grammar.toml", "repeats.toml", "dating.toml"
REGISTER, PHRASES, FRAMES = "register.toml", "phrases.toml", "frames.toml"
CLAUSES, CATEGORIES = "clauses.toml", "categories.toml"
COMPARISON, DEEDS = "comparison.toml", "deeds.toml"
_OF_ANY = (WORDS, RULES, PAGE, LOCALE, GRAMMAR, REPEATS, DATING, REGISTER, PHRASES, FRAMES)
FILES = frozenset((*_OF_ANY, CLAUSES, CATEGORIES, COMPARISON, DEEDS))
SHARED = "shared.toml"  # beside the folders: words and rules of every language
MAIN = "en"  # comes first wherever languages stand in a row
ROOT: Traversable = resources.files("timeline.languages")
_CODE = re.compile(r"[a-z]{2,3}")


@lru_cache(maxsize=16)
def languages_with(name: str) -> tuple[str, ...]:
    """Return the codes of the languages whose folder holds a file of that name, English first."""
    codes = (folder.name for folder in ROOT.iterdir() if _CODE.fullmatch(folder.name))
    found = (code for code in codes if (ROOT / code / name).is_file())
    return tuple(sorted(found, key=lambda code: (code != MAIN, code)))


def read_file(language: str, name: str) -> dict[str, Any]:
    """Return what a file of a language holds; raise WordDataError where it cannot be read."""
    try:
        return tomllib.loads(text_of(language, name))
    except tomllib.TOMLDecodeError as error:
        raise WordDataError(f"{language}/{name} is not valid TOML: {error}") from error


@lru_cache(maxsize=1)
def read_shared() -> dict[str, Any]:
    """Return what every language shares; raise WordDataError where it cannot be read."""
    try:
        return tomllib.loads((ROOT / SHARED).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise WordDataError(f"{SHARED} cannot be read: {error}") from error


def text_of(language: str, name: str) -> str:
    """Return the text of a file of a language; raise WordDataError where it cannot be read."""
    try:
        return (ROOT / language / name).read_text(encoding="utf-8")
    except OSError as error:
        raise WordDataError(f"there is no word file {language}/{name}") from error
    except UnicodeDecodeError as error:
        raise WordDataError(f"{language}/{name} is not valid TOML: {error}") from error

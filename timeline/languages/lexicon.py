"""A language's words, cues and rules, read from its files and checked.

`<xx>.toml` holds the words, grouped into token classes; `<xx>_rules.toml` the rules, each a
record of name, pattern and the name of the function that makes its meaning.
"""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from timeline.errors import WordDataError

_NO_CLASSES: frozenset[str] = frozenset()
_RULES = "_rules.toml"
Value = int | str | tuple[int, int]


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """A rule as its file states it; `order` is its place there, the earlier preferred."""

    name: str
    pattern: str
    meaning: str
    order: int


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language writes numbers and dates.

    `decimal` is the sign before decimals; `day_first` whether 3/4/2024 is the third of April;
    `small_names` whether months and weekdays are written small, so that with a capital beside
    another one they are names of people;
    `tokens` gives regular expressions for tokens of its own ("17h30", "1er", "l'") by their kind.
    """

    decimal: str
    day_first: bool
    small_names: bool
    tokens: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One language.

    `classes` maps a token class to its words and their values, `by_word` a word to all its
    classes; `literals` a class to words without value; a word may hold blanks, hyphens and
    apostrophes ("fin de semana"). `vague` holds references that name no date, `references` those
    that only a story has, both by their kind. `prepositions` maps a word to its kind (plain,
    since, until, by, before, after); `endings` a tense to the endings of verbs that show it.
    `triggers` are classes without which no rule of this language matches, beside those that all
    languages share.
    """

    language: str
    classes: dict[str, dict[str, Value]]
    by_word: dict[str, frozenset[str]]
    literals: dict[str, frozenset[str]]
    writing: Writing
    rules: tuple[RuleRecord, ...]
    triggers: frozenset[str]
    macros: dict[str, str]
    vague: dict[str, tuple[str, ...]]
    references: dict[str, tuple[str, ...]]
    capital: frozenset[str]
    ambiguous: frozenset[str]
    ambiguous_after: frozenset[str]
    prepositions: dict[str, str]
    joins: dict[str, frozenset[str]]
    tense: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]
    not_year_before: frozenset[str]
    not_year_after: frozenset[str]
    year_after: frozenset[str]

    def classes_of(self, word: str) -> frozenset[str]:
        """Give every token class that a lower-case word belongs to."""
        return self.by_word.get(word, _NO_CLASSES)

    def value(self, name: str, word: str) -> Value | None:
        """Give what a word stands for in a class; None where it has no value there."""
        return self.classes.get(name, {}).get(word)


@lru_cache(maxsize=256)
def has_words(language: str) -> bool:
    """Tell whether a language has word files of its own."""
    return (resources.files("timeline.languages") / f"{language}.toml").is_file()


@lru_cache(maxsize=1)
def own_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have word files of their own, English first."""
    files = (file.name for file in resources.files("timeline.languages").iterdir())
    found = (name.removesuffix(_RULES) for name in files if name.endswith(_RULES))
    return tuple(sorted(found, key=lambda code: (code != "en", code)))


@lru_cache(maxsize=32)
def load(language: str) -> Lexicon:
    """Read a language's files; raise WordDataError where there are none, or they are wrong."""
    words = _read(f"{language}.toml")
    rules = _read(f"{language}{_RULES}")
    try:
        return _lexicon(language, words, rules)
    except (KeyError, TypeError, ValueError) as error:
        msg = f"the word files of language {language!r} lack or misuse {error}"
        raise WordDataError(msg) from error


def _read(name: str) -> dict[str, Any]:
    path = resources.files("timeline.languages") / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        msg = f"there is no word file {name}"
        raise WordDataError(msg) from error
    except tomllib.TOMLDecodeError as error:
        msg = f"{name} is not valid TOML: {error}"
        raise WordDataError(msg) from error


def _lexicon(language: str, words: dict[str, Any], rules: dict[str, Any]) -> Lexicon:
    classes = {name: _values(name, group) for name, group in words["classes"].items()}
    literals = {name: _words(name, group) for name, group in words["literals"].items()}
    numbers = words["numbers"]
    return Lexicon(
        language=language,
        classes=classes,
        by_word=_by_word(classes, literals),
        literals=literals,
        writing=_writing(words.get("writing", {})),
        rules=_rules(rules["rules"]),
        triggers=frozenset(rules.get("triggers", ())),
        macros=dict(rules.get("macros", {})),
        vague={name: tuple(phrases) for name, phrases in words["vague"].items()},
        references={name: tuple(p) for name, p in words.get("references", {}).items()},
        capital=frozenset(words["capital"]),
        ambiguous=frozenset(words["ambiguous"]),
        ambiguous_after=frozenset(words["ambiguous_after"]),
        prepositions={w: kind for kind, group in words["prepositions"].items() for w in group},
        joins={kind: frozenset(group) for kind, group in words["ranges"].items()},
        tense={kind: frozenset(group) for kind, group in words["tense"].items()},
        endings={kind: tuple(group) for kind, group in words.get("endings", {}).items()},
        not_year_before=frozenset(numbers["not_year_before"]),
        not_year_after=frozenset(numbers["not_year_after"]),
        year_after=frozenset(numbers["year_after"]),
    )


def _writing(given: dict[str, Any]) -> Writing:
    tokens = given.get("tokens", {})
    return Writing(
        decimal=given.get("decimal", "."),
        day_first=given.get("day_first", False),
        small_names=given.get("small_names", False),
        tokens=tuple((kind, pattern) for kind, group in tokens.items() for pattern in group),
    )


def _by_word(
    classes: dict[str, dict[str, Value]], literals: dict[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in (*classes.items(), *literals.items()):
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _values(name: str, group: dict[str, Any]) -> dict[str, Value]:
    for word in group:
        _check_word(name, word)
    return {word: tuple(v) if isinstance(v, list) else v for word, v in group.items()}


def _words(name: str, group: list[str]) -> frozenset[str]:
    if not group:
        msg = f"class {name} has no words"
        raise WordDataError(msg)
    for word in group:
        _check_word(name, word)
    return frozenset(group)


def _check_word(name: str, word: str) -> None:
    if not word or word != word.lower() or word != word.strip():
        msg = f"class {name}: {word!r} must be a lower-case word"
        raise WordDataError(msg)


def _rules(records: list[dict[str, str]]) -> tuple[RuleRecord, ...]:
    out = tuple(
        RuleRecord(r["name"], r["pattern"], r["meaning"], order) for order, r in enumerate(records)
    )
    names = [rule.name for rule in out]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        msg = f"rules named twice: {', '.join(sorted(twice))}"
        raise WordDataError(msg)
    return out

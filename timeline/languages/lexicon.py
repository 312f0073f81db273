"""A language's words, cues and rules, read from its files and checked.

`words.toml` holds the words, grouped into token classes; `rules.toml` the rules, each a record of
name, pattern and the name of the function that makes its meaning. `shared.toml`, beside the folders
of the languages, holds what all of them read.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages.folders import RULES, SHARED, WORDS, languages_with, read_file, read_shared
from timeline.languages.table import Table

_NO_CLASSES: frozenset[str] = frozenset()
_REQUIRED = (
    *("capital", "ambiguous", "ambiguous_after", "classes", "literals", "vague"),
    *("prepositions", "ranges", "tense", "numbers"),
)
_OPTIONAL = ("writing", "references", "endings", "hedges", "beside")
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
    since, until, by, before, after), `hedges` a phrase between it and the date to what it makes of
    the date (about, exact); `endings` a tense to the endings of verbs that show it.
    `triggers` are classes without which no rule of this language matches, beside those that all
    languages share. `year_after` holds the empty word where a sentence may open with a year.
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
    hedges: dict[str, str]
    beside: dict[str, frozenset[str]]
    joins: dict[str, frozenset[str]]
    tense: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]
    not_year_before: frozenset[str]
    not_year_after: frozenset[str]
    year_after: frozenset[str]

    def classes_of(self, word: str) -> frozenset[str]:
        """Return every token class that a lower-case word belongs to."""
        return self.by_word.get(word, _NO_CLASSES)

    def value(self, name: str, word: str) -> Value | None:
        """Return what a word stands for in a class; None where it has no value there."""
        return self.classes.get(name, {}).get(word)


def has_words(language: str) -> bool:
    """Return whether a language has words and rules of its own."""
    return language in own_languages()


def own_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have words and rules of their own, English first."""
    return languages_with(WORDS)


@lru_cache(maxsize=32)
def load(language: str) -> Lexicon:
    """Read a language's files; raise WordDataError where there are none, or they are wrong."""
    words = Table(f"{language}/{WORDS}", read_file(language, WORDS))
    rules = Table(f"{language}/{RULES}", read_file(language, RULES))
    words.check(_REQUIRED, _OPTIONAL)
    rules.check(("rules",), ("macros", "triggers"))
    shared = Table(SHARED, read_shared())
    shared.check(("rules", "literals"))
    return _lexicon(language, words, rules, shared)


def shared_rules() -> tuple[str, ...]:
    """Return the names of the rules that every language reads."""
    return tuple(rule.name for rule in _rules(Table(SHARED, read_shared())))


def _lexicon(language: str, words: Table, rules: Table, shared: Table) -> Lexicon:
    classes = {name: _values(group) for name, group in words.table("classes").tables()}
    literals = _groups(shared.table("literals")) | _groups(words.table("literals"))
    numbers = words.table("numbers")
    numbers.check(("not_year_before", "not_year_after", "year_after"), ("opens_with_year",))
    opening = ("",) if numbers.flag("opens_with_year") else ()
    return Lexicon(
        language=language,
        classes=classes,
        by_word=_by_word(classes, literals),
        literals=literals,
        writing=_writing(words.table("writing")),
        rules=_rules(shared, rules),
        triggers=frozenset(rules.strings("triggers")),
        macros=dict(rules.table("macros").data),
        vague=_phrases(words.table("vague")),
        references=_phrases(words.table("references")),
        capital=frozenset(words.words("capital", may_be_empty=True)),
        ambiguous=frozenset(words.words("ambiguous", may_be_empty=True)),
        ambiguous_after=frozenset(words.words("ambiguous_after", may_be_empty=True)),
        prepositions=_kinds(words.table("prepositions")),
        hedges=_hedges(words.table("hedges")),
        beside=_groups(words.table("beside")),
        joins=_groups(words.table("ranges")),
        tense=_groups(words.table("tense")),
        endings=_phrases(words.table("endings")),
        not_year_before=frozenset(numbers.words("not_year_before")),
        not_year_after=frozenset(numbers.words("not_year_after")),
        year_after=frozenset((*numbers.words("year_after"), *opening)),
    )


def _writing(table: Table) -> Writing:
    table.check((), ("decimal", "day_first", "small_names", "tokens"))
    tokens = table.table("tokens")
    return Writing(
        decimal=table.text("decimal", "."),
        day_first=table.flag("day_first"),
        small_names=table.flag("small_names"),
        tokens=tuple((kind, p) for kind in tokens.data for p in tokens.patterns(kind)),
    )


def _by_word(
    classes: dict[str, dict[str, Value]], literals: dict[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in (*classes.items(), *literals.items()):
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _values(group: Table) -> dict[str, Value]:
    for word, value in group.data.items():
        group.check_word(word, word)
        if isinstance(value, bool) or not isinstance(value, int | float | str | list):
            raise group.wrong(word, "stands for no number, word or pair")
    return {word: tuple(v) if isinstance(v, list) else v for word, v in group.data.items()}


def _groups(table: Table) -> dict[str, frozenset[str]]:
    return {name: frozenset(table.words(name)) for name in table.data}


def _phrases(table: Table) -> dict[str, tuple[str, ...]]:
    return {name: table.strings(name) for name in table.data}


def _kinds(table: Table) -> dict[str, str]:
    """Return the kind of each word; raise WordDataError where one is of two kinds."""
    found: dict[str, str] = {}
    for kind in table.data:
        for word in table.words(kind):
            if word in found:
                raise table.wrong(kind, f"holds {word!r}, which {found[word]} holds as well")
            found[word] = kind
    return found


def _hedges(table: Table) -> dict[str, str]:
    """Return what each phrase makes of a date: nothing (exact), or one that is only about so."""
    table.check((), ("about", "exact"))
    return {phrase: kind for kind in table.data for phrase in table.strings(kind)}


def _rules(*tables: Table) -> tuple[RuleRecord, ...]:
    """Return the rules of several files, in the order of the files."""
    out: list[RuleRecord] = []
    for table in tables:
        records = table.data["rules"]
        if not isinstance(records, list) or not records:
            raise table.wrong("rules", "holds no rules")
        for order, record in enumerate(records):
            if not isinstance(record, dict):
                raise table.wrong("rules", "is no list of rules")
            rule = Table(table.file, record, f"rules[{order}]")
            rule.check(("name", "pattern", "meaning"))
            name, pattern, meaning = (record[key] for key in ("name", "pattern", "meaning"))
            out.append(RuleRecord(name, pattern, meaning, len(out)))
    twice = [name for name, times in Counter(rule.name for rule in out).items() if times > 1]
    if twice:
        raise tables[-1].wrong("rules", f"holds {', '.join(sorted(twice))} twice")
    return tuple(out)

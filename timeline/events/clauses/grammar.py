"""The closed classes and verb forms of a language without a parser: its `grammar.toml`, checked."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from timeline.languages.folders import GRAMMAR, languages_with, read_file
from timeline.languages.table import Table
from timeline.model.event import Category

_VERBS = ("auxiliaries", "forms", "endings", "maybe_forms", "maybe_endings", "none")
_NONFINITE = ("participles", "participle_endings", "gerund_endings", "infinitive_endings")
_REPORTING = ("reporting", "alleging")
_PREFIXES = ("separable", "inseparable", "augments", "participle_prefixes")
_MORE_ENDINGS = (
    *("feminine_endings", "adjective_endings", "augmented_endings", "prefixed_endings"),
    *("present_endings", "plural_endings", "adverb_endings"),
)
_CLASSES = (
    *("determiners", "of", "prepositions", "pronouns", "clitics", "adverbs", "connectors"),
    *("relatives", "that", "subordinators", "conditional", "coordinators", "according", "as"),
)
_OPTIONAL_CLASSES = (
    "possessors",
    "places",
    "offices",
    "genitives",
    "no_subject",
    "no_places",
    "object_relatives",
    "place_relatives",
    "clear_relatives",
    "names",
    "verb_after",
    "masculine",
    "feminine",
    "infinitive_marks",
    "clear_subjects",
    "exceptive",
    "definite",
    "oblique_indefinite",
    "plural",
)
_DATES = ("before", "after")
_STATUS = (
    *("negation", "no_negation", "planned", "planned_endings", "alleged", "reported"),
    *("threatened", "cancelled", "ongoing", "present", "to_come", "past", "past_endings"),
)
_OPTIONAL_STATUS = (
    "hearsay",
    "perfect",
    "denying",
    "duty",
    "postponed",
    "unreal",
    "true",
)
_TABLES = ("verbs", "classes", "dates", "status")
_FLAGS = ("verb_second", "may_open_with_verb")
_EMPTY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: word sets by name, and the same as phrases of several words.

    `phrases` has the entries of several words by their first one, as tuples. `verb_second` says
    that the finite verb is second in a main clause and last in a subordinate one. `clefts` holds
    the two words that frame a date ("fue … cuando"), `passive` the auxiliary for a participle by
    its ending, the first that fits, `active` the finite form of one
    that has no passive, `indefinite` the article of
    a nominative by its relative, `contractions` the article in a contracted preposition,
    `disagreeing` a relative with an article that no noun of it has.
    """

    language: str
    sets: dict[str, frozenset[str]]
    endings: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    clefts: tuple[tuple[str, str], ...]
    passive: tuple[tuple[str, str], ...]
    active: tuple[tuple[str, str], ...]
    indefinite: tuple[tuple[str, str], ...]
    contractions: tuple[tuple[str, str], ...]
    disagreeing: tuple[tuple[str, str], ...]
    categories: tuple[tuple[Category, tuple[str, ...]], ...]
    verb_second: bool
    may_open_with_verb: bool

    def __call__(self, name: str) -> frozenset[str]:
        """Return a word set; empty where the language has none of that name."""
        return self.sets.get(name, _EMPTY)

    def ends(self, name: str) -> tuple[str, ...]:
        """Return a group of endings or stems."""
        return self.endings.get(name, ())

    def of_several(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Return the entries of a class that have several words, the longest first."""
        return self.phrases.get(name, ())


def has_grammar(language: str) -> bool:
    """Return whether a language has rules for its clauses."""
    return language in languages_with(GRAMMAR)


@lru_cache(maxsize=32)
def grammar(language: str) -> Grammar:
    """Read a language's grammar; raise WordDataError where it is missing or wrong."""
    return read_grammar(language, Table(f"{language}/{GRAMMAR}", read_file(language, GRAMMAR)))


def read_grammar(language: str, whole: Table) -> Grammar:
    """Check the tables of a grammar; raise WordDataError naming what is wrong."""
    whole.check(
        _TABLES,
        (
            *_FLAGS,
            "clefts",
            "passive",
            "active",
            "indefinite",
            "contractions",
            "disagreeing",
            "categories",
        ),
    )
    verbs, classes = whole.table("verbs"), whole.table("classes")
    dates, status = whole.table("dates"), whole.table("status")
    verbs.check((*_VERBS, *_NONFINITE, *_REPORTING), (*_PREFIXES, "unseparated", *_MORE_ENDINGS))
    classes.check(_CLASSES, _OPTIONAL_CLASSES)
    dates.check(_DATES)
    status.check(_STATUS, _OPTIONAL_STATUS)
    groups = {
        **dict(_groups(verbs)),
        **dict(_groups(classes)),
        **{f"date_{name}": entries for name, entries in _groups(dates)},
        **dict(_groups(status)),
    }
    return Grammar(
        language=language,
        sets={
            name: frozenset(e for e in entries if " " not in e) for name, entries in groups.items()
        },
        endings={n: e for n, e in groups.items() if n.endswith("endings") or n in _PREFIXES},
        phrases={name: _several(entries) for name, entries in groups.items()},
        clefts=tuple(_pairs(whole, "clefts")),
        passive=tuple(_pairs(whole, "passive")),
        active=tuple(_pairs(whole, "active")),
        indefinite=tuple(_pairs(whole, "indefinite")),
        contractions=tuple(_pairs(whole, "contractions")),
        disagreeing=tuple(_pairs(whole, "disagreeing")),
        categories=tuple(_categories(whole.table("categories"))),
        verb_second=whole.flag("verb_second"),
        may_open_with_verb=whole.flag("may_open_with_verb"),
    )


def _groups(table: Table) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in table.data:
        yield name, _entries(table, name)


def _entries(table: Table, name: str) -> tuple[str, ...]:
    """Return lower-case words: of a list, or of one string with blanks between them."""
    value = table.data[name]
    if not isinstance(value, str):
        return table.words(name, may_be_empty=True)
    found = value.split()
    for word in found:
        table.check_word(name, word)
    twice = [word for word, times in Counter(found).items() if times > 1]
    if twice:
        raise table.wrong(name, f"holds {twice[0]!r} twice")
    return tuple(found)


def _several(entries: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    found = (tuple(entry.split()) for entry in entries if " " in entry)
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


def _pairs(whole: Table, name: str) -> Iterator[tuple[str, str]]:
    for entry in whole.strings(name):
        first, mark, second = entry.partition(" … ")
        if not mark or not second:
            raise whole.wrong(name, f"holds {entry!r}, which is no pair with ' … ' between")
        yield first, second


def _categories(table: Table) -> Iterator[tuple[Category, tuple[str, ...]]]:
    for name in table.data:
        if name not in set(Category):
            raise table.wrong(name, f"is no category; there are: {', '.join(Category)}")
        yield Category(name), _entries(table, name)

"""What `phrases.toml` of a language says: its words of time, and the phrases they make.

Languages without words and rules of their own are read by it. A word is listed in every form in
which it names a time, so that no word that only begins like one is taken for it; one that is
written with a capital is a time only with a capital.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from timeline.languages.folders import PHRASES, languages_with, read_file
from timeline.languages.table import Table

PhraseValue = int | str
Classes = Mapping[str, Mapping[str, PhraseValue]]
_TABLES = ("words", "only_after", "not_after", "not_before", "macros", "patterns", "around")


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of time of a language and its phrases.

    `classes` maps a class to its words and their values, `values` the same with the words as
    `plain` writes them. `only_after`, `not_after`, `not_before`
    map a word to those beside which it is a time, or is none. `patterns` are phrases by their
    kind, `around` those that stand about a date that was read already. `joined` says that words
    are written without blanks, `attached` lists what may be written at the front of a phrase,
    `numeral_endings` what stands at a number that counts ("19-го"), `year_offset` how many years
    the count of the language is ahead of ours.
    """

    classes: Classes = field(default_factory=dict)
    values: Classes = field(default_factory=dict)
    only_after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_before: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    macros: Mapping[str, str] = field(default_factory=dict)
    patterns: tuple[tuple[str, str], ...] = ()
    around: tuple[tuple[str, str], ...] = ()
    joined: bool = False
    attached: tuple[str, ...] = ()
    numeral_endings: tuple[str, ...] = ()
    year_offset: int = 0

    def numbered(self, name: str) -> dict[str, int]:
        """Return the words of a class that stand for numbers, in small letters."""
        words = self.values.get(name, {})
        return {word: n for word, n in words.items() if isinstance(n, int)}


@lru_cache(maxsize=64)
def phrases_of(language: str) -> Phrases:
    """Return the words and phrases of a language, which may be none."""
    if language not in languages_with(PHRASES):
        return Phrases()
    table = Table(f"{language}/{PHRASES}", read_file(language, PHRASES))
    table.check((), (*_TABLES, "joined", "attached", "numeral_endings", "year_offset"))
    classes = {name: _values(group) for name, group in table.table("words").tables()}
    conditions = {name: _conditions(table.table(name)) for name in _TABLES[1:4]}
    macros = table.table("macros")
    return Phrases(
        classes=classes,
        values={
            name: {plain(word): value for word, value in words.items()}
            for name, words in classes.items()
        },
        **conditions,
        macros={name: macros.text(name, "") for name in macros.data},
        patterns=_by_kind(table.table("patterns")),
        around=_by_kind(table.table("around")),
        joined=table.flag("joined"),
        attached=table.strings("attached"),
        numeral_endings=table.strings("numeral_endings"),
        year_offset=_number(table, "year_offset"),
    )


def plain(text: str) -> str:
    """Return text as words are compared: in small letters, one blank between, no joiners."""
    low = text.replace("İ", "i").casefold().replace("\u200c", "")
    return " ".join(low.replace("’", "'").replace("ʼ", "'").replace("`", "'").split())


def _values(group: Table) -> dict[str, PhraseValue]:
    """Return the value of each word: the key it stands under, a number where it is one."""
    found: dict[str, PhraseValue] = {}
    for key in group.data:
        for word in _list(group, key):
            if word in found:
                raise group.wrong(key, f"holds {word!r}, which {found[word]} holds as well")
            found[word] = int(key) if key.lstrip("-").isdecimal() else key
    return found


def _list(table: Table, key: str) -> tuple[str, ...]:
    """Return words written in one string with blanks between, or entries of a list."""
    value = table.data[key]
    if not isinstance(value, str):
        return table.strings(key)
    if not value.split():
        raise table.wrong(key, "is empty")
    return tuple(value.split())


def _conditions(table: Table) -> dict[str, tuple[str, ...]]:
    return {word.casefold(): _list(table, word) for word in table.data}


def _by_kind(table: Table) -> tuple[tuple[str, str], ...]:
    return tuple((kind, pattern) for kind in table.data for pattern in table.strings(kind))


def _number(table: Table, name: str) -> int:
    value = table.data.get(name, 0)
    if not isinstance(value, int) or isinstance(value, bool):
        raise table.wrong(name, "is no whole number")
    return value

"""A table of a language file, read key by key and checked: errors name the file and the key."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from timeline.errors import WordDataError


@dataclass(frozen=True, slots=True)
class Table:
    """What stands below a key of a file; the key of the whole file is empty."""

    file: str
    data: Mapping[str, Any]
    key: str = ""

    def named(self, name: str) -> str:
        """Return the full key of an entry."""
        return f"{self.key}.{name}" if self.key else name

    def wrong(self, name: str, why: str) -> WordDataError:
        """Return the error for an entry."""
        return WordDataError(f"{self.file}: {self.named(name)} {why}")

    def check(self, required: Iterable[str], optional: Iterable[str] = ()) -> None:
        """Raise WordDataError where a key is missing, or one is there that nothing reads."""
        required = tuple(required)
        known = {*required, *optional}
        for name in required:
            if name not in self.data:
                raise self.wrong(name, "is missing")
        for name in self.data:
            if name not in known:
                raise self.wrong(name, f"is no key; there are: {', '.join(sorted(known))}")

    def table(self, name: str) -> "Table":
        """Return a table below this one; an empty one where the key is absent."""
        value = self.data.get(name, {})
        if not isinstance(value, dict):
            raise self.wrong(name, "is no table")
        return Table(self.file, value, self.named(name))

    def tables(self) -> Iterable[tuple[str, "Table"]]:
        """Yield name and table of every entry; raise WordDataError where one is something else."""
        for name in self.data:
            found = self.table(name)
            if not found.data:
                raise self.wrong(name, "is empty")
            yield name, found

    def flag(self, name: str) -> bool:
        """Return a yes or no; no where the key is absent."""
        value = self.data.get(name, False)
        if not isinstance(value, bool):
            raise self.wrong(name, "must be true or false")
        return value

    def text(self, name: str, default: str) -> str:
        """Return a string; `default` where the key is absent."""
        value = self.data.get(name, default)
        if not isinstance(value, str) or not value:
            raise self.wrong(name, "is no text")
        return value

    def strings(self, name: str, *, may_be_empty: bool = False) -> tuple[str, ...]:
        """Return a list of strings, none of them blank, padded or twice in it."""
        value = self.data.get(name, [])
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise self.wrong(name, "is no list of strings")
        if not value and name in self.data and not may_be_empty:
            raise self.wrong(name, "is empty")
        for text in value:
            if not text or text != text.strip():
                raise self.wrong(name, f"holds {text!r}, which is blank or padded")
        twice = [text for text, times in Counter(value).items() if times > 1]
        if twice:
            raise self.wrong(name, f"holds {twice[0]!r} twice")
        return tuple(value)

    def words(self, name: str, *, may_be_empty: bool = False) -> tuple[str, ...]:
        """Return a list of strings in lower case."""
        found = self.strings(name, may_be_empty=may_be_empty)
        for word in found:
            self.check_word(name, word)
        return found

    def patterns(self, name: str) -> tuple[str, ...]:
        """Return a list of regular expressions."""
        found = self.strings(name)
        for pattern in found:
            try:
                re.compile(pattern)
            except re.error as error:
                raise self.wrong(name, f"holds {pattern!r}: {error}") from error
        return found

    def check_word(self, name: str, word: str) -> None:
        """Raise WordDataError where a word is not written as words are compared."""
        if not word or word != word.lower() or word != word.strip():
            raise self.wrong(name, f"holds {word!r}, which must be a lower-case word")

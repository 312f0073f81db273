"""Names that mean one actor or place: by spelling, by a table, and by what the texts say.

Two forms are one only where a source says so: the table `names.toml` (with a user's own beside
it), or an article that sets a short form behind the long one (`learned_names`).
"""

import os
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from timeline.errors import WordDataError
from timeline.merging.stems import canonical
from timeline.model.event import Alias, EventMention

OWN_TABLE = "TIMELINE_NAMES"  # the environment variable that names a user's own file
_FIELDS = {"name", "forms", "source"}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Named:
    """One actor with the forms of its name; `name` is the one that is shown.

    `also` are forms that are shown under the name and share words with it: texts that are compared
    keep them as they are.
    """

    name: str
    forms: tuple[str, ...]
    source: str = ""
    also: tuple[str, ...] = ()

    @property
    def every_form(self) -> tuple[str, ...]:
        """The name and its other forms."""
        return (self.name, *self.forms)

    @property
    def token(self) -> str:
        """One word that stands for the name where texts are compared."""
        return "".join(word.capitalize() for word in _WORD.findall(self.name)) + "x"


class Names:
    """The names that are known in a collection."""

    def __init__(self, entries: Iterable[Named] = ()) -> None:
        """Take the entries; of two that claim one form, the first has it.

        `rewritten` puts one word in the place of every form of a known name in a text.
        """
        self.rewritten = lru_cache(maxsize=65_536)(self._rewritten)
        self._by_key: dict[str, Named] = {}
        self._by_word: dict[str, dict[str, Named]] = defaultdict(dict)
        for entry in entries:
            for form in entry.every_form:
                if self._by_key.setdefault(canonical(form), entry) is entry and entry.forms:
                    self._by_word[_WORD.findall(form)[0]][form] = entry
            for form in entry.also:
                self._by_key.setdefault(canonical(form), entry)

    def of(self, name: str) -> Named | None:
        """Return the entry that a name is a form of."""
        return self._by_key.get(canonical(name))

    def shown(self, name: str) -> str:
        """Return the form under which a name is shown."""
        entry = self.of(name)
        return name if entry is None else entry.name

    def forms_among(self, names: Sequence[str]) -> tuple[Alias, ...]:
        """Return the names that the texts call otherwise than they are shown, with those forms."""
        forms: dict[str, dict[str, None]] = defaultdict(dict)
        for name in names:
            if self.shown(name) != name:
                forms[self.shown(name)][name] = None
        return tuple(Alias(name, tuple(found)) for name, found in forms.items())

    def united(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return each actor or place once, under the form that is shown, in order."""
        kept: dict[str, str] = {}
        for name in names:
            shown = self.shown(name)
            kept.setdefault(canonical(shown), shown)
        return tuple(kept.values())

    def _rewritten(self, text: str) -> str:
        first = self._by_word.keys() & set(_WORD.findall(text))
        if not first:
            return text
        forms = {form: entry for word in first for form, entry in self._by_word[word].items()}
        pattern = _any_of(tuple(sorted(forms, key=lambda f: (-len(f), f))))
        return pattern.sub(lambda found: forms[" ".join(found.group().split())].token, text)

    def compared(self, mention: EventMention) -> EventMention:
        """Return a mention as it is compared with others."""
        title, sentence = self.rewritten(mention.title), self.rewritten(mention.sentence_text)
        actors = tuple(self.rewritten(name) for name in mention.actors)
        places = tuple(self.rewritten(name) for name in mention.places)
        return replace(mention, title=title, sentence_text=sentence, actors=actors, places=places)


SPELLING_ONLY = Names()


@lru_cache(maxsize=4096)
def _any_of(forms: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w-])")


def table(extra: Path | None = None) -> tuple[Named, ...]:
    """Return the table's names, a user's own first; raise WordDataError where one is wrong."""
    own = extra or (Path(os.environ[OWN_TABLE]) if os.environ.get(OWN_TABLE) else None)
    given = () if own is None else _read(own.read_text("utf-8"), str(own))
    return (*given, *_shipped())


@lru_cache(maxsize=1)
def _shipped() -> tuple[Named, ...]:
    text = files("timeline.merging").joinpath("names.toml").read_text(encoding="utf-8")
    return _read(text, "merging/names.toml")


def _read(text: str, place: str) -> tuple[Named, ...]:
    try:
        return tuple(_entry(record) for record in tomllib.loads(text)["name"])
    except (KeyError, TypeError, ValueError) as error:
        raise WordDataError(f"{place}: {error}") from error


def _entry(record: Mapping[str, Any]) -> Named:
    if set(record) != _FIELDS:
        raise ValueError(f"an entry has {', '.join(sorted(_FIELDS))}, not {', '.join(record)}")
    words = [record["name"], record["source"], *record["forms"]]
    if not all(isinstance(word, str) and _WORD.search(word) for word in words):
        raise ValueError(f"{record['name']!r} needs words in each of its fields")
    return Named(record["name"], tuple(record["forms"]), record["source"])

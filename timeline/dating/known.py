"""Well-known dated events of the world: the table, and where a text names one of them.

The table is data (known_events.toml; docs/known-events.md tells how to extend it). A phrase
that names its event by itself counts wherever it stands; an ambiguous one ("the takeover")
only where one of the event's context words stands somewhere in the same text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType

from timeline.dating.known_phrases import ARTICLES, Word, fits, joined, stem, words
from timeline.dating.known_table import Phrase, WellKnown, read_table
from timeline.model.calendar import civil
from timeline.model.span import Span
from timeline.model.when import When

TABLE = Path(__file__).with_name("known_events.toml")
SOURCE_WORD = "from"
_YEAR_BEFORE_REACH = 12  # characters before a phrase in which a year may belong to it
_YEAR_REACH = 32  # the same after a phrase
_YEAR_BEFORE = re.compile(r"\b((?:1[89]|20)\d\d)(?:['’]s)?[\s-]{1,2}(?:[^\W\d_]{1,3}\s)?\Z")
_YEAR_AFTER = re.compile(
    r"[\s,(]{0,3}(?:[^\W\d_]{1,3}\s)?(?:\d{1,2}\.?\s)?(?:[^\W\d_]{3,9}\.?\s)?(?:\d{1,2},?\s)?"
    r"((?:1[89]|20)\d\d)\b"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A place in a text that names a known event."""

    span: Span
    event: WellKnown


@dataclass(slots=True)
class _Node:
    """Where one stands after some words of a phrase: words that may follow, phrases that end."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    ending: list[Phrase] = field(default_factory=list)


class KnownTable:
    """Known events by key, and the tree of the phrases that name them.

    Its files are read when it is first asked, for most articles state their date.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        """Name the files, the first one first."""
        self._paths = paths

    @cached_property
    def events(self) -> Mapping[str, WellKnown]:
        """The events by key; raise WordDataError where a file is wrong."""
        return MappingProxyType({event.key: event for event in read_table(self._paths)})

    @cached_property
    def root(self) -> _Node:
        """Where every phrase begins."""
        return _tree(self.events.values())

    @property
    def dates(self) -> dict[str, When]:
        """The date of each event by its key."""
        return {key: event.when for key, event in self.events.items()}


def load(extra: Path | None = None) -> KnownTable:
    """Load the table, with a user's own beside it; raise WordDataError where one is wrong."""
    table = KnownTable((TABLE,) if extra is None else (TABLE, extra))
    if extra is not None:
        _ = table.events  # a mistake in a user's own table is told at once
    return table


def find(text: str, table: KnownTable, start: int = 0, end: int | None = None) -> tuple[Found, ...]:
    """Find the known events that a stretch of text names, in the order of the text.

    Context words count in all of `text`. Where an ambiguous phrase fits several events, and
    where a year beside the phrase is not the event's ("the fall of Kabul in 1996"), nothing
    is found. Linear in the length of the text.
    """
    told = list(words(text, start, end))
    found: list[Found] = []
    at = 0
    while at < len(told):
        starts = stem(told[at].text) in table.root.following
        hit = _longest(text, told, at, table.root) if starts else None
        if hit is None:
            at += 1
        else:
            found.append(hit[0])
            at = hit[1]
    return tuple(found)


def _longest(text: str, told: Sequence[Word], at: int, root: _Node) -> tuple[Found, int] | None:
    """Return the longest phrase that starts with a word, and the place of the word after it."""
    for path, phrases in reversed(list(_paths(text, told, at, root))):
        after = path[-1] + 1
        events = {
            phrase.event.key: phrase.event
            for phrase in phrases
            if all(
                fits(told[place].text, word) for place, word in zip(path, phrase.words, strict=True)
            )
            and (not phrase.ambiguous or _settled(text, phrase.event, told[after : after + 3]))
        }
        if len(events) == 1:
            (event,) = events.values()
            span = Span(told[at].start, told[path[-1]].end)
            if not _of_another_year(text, span, event):
                return Found(span, event), after
    return None


def _paths(
    text: str, told: Sequence[Word], at: int, root: _Node
) -> Iterator[tuple[tuple[int, ...], list[Phrase]]]:
    """Walk down the tree from a word on: each time a phrase may end, the words it is made of."""
    node = root.following.get(stem(told[at].text))
    path: tuple[int, ...] = (at,)
    while node is not None:
        if node.ending:
            yield path, node.ending
        at += 1
        if at < len(told) and told[at].text in ARTICLES and joined(text, told[at - 1], told[at]):
            at += 1
        if at >= len(told) or not joined(text, told[at - 1], told[at]):
            return
        node = node.following.get(stem(told[at].text))
        path = (*path, at)


def _of_another_year(text: str, span: Span, event: WellKnown) -> bool:
    """Return whether a year right beside a phrase says that it names another event."""
    before = _YEAR_BEFORE.search(text, max(0, span.start - _YEAR_BEFORE_REACH), span.start)
    after = _YEAR_AFTER.match(text, span.end, span.end + _YEAR_REACH)
    years = [int(after[1])] if after else []
    if before:
        years.append(int(before[1]))
    return any(year not in event_years(event) for year in years)


def event_years(event: WellKnown) -> range:
    """Return the years in which an event lies."""
    first, last = event.when.first, event.when.last
    if first is None or last is None:
        return range(0)
    return range(civil(first)[0], civil(last)[0] + 1)


def _settled(text: str, event: WellKnown, following: Sequence[Word]) -> bool:
    """Return whether the text, and the words right after an ambiguous phrase, mean the event."""
    told = _vocabulary(text)
    here = any(not told.isdisjoint((word, word + "s")) for word in event.context)
    return here and not _elsewhere(text, event, following)


@lru_cache(maxsize=4)  # one article is searched sentence by sentence
def _vocabulary(text: str) -> frozenset[str]:
    return frozenset(word.text for word in words(text))


def _elsewhere(text: str, event: WellKnown, following: Sequence[Word]) -> bool:
    """Return whether the text goes on to name another place: "US withdrawal from Iraq"."""
    if not following or following[0].text != SOURCE_WORD:
        return False
    place = next((word for word in following[1:] if word.text not in ARTICLES), None)
    return place is not None and text[place.start].isupper() and place.text not in event.context


def _tree(events: Iterable[WellKnown]) -> _Node:
    root = _Node()
    for event in events:
        for phrase in event.all_phrases:
            node = root
            for word in phrase.words:
                node = node.following.setdefault(stem(word), _Node())
            node.ending.append(phrase)
    return root


__all__ = ["Found", "KnownTable", "WellKnown", "event_years", "find", "load"]

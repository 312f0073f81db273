"""What gold holds: articles, their events, and which of these are one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

from timeline.model.span import Span
from timeline.model.when import When

KeyPair = frozenset[str]  # of two gold events


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event with the expression that dates it; `also_when` and `also_status` are right, too.

    `words` stand in every good title of it, or those of one of `also_words`, and none of
    `must_not`. An optional event neither earns nor loses, nor does one that repeats another.
    """

    key: str  # "dam_burst_wire#1"
    span: Span
    quote: str
    when: When
    relative: bool  # the date counts from the publication
    words: tuple[str, ...]
    status: str
    optional: bool
    also_when: tuple[When, ...] = ()
    also_status: tuple[str, ...] = ()
    actors: tuple[str, ...] | None = None  # those with a name; None where nobody listed them
    also_words: tuple[tuple[str, ...], ...] = ()
    must_not: tuple[str, ...] = ()
    repeat_of: str | None = None  # the key of the event of the article that it tells again
    language: str = "en"

    @property
    def graded(self) -> bool:
        """Whether it earns or loses."""
        return not self.optional and self.repeat_of is None


@dataclass(frozen=True, slots=True)
class GoldPublished:
    """The publication date: the truth, what the dated run supplies, what a reader could infer."""

    truth: When
    supply: str
    stated: bool
    inferable: When | None
    why: str


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article: text, publication date, events, traps that are no dates, what stays open."""

    document: str
    path: Path
    text: str
    published: GoldPublished
    events: tuple[GoldEvent, ...]
    not_dates: tuple[Span, ...]
    ignore: tuple[Span, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Telling:
    """Events of the gold that are one, by their keys; `conflict` is what they contradict in."""

    what: str
    events: tuple[str, ...]
    conflict: str | None = None


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A collection of articles; pairs within one of `open` may be one event or two."""

    name: str
    articles: tuple[GoldArticle, ...]
    same: tuple[Telling, ...]
    open: tuple[tuple[str, ...], ...]
    digest: str

    @property
    def same_pairs(self) -> frozenset[KeyPair]:
        """Return the pairs of keys that are one event: of several articles, or retold in one."""
        groups = [telling.events for telling in self.same]
        retold: dict[str, list[str]] = {}
        for event in (event for article in self.articles for event in article.events):
            retold.setdefault(event.repeat_of or event.key, []).append(event.key)
        return _pairs((*groups, *retold.values()))

    @property
    def open_pairs(self) -> frozenset[KeyPair]:
        """Return the pairs of keys that may be one event or two."""
        return _pairs(self.open) - self.same_pairs

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of the articles, in order, each once."""
        return tuple(sorted({article.language for article in self.articles}))

    @property
    def without_alternatives(self) -> "GoldSet":
        """Return the set with one date and one status an event."""
        return replace(self, articles=tuple(_without_alternatives(a) for a in self.articles))

    @property
    def has_alternatives(self) -> bool:
        """Whether a date or status of an event may be read in more than one way."""
        return self.without_alternatives != self


def _pairs(groups: Iterable[Iterable[str]]) -> frozenset[KeyPair]:
    return frozenset(frozenset(pair) for group in groups for pair in combinations(group, 2))


def _without_alternatives(article: GoldArticle) -> GoldArticle:
    events = tuple(replace(event, also_when=(), also_status=()) for event in article.events)
    return replace(article, events=events)

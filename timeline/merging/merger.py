"""Mentions of a collection into events, kept so that a change costs what it changes.

A small collection is merged as a whole, pair by pair (`merge`). A large one knows itself well
enough to be merged by blocks (`collection/`): within each article as ever, then across them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline.merging.articles import articles as profiled
from timeline.merging.collection.blocks import Cluster
from timeline.merging.collection.epoch import Epoch, epoch_of
from timeline.merging.collection.fusing import fused
from timeline.merging.collection.state import Groups
from timeline.merging.collection.telling import Extent, Telling, telling
from timeline.merging.copies import Copies
from timeline.merging.dates import lies_in
from timeline.merging.importance import Period, Publication, importance, period_of
from timeline.merging.learned_names import learn
from timeline.merging.merge import groups_within, in_order, merge_within, told_apart
from timeline.merging.names import Names, table
from timeline.merging.naming.observed import seen
from timeline.model.event import DatedMention, Event
from timeline.model.event_order import by_date
from timeline.model.when import When


@dataclass(frozen=True)
class Basis:
    """What merging takes from the whole collection, fixed for an epoch.

    The names that are one, the counts of words (None where it is too small for counts), and the
    time that its articles are about.
    """

    names: Names
    epoch: Epoch | None
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class MergedArticles:
    """What is known of articles beside their mentions: texts and publications, by document."""

    texts: Mapping[str, str]
    published: Mapping[str, Publication]


@dataclass(frozen=True, slots=True)
class Change:
    """What a change of articles changed: the events that are new or other now, by id those gone."""

    added: tuple[Event, ...]
    removed: frozenset[str]


@dataclass
class Merger:
    """The events of a collection under a basis, article by article."""

    basis: Basis
    _told: dict[str, tuple[DatedMention, ...]] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)
    _published: dict[str, Publication] = field(default_factory=dict)
    _groups: Groups | None = None
    _events: dict[Cluster, Event] = field(default_factory=dict)
    _small: dict[str, Event] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        mentions: Iterable[DatedMention],
        texts: Mapping[str, str],
        published: Mapping[str, Publication] | None = None,
    ) -> "Merger":
        """Merge a collection, with the basis that follows from it."""
        known = published or {}
        given = tuple(mentions)
        known_texts = (texts[document] for document in sorted(texts))
        names = learn(known_texts, table(), seen(given, texts))
        told = by_document(given)
        own = {document: own_tellings(found, names) for document, found in told.items()}
        epoch = epoch_of(one for tellings in own.values() for one in tellings)
        merger = cls(Basis(names, epoch, period_of(known.values())))
        merger._take(told, own, MergedArticles(texts, known))
        return merger

    def update(
        self,
        told: Mapping[str, Sequence[DatedMention]],
        articles: MergedArticles,
        removed: Collection[str] = (),
    ) -> Change:
        """Take the mentions of articles that are new or changed, and take other articles out."""
        own = {document: own_tellings(told[document], self.basis.names) for document in told}
        return self._take(told, own, articles, removed)

    @property
    def events(self) -> tuple[Event, ...]:
        """All events by date, the undated last."""
        found = self._small.values() if self.basis.epoch is None else self._events.values()
        return tuple(sorted(told_apart(sorted(found, key=by_date)), key=by_date))

    def _take(
        self,
        told: Mapping[str, Sequence[DatedMention]],
        own: Mapping[str, tuple[Telling, ...]],
        articles: MergedArticles,
        removed: Collection[str] = (),
    ) -> Change:
        for document in removed:
            self._told.pop(document, None)
            self._texts.pop(document, None)
            self._published.pop(document, None)
        self._told.update((document, tuple(found)) for document, found in told.items())
        self._texts.update(articles.texts)
        self._published.update(articles.published)
        if self.basis.epoch is None:
            return self._merged_anew()
        return self._regrouped(self.basis.epoch, own, removed)

    def _merged_anew(self) -> Change:
        given = [one for document in sorted(self._told) for one in self._told[document]]
        names = self.basis.names
        found = merge_within(given, profiled(given, names), names, Copies(self._texts))
        before, self._small = self._small, {event.id: self._ranked(event) for event in found}
        return _change(before.values(), self._small.values())

    def _ranked(self, event: Event) -> Event:
        return replace(event, importance=importance(event, self._published, self.basis.period))

    def _regrouped(
        self, epoch: Epoch, own: Mapping[str, tuple[Telling, ...]], removed: Collection[str]
    ) -> Change:
        if self._groups is None:
            self._groups = Groups(epoch)
        regrouped = self._groups.update(own, removed)
        copies = Copies(self._texts)
        gone = [self._events.pop(group) for group in regrouped.removed]
        for group in regrouped.added:
            self._events[group] = self._ranked(fused(group, self.basis.names, copies, epoch))
        return _change(gone, (self._events[group] for group in regrouped.added))


def own_tellings(mentions: Iterable[DatedMention], names: Names) -> tuple[Telling, ...]:
    """Return what one article tells, each event once."""
    given = in_order(mentions)
    groups = groups_within(given, profiled(given, names), names)
    return tuple(telling(group, _extent(group), names) for group in groups)


def by_document(mentions: Iterable[DatedMention]) -> dict[str, list[DatedMention]]:
    """Return mentions by their articles."""
    found: dict[str, list[DatedMention]] = {}
    for one in mentions:
        found.setdefault(one.mention.document, []).append(one)
    return found


def _extent(group: Sequence[DatedMention]) -> Extent | None:
    resolved = [told.when for told in group if told.when.resolved]
    if not resolved:
        return None
    when = min(resolved, key=_width)
    return when.first, when.last, lies_in(when)


def _width(when: When) -> float:
    return float("inf") if when.days is None else when.days


def _change(before: Iterable[Event], now: Iterable[Event]) -> Change:
    old, new = {event.id: event for event in before}, {event.id: event for event in now}
    added = tuple(event for key, event in new.items() if old.get(key) != event)
    return Change(added, frozenset(old.keys() - new.keys()))

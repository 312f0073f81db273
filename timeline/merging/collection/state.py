"""A collection as merging holds it: what changes with one article is done anew, and no more.

An article's own tellings follow from it alone. They stand in blocks, one for each date, and a block
is clustered by itself. A cluster with a vague date may join an event within it, so a changed event
looks again at the vague clusters that share a word with it. Nothing else depends on anything, but
what an epoch fixes (`epoch`): so articles that come, go and are dated anew one by one lead to the
same events as all at once.
"""

from collections import defaultdict
from collections.abc import Collection as Names_
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.merging.collection.blocks import Cluster, clustered
from timeline.merging.collection.epoch import Epoch
from timeline.merging.collection.telling import Extent, Telling
from timeline.merging.collection.vague import (
    Profile,
    Target,
    holds,
    may_mean,
    meant,
    profile_of,
    target,
)

Block = Extent | str  # a date, or for what has none its title


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The groups of tellings, an event each, that came and that went."""

    added: tuple[Cluster, ...]
    removed: tuple[Cluster, ...]


@dataclass
class Groups:
    """The groups of a collection's tellings under an epoch."""

    epoch: Epoch
    _own: dict[str, tuple[Telling, ...]] = field(default_factory=dict)
    _blocks: dict[Block, dict[str, Telling]] = field(default_factory=lambda: defaultdict(dict))
    _clusters: dict[Block, tuple[Cluster, ...]] = field(default_factory=dict)
    _targets: dict[Cluster, Target] = field(default_factory=dict)
    _by_anchor: dict[str, set[Target]] = field(default_factory=lambda: defaultdict(set))
    _vague: dict[Cluster, Profile] = field(default_factory=dict)
    _vague_with: dict[str, set[Cluster]] = field(default_factory=lambda: defaultdict(set))
    _means: dict[Cluster, Target] = field(default_factory=dict)
    _meant_by: dict[Target, set[Cluster]] = field(default_factory=lambda: defaultdict(set))

    def update(self, told: Mapping[str, Sequence[Telling]], removed: Names_[str] = ()) -> Regrouped:
        """Take the tellings of articles that are new or changed, and take others out."""
        touched: set[Block] = set()
        for document in {*told, *removed}:
            before, now = self._own.pop(document, ()), tuple(told.get(document, ()))
            for one in before:
                block = block_of(one)
                self._blocks[block].pop(one.key, None)
                touched.add(block)
            for one in now:
                block = block_of(one)
                self._blocks[block][one.key] = one
                touched.add(block)
            if now:
                self._own[document] = now
        return self._renewed(touched)

    @property
    def tellings(self) -> Iterable[Telling]:
        """All tellings that it holds."""
        return (one for own in self._own.values() for one in own)

    def _renewed(self, touched: set[Block]) -> Regrouped:
        gone: list[Cluster] = []
        new: list[Cluster] = []
        for block in touched:
            before = set(self._clusters.get(block, ()))
            now = self._clustered(block)
            gone += before.difference(now)
            new += (cluster for cluster in now if cluster not in before)
        asked = self._looking_at(self._targets[c] for c in gone if c in self._targets)
        heads = self._heads([*gone, *asked])
        old = set(map(self._whole, heads))
        self._forget(gone)
        asked = (asked | self._noted(new)).difference(gone)
        more = self._heads(asked.difference(new)) - heads
        old |= set(map(self._whole, more)) - set(gone)
        for cluster in sorted(asked, key=_first):
            self._decide(cluster)
        there = (heads | more).difference(gone) | self._heads([*new, *asked])
        found = {self._whole(head) for head in there if self._heads([head]) == {head}}
        added, removed = found - old, old - found
        return Regrouped(tuple(sorted(added, key=_first)), tuple(sorted(removed, key=_first)))

    def _clustered(self, block: Block) -> tuple[Cluster, ...]:
        held = self._blocks.get(block)
        if not held:
            self._blocks.pop(block, None)
            self._clusters.pop(block, None)
            return ()
        ordered = [held[key] for key in sorted(held)]
        found = (tuple(ordered),) if isinstance(block, str) else clustered(ordered, self.epoch)
        self._clusters[block] = found
        return found

    def _heads(self, clusters: Iterable[Cluster]) -> set[Cluster]:
        """Return the clusters that the groups of some clusters stand around."""
        means = ((cluster, self._means.get(cluster)) for cluster in clusters)
        return {cluster if aim is None else aim.cluster for cluster, aim in means}

    def _whole(self, head: Cluster) -> Cluster:
        aim = self._targets.get(head)
        more = [] if aim is None else [one for c in self._meant_by.get(aim, ()) for one in c]
        return tuple(sorted((*head, *more), key=lambda one: one.key)) if more else head

    def _looking_at(self, aims: Iterable[Target]) -> set[Cluster]:
        """Return the vague clusters that may mean an event."""
        near = ((aim, self._vague_with.get(word, ())) for aim in aims for word in aim.anchors)
        return {c for aim, clusters in near for c in clusters if holds(c[0].extent, aim.day)}

    def _forget(self, gone: Iterable[Cluster]) -> None:
        for cluster in gone:
            aim = self._targets.pop(cluster, None)
            if aim is not None:
                for word in aim.anchors:
                    self._by_anchor[word].discard(aim)
            for word in self._vague.pop(cluster, ()):
                self._vague_with[word].discard(cluster)
            self._leave(cluster)

    def _noted(self, new: Iterable[Cluster]) -> set[Cluster]:
        """Note new clusters; return the vague ones whose event must be looked for."""
        asked: set[Cluster] = set()
        aims: list[Target] = []
        for cluster in new:
            aim = target(cluster, self.epoch)
            if aim is not None:
                self._targets[cluster] = aim
                aims.append(aim)
                for word in aim.anchors:
                    self._by_anchor[word].add(aim)
            elif may_mean(cluster):
                self._vague[cluster] = profile_of(cluster, self.epoch)
                for word in self._vague[cluster]:
                    self._vague_with[word].add(cluster)
                asked.add(cluster)
        return asked | self._looking_at(aims)

    def _decide(self, cluster: Cluster) -> None:
        self._leave(cluster)
        words = self._vague[cluster]
        aims = {aim for word in words for aim in self._by_anchor.get(word, ())}
        aim = meant(cluster, words, aims)
        if aim is not None:
            self._means[cluster] = aim
            self._meant_by[aim].add(cluster)

    def _leave(self, cluster: Cluster) -> None:
        aim = self._means.pop(cluster, None)
        if aim is not None:
            self._meant_by[aim].discard(cluster)


def block_of(one: Telling) -> Block:
    """Return the block in which a telling stands."""
    title = one.mentions[0].mention.title.casefold()
    return title if one.extent is None else one.extent


def _first(cluster: Cluster) -> str:
    return cluster[0].key

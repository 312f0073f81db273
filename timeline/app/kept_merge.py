"""The merged events of a collection, kept so that a change of few articles costs little.

A large collection is merged under a basis that is fixed for an epoch: the names that are one, and
how often it has each word. So only what the changed articles touch is merged anew, and the result
is that of all at once under the same basis. The basis is taken anew once the collection has grown
or shrunk by a fifth. A small collection is merged as a whole each time.
"""

from collections.abc import Mapping

from timeline.app import pipeline
from timeline.app.pipeline import MERGING, Dated, known_of, merged
from timeline.isolation.faults import Problem, guarded
from timeline.merging import Merger
from timeline.model.timeline import Timeline

_RENEWED = 0.2  # share of the articles that came or went, at which the basis is taken anew
_FEW = 0.1  # share of the articles up to which a change is followed


class KeptMerge:
    """Merges a collection again and again, by what differs from the last time."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._merger: Merger | None = None
        self._merged: dict[str, Dated] = {}
        self._size = 0

    def timeline(self, articles: Mapping[str, Dated]) -> Timeline:
        """Return the timeline of articles, by their names; their order changes nothing."""
        changed = [name for name, one in articles.items() if self._merged.get(name) is not one]
        removed = [name for name in self._merged if name not in articles]
        merger = self._merger
        if merger is None or not self._may_follow(len(articles), len(changed) + len(removed)):
            return self._anew(articles)
        told = {name: articles[name] for name in changed}
        done = guarded(MERGING, lambda: _updated(merger, told, removed), (MemoryError,))
        if isinstance(done, Problem):
            self._merger = None
            return merged(articles.values())
        self._merged = dict(articles)
        return _timeline(articles, merger)

    def _may_follow(self, size: int, changes: int) -> bool:
        return abs(size - self._size) <= _RENEWED * self._size and changes <= max(1, _FEW * size)

    def _anew(self, articles: Mapping[str, Dated]) -> Timeline:
        self._merger = None
        done = guarded(MERGING, lambda: pipeline.merger_of(list(articles.values())), (MemoryError,))
        if isinstance(done, Problem):
            return merged(articles.values())
        if done.basis.epoch is not None:
            self._merger, self._merged, self._size = done, dict(articles), len(articles)
        return _timeline(articles, done)


def _updated(merger: Merger, told: Mapping[str, Dated], removed: list[str]) -> None:
    mentions = {name: one.mentions for name, one in told.items()}
    merger.update(mentions, known_of(list(told.values())), removed)


def _timeline(articles: Mapping[str, Dated], merger: Merger) -> Timeline:
    documents = (articles[name].document for name in sorted(articles))
    return Timeline(tuple(documents), merger.events)

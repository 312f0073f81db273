"""How much each collection of a store holds, as its page shows it."""

from collections.abc import Iterator
from dataclasses import replace
from threading import Lock

from timeline.editing.edited_timeline import EditedTimeline
from timeline.errors import StoreError
from timeline.store import CollectionInfo, Store


class Counts:
    """Counts of the collections of a store; one is counted anew only when its version has moved.

    Events that people added, imported, merged, split and rejected are counted as they are shown.
    Safe to share between threads.
    """

    def __init__(self, store: Store) -> None:
        """Count nothing yet."""
        self._store = store
        self._lock = Lock()
        self._known: dict[int, tuple[int, int, int]] = {}  # version, articles, events

    def listed(self) -> tuple[CollectionInfo, ...]:
        """Return the collections of the store, the first one first."""
        with self._lock:
            return tuple(self._counted())

    def _counted(self) -> Iterator[CollectionInfo]:
        for info in self._store.collections.list():
            try:
                yield self._as_shown(info) if info.changes else info
            except StoreError:
                yield info  # renamed or removed since it was listed

    def _as_shown(self, info: CollectionInfo) -> CollectionInfo:
        store = self._store.collection(info.name)
        version = store.version()
        known = self._known.get(store.collection_id)
        if known is None or known[0] != version:
            known = (version, *_shown(store, info))
            self._known[store.collection_id] = known
        return replace(info, articles=known[1], events=known[2])


def _shown(store: Store, info: CollectionInfo) -> tuple[int, int]:
    if not store.edits.current().fields:  # nothing but publication dates
        return info.articles, info.events
    timeline = EditedTimeline(store, lazily=True).timeline()
    return len(timeline.documents), len(timeline.events)

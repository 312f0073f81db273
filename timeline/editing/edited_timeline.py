"""A store as people have it: the program's timeline with their edits over it.

The program's timeline is read again only when its own version has moved; an edit costs no more than
laying the edits over it once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from types import MappingProxyType

from timeline.editing.anchoring import Index
from timeline.editing.decided_names import renamed
from timeline.editing.name_proposals import Proposed, proposals
from timeline.editing.overlay import apply_edits, without_rejected
from timeline.model.article import Article
from timeline.model.event import Event
from timeline.model.expression import TimeExpression
from timeline.model.timeline import DatedArticle, Timeline
from timeline.places import Place, chosen_places
from timeline.store import Hit, Snapshot, Store
from timeline.store.changes import CurrentEdits
from timeline.store.search import MOST


@dataclass(frozen=True, slots=True)
class _Found:
    """The program's timeline of one version, and where it tells of what."""

    version: int
    timeline: Timeline
    index: Index


@dataclass(frozen=True, slots=True)
class _Edited:
    """The timeline of one version as people have it, with what they rejected and without."""

    version: int
    as_of: int  # the number of the last edit in it
    places: Mapping[str, Place]
    apart: frozenset[str]
    everything: Timeline
    shown: Timeline
    by_id: Mapping[str, Event]


class EditedTimeline:
    """The edited timeline of a store and its version. Safe to share between threads."""

    def __init__(self, store: Store, *, lazily: bool = False) -> None:
        """Read nothing yet.

        With `lazily` texts are left in the store until somebody looks at them, and only what is new
        is read where the store has changed: for who keeps it for long. Who looks at all of it once
        is quicker without.
        """
        self._store = store
        self._lazily = lazily
        self._snapshot: Snapshot | None = None
        self._lock = Lock()
        self._found: _Found | None = None
        self._edited: _Edited | None = None
        self._edits: CurrentEdits | None = None
        self._proposals: tuple[int, tuple[Proposed, ...]] | None = None

    def timeline(self) -> Timeline:
        """Return the timeline as it is now, without what people rejected."""
        return self._latest().shown

    def everything(self) -> Timeline:
        """Return the timeline as it is now, with what people rejected."""
        return self._latest().everything

    def by_id(self) -> Mapping[str, Event]:
        """Return every event as it is now, rejected ones too, by id."""
        return self._latest().by_id

    def as_of(self) -> int:
        """Return the number of the last edit that the timeline as it is now shows, 0 without any.

        Ask for it before the timeline: then the timeline may show more, and never less.
        """
        return self._latest().as_of

    def places(self) -> Mapping[str, Place]:
        """Return the places that people say names mean, by the names as they are looked up."""
        return self._latest().places

    def apart(self) -> frozenset[str]:
        """Return the pairs of events that people keep apart, as `pair_text` writes them."""
        return self._latest().apart

    def article(self, document: str) -> Article | None:
        """Return an article of the program's timeline by its name."""
        with self._lock:
            return self._latest_found().index.articles.get(document)

    def document(self, name: str) -> DatedArticle | None:
        """Return an article with its publication date by its name."""
        with self._lock:
            return self._latest_found().timeline.document(name)

    def version(self) -> int:
        """Return a number that grows with every write."""
        return self._store.version()

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Return all time expressions of an article, those that date no event included."""
        return self._store.articles.expressions(document)

    def search(self, words: str, most: int = MOST) -> tuple[Hit, ...]:
        """Return the articles that a search finds by their words, the best first."""
        return self._store.search.find(words, most)

    def over(self, found: Timeline) -> Timeline:
        """Lay the edits over another timeline of the same articles, without rejected events."""
        edits = self._store.edits.current()
        return without_rejected(renamed(apply_edits(found, edits, Index(found)), edits.names))

    def name_proposals(self) -> tuple[Proposed, ...]:
        """Return the pairs of names that may be one; found once a version."""
        version = self._store.version()
        if self._proposals is None or self._proposals[0] != version:
            decided = self._store.edits.current().names
            self._proposals = version, proposals(self.everything(), decided)
        return self._proposals[1]

    def _latest(self) -> _Edited:
        with self._lock:
            # Read first: what is written meanwhile is then read again, not missed.
            version = self._store.version()
            if self._edited is None or self._edited.version != version:
                self._edited = self._apply(version)
            return self._edited

    def _apply(self, version: int) -> _Edited:
        as_of = self._store.edits.last_seq()  # first: of what comes now, some may be shown already
        found = self._latest_found()
        self._edits = edits = self._store.edits.current(self._edits)
        whole = renamed(apply_edits(found.timeline, edits, found.index), edits.names)
        by_id = MappingProxyType({event.id: event for event in whole.events})
        places = chosen_places(self._store.edits.place_choices())
        shown = without_rejected(whole)
        return _Edited(version, as_of, places, edits.apart, whole, shown, by_id)

    def _latest_found(self) -> _Found:
        version = self._store.timeline.version()
        if self._found is None or self._found.version != version:
            timeline = self._read()
            self._found = _Found(version, timeline, Index(timeline))
        return self._found

    def _read(self) -> Timeline:
        if not self._lazily:
            return self._store.timeline.load()
        self._snapshot = self._store.timeline.follow(self._snapshot)
        return self._snapshot.timeline

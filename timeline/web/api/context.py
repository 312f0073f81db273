"""What the operations of the API work on: one collection, as far as it is offered."""

from collections.abc import Callable
from dataclasses import dataclass

from timeline.editing.editor import Editor
from timeline.errors import ReadOnlyError
from timeline.model.timeline import Timeline
from timeline.store import CollectionInfo, Sight
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.uploads.queueing import IDLE, Adder, Works
from timeline.wording.strings import text

Editors = Callable[[str], Editor]
Publish = Callable[[str, str | None, str | None, Sight | None], object]
Foresee = Callable[[str, str], Timeline]
READ_ONLY_WORDS = text("answers.read-only")


@dataclass(frozen=True, slots=True)
class CollectionAccess:
    """The collections of the store: lists them, and makes one and returns where its page is."""

    listed: Callable[[], tuple[CollectionInfo, ...]]
    add: Callable[[str], str] | None = None


NO_COLLECTIONS = CollectionAccess(tuple)


@dataclass(frozen=True, slots=True)
class ApiContext:
    """One collection: how it is read, and what changes it.

    `editors` returns the editor of a person by their name; without it, as without an adder of
    articles in `works` and an `add` of `collections`, those changes are refused.
    """

    cache: CollectionCache
    publish: Publish
    foresee: Foresee
    editors: Editors | None = None
    works: Works = IDLE
    collections: CollectionAccess = NO_COLLECTIONS

    def editor(self, by: str | None) -> Editor:
        """Return the editor of a person; raise ReadOnlyError where nothing may be changed."""
        if self.editors is None:
            raise ReadOnlyError(READ_ONLY_WORDS)
        return self.editors(by or "")

    @property
    def adder(self) -> Adder:
        """What takes articles; raises ReadOnlyError where none are taken."""
        if self.works.adder is None:
            raise ReadOnlyError(READ_ONLY_WORDS)
        return self.works.adder

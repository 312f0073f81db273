"""A store: a database with collections of articles, their timelines and what people edited."""

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from timeline.store import collections, migrating, presence, version
from timeline.store.address import address_of, shown, split_address, written
from timeline.store.articles import Articles
from timeline.store.collections import Collections
from timeline.store.edits import EditHistory
from timeline.store.engine import current_collection, in_collection, make_engine, reading, writing
from timeline.store.publication_dates import PublicationDates
from timeline.store.queue import Claim, Queue, holding
from timeline.store.runs import Runs
from timeline.store.search import SearchIndex
from timeline.store.timeline import FoundTimeline


class Store:
    """One collection of a database; open it with `Store.open`. Safe to share between threads.

    Each subject has an object of its own: `store.articles`, `store.timeline`, `store.edits`, …
    Every method of theirs is one transaction: it sees and leaves the store whole, and raises
    StoreError with a plain sentence where the database refuses.
    """

    def __init__(self, engine: Engine, collection: str = collections.FIRST_NAME) -> None:
        """Take over an engine whose schema is up to date and that is set on a collection."""
        self._engine = engine
        self._collection = collection

    @classmethod
    def open(
        cls,
        where: str | Path,
        *,
        adds: bool = False,
        read_only: bool = False,
        must_exist: bool = False,
    ) -> "Store":
        """Open a file, or a database by its SQLAlchemy URL; make or migrate the schema.

        `where` may name a collection behind a #; with `adds` it is made where there is none. Else
        it is the first one. Raises StoreError where that cannot hold a store, holds one of a newer
        version, or has no such collection. A store that is opened `read_only` is neither made nor
        migrated, and refuses every write; one that `must_exist` is not made, and where there is
        none UnknownStoreError lists those beside it.
        """
        address, name = split_address(where)
        url = address_of(address)
        if must_exist:
            presence.check_present(url)
        if read_only:
            migrating.check_up_to_date(url)
        else:
            migrating.bring_up_to_date(url)
        with ExitStack() as failing:
            whole = failing.enter_context(cls(make_engine(url, read_only=read_only)))
            if name is not None and adds:
                opened = whole.create_collection(name)
            else:
                opened = whole.collection(name)
            failing.pop_all()
            return opened

    def close(self) -> None:
        """Close all connections to the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """Where the store lies, as a person would write it; without a password."""
        return shown(self._engine.url)

    @property
    def address(self) -> str:
        """Where the store and its collection lie, for another process; with the password."""
        return f"{written(self._engine.url)}#{self._collection}"

    @property
    def collection_name(self) -> str:
        """The name of the collection."""
        return self._collection

    @property
    def collection_id(self) -> int:
        """The number of the collection, which it keeps under another name."""
        return current_collection(self._engine)

    def collection(self, name: str | None) -> "Store":
        """Return another collection of the same database, None for the first.

        Raises StoreError where there is none of that name.
        """
        with reading(self._engine) as connection:
            if name is None:
                name = collections.listed(connection)[0].name
            number = collections.number_of(connection, name)
        return Store(in_collection(self._engine, number), name)

    def create_collection(self, name: str) -> "Store":
        """Return the collection of that name, made where there is none; raise StoreError."""
        with writing(self._engine) as connection:
            number = collections.create(connection, name)
        return Store(in_collection(self._engine, number), collections.checked_name(name))

    def with_claim(self, claim: Claim) -> "Store":
        """Return the same store, which saves articles only as long as a claim is held.

        Raises StoppedError from `articles.upsert` where it is lost.
        """
        return Store(holding(self._engine, claim), self._collection)

    def version(self) -> int:
        """Return a number that grows with every write; cheap enough to be asked every second."""
        with reading(self._engine) as connection:
            return version.current(connection)

    @property
    def articles(self) -> Articles:
        """The articles, with all that was found in their texts."""
        return Articles(self._engine)

    @property
    def timeline(self) -> FoundTimeline:
        """The dated articles and events as they were found."""
        return FoundTimeline(self._engine)

    @property
    def publication_dates(self) -> PublicationDates:
        """The publication dates that people set."""
        return PublicationDates(self._engine)

    @property
    def edits(self) -> EditHistory:
        """What people changed, and its undoing."""
        return EditHistory(self._engine)

    @property
    def search(self) -> SearchIndex:
        """The articles by their words."""
        return SearchIndex(self._engine)

    @property
    def collections(self) -> Collections:
        """The collections of the database."""
        return Collections(self._engine)

    @property
    def runs(self) -> Runs:
        """The extractions that run on the collection."""
        return Runs(self._engine)

    @property
    def queue(self) -> Queue:
        """The uploads that wait in the store."""
        return Queue(self._engine)

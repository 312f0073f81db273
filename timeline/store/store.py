"""The store's face: open, save, read back, and keep what people decide."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Engine

from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.timeline import Analysis, Timeline
from timeline.store import (
    collections,
    dated_writing,
    edits,
    loading,
    migrating,
    presence,
    search,
    text_writing,
    undoing,
    version,
)
from timeline.store.address import address_of, parted, shown, written
from timeline.store.changes import PUBLISHED, Change, Decisions, NewChange, NewEdit, Sight
from timeline.store.engine import current_collection, in_collection, make_engine, reading
from timeline.store.engine import writing as writes
from timeline.store.queue import Claim, Queue, check_claim, holding
from timeline.store.runs import Runs
from timeline.store.search import Hit


class Store:
    """One collection of a database; open it with `Store.open`. Safe to share between threads.

    Every method is one transaction: it sees and leaves the store whole, and raises StoreError
    with a plain sentence where the database refuses.
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
        address, name = parted(where)
        url = address_of(address)
        if must_exist:
            presence.check_present(url)
        if read_only:
            migrating.check_up_to_date(url)
        else:
            migrating.bring_up_to_date(url)
        with ExitStack() as failing:
            whole = failing.enter_context(cls(make_engine(url, read_only=read_only)))
            opened = whole.add(name) if name is not None and adds else whole.within(name)
            failing.pop_all()
            return opened

    def within(self, name: str | None) -> "Store":
        """Give another collection of the same database, None for the first; raise StoreError."""
        with reading(self._engine) as connection:
            if name is None:
                name = collections.listed(connection)[0].name
            number = collections.number_of(connection, name)
        return Store(in_collection(self._engine, number), name)

    def add(self, name: str) -> "Store":
        """Give the collection of that name, made where there is none; raise StoreError."""
        with writes(self._engine) as connection:
            number = collections.add(connection, name)
            search.make(connection, number)
        return Store(in_collection(self._engine, number), collections.checked_name(name))

    def rename(self, name: str, other: str) -> None:
        """Give a collection another name; raise StoreError where that is taken."""
        with writes(self._engine) as connection:
            collections.rename(connection, name, other)

    def remove_empty(self, name: str) -> None:
        """Remove a collection that holds nothing; raise StoreError where it holds something."""
        with writes(self._engine) as connection:
            search.drop(connection, collections.remove_empty(connection, name))

    @property
    def number(self) -> int:
        """The number of the collection, which it keeps under another name."""
        return current_collection(self._engine)

    @property
    def collection(self) -> str:
        """The name of the collection."""
        return self._collection

    def collections(self) -> tuple[collections.CollectionInfo, ...]:
        """Give all collections of the database, the first one first."""
        with reading(self._engine) as connection:
            return collections.listed(connection)

    def search(self, words: str) -> tuple[Hit, ...]:
        """Give the articles that hold all the words, the best first."""
        with reading(self._engine) as connection:
            return search.find(connection, words)

    def search_in_step(self) -> bool:
        """Tell whether the index of words holds what the articles say."""
        with writes(self._engine) as connection:
            return search.in_step(connection)

    def close(self) -> None:
        """Let go of the database."""
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
    def runs(self) -> Runs:
        """The extractions that run on the store."""
        return Runs(self._engine)

    @property
    def queue(self) -> Queue:
        """The uploads that wait in the store."""
        return Queue(self._engine)

    def holding(self, claim: Claim) -> "Store":
        """Return the same store, which saves only as long as a claim is held.

        Raises StoppedError from `put` where it is lost.
        """
        return Store(holding(self._engine, claim), self._collection)

    def save(
        self, analyses: Sequence[Analysis], timeline: Timeline, *, seen: int | None = None
    ) -> None:
        """Put an extraction in the place of the last one; what people decided stays.

        `seen` is the machine's version that the timeline's given dates were read at: where it has
        moved on since, nothing is written and StoreMovedError is raised.
        """
        with writes(self._engine) as connection:
            version.advance(connection, seen)
            text_writing.replace_texts(connection, analyses)
            dated_writing.replace_dated(connection, timeline)

    def put(
        self, analyses: Sequence[Analysis], timeline: Timeline, *, seen: int | None = None
    ) -> int:
        """Put analyses beside those that are there, in the place of those of the same name.

        `timeline` is that of all articles. `seen` is as in `save`. Gives the machine's version
        after it.
        """
        with writes(self._engine) as connection:
            after = version.advance(connection, seen)
            check_claim(connection)
            text_writing.put_texts(connection, analyses)
            dated_writing.replace_dated(connection, timeline)
            return after

    def analyses(self) -> tuple[Analysis, ...]:
        """Give the analyses as they were saved."""
        with reading(self._engine) as connection:
            return loading.load_analyses(connection)

    def timeline(self) -> Timeline:
        """Give the timeline as it was saved last."""
        with reading(self._engine) as connection:
            return loading.load_timeline(connection)

    def article(self, document: str) -> Article | None:
        """Give one article by its name, if it is there."""
        with reading(self._engine) as connection:
            return loading.load_article(connection, document)

    def expressions(self, document: str) -> tuple[TimeExpression, ...]:
        """Give one article's time expressions, those that date no event included."""
        with reading(self._engine) as connection:
            return loading.load_expressions(connection, document)

    def given(self) -> dict[str, str]:
        """Give the publication dates that people set, as EDTF, by document.

        They hold for documents that are not in the store at present, too.
        """
        with reading(self._engine) as connection:
            return edits.given_dates(connection)

    def give(
        self, document: str, edtf: str | None, at: str | None = None, by: str | None = None
    ) -> None:
        """Set an article's publication date, or take back with None what was set.

        `at` is the moment as ISO 8601 text, `by` who did it. Raises DateInputError where `edtf`
        is no date.
        """
        change = _published(document, edtf, at, by)
        with writes(self._engine) as connection:
            version.advance(connection, None)
            edits.add_change(connection, change)

    def redate(  # noqa: PLR0913 - one transaction needs all of it
        self,
        document: str,
        edtf: str | None,
        timeline: Timeline,
        at: str,
        *,
        seen: int | None = None,
        by: str | None = None,
        sight: Sight | None = None,
    ) -> int | None:
        """Set or take back a publication date, and write the timeline that follows from it.

        Both are written or none. `seen` is the machine's version that the timeline was made from:
        where it has moved on since, StoreMovedError is raised and the caller makes it anew. Gives
        the number of the change, None where the date is so already. `sight` is what its editor had
        seen: where somebody has set another date since, EditConflictError is raised.
        """
        change = _published(document, edtf, at, by, sight)
        with writes(self._engine) as connection:
            version.advance(connection, seen)
            number = edits.add_change(connection, change)
            dated_writing.replace_dated(connection, timeline)
            return number

    def decide(self, change: NewChange) -> int | None:
        """Add a change to what people decided on events; give its number, None if nothing changed.

        Raises EditConflictError where a field holds what its editor has not seen.
        """
        with writes(self._engine) as connection:
            version.advance_edits(connection)
            return edits.add_change(connection, change)

    def take_back(
        self,
        number: int,
        at: str | None = None,
        by: str | None = None,
        redated: tuple[Timeline, int] | None = None,
    ) -> int:
        """Undo a change, or redo one by undoing its undoing; give the number of the new change.

        `redated` is the timeline that follows where a publication date is taken back, and the
        machine's version that it was made from. Raises StoreError where the change is taken back
        already, or somebody decided otherwise since, StoreMovedError as `redate` does.
        """
        with writes(self._engine) as connection:
            if redated is None:
                version.advance_edits(connection)
            else:
                version.advance(connection, redated[1])
            change = edits.reversal(connection, number, at, by)
            if any(edit.field == PUBLISHED for edit in change.edits) and redated is None:
                version.advance(connection, None)
            made = edits.add_change(connection, change, undoes=number)
            if redated is not None:
                dated_writing.replace_dated(connection, redated[0])
            return made or number

    def next_undo(self, by: str | None = None) -> int | None:
        """Give the number of the last change, of one person if asked, that can be undone."""
        return undoing.undoable(self._heads(), by)

    def next_redo(self, by: str | None = None) -> int | None:
        """Give the number of the undoing that can be undone next."""
        return undoing.redoable(self._heads(), by)

    def decisions(self, before: Decisions | None = None) -> Decisions:
        """Give all that people decided on events, as it holds now.

        With what was given `before`, only what is new since is read in full.
        """
        with reading(self._engine) as connection:
            return edits.decisions(connection, before)

    def changes(self) -> tuple[Change, ...]:
        """Give the history of what people decided, oldest first."""
        with reading(self._engine) as connection:
            return edits.history(connection)

    def latest(self, count: int) -> tuple[Change, ...]:
        """Give the last changes, the newest first."""
        with reading(self._engine) as connection:
            return edits.latest(connection, count)

    def count_changes(self) -> int:
        """Count the changes that were ever made."""
        with reading(self._engine) as connection:
            return edits.count(connection)

    def last_edit(self) -> int:
        """Return the number of the last edit that anybody has made, 0 without any."""
        with reading(self._engine) as connection:
            return edits.last(connection)

    def change(self, number: int) -> Change | None:
        """Give one change by its number."""
        with reading(self._engine) as connection:
            return next(iter(edits.history(connection, (number,))), None)

    def _heads(self) -> tuple[Change, ...]:
        with reading(self._engine) as connection:
            return edits.heads(connection)

    def version(self) -> int:
        """Give a number that grows with every write; cheap enough to be asked every second."""
        with reading(self._engine) as connection:
            return version.current(connection)

    def machine_version(self) -> int:
        """Give a number that grows with every write of the machine's part, but not with edits."""
        with reading(self._engine) as connection:
            return version.machine(connection)


def _published(
    document: str, edtf: str | None, at: str | None, by: str | None, sight: Sight | None = None
) -> NewChange:
    checked = edtf if edtf is None else edits.checked_date(document, edtf)
    edit = NewEdit(document, PUBLISHED, checked)
    if sight is None:
        return NewChange(PUBLISHED, (edit,), at, by)
    edit = replace(edit, expected=True, seen=sight.as_of)
    return NewChange(PUBLISHED, (edit,), at, by, known=sight.known)

"""The changes that were made, and their undoing."""

from timeline.editing.conflicts import unseen_of
from timeline.editing.session import EditSession
from timeline.errors import EditError, UnknownSubjectError
from timeline.store import Change
from timeline.store.changes import PUBLISHED
from timeline.store.edit_conflicts import raise_conflicts


class UndoRedo(EditSession):
    """The history of everybody's changes; a person undoes and redoes their own."""

    def undo(self, number: int | None = None) -> Change:
        """Undo one's last change, or that of a number; raise EditError without any.

        Without a number, raise EditConflictError where one's last change was made elsewhere and
        has not been seen.
        """
        found = number if number is not None else self._store.edits.next_undo(self._by)
        if found is None:
            raise EditError(f"{self._by} has nothing to undo")
        return self._take_back(found, named=number is not None)

    def redo(self) -> Change:
        """Redo what one undid last; raise EditError without any."""
        found = self._store.edits.next_redo(self._by)
        if found is None:
            raise EditError(f"{self._by} has nothing to redo")
        return self._take_back(found, named=False)

    def history(self, count: int) -> tuple[Change, ...]:
        """Return the last changes of everybody, the newest first."""
        return self._store.edits.latest(count)

    def change(self, number: int) -> Change | None:
        """Return one change by its number."""
        return self._store.edits.get(number)

    def count_changes(self) -> int:
        """Count the changes that anybody has ever made."""
        return self._store.edits.count()

    def at_hand(self) -> tuple[int | None, int | None]:
        """Return the numbers of one's changes that undo and redo would take; None without any."""
        return self._store.edits.next_undo(self._by), self._store.edits.next_redo(self._by)

    def _take_back(self, number: int, *, named: bool) -> Change:
        change = self._store.edits.get(number)
        if change is None:
            known = [str(one.id) for one in reversed(self._store.edits.list())]
            raise UnknownSubjectError("change", str(number), known)
        if not named and self._sight is not None:
            raise_conflicts(unseen_of(change, self._sight))
        if any(edit.field == PUBLISHED for edit in change.edits):
            made = self._taken_back_date(change)
        else:
            made = self._store.edits.undo(number, self._clock(), self._by)
        return self._store.edits.get(made) or change

    def _taken_back_date(self, change: Change) -> int:
        if self._take_back_date is not None:
            return self._take_back_date(change, self._clock(), self._by)
        from timeline.app.store_session import undo_publication_date  # noqa: PLC0415 - loads the parser

        return undo_publication_date(self._store, change, self._clock(), self._by)

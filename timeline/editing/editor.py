"""What a person can edit, as plain calls; each is one change that one undo takes back.

    editor = Editor(store, by="ana", clock=now)
    editor.confirm(["3f2a"])
    editor.set_date("3f2a", "early March 2024")
    editor.undo()

An event is named by its id, or by the beginning of it that only it has.
"""

from timeline.editing.adding import Adding
from timeline.editing.field_editor import FieldEditor
from timeline.editing.grouping import Grouping
from timeline.editing.name_editor import NameEditor
from timeline.editing.placing import Placing
from timeline.editing.review import Review
from timeline.editing.undo_redo import UndoRedo
from timeline.store import Sight


class Editor(Review, FieldEditor, Grouping, NameEditor, Adding, Placing, UndoRedo):
    """One person's edits of the events of a store; each base holds those of one kind."""

    def with_sight(self, sight: Sight | None) -> "Editor":
        """Return the editor of the same person, who has seen that much."""
        return Editor(
            self._store,
            self._by,
            self._clock,
            self._source,
            sight,
            take_back=self._take_back_date,
        )

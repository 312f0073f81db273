"""What people put into the fields of an event: one, several at once, or one of many events."""

from collections.abc import Mapping, Sequence

from timeline.editing import fields as names
from timeline.editing.conflicts import changed_since
from timeline.editing.field_edits import FieldChanges, held_text
from timeline.editing.session import EditSession, Texts
from timeline.errors import EditError
from timeline.model.edtf import to_kept_edtf
from timeline.model.event import Category, Event, Status
from timeline.model.when import When
from timeline.store.changes import MEMBERS
from timeline.store.edit_conflicts import raise_conflicts
from timeline.wording.fields import FIELDS, YES, cleaned, listed


class FieldEditor(EditSession):
    """The fields of events, as a person edits them."""

    def edit_fields(
        self, event: str, changes: FieldChanges, seen: Mapping[str, str] | None = None
    ) -> int | None:
        """Set several fields of an event at once.

        `seen` is what stood in them, as the history keeps it: tags are added and taken off by it,
        and where another field has another value meanwhile, EditConflictError is raised.
        """
        known = seen or {}

        def texts(now: Event) -> Texts:
            wanted = dict(changes.texts())
            if "tags" in wanted and "tags" in known:
                wanted["tags"] = names.merged_list(
                    held_text(now, "tags"), known["tags"], wanted["tags"]
                )
            raise_conflicts([*changed_since(now, wanted, known)])
            return wanted

        merged = frozenset({"tags"} & known.keys())
        return self._set_each("edit", [event], texts, merged)

    def set_title(self, event: str, title: str) -> int | None:
        """Set the title of an event."""
        if not title.strip():
            raise EditError("an event needs a title")
        return self._set("title", [event], {"title": " ".join(title.split())})

    def set_date(self, event: str, when: When) -> int | None:
        """Set the date of an event."""
        return self._set("date", [event], {"when": to_kept_edtf(when)})

    def set_status(self, ids: Sequence[str], status: Status) -> int | None:
        """Set the status of events."""
        return self._set("status", ids, {"status": status.value})

    def set_category(self, ids: Sequence[str], category: Category) -> int | None:
        """Set the category of events."""
        return self._set("category", ids, {"category": category.value})

    def set_names(self, event: str, field: str, found: Sequence[str]) -> int | None:
        """Set the actors or the places (`field`) of an event."""
        return self._set(field, [event], {field: listed(cleaned(tuple(found)))})

    def note(self, event: str, text: str) -> int | None:
        """Write a note on an event; an empty one takes it away."""
        return self._set("note", [event], {"note": text.strip() or None})

    def pin(self, ids: Sequence[str], *, pinned: bool = True) -> int | None:
        """Pin events, or unpin them."""
        return self._set("pin", ids, {"pinned": YES if pinned else None})

    def tag(self, ids: Sequence[str], tag: str, *, off: bool = False) -> int | None:
        """Tag events, or take a tag off."""
        (wanted,) = cleaned((tag,)) or ("",)
        if not wanted:
            raise EditError("a tag needs a name")

        def texts(event: Event) -> Texts:
            held = event.edits.tags if event.edits else ()
            kept = tuple(name for name in held if name != wanted)
            now = kept if off else (*kept, wanted) if wanted not in held else held
            return {"tags": listed(now) if now else None}

        return self._set_each("untag" if off else "tag", ids, texts, frozenset({"tags"}))

    def revert(self, event: str, field: str) -> int | None:
        """Take back what people put into a field, so that the program's value holds again."""
        if field not in (*FIELDS, MEMBERS):
            raise EditError(f"no field is called {field!r}")
        return self._set("revert", [event], {field: None})

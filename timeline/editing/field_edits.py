"""Several fields of one event put right at once, as one change that one undo takes back."""

from collections.abc import Iterator
from dataclasses import dataclass

from timeline.editing import fields as names
from timeline.errors import EditError
from timeline.model.edit import EventEdits
from timeline.model.edtf import to_edtf
from timeline.model.event import Category, Event, Status
from timeline.model.when import When


@dataclass(frozen=True, slots=True)
class FieldChanges:
    """What a person puts in the place of an event's fields; None leaves a field as it is."""

    title: str | None = None
    when: When | None = None
    status: Status | None = None
    category: Category | None = None
    actors: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    tags: tuple[str, ...] | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        """Refuse an empty title."""
        if self.title is not None and not self.title.strip():
            raise EditError("an event needs a title")

    def texts(self) -> Iterator[tuple[str, str | None]]:
        """Yield each field that changes with its value as the history keeps it."""
        if self.title is not None:
            yield "title", " ".join(self.title.split())
        if self.when is not None:
            yield "when", to_edtf(self.when)
        if self.status is not None:
            yield "status", self.status.value
        if self.category is not None:
            yield "category", self.category.value
        for field, found in (("actors", self.actors), ("places", self.places)):
            if found is not None:
                yield field, names.listed(cleaned(found))
        if self.tags is not None:
            yield "tags", names.listed(cleaned(self.tags)) if cleaned(self.tags) else None
        if self.note is not None:
            yield "note", self.note.strip() or None


def cleaned(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return names without blanks around them, each once."""
    bare = (" ".join(name.split()) for name in found)
    return tuple(dict.fromkeys(name for name in bare if name))


def held_text(event: Event, field: str) -> str:
    """Return what an event has in a field now, as the history would keep it; empty for nothing."""
    edits = event.edits or EventEdits()
    match field:
        case "tags":
            return names.listed(edits.tags) if edits.tags else ""
        case "note":
            return edits.note
        case _:
            return names.machine_text(event, field)

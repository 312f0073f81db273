"""Edits in words: the event, the field, and the value as people read it."""

from collections.abc import Mapping

from timeline.editing import added_event
from timeline.editing.decided_names import pair_of_text
from timeline.places import read_choice, world
from timeline.store.changes import (
    ADDED,
    MEMBERS,
    PLACED,
    PUBLISHED,
    SAME_EVENT,
    SAME_NAME,
    Edit,
)
from timeline.wording.fields import FIELDS, FieldKind, value_in_words
from timeline.wording.labels import shortened
from timeline.wording.strings import text

_QUOTE = 80  # characters of a value


def events_of(edit: Edit) -> tuple[str, ...]:
    """Return the ids of the events that an edit is about."""
    return pair_of_text(edit.subject) if edit.field == SAME_EVENT else (edit.subject,)


def title_of(edit: Edit, titles: Mapping[str, str]) -> str:
    """Return the title of the event that an edit is about, also where it is gone."""
    if edit.subject in titles:
        return titles[edit.subject]
    if edit.field == SAME_NAME:
        return " = ".join(pair_of_text(edit.subject))
    if edit.field == SAME_EVENT:
        return " ≠ ".join(titles.get(one, one) for one in pair_of_text(edit.subject))
    if edit.field == ADDED and (edit.new or edit.old):
        return added_event.read(edit.new or edit.old or "").title
    return edit.subject


def value_in_history(field: str, kept: str | None, extracted: str | None) -> str:
    """Write a field's value for people; where nobody decided, what the program says of it."""
    if field == MEMBERS:
        return text("edits.grouped-people" if kept else "edits.grouped-program")
    if field == SAME_NAME:
        if kept is None:
            return text("edits.nothing")
        return text("edits.one-name", name=kept) if kept else text("edits.two-names")
    if field == SAME_EVENT:
        return text("edits.nothing" if kept is None else "edits.two-events")
    if field == ADDED:
        return text("edits.there" if kept else "edits.not-there")
    if kept is not None:
        return _words(field, kept)
    if extracted is None:
        return text("edits.nothing")
    return text("edits.by-program", value=_words(field, extracted))


def _words(field: str, kept: str) -> str:
    if field == PLACED:
        return world().words(read_choice(kept))
    if field == "pinned":
        return text("edits.pinned")
    key = "when" if field == PUBLISHED else field
    plain = FIELDS[key].kind in (FieldKind.CHOICE, FieldKind.MARK)
    return kept if plain else shortened(value_in_words(key, kept), _QUOTE)

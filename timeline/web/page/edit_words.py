"""Edits in words: the event, the field, and the value as people read it."""

from collections.abc import Mapping

from timeline.editing import added_event
from timeline.editing.disagreements import value_in_words
from timeline.store.changes import ADDED, MEMBERS, PUBLISHED, Edit
from timeline.wording.labels import shortened

FIELDS = {
    "when": "date",
    MEMBERS: "grouping",
    "pinned": "pin",
    ADDED: "event",
    PUBLISHED: "publication date",
}
_QUOTE = 80  # characters of a value


def title_of(edit: Edit, titles: Mapping[str, str]) -> str:
    """Return the title of the event that an edit is about, also where it is gone."""
    if edit.subject in titles:
        return titles[edit.subject]
    if edit.field == ADDED and (edit.new or edit.old):
        return added_event.read(edit.new or edit.old or "").title
    return edit.subject


def value_in_history(field: str, text: str | None, machine: str | None) -> str:
    """Write a field's value for people; where nobody decided, what the program says of it."""
    if field == MEMBERS:
        return "as people grouped them" if text else "as the program groups them"
    if field == ADDED:
        return "there" if text else "not there"
    if text is None:
        return f"{_words(field, machine)} (program)" if machine is not None else "nothing"
    return _words(field, text)


def _words(field: str, text: str) -> str:
    if field == "pinned":
        return "pinned"
    kind = {PUBLISHED: "when", "tags": "actors"}.get(field, field)
    plain = field in ("verdict", "status", "category")
    return text if plain else shortened(value_in_words(kind, text), _QUOTE)

"""Edits laid over the fields of an event; the fields stand in `wording/fields.py`."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from timeline.model.edit import Verdict
from timeline.model.event import Event
from timeline.store.changes import ADDED, MEMBERS, CurrentEdit
from timeline.wording.fields import FIELDS, listed, names_of

GROUPING = (MEMBERS, ADDED)


def extracted_text(event: Event, field: str) -> str:
    """Return a field that the program fills, as text."""
    known = FIELDS.get(field)
    if known is None or known.of is None:
        raise ValueError(f"the program fills no field {field!r}")
    return known.of(event)


def merged_list(now: str, seen: str, wanted: str | None) -> str | None:
    """Apply to a list what somebody added to the one that was seen, and what they removed.

    All are texts as the history keeps them; None and the empty text are no names.
    """
    before, mine = names_of(seen or "[]"), names_of(wanted or "[]")
    kept = [name for name in names_of(now or "[]") if name in mine or name not in before]
    added = [name for name in mine if name not in before and name not in kept]
    found = (*kept, *added)
    return listed(found) if found else None


def overlaid(event: Event, fields: Mapping[str, CurrentEdit]) -> Event:
    """Replace what the program says by what people edited; keep all mentions."""
    changes: dict[str, Any] = {}
    for name, edit in fields.items():
        put = FIELDS[name].put if name in FIELDS else None
        if put is not None:
            changes |= put(edit.value)
    return replace(event, **changes)


def verdict_of(fields: Mapping[str, CurrentEdit]) -> Verdict | None:
    """Return what a person says of the event as a whole."""
    return Verdict(fields["verdict"].value) if "verdict" in fields else None

"""The fields that people edit, and their values as the text that the history keeps."""

import json
from collections.abc import Mapping
from dataclasses import replace

from timeline.model.edit import Verdict
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Category, Event, Status
from timeline.model.when import Basis
from timeline.store.changes import ADDED, MEMBERS, CurrentEdit

MACHINE_FIELDS = ("title", "when", "status", "category", "actors", "places")
OWN_FIELDS = ("verdict", "note", "tags", "pinned")
GROUPING = (MEMBERS, ADDED)
YES = "yes"


def machine_text(event: Event, field: str) -> str:
    """Return a field that the program fills, as text."""
    match field:
        case "title":
            return event.title
        case "when":
            return to_edtf(event.when)
        case "status":
            return event.status.value
        case "category":
            return event.category.value
        case "actors":
            return listed(event.actors)
        case "places":
            return listed(event.places)
        case _:
            raise ValueError(f"the program fills no field {field!r}")


def listed(names: tuple[str, ...]) -> str:
    """Write names as text."""
    return json.dumps(list(names), ensure_ascii=False)


def names_of(text: str) -> tuple[str, ...]:
    """Read names from text."""
    return tuple(str(name) for name in json.loads(text))


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
    fixed = {name: edit.value for name, edit in fields.items()}
    when = from_edtf(fixed["when"], Basis.GIVEN) if "when" in fixed else event.when
    return replace(
        event,
        title=fixed.get("title", event.title),
        when=when,
        status=Status(fixed.get("status", event.status.value)),
        category=Category(fixed.get("category", event.category.value)),
        actors=names_of(fixed["actors"]) if "actors" in fixed else event.actors,
        places=names_of(fixed["places"]) if "places" in fixed else event.places,
    )


def verdict_of(fields: Mapping[str, CurrentEdit]) -> Verdict | None:
    """Return what a person says of the event as a whole."""
    return Verdict(fields["verdict"].value) if "verdict" in fields else None

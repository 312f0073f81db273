"""Where an event holds something else than its editor saw."""

from collections.abc import Iterator, Mapping

from timeline.editing.field_edits import held_text
from timeline.model.edit import EditConflict, EventEdits
from timeline.model.event import Event
from timeline.store import Change, Sight


def changed_since(
    event: Event, wanted: Mapping[str, str | None], seen: Mapping[str, str]
) -> Iterator[EditConflict]:
    """Yield the wanted fields that hold another value than was seen, by a person or the program.

    Tags are no value but a set, and what is wanted already is no conflict.
    """
    edits = event.edits or EventEdits()
    edited = {one.field: one for one in edits.fields}
    extracted = dict(edits.extracted)
    for field in wanted.keys() & seen.keys() - {"tags"}:
        now, mine = held_text(event, field), wanted[field]
        if now in (seen[field], mine or ""):
            continue
        one = edited.get(field)
        yield EditConflict(
            event.id,
            field,
            mine,
            one.value if one else None,
            extracted.get(field, now),
            one.by if one else None,
            one.at if one else None,
            one.seq if one else 0,
        )


def unseen_of(change: Change, sight: Sight) -> tuple[EditConflict, ...]:
    """Return the edits of a change that was not seen: what it put, and what taking it back puts."""
    if change.id in sight.known:
        return ()
    return tuple(
        EditConflict(e.subject, e.field, e.old, e.new, e.extracted, change.by, change.at, e.seq)
        for e in change.edits
        if e.seq > sight.as_of
    )

"""What people decided on an event, as records and as sentences, so that no export hides a hand."""

from collections.abc import Iterator
from typing import Any

from timeline.model.edit import EventEdits, FieldEdit
from timeline.model.edtf import from_edtf
from timeline.wording.dates import date_in_words
from timeline.wording.fields import FIELDS, TYPED, FieldKind, field_name, names_of
from timeline.wording.plain_text import one_line


def edits_record(edits: EventEdits) -> dict[str, Any]:
    """Return what people decided as plain values."""
    return {
        "verdict": edits.verdict.value if edits.verdict else None,
        "tags": list(edits.tags),
        "note": edits.note,
        "pinned": edits.pinned,
        "added": edits.added,
        "decisions": [
            {"field": d.field, "value": d.value, "machine": d.extracted, "by": d.by, "at": d.at}
            for d in edits.fields
        ],
        "disagreements": list(edits.disagreements),
    }


def edits_in_words(edits: EventEdits) -> Iterator[str]:
    """Yield who edited what, and where the program says otherwise."""
    for decision in edits.fields:
        if decision.field == "verdict":
            yield f"{decision.value.capitalize()} by {_who(decision)}"
        elif FIELDS[decision.field].extracted:
            name = field_name(decision.field)
            before = f"; the program read {_read(decision)}" if decision.extracted else ""
            yield f"The {name} was set by {_who(decision)}{before}"
    if edits.grouped is not None:
        yield "Its sources were put together by a person"
    yield from map(one_line, edits.disagreements)
    for field in TYPED:
        if not field.extracted and (text := field.edited(edits)):
            said = ", ".join(names_of(text)) if field.kind is FieldKind.NAMES else text
            yield f"{field.title}: {one_line(said)}"


def _who(decision: FieldEdit) -> str:
    return one_line(decision.by or "a person")


def _read(decision: FieldEdit) -> str:
    text = decision.extracted or ""
    return date_in_words(from_edtf(text)) if decision.field == "when" else f"“{one_line(text)}”"

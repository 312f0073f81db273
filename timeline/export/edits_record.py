"""What people decided on an event, as records and as sentences, so that no export hides a hand."""

from collections.abc import Iterator
from typing import Any

from timeline.model.edit import EventEdits, FieldEdit
from timeline.model.edtf import from_edtf
from timeline.wording.dates import date_in_words
from timeline.wording.plain_text import one_line

_NAMES = {"when": "date"}
_UNSAID = ("verdict", "note", "tags", "pinned")  # said in sentences of their own


def edits_record(edits: EventEdits) -> dict[str, Any]:
    """Return what people decided as plain values."""
    return {
        "verdict": edits.verdict.value if edits.verdict else None,
        "tags": list(edits.tags),
        "note": edits.note,
        "pinned": edits.pinned,
        "added": edits.added,
        "decisions": [
            {"field": d.field, "value": d.value, "machine": d.machine, "by": d.by, "at": d.at}
            for d in edits.fields
        ],
        "disagreements": list(edits.disagreements),
    }


def edits_in_words(edits: EventEdits) -> Iterator[str]:
    """Yield who edited what, and where the program says otherwise."""
    for decision in edits.fields:
        if decision.field == "verdict":
            yield f"{decision.value.capitalize()} by {_who(decision)}"
        elif decision.field not in _UNSAID:
            name = _NAMES.get(decision.field, decision.field)
            before = f"; the program read {_machine(decision)}" if decision.machine else ""
            yield f"The {name} was set by {_who(decision)}{before}"
    if edits.grouped is not None:
        yield "Its sources were put together by a person"
    yield from map(one_line, edits.disagreements)
    if edits.tags:
        yield f"Tags: {one_line(', '.join(edits.tags))}"
    if edits.note:
        yield f"Note: {one_line(edits.note)}"


def _who(decision: FieldEdit) -> str:
    return one_line(decision.by or "a person")


def _machine(decision: FieldEdit) -> str:
    text = decision.machine or ""
    return date_in_words(from_edtf(text)) if decision.field == "when" else f"“{one_line(text)}”"

"""What people decided on an event, as records and as sentences, so that no export hides a hand."""

from collections.abc import Iterator
from typing import Any

from timeline.model.edit import Curation, Decision
from timeline.model.edtf import from_edtf
from timeline.wording.dates import date_in_words
from timeline.wording.plain_text import one_line

_NAMES = {"when": "date"}
_UNSAID = ("verdict", "note", "tags", "pinned")  # said in sentences of their own


def curation_record(curation: Curation) -> dict[str, Any]:
    """Return what people decided as plain values."""
    return {
        "verdict": curation.verdict.value if curation.verdict else None,
        "tags": list(curation.tags),
        "note": curation.note,
        "pinned": curation.pinned,
        "added": curation.added,
        "decisions": [
            {"field": d.field, "value": d.value, "machine": d.machine, "by": d.by, "at": d.at}
            for d in curation.decisions
        ],
        "disagreements": list(curation.disagreements),
    }


def decisions_in_words(curation: Curation) -> Iterator[str]:
    """Yield who edited what, and where the machine says otherwise."""
    for decision in curation.decisions:
        if decision.field == "verdict":
            yield f"{decision.value.capitalize()} by {_who(decision)}"
        elif decision.field not in _UNSAID:
            name = _NAMES.get(decision.field, decision.field)
            before = f"; the program read {_machine(decision)}" if decision.machine else ""
            yield f"The {name} was set by {_who(decision)}{before}"
    if curation.grouped is not None:
        yield "Its sources were put together by a person"
    yield from map(one_line, curation.disagreements)
    if curation.tags:
        yield f"Tags: {one_line(', '.join(curation.tags))}"
    if curation.note:
        yield f"Note: {one_line(curation.note)}"


def _who(decision: Decision) -> str:
    return one_line(decision.by or "a person")


def _machine(decision: Decision) -> str:
    text = decision.machine or ""
    return date_in_words(from_edtf(text)) if decision.field == "when" else f"“{one_line(text)}”"

"""What is wrong with a request, in one plain sentence."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from timeline.wording.labels import shortened
from timeline.wording.strings import text

_LONGEST_PLACE = 80  # characters
MOST_FAULTS = 20  # that are told of one request
_OWN = "value_error"  # of a check of ours, which says itself what it needs
_WORDS = {
    "string_type": "refusals.text",
    "string_too_long": "refusals.text-long",
    "int_type": "refusals.whole-number",
    "int_from_float": "refusals.whole-number",
    "float_type": "refusals.number",
    "bool_type": "refusals.truth",
    "greater_than_equal": "refusals.least",
    "less_than_equal": "refusals.most",
    "too_long": "refusals.list-long",
    "list_type": "refusals.list",
    "dict_type": "refusals.object",
    "model_type": "refusals.object",
    "model_attributes_type": "refusals.object",
    "missing": "refusals.missing",
    "extra_forbidden": "refusals.unknown",
    "too_short": "refusals.list-short",
    "string_too_short": "refusals.text-short",
    "literal_error": "refusals.one-of",
}


def sentence_of(error: ValidationError, where: str = "") -> str:
    """Return a sentence on the first of the faults: its place, and what is needed there."""
    fault = error.errors(include_url=False, include_input=False)[0]
    return blame((where, *fault["loc"]), words_of(fault))


def faults_of(error: ValidationError) -> tuple[tuple[tuple[str | int, ...], str], ...]:
    """Return where something is wrong, and what is needed there, as far as anybody reads on."""
    found = error.errors(include_url=False, include_input=False)[:MOST_FAULTS]
    return tuple((fault["loc"], words_of(fault)) for fault in found)


def words_of(fault: Mapping[str, Any]) -> str:
    """Return what a fault asks for; pydantic's own words where there are none of ours."""
    kind, values = str(fault["type"]), fault.get("ctx", {})
    if kind == _OWN:
        return str(values["error"])
    if kind not in _WORDS:
        return str(fault["msg"]).lower()
    return text(_WORDS[kind], **{name: _written(value) for name, value in values.items()})


def _written(value: object) -> str:
    return f"{value:,}" if isinstance(value, int | float) else str(value)


def blame(place: Sequence[object], words: str) -> str:
    """Return a sentence that says where in a request something is wrong, and what."""
    named = ".".join(str(part) for part in place if part != "")
    visible = "".join(sign if sign.isprintable() else "?" for sign in named)
    return f"{shortened(visible, _LONGEST_PLACE) or text('refusals.request')}: {words}."

"""What is wrong with a request, in one plain sentence."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from timeline.wording.labels import shortened

_LONGEST_PLACE = 80  # characters
MOST_FAULTS = 20  # that are told of one request
_WORDS = {
    "string_type": "a text is needed",
    "string_too_long": "at most {max_length:,} characters are allowed",
    "int_type": "a whole number is needed",
    "int_from_float": "a whole number is needed",
    "float_type": "a number is needed",
    "bool_type": "true or false is needed",
    "greater_than_equal": "the least allowed is {ge:,}",
    "less_than_equal": "the most allowed is {le:,}",
    "too_long": "at most {max_length:,} entries are allowed",
    "list_type": "a list is needed",
    "dict_type": "an object is needed",
    "model_type": "an object is needed",
    "model_attributes_type": "an object is needed",
    "missing": "this is needed",
    "extra_forbidden": "nothing of this name is taken",
    "too_short": "at least {min_length:,} entries are needed",
    "string_too_short": "at least {min_length:,} characters are needed",
    "value_error": "{error}",
    "literal_error": "{expected} is needed",
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
    template = _WORDS.get(str(fault["type"]))
    return template.format(**fault.get("ctx", {})) if template else str(fault["msg"]).lower()


def blame(place: Sequence[object], words: str) -> str:
    """Return a sentence that says where in a request something is wrong, and what."""
    named = ".".join(str(part) for part in place if part != "")
    visible = "".join(sign if sign.isprintable() else "?" for sign in named)
    return f"{shortened(visible, _LONGEST_PLACE) or 'The request'}: {words}."

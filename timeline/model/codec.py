"""Meanings as JSON values and back, for the store and the rule trace.

`{"op": "Shift", "of": {...}, ...}`: the operator's name and its fields, nested. Fields at their
default are left out, so that a field added later reads old values.
"""

import types
from dataclasses import MISSING, fields
from enum import StrEnum
from functools import lru_cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from timeline.model import meaning as operators
from timeline.model.interning import shared
from timeline.model.meaning import Amount, Fields, Meaning

_RECORDS: dict[str, type] = {kind.__name__: kind for kind in (*get_args(Meaning), Amount, Fields)}


def encode(value: Meaning) -> dict[str, Any]:
    """Return a meaning as a JSON object."""
    out: dict[str, Any] = {"op": type(value).__name__}
    for field in fields(value):
        item = getattr(value, field.name)
        if field.default is not MISSING and item == field.default:
            continue
        out[field.name] = encode(item) if type(item).__name__ in _RECORDS else item
    return out


def decode(data: dict[str, Any]) -> Meaning:
    """Read what `encode` writes; raise ValueError on an unknown operator or field."""
    try:
        kind = _RECORDS[data["op"]]
        hints = _hints(kind)
        given = {name: _decode(item, hints[name]) for name, item in data.items() if name != "op"}
        return shared(kind(**given))  # type: ignore[no-any-return]
    except (KeyError, TypeError) as error:
        msg = f"no meaning reads as {data!r}: {error}"
        raise ValueError(msg) from error


def _decode(item: Any, hint: Any) -> Any:  # noqa: ANN401 - any JSON value
    if isinstance(item, dict):
        return decode(item)
    for option in _options(hint):
        if isinstance(option, type) and issubclass(option, StrEnum) and isinstance(item, str):
            return option(item)
    return item


def _options(hint: Any) -> tuple[Any, ...]:  # noqa: ANN401 - a type, in any of typing's forms
    return get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind, vars(operators))

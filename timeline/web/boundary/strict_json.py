"""JSON as a browser may send it: bounded before it is parsed, and without what is not plain data.

The number of values and their depth are counted in one pass over the text that ends where a bound
is passed, so that a hostile text costs no more than an honest one.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NoReturn

from timeline.errors import RequestError
from timeline.web.page import limits

_DIGITS = 16  # of a whole number: JavaScript counts no further
# Strings, which may hold brackets, and the signs of structure; an end that is missing is the end.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[\]{},]', re.DOTALL)
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1, ",": 0}


@dataclass(frozen=True, slots=True)
class JsonLimits:
    """How many values a text may hold, and how deep."""

    values: int = limits.JSON_VALUES
    depth: int = limits.JSON_DEPTH


def parse_json(body: bytes, most: JsonLimits = JsonLimits()) -> Any:  # noqa: ANN401 - JSON
    """Return the value that JSON text stands for; raise RequestError with a sentence."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise RequestError("The request is not UTF-8; send JSON in UTF-8.") from None
    if not text.strip():
        raise RequestError("The request is empty; send JSON.")
    _measure(text, most)
    try:
        value = _DECODER.decode(text)
    except (ValueError, RecursionError):
        raise RequestError("The request is not JSON; send one JSON value.") from None
    if "\\u" in text and not all(map(_is_plain, _strings(value))):
        raise RequestError("A text holds NUL or half a character; send whole characters.")
    return value


def _measure(text: str, most: JsonLimits) -> None:
    depth = values = 0
    for token in _TOKEN.finditer(text):
        sign = token[0]
        step = _STEP.get(sign)
        if step is None:
            continue
        depth += step
        values += step >= 0
        if depth > most.depth:
            raise RequestError(f"The JSON is nested too deep; at most {most.depth} levels.")
        if values > most.values:
            raise RequestError(f"The JSON holds too much; at most {most.values:,} values.")


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise RequestError("The JSON names a key twice; name each key once.")
    return found


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > _DIGITS:
        raise RequestError(f"The JSON holds a number that is too large; at most {_DIGITS} digits.")
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise RequestError("The JSON holds a number that is too large.")
    return number


def _constant(name: str) -> NoReturn:
    raise RequestError(f"The JSON holds {name}; send finite numbers.")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_int=_whole, parse_float=_finite, parse_constant=_constant
)


def _strings(value: object) -> Iterator[str]:
    """Yield every string within a value, keys too, without recursion."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as text:
                yield text
            case list() as items:
                waiting.extend(items)
            case dict() as pairs:
                yield from pairs
                waiting.extend(pairs.values())


def _is_plain(text: str) -> bool:
    """Return whether a text holds no NUL and no half of a surrogate pair."""
    return "\0" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text)

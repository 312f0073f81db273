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
from timeline.wording.strings import text

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
        written = body.decode("utf-8")
    except UnicodeDecodeError:
        raise RequestError(text("refusals.encoding")) from None
    if not written.strip():
        raise RequestError(text("refusals.empty"))
    _measure(written, most)
    try:
        value = _DECODER.decode(written)
    except (ValueError, RecursionError):
        raise RequestError(text("refusals.no-json")) from None
    if "\\u" in written and not all(map(_is_plain, _strings(value))):
        raise RequestError(text("refusals.characters"))
    return value


def _measure(written: str, most: JsonLimits) -> None:
    depth = values = 0
    for token in _TOKEN.finditer(written):
        sign = token[0]
        step = _STEP.get(sign)
        if step is None:
            continue
        depth += step
        values += step >= 0
        if depth > most.depth:
            raise RequestError(text("refusals.deep", most=most.depth))
        if values > most.values:
            raise RequestError(text("refusals.much", most=f"{most.values:,}"))


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise RequestError(text("refusals.doubled"))
    return found


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > _DIGITS:
        raise RequestError(text("refusals.digits", most=_DIGITS))
    return int(digits)


def _finite(digits: str) -> float:
    number = float(digits)
    if not math.isfinite(number):
        raise RequestError(text("refusals.number-large"))
    return number


def _constant(name: str) -> NoReturn:
    raise RequestError(text("refusals.not-finite", value=name))


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_int=_whole, parse_float=_finite, parse_constant=_constant
)


def _strings(value: object) -> Iterator[str]:
    """Yield every string within a value, keys too, without recursion."""
    waiting = [value]
    while waiting:
        match waiting.pop():
            case str() as string:
                yield string
            case list() as items:
                waiting.extend(items)
            case dict() as pairs:
                yield from pairs
                waiting.extend(pairs.values())


def _is_plain(string: str) -> bool:
    """Return whether a text holds no NUL and no half of a surrogate pair."""
    return "\0" not in string and not any("\ud800" <= sign <= "\udfff" for sign in string)

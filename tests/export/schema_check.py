"""The part of JSON Schema (2020-12) that docs/timeline-1.schema.json uses, to check values by."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Rule = dict[str, Any]
SCHEMA = json.loads(Path("docs/timeline-1.schema.json").read_text(encoding="utf-8"))
KNOWN = {
    *("$schema", "$defs", "$ref", "title", "description", "type", "required", "properties"),
    *("additionalProperties", "items", "minItems", "enum", "const", "anyOf", "pattern"),
    *("minimum", "maximum"),
}
TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "boolean": (bool,),
    "integer": (int,),
    "number": (int, float),
    "null": (type(None),),
}


def faults(value: object, rule: Rule, path: str = "$") -> Iterator[str]:
    """Name every place where a value breaks a schema."""
    assert rule.keys() <= KNOWN, f"the checker does not know all of {sorted(rule)}"
    yield from _choice_faults(value, rule, path)
    if "type" in rule and not _is(value, rule["type"]):
        yield f"{path}: {value!r} is no {rule['type']}"
    elif isinstance(value, dict):
        yield from _object_faults(value, rule, path)
    elif isinstance(value, list):
        yield from _array_faults(value, rule, path)
    elif isinstance(value, str) and not re.search(rule.get("pattern", ""), value):
        yield f"{path}: {value!r} does not match {rule['pattern']}"
    elif isinstance(value, int | float) and not _in_bounds(value, rule):
        yield f"{path}: {value} is out of bounds"


def _choice_faults(value: object, rule: Rule, path: str) -> Iterator[str]:
    if "$ref" in rule:
        yield from faults(value, SCHEMA["$defs"][rule["$ref"].rpartition("/")[2]], path)
    if "anyOf" in rule and all(list(faults(value, option, path)) for option in rule["anyOf"]):
        yield f"{path}: {value!r} fits no choice"
    if "const" in rule and value != rule["const"]:
        yield f"{path}: {value!r} is not {rule['const']!r}"
    if "enum" in rule and value not in rule["enum"]:
        yield f"{path}: {value!r} is none of {rule['enum']}"


def _array_faults(value: list[Any], rule: Rule, path: str) -> Iterator[str]:
    if len(value) < rule.get("minItems", 0):
        yield f"{path}: too few"
    for at, item in enumerate(value):
        yield from faults(item, rule.get("items", {}), f"{path}[{at}]")


def _object_faults(value: dict[str, Any], rule: Rule, path: str) -> Iterator[str]:
    known = rule.get("properties", {})
    for name in rule.get("required", ()):
        if name not in value:
            yield f"{path}: {name} is missing"
    for name, item in value.items():
        if name in known:
            yield from faults(item, known[name], f"{path}.{name}")
        elif rule.get("additionalProperties", True) is False:
            yield f"{path}: {name} is unknown"


def _in_bounds(value: float, rule: Rule) -> bool:
    low, high = rule.get("minimum", value), rule.get("maximum", value)
    return bool(low <= value <= high)


def _is(value: object, name: str) -> bool:
    return isinstance(value, TYPES[name]) and (name == "boolean" or not isinstance(value, bool))

"""JSON and JSON Lines: one object an article, or a list of them wherever it stands in the file."""

import json
from collections.abc import Iterator
from typing import Any

from timeline.reading.content import Part, Refused, UnreadableError
from timeline.reading.decoding import decode
from timeline.reading.formats.record_articles import RECORDS, article, articles
from timeline.reading.record import Record, body_of

DEEPEST = 4  # levels of wrapping around the list: {"response": {"docs": [...]}}


def read(data: bytes, ending: str) -> list[Part]:
    """Read a JSON file; raise `UnreadableError` where it is damaged or holds no article."""
    text = decode(data)
    if ending in (".jsonl", ".ndjson"):
        return articles(_lines(text))
    try:
        value = _loaded(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise UnreadableError(f"is damaged JSON: {error.msg} in line {error.lineno}") from error
        return articles(_lines(text))
    except (ValueError, RecursionError) as error:
        raise UnreadableError(_excess(error)) from error
    return _of_value(value)


def _of_value(value: Any) -> list[Part]:  # noqa: ANN401 - any JSON value
    if isinstance(value, dict) and str(value.get("schema", "")).startswith("timeline/"):
        raise UnreadableError("is a timeline that was exported, not an article")
    if isinstance(value, dict) and body_of(value):
        return [article(value)]
    found = _list_in(value, 0)
    if not found:
        raise UnreadableError(f"is JSON without an article: no object has {RECORDS}")
    return articles(found)


def _list_in(value: Any, depth: int) -> list[Record]:  # noqa: ANN401 - any JSON value
    """Give the first list of objects of which one holds a text."""
    if isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict)]
        if any(map(body_of, objects)):
            return objects
        return next((f for item in objects[:10] if (f := _list_in(item, depth + 1))), [])
    if not isinstance(value, dict) or depth > DEEPEST:
        return []
    inner = (v for v in value.values() if isinstance(v, list | dict))
    return next((f for v in inner if (f := _list_in(v, depth + 1))), [])


def _lines(text: str) -> Iterator[Record | Refused]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = _loaded(line)
        except json.JSONDecodeError as error:
            yield Refused(str(number), f"is damaged JSON: {error.msg}")
        except (ValueError, RecursionError) as error:
            yield Refused(str(number), _excess(error))
        else:
            yield value if isinstance(value, dict) else Refused(str(number), "is no JSON object")


def _loaded(text: str) -> Any:  # noqa: ANN401 - any JSON value
    return json.loads(text, strict=False)


def _excess(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "is JSON nested without end"
    return "is JSON with a number too long to read"

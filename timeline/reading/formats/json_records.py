"""JSON and JSON Lines: one object an article, or lists of them wherever they stand in the file."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from timeline.model.article import LeftOut
from timeline.reading.content import Content, Part, Refused, UnreadableError
from timeline.reading.decoding import decode
from timeline.reading.formats.bibliography import csl_records
from timeline.reading.formats.chat_exports import chats_in
from timeline.reading.formats.record_articles import RECORDS, article, articles
from timeline.reading.left_out import left_out
from timeline.reading.record import Record, body_of, has_text
from timeline.reading.rich_text import holds_prose, is_prose, text_of

READS = (".json", ".jsonl", ".ndjson")

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
    if isinstance(value, dict) and _lists_events(value.get("events")):
        raise UnreadableError("is a list of events: bring it in with `timeline import`")
    records = csl_records(value)
    if records:
        return articles(records)
    chats = chats_in(value)
    if chats is not None:
        if not chats.records:
            raise UnreadableError("is a chat in which no message has a text")
        return _with_beside(articles(chats.records), left_out(chats.without_text))
    if isinstance(value, dict) and has_text(value):
        return [article(value)]
    found = _Found()
    found.search(value, "", 0)
    if not found.records and isinstance(value, dict) and body_of(value):
        return [article(value)]
    if not found.records:
        raise UnreadableError(f"is JSON without an article: no object has {RECORDS}")
    return _with_beside(articles(found.records), left_out(found.beside))


def _lists_events(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    """Return whether a value is the slides of TimelineJS, whose dates are objects."""
    return isinstance(value, list) and any(
        isinstance(item, dict) and isinstance(item.get("start_date"), dict) for item in value
    )


def _with_beside(parts: list[Part], beside: tuple[LeftOut, ...]) -> list[Part]:
    """Return parts, what stands beside the records noted at the first article."""
    first = next((at for at, part in enumerate(parts) if isinstance(part, Content)), None)
    if beside and first is not None:
        part = parts[first]
        if isinstance(part, Content):
            parts[first] = replace(part, left_out=(*part.left_out, *beside))
    return parts


@dataclass(slots=True)
class _Found:
    """The records of a file, wherever they stand, and the prose beside them by its field."""

    records: list[Record] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)

    def search(self, value: Any, name: str, depth: int) -> None:  # noqa: ANN401 - any JSON value
        """Add what a value holds."""
        objects = [item for item in value if isinstance(item, dict)] if _is_list(value) else []
        if any(map(body_of, objects)):
            self._take(value, name, depth)
        elif depth > DEEPEST or not isinstance(value, list | dict):
            if holds_prose(value):
                self.beside.append(
                    (f"field {name}" if name else "text beside the articles", text_of(value))
                )
        elif isinstance(value, list):
            for item in value:
                self.search(item, name, depth + 1)
        else:
            for inner, item in value.items():
                if isinstance(item, dict) and has_text(item):
                    self.records.append(item)
                else:
                    self.search(item, inner, depth + 1)

    def _take(self, items: list[Any], name: str, depth: int) -> None:
        for item in items:
            if isinstance(item, dict):
                self.records.append(item)
            elif isinstance(item, str) and is_prose(item):
                self.records.append({"text": item})
            else:
                self.search(item, name, depth + 1)


def _is_list(value: Any) -> bool:  # noqa: ANN401 - any JSON value
    return isinstance(value, list)


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
    return json.loads(text, strict=False, object_pairs_hook=_object)


def _object(pairs: list[tuple[str, Any]]) -> Record:
    """Return an object; where a name stands in it more than once, all that it names is kept."""
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    values: dict[str, list[Any]] = {}
    for name, value in pairs:
        values.setdefault(name, []).append(value)
    return {name: several if len(several) > 1 else several[0] for name, several in values.items()}


def _excess(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "is JSON nested without end"
    return "is JSON with a number too long to read"

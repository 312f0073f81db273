"""The JSON export: one document of the schema "timeline/1"."""

from collections.abc import Iterable
from typing import TextIO

from timeline.export.format import Format, as_text
from timeline.export.records import SCHEMA, Record, document_record, event_record
from timeline.model.timeline import Timeline
from timeline.wording.json_text import json_text

INDENT = 1


def write_json(timeline: Timeline, out: TextIO) -> None:
    """Write articles and events, one after the other, so that memory holds one at a time."""
    out.write(f'{{\n "schema": {json_text(SCHEMA)},\n "documents": ')
    _write_list(map(document_record, timeline.documents), out)
    out.write(',\n "events": ')
    _write_list((event_record(event) for event in timeline.events), out)
    out.write("\n}\n")


def _write_list(records: Iterable[Record], out: TextIO) -> None:
    opened = False
    for record in records:
        lines = json_text(record, INDENT).replace("\n", "\n" + " " * 2 * INDENT)
        out.write(f"{',' if opened else '['}\n{' ' * 2 * INDENT}{lines}")
        opened = True
    out.write("\n ]" if opened else "[]")


FORMAT = Format(
    "json",
    ".json",
    "application/json",
    "one document: the articles, and the events with all their mentions",
    as_text(write_json),
    place=10,
)

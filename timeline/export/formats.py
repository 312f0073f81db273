"""The formats that a timeline can be written in, by name."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType
from typing import BinaryIO

from timeline.export.format import Drawing, Format, as_text
from timeline.export.json_document import write_json
from timeline.export.json_lines import write_json_lines
from timeline.export.selecting import selected
from timeline.export.table import write_table
from timeline.model.selection import Selection
from timeline.model.timeline import Timeline

_ALL = (
    Format(
        "json",
        ".json",
        "application/json",
        "one document: the articles, and the events with all their mentions",
        as_text(write_json),
    ),
    Format(
        "jsonl",
        ".jsonl",
        "application/jsonl",
        "one event a line, each with the articles that tell of it",
        as_text(write_json_lines),
    ),
    Format(
        "csv",
        ".csv",
        "text/csv",
        "one row for each mention of an event, for a spreadsheet",
        as_text(write_table),
    ),
)
FORMATS: Mapping[str, Format] = MappingProxyType({kind.name: kind for kind in _ALL})


def write(
    timeline: Timeline, format_name: str, out: BinaryIO, drawing: Drawing | None = None
) -> None:
    """Write a timeline to a stream of bytes; raise ValueError for a format not in FORMATS."""
    if format_name not in FORMATS:
        raise ValueError(f"no export format is called {format_name!r}; try {', '.join(FORMATS)}")
    FORMATS[format_name].write(timeline, out, drawing or Drawing())


def exported(
    timeline: Timeline,
    format_name: str,
    selection: Selection | None = None,
    drawing: Drawing | None = None,
) -> bytes:
    """Give what a selection keeps of a timeline in a format; without a selection, all of it.

    A picture shows the selection's window of days, unless the drawing names another.
    """
    chosen = selection or Selection()
    look = drawing or Drawing()
    if look.window is None:
        look = replace(look, window=chosen.window)
    out = BytesIO()
    write(selected(timeline, chosen), format_name, out, look)
    return out.getvalue()

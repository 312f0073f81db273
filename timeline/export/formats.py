"""The formats that a timeline can be written in, by name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TextIO

from timeline.export.json_document import write_json
from timeline.export.json_lines import write_json_lines
from timeline.export.table import write_table
from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the ending of its files, its media type (RFC 6838), its writer."""

    name: str
    suffix: str
    media_type: str
    summary: str
    write: Callable[[Timeline, TextIO], None]


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        kind.name: kind
        for kind in (
            Format(
                "json",
                ".json",
                "application/json",
                "one document: the articles, and the events with all their mentions",
                write_json,
            ),
            Format(
                "jsonl",
                ".jsonl",
                "application/jsonl",
                "one event a line, each with the articles that tell of it",
                write_json_lines,
            ),
            Format(
                "csv",
                ".csv",
                "text/csv",
                "one row for each mention of an event, for a spreadsheet",
                write_table,
            ),
        )
    }
)


def write(timeline: Timeline, format_name: str, out: TextIO) -> None:
    """Write a timeline to a text stream; raise ValueError for a format that is not in FORMATS."""
    if format_name not in FORMATS:
        raise ValueError(f"no export format is called {format_name!r}; try {', '.join(FORMATS)}")
    FORMATS[format_name].write(timeline, out)

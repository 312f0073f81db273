"""The formats that a timeline can be written in, by name."""

from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from types import MappingProxyType
from typing import BinaryIO

from timeline.drawing.options import Drawing
from timeline.export.calendar_file import write_calendar
from timeline.export.format import Format, as_text
from timeline.export.json_document import write_json
from timeline.export.json_lines import write_json_lines
from timeline.export.markdown import write_markdown
from timeline.export.pictures import write_pdf, write_png, write_svg
from timeline.export.table import write_table
from timeline.export.timelinejs import write_timelinejs
from timeline.export.timeml_events import write_timeml_events
from timeline.export.timesketch import write_timesketch
from timeline.export.web_annotation import write_annotations
from timeline.export.web_page import write_web_page
from timeline.export.word_document import write_word
from timeline.model.timeline import Timeline
from timeline.query.selection import Selection, selected

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
    Format(
        "markdown",
        ".md",
        "text/markdown",
        "a chronology to read and print, by year",
        as_text(write_markdown),
    ),
    Format(
        "docx",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "the same chronology for a word processor",
        write_word,
        binary=True,
    ),
    Format(
        "timelinejs",
        ".timelinejs.json",
        "application/json",
        "slides for TimelineJS 3; `timeline import` reads it back",
        as_text(write_timelinejs),
    ),
    Format(
        "ics",
        ".ics",
        "text/calendar",
        "iCalendar: all-day events over the days that are possible",
        write_calendar,
    ),
    Format(
        "timeml",
        ".zip",
        "application/zip",
        "a zip with a TimeML file for each article: events, dates and their links",
        write_timeml_events,
        binary=True,
    ),
    Format(
        "annotations",
        ".jsonld",
        "application/ld+json",
        "W3C Web Annotations: each mention at its sentence",
        as_text(write_annotations),
    ),
    Format(
        "timesketch",
        ".timesketch.csv",
        "text/csv",
        "Timesketch: a row for each first and last possible day",
        as_text(write_timesketch),
    ),
    Format(
        "html",
        ".html",
        "text/html",
        "an interactive page in one file, which needs no network",
        as_text(write_web_page),
    ),
    Format("svg", ".svg", "image/svg+xml", "a picture of the view that scales", write_svg),
    Format("png", ".png", "image/png", "a picture of the view", write_png, binary=True),
    Format(
        "pdf",
        ".pdf",
        "application/pdf",
        "a picture of the view on a page of its size, to print",
        write_pdf,
        binary=True,
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
    """Return what a selection keeps of a timeline in a format; without a selection, all of it.

    A picture shows the selection's window of days, unless the drawing names another.
    """
    chosen = selection or Selection()
    look = drawing or Drawing()
    if look.window is None:
        look = replace(look, window=chosen.window)
    out = BytesIO()
    write(selected(timeline, chosen), format_name, out, look)
    return out.getvalue()

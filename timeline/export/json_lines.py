"""The JSON Lines export: an event a line, each complete in itself.

A line is an event as in the JSON export, but `documents` are the articles that tell of it, each
with its publication date, and not their count. So a line can be read, filtered and passed on
without the others. An article that tells of no event stands in no line.
"""

from typing import TextIO

from timeline.export.format import Format, as_text
from timeline.export.records import document_record, event_record
from timeline.model.timeline import Timeline
from timeline.wording.json_text import json_text


def write_json_lines(timeline: Timeline, out: TextIO) -> None:
    """Write one line for each event, in the order of the timeline."""
    known = {document.article.document: document for document in timeline.documents}
    for event in timeline.events:
        told_by = [document_record(known[name]) for name in event.documents if name in known]
        out.write(json_text({**event_record(event), "documents": told_by}) + "\n")


FORMAT = Format(
    "jsonl",
    ".jsonl",
    "application/jsonl",
    "one event a line, each with the articles that tell of it",
    as_text(write_json_lines),
    place=20,
)

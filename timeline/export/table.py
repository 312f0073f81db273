r"""The CSV export: a row for each mention (RFC 4180, UTF-8, with a header row).

Cells that hold text of an article, of a file name or of a user are guarded against running
as formulas (formula_guard.py). Columns of dates are not: their values are made of digits and
the signs of EDTF, so they can do no harm, and a year before 0000 keeps its sign (-0044-03-15).
A list (actors, places, the steps of an explanation) is one cell, its items parted by "; "; a
semicolon within a name is written as `\;`, so that `timeline import` finds the same names.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from timeline.export.edits_record import edits_in_words
from timeline.export.format import Format, as_text
from timeline.export.records import Record, document_record, event_record
from timeline.model.edit import EventEdits
from timeline.model.timeline import Timeline
from timeline.wording.table_cells import guarded, joined

_DATES = ("start", "end", "edtf")
_SHARES = ("confidence", "confidence_date", "confidence_wording", "worth")
PLAIN_COLUMNS = frozenset(f"{of}{name}" for of in ("", "event_", "published_") for name in _DATES)
_DATE = re.compile(r"[0-9XYTZ:+\-~./\[\]]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_DOCUMENT: Record = {"title": None, "language": None, "url": None, "published": {}}
COLUMNS = (
    *("event", "event_title", "event_start", "event_end", "event_edtf", "event_status"),
    *("category", "actors", "places", "confidence", "conflicts"),
    *("title", "start", "end", "edtf", "precision", "approximate", "basis", "status"),
    *("attribution", "expression", "expression_start", "expression_end"),
    *("sentence", "sentence_start", "sentence_end"),
    *("timex_type", "timex_value", "timex_mod", "rule", "explanation"),
    *("document", "document_title", "language", "url"),
    *("published_start", "published_end", "published_edtf", "published_basis"),
    *("verdict", "tags", "note", "decisions"),
    *("independent_sources", "figures"),
    *("confidence_date", "confidence_wording", "worth"),
)


def write_table(timeline: Timeline, out: TextIO) -> None:
    """Write the header row, then the mentions event by event."""
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    documents = {d.article.document: document_record(d) for d in timeline.documents}
    for event in timeline.events:
        decided = _edit_columns(event.edits)
        for row in _rows(event_record(event) | decided, documents):
            rows.writerow(_cell(name, row[name]) for name in COLUMNS)


def _rows(event: Record, documents: dict[str, Record]) -> Iterator[Record]:
    of_event = {
        "event": event["id"],
        "event_title": event["title"],
        "event_status": event["status"],
        "category": event["category"],
        "actors": joined(event["actors"]),
        "places": joined(event["places"]),
        **{name: event[name] for name in _SHARES},
        "independent_sources": event["documents"],
        "conflicts": [conflict["statement"] for conflict in event["conflicts"]],
        **_prefixed("event_", event["when"], _DATES),
        **{name: event[name] for name in ("verdict", "tags", "note", "decisions")},
    }
    for mention in event["mentions"]:
        document = documents.get(mention["document"], _NO_DOCUMENT)
        yield {**of_event, **_mention_columns(mention), **_document_columns(document)}


def _edit_columns(edits: EventEdits | None) -> Record:
    held = edits or EventEdits()
    return {
        "verdict": held.verdict.value if held.verdict else None,
        "tags": joined(held.tags),
        "note": held.note,
        "decisions": list(edits_in_words(held)),
    }


def _mention_columns(mention: Record) -> Record:
    kept = ("document", "title", "status", "attribution", "rule", "explanation")
    return {
        **{name: mention[name] for name in kept},
        "figures": [figure["text"] for figure in mention["figures"]],
        **mention["when"],
        **_place("expression", mention["expression"]),
        **_place("sentence", mention["sentence"]),
        **_prefixed("timex_", mention["timex"], ("type", "value", "mod")),
    }


def _document_columns(document: Record) -> Record:
    return {
        "document_title": document["title"],
        "language": document["language"],
        "url": document["url"],
        **_prefixed("published_", document["published"], (*_DATES, "basis")),
    }


def _place(name: str, quote: Record) -> Record:
    return {name: quote["text"], f"{name}_start": quote["start"], f"{name}_end": quote["end"]}


def _prefixed(prefix: str, record: Record, names: Iterable[str]) -> Record:
    return {f"{prefix}{name}": record.get(name) for name in names}


def _cell(column: str, value: object) -> str:
    """Write a value: nothing for None, true and false as in JSON, a list as one text."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list():
            text = "; ".join(value)
        case _:
            text = str(value)
    # Half a surrogate pair has no UTF-8 form; a spreadsheet has no escape for it either.
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)
    plain = column in PLAIN_COLUMNS and _DATE.fullmatch(text)
    return text if plain else guarded(text)


FORMAT = Format(
    "csv",
    ".csv",
    "text/csv",
    "one row for each mention of an event, for a spreadsheet",
    as_text(write_table),
    place=30,
)

"""CSV files: one article a row, columns named by the first."""

import csv
import io
from collections.abc import Iterator

from timeline.reading.content import Part, UnreadableError
from timeline.reading.decoding import decode
from timeline.reading.formats.record_articles import articles
from timeline.reading.record import Record, body_of, folded

LONGEST_FIELD = 20_000_000  # characters; csv's own limit, 131,072, is shorter than long articles
_DELIMITERS = ",;\t|"


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the first row tells
    """Read a CSV file; raise `UnreadableError` where it is damaged or has no column of texts."""
    text = decode(data)
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_FIELD)
    # Lines end where CSV ends them, and not at every sign that Unicode calls a line end.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return articles(_records(rows), place="column")
    except csv.Error as error:
        raise UnreadableError(f"is damaged CSV: {error} in line {rows.line_num}") from error


def _records(rows: Iterator[list[str]]) -> Iterator[Record]:
    header = [name.strip() for name in next(rows, [])]
    if not body_of(dict.fromkeys(header, "text")):
        if {"document", "published"} <= set(map(folded, header)):
            raise UnreadableError(
                "is a list of publication dates: name it metadata.csv, beside the articles"
            )
        raise UnreadableError(
            f"has no column text, body or content; its first row is {', '.join(header)[:80]!r}"
        )
    for row in rows:
        if any(cell.strip() for cell in row):
            yield dict(zip(header, row, strict=False))

"""CSV files: one article a row, columns named by the first."""

import csv
import io

from timeline.reading.content import Part, UnreadableError
from timeline.reading.decoding import decode
from timeline.reading.formats.record_articles import articles
from timeline.reading.formats.row_records import records_of

READS = (".csv", ".tsv")

LONGEST_FIELD = 20_000_000  # characters; csv's own limit, 131,072, is shorter than long articles
_DELIMITERS = ",;\t|"


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the first row tells
    """Read a CSV file; raise `UnreadableError` where it is damaged or has no column of texts."""
    text = decode(data)
    first = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    csv.field_size_limit(LONGEST_FIELD)
    # Not `splitlines`: it would end a row at a form feed or U+2028 within a text.
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return articles(records_of(rows, delimiter), place="column")
    except csv.Error as error:
        raise UnreadableError(f"is damaged CSV: {error} in line {rows.line_num}") from error

"""CSV files: one article a row, columns named by the first."""

import csv
import io
from collections.abc import Iterator

from timeline.reading.content import Part, UnreadableError
from timeline.reading.decoding import decode
from timeline.reading.formats.record_articles import articles
from timeline.reading.record import Record, body_of, folded

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
        return articles(_records(rows, delimiter), place="column")
    except csv.Error as error:
        raise UnreadableError(f"is damaged CSV: {error} in line {rows.line_num}") from error


def _records(rows: Iterator[list[str]], delimiter: str) -> Iterator[Record]:
    first = [cell.strip() for cell in next(rows, [])]
    body = body_of(dict.fromkeys(first, "text"))
    if not body:
        if {"document", "published"} <= set(map(folded, first)):
            raise UnreadableError(
                "is a list of publication dates: name it metadata.csv, beside the articles"
            )
        raise UnreadableError(
            f"has no column text, body or content; its first row is {', '.join(first)[:80]!r}"
        )
    header = _header(first)
    for row in rows:
        if any(cell.strip() for cell in row):
            yield _record(header, row, delimiter, last_is_text=body.field == header[-1])


def _header(cells: list[str]) -> list[str]:
    """Return the names of the columns, each its own: "text", "text (2)", "column 3"."""
    names: dict[str, None] = {}
    for number, cell in enumerate(cells, 1):
        name = cell or f"column {number}"
        names[name if name not in names else f"{name} ({number})"] = None
    return list(names)


def _record(header: list[str], row: list[str], delimiter: str, *, last_is_text: bool) -> Record:
    """Return a row by column; what stands beyond the last belongs to a text that is not quoted."""
    size = len(header)
    if last_is_text and len(row) > size:
        row = [*row[: size - 1], delimiter.join(row[size - 1 :])]
    further = (f"beyond the header ({number})" for number in range(size + 1, len(row) + 1))
    return dict(zip((*header, *further), row, strict=False))

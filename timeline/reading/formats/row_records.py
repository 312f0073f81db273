"""Rows of a table as records: a header row names the columns, every further row is an article."""

from collections.abc import Iterator

from timeline.reading.content import UnreadableError
from timeline.reading.record import Record, body_of, folded

EVENTS = "a list of events is brought in with `timeline import`"


def records_of(rows: Iterator[list[str]], delimiter: str) -> Iterator[Record]:
    """Yield the rows below the header by column; raise `UnreadableError` without one of texts."""
    first = [cell.strip() for cell in next(rows, [])]
    body = body_of(dict.fromkeys(first, "text"))
    if not body:
        if {"document", "published"} <= set(map(folded, first)):
            raise UnreadableError(
                "is a list of publication dates: name it metadata.csv, beside the articles"
            )
        raise UnreadableError(
            f"has no column text, body or content ({EVENTS}); "
            f"its first row is {', '.join(first)[:80]!r}"
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

"""The rows of a spreadsheet's first sheet with something in it, as CSV: for `timeline import`."""

import csv
import io

from timeline.reading.content import Content, Part, UnreadableError
from timeline.reading.formats.spreadsheet import opened, rows_of

READS = ()  # no file is told to be one: who wants the rows asks for this kind


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Return a sheet's rows; raise `UnreadableError` where there are none."""
    out = io.StringIO(newline="")
    with opened(data) as book:
        for name in book.sheet_names:
            csv.writer(out, lineterminator="\n").writerows(rows_of(book.get_sheet_by_name(name)))
            if out.tell():
                return [Content(out.getvalue())]
    raise UnreadableError("is a spreadsheet without rows")

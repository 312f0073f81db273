"""Spreadsheets (Excel, OpenDocument): one article a row, as in a CSV file, sheet after sheet.

A cell is read as it is stored: a date as ISO 8601, a whole number without a point. Formulas are not
computed; the value that was saved with them counts.
"""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from timeline.reading.content import Part, UnreadableError
from timeline.reading.formats.record_articles import articles
from timeline.reading.formats.row_records import records_of
from timeline.reading.formats.zipped import Zipped
from timeline.reading.record import Record

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

READS = (".xlsx", ".xls", ".ods", ".xlsm")

MOST_CELLS = 5_000_000  # of a sheet, empty ones included
EXCEL, OPEN_DOCUMENT = "xl/workbook.xml", "application/vnd.oasis.opendocument.spreadsheet"
_Cell = int | float | str | bool | time | date | datetime | timedelta


def read(data: bytes, ending: str) -> list[Part]:  # noqa: ARG001 - the content tells
    """Read a spreadsheet; raise `UnreadableError` where it is damaged or has no column of texts."""
    with opened(data) as book:
        return articles(_of_sheets(book), place="column")


@contextmanager
def opened(data: bytes) -> "Iterator[CalamineWorkbook]":
    """Open a workbook; raise `UnreadableError` where it turns out to be damaged or locked."""
    from python_calamine import (  # noqa: PLC0415 - few files are spreadsheets
        CalamineError,
        CalamineWorkbook,
    )

    if data.startswith(b"PK"):
        Zipped(data)  # what it declares is within the limits
    try:
        yield CalamineWorkbook.from_filelike(io.BytesIO(data))
    except (CalamineError, ValueError, OSError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(_reason(str(error))) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of Rust; no subclass of Exception
            raise
        raise UnreadableError("is a damaged spreadsheet") from error


def _reason(message: str) -> str:
    if "password" in message.casefold():
        return "is locked with a password: save it without one"
    return "is a damaged spreadsheet: open it in its program and save it anew"


def _of_sheets(book: "CalamineWorkbook") -> Iterator[Record]:
    """Yield the rows of every sheet that has a column of texts; raise where none has."""
    refused: list[UnreadableError] = []
    for name in book.sheet_names:
        records = records_of(rows_of(book.get_sheet_by_name(name)), " ")
        try:
            first = next(records, None)
        except UnreadableError as error:
            refused.append(error)
            continue
        if first is not None:
            yield from chain([first], records)
            refused.clear()
    if refused:
        raise refused[0]


def rows_of(sheet: "CalamineSheet") -> Iterator[list[str]]:
    """Yield the rows that hold something; raise `UnreadableError` where a sheet is too large."""
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        raise UnreadableError(f"has more than {MOST_CELLS:,} cells in a sheet; split it")
    return (row for row in map(_row, sheet.iter_rows()) if any(cell.strip() for cell in row))


def _row(cells: list[_Cell]) -> list[str]:
    return list(map(_written, cells))


def _written(cell: _Cell) -> str:
    match cell:
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell)

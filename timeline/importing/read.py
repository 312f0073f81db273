"""A person's event list: TimelineJS, or a table as text, JSON or a spreadsheet.

A table in a file is read a row at a time, whatever its size.
"""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from timeline.errors import TimelineError
from timeline.importing.event_table import read_event_table, read_rows
from timeline.importing.imported import Imported
from timeline.importing.json_tables import table_in
from timeline.importing.table_columns import delimiter
from timeline.importing.timelinejs import read_timelinejs
from timeline.reading import ReadingProcess
from timeline.reading.content import Content, Refused, UnreadableError
from timeline.reading.kinds import Kind

MOST_BYTES = 50_000_000  # of what is read whole
_HEAD = 1_000_000  # characters by which a file is known
SHEET_ROWS = Kind("sheet_rows")
_PACKED = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
LONGEST_CELL = 20_000_000  # characters
_Columns = Mapping[str, str] | None


def read_list(data: bytes, name: str, columns: _Columns = None) -> Imported:
    """Read a list; `name` is what its events name as their source, `columns` a map of its columns.

    Raises TimelineError where it is too large, no text in UTF-8, or holds no list of events.
    """
    if len(data) > MOST_BYTES:
        raise TimelineError(f"{name}: is larger than {MOST_BYTES // 1_000_000} MB")
    if data.startswith(_PACKED):
        return read_event_table(_sheet(data, name), name, columns)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TimelineError(f"{name}: is no text in UTF-8; save it as CSV UTF-8 or JSON") from error
    if text.lstrip()[:1] in ("{", "["):
        return _of_json(text, name, columns)
    return read_event_table(text, name, columns)


def read_list_file(path: Path, columns: _Columns = None) -> Imported:
    """Read a list in a file as `read_list` does; a table may be of any size.

    Raises TimelineError where the file cannot be read as well.
    """
    name = path.name
    try:
        with path.open("rb") as file:
            start = file.read(4)
            small = path.stat().st_size <= MOST_BYTES
            if small or start.startswith((b"{", b"[", *_PACKED)):
                return read_list(start + file.read(MOST_BYTES + 1), name, columns)
        with path.open(encoding="utf-8-sig", newline="") as text:
            sign = delimiter(text.read(_HEAD))
        return read_rows(lambda: _rows_of(path, sign), name, columns)
    except UnicodeDecodeError as error:
        raise TimelineError(f"{name}: is no text in UTF-8; save it as CSV UTF-8 or JSON") from error
    except OSError as error:
        raise TimelineError(f"{path}: cannot be read ({error.strerror})") from error


def _sheet(data: bytes, name: str) -> str:
    """Return the rows of a spreadsheet as CSV, read in the process for files that need a parser."""
    with ReadingProcess() as process:
        try:
            (part,) = process.read(SHEET_ROWS, PurePath(name).suffix.lower(), data)
        except UnreadableError as error:
            raise TimelineError(f"{name}: {error}") from error
    if isinstance(part, Refused):
        raise TimelineError(f"{name}: {part.reason}")
    return part.text if isinstance(part, Content) else ""


def _rows_of(path: Path, sign: str) -> Iterator[list[str]]:
    csv.field_size_limit(LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as text:
        yield from csv.reader(text, delimiter=sign)


def _of_json(text: str, name: str, columns: _Columns) -> Imported:
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        document = None  # said by the reader of TimelineJS
    slides = isinstance(document, dict) and isinstance(document.get("events"), list)
    rows = None if slides and columns is None else table_in(document)
    if rows is None:
        return read_timelinejs(text, name)
    return read_rows(lambda: iter(rows), name, columns)

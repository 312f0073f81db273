"""A table of events: CSV with a header row, in this program's own columns or in anybody's.

Columns are known by their names, in any order and in any language that is read, else by what they
hold (`table_columns.py`): title; date, or start and end, or year, month and day (and end year ...)
as in TimelineJS' spreadsheet; status, category, actors, places, text, url. Dates are EDTF or plain
words. Tables of programs and projects are known by their columns (`known_tables.py`), any other by
a person's map of them (`column_map.py`). A table that this program exported holds a row for each
mention; its events come back as they were.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from timeline.app.date_input import read_when
from timeline.errors import DateInputError, TimelineError
from timeline.importing.column_map import mapped_table
from timeline.importing.imported import Imported, ListedEvent, laid_out
from timeline.importing.known_rows import KnownRows
from timeline.importing.known_tables import KnownTable, header_of, known_table
from timeline.importing.table_columns import (
    columns_by_content,
    columns_by_name,
    delimiter,
    is_header,
    plain_name,
)
from timeline.languages import own_languages
from timeline.languages.dates import read_date
from timeline.languages.numeric_dates import numeric_date, order_is_open
from timeline.model.edtf import UNKNOWN
from timeline.model.event import Category, Status
from timeline.model.when import Basis, Kind, When
from timeline.tagging.numeric_order import day_comes_first
from timeline.wording.plain_text import one_line
from timeline.wording.table_cells import parted, unguarded

_LONGEST_DATE, _LONGEST_NAMES = 60, 200  # characters
_KEY = "event"  # of this program's own tables: rows of one event share it
SAMPLE = 50  # rows by which a table is known
MOST_EVENTS = 100_000  # of a list; a person's events are laid over those found, each in memory
_Row = Mapping[str, str]
Rows = Callable[[], Iterator[list[str]]]


def read_event_table(text: str, name: str, columns: Mapping[str, str] | None = None) -> Imported:
    """Read a table in a text as `read_rows` does."""
    sign = delimiter(text)

    def rows() -> Iterator[list[str]]:
        return csv.reader(io.StringIO(text, newline=""), delimiter=sign)

    return read_rows(rows, name, columns)


def read_rows(rows: Rows, name: str, columns: Mapping[str, str] | None = None) -> Imported:
    """Read a table; `rows` starts it anew each time, so that none has to be held in memory whole.

    `columns` is a person's map of its columns. Raise TimelineError where no column holds titles, or
    the table holds too many events.
    """
    try:
        head = list(islice(_filled(rows), 1 + SAMPLE)) or [[]]
        table = _shape(head, name, columns)
        return _read(table, _filled(rows), name, lambda: _filled(rows))
    except csv.Error as error:
        raise TimelineError(f"{name}: is no CSV ({error})") from None


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a table is: the places of its columns, and what it is known as, if anything."""

    headed: bool
    columns: Mapping[str, int]
    known: KnownTable | None = None
    own: int | None = None


def _shape(head: list[list[str]], name: str, given: Mapping[str, str] | None) -> _Shape:
    header, body = head[0], head[1:]
    plain = [plain_name(cell) for cell in header]
    if given is not None:
        return _Shape(headed=True, columns=_places(plain), known=mapped_table(given, header, name))
    bare = header_of(header)
    if bare is not None:
        return _Shape(headed=False, columns=_places(bare[1]), known=bare[0])
    known = known_table(plain, body)
    if known is not None:
        return _Shape(headed=True, columns=_places(plain), known=known)
    headed = is_header(header, _is_date)
    if not headed:
        header, plain, body = [], [], head
    columns = columns_by_content(columns_by_name(plain), body, _is_date)
    if "title" not in columns:
        raise TimelineError(f"{name}: has no column title{_mapping(header)}")
    own = plain.index(_KEY) if _KEY in plain and "event_title" in plain else None
    return _Shape(headed, columns, own=own)


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name: at for at, name in reversed(list(enumerate(names)))}


def _filled(rows: Rows) -> Iterator[list[str]]:
    return (row for row in rows() if any(cell.strip() for cell in row))


def _read(
    shape: _Shape, rows: Iterator[list[str]], name: str, again: Callable[[], Iterator[list[str]]]
) -> Imported:
    order = _order(islice(again(), int(shape.headed), None), _date_places(shape))
    known = shape.known
    reader = (
        None if known is None else KnownRows(known, shape.columns, partial(_when, day_first=order))
    )
    lines: list[ListedEvent] = []
    refused: list[str] = []
    seen: set[str] = set()
    for number, cells in enumerate(islice(rows, int(shape.headed), None), 1 + shape.headed):
        if shape.own is not None and shape.own < len(cells):
            if cells[shape.own] in seen:
                continue
            seen.add(cells[shape.own])
        if len(lines) >= MOST_EVENTS:
            raise TimelineError(
                f"{name}: holds more than {MOST_EVENTS:,} events; keep those that you need"
            )
        try:
            lines.append(
                _event(_row(cells, shape.columns), order) if reader is None else reader.event(cells)
            )
        except (ValueError, TimelineError) as error:
            refused.append(f"{name}, row {number}: {error}")
    return Imported(laid_out(name, lines), tuple(refused))


def _date_places(shape: _Shape) -> list[int]:
    known = shape.known
    names = ("date", "start", "end") if known is None else (*known.date, *known.start, *known.end)
    return [shape.columns[name] for name in names if name in shape.columns]


def _mapping(header: list[str]) -> str:
    """Return how columns are named so that they are read, and which there are."""
    names = ", ".join(one_line(cell) for cell in header if cell.strip()) or "none with a name"
    return (
        " (or headline, event, name); name the column of what happened title and that of its day "
        f"date. There are: {names[:_LONGEST_NAMES]}"
    )


def _is_date(cell: str) -> bool:
    cell = cell.strip()
    if not any(map(str.isdigit, cell)) or len(cell) > _LONGEST_DATE:
        return False
    try:
        return order_is_open(cell) or _when(cell, None).resolved
    except (TimelineError, ValueError):
        return False


def _order(rows: Iterable[list[str]], places: Sequence[int]) -> bool | None:
    """Return whether the numeric dates of a table put the day first, where one of them shows it."""
    return day_comes_first(row[at] for row in rows for at in places if at < len(row))


def _when(cell: str, day_first: bool | None) -> When:  # noqa: FBT001 - None where it is open
    """Read a date as it is typed, in any language; the order of digits is that of the table."""
    if day_first is not None and order_is_open(cell):
        stated = numeric_date(cell.strip(), "en-GB" if day_first else "en-US")
        when = None if stated is None else stated.when()
        if when is not None:
            return replace(when, basis=Basis.GIVEN)
    try:
        return read_when(cell)
    except DateInputError:
        when = None if order_is_open(cell) else read_date(cell, own_languages())
        if when is None or not when.resolved:
            raise
        return replace(when, basis=Basis.GIVEN)


def _row(cells: list[str], columns: Mapping[str, int]) -> _Row:
    return {
        name: unguarded(cells[at]).strip() if at < len(cells) else ""
        for name, at in columns.items()
    }


def _event(row: _Row, order: bool | None) -> ListedEvent:  # noqa: FBT001 - None where it is open
    if not row["title"]:
        raise ValueError("has no title")
    status, category = row.get("status", "").casefold(), row.get("category", "").casefold()
    said = row.get("said", "")
    if category and category not in set(Category):
        said = f"{said} [{row['category']}]".strip()
        category = ""
    return ListedEvent(
        title=row["title"],
        when=_date(row, order),
        status=Status(status) if status else Status.HAPPENED,
        category=Category(category) if category else Category.OTHER,
        actors=parted(row.get("actors", "")),
        places=parted(row.get("places", "")),
        said=said,
        url=row.get("url") or None,
    )


def _date(row: _Row, order: bool | None) -> When:  # noqa: FBT001 - None where it is open
    """Read a date, a start and an end, or a year with month and day; none is unknown."""
    if row.get("date"):
        return _when(row["date"], order)
    start = row.get("start") or _parts(row, "")
    end = row.get("end") or _parts(row, "end_")
    if not start:
        return _when(end or UNKNOWN, order)
    first = _when(start, order)
    if not end or end == start:
        return first
    last = _when(end, order)
    if first.first is None or last.last is None:
        raise ValueError(f"{start} to {end}: is no stretch of time")
    whole = When(first.first, last.last, Kind.THROUGHOUT, basis=Basis.GIVEN)
    return whole.marked((first.marks[0], last.marks[1]))


def _parts(row: _Row, side: str) -> str:
    year = row.get(f"{side}year", "")
    if not year:
        return ""
    number = int(year)
    number = number if number > 0 else number + 1  # -45 is 45 BCE, as TimelineJS shows it
    written = f"{'-' if number < 0 else ''}{abs(number):04d}"
    for name in ("month", "day"):
        part = row.get(f"{side}{name}", "")
        if not part:
            break
        written += f"-{int(part):02d}"
    return written

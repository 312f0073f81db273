"""A table of events: CSV with a header row, in this program's own columns or in anybody's.

Columns are known by their names, in any order: title; date, or start and end, or year, month and
day (and end year ...) as in TimelineJS' spreadsheet; status, category, actors, places, text, url.
Dates are EDTF or plain words. A table that this program exported holds a row for each mention; its
events come back as they were.
"""

import csv
import io
from collections.abc import Iterable, Mapping

from timeline.app.date_input import read_when
from timeline.errors import TimelineError
from timeline.importing.imported import Imported, ListedEvent, laid_out
from timeline.model.edtf import UNKNOWN
from timeline.model.event import Category, Status
from timeline.model.when import Basis, Kind, When
from timeline.wording.table_cells import parted, unguarded

_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("event_title", "title", "headline", "event", "name", "what"),
    "date": ("event_edtf", "edtf", "date", "when"),
    "start": ("start", "start_date", "from", "begin"),
    "end": ("end", "end_date", "to", "until"),
    "year": ("year",),
    "month": ("month",),
    "day": ("day",),
    "end_year": ("end_year",),
    "end_month": ("end_month",),
    "end_day": ("end_day",),
    "status": ("event_status", "status"),
    "category": ("category",),
    "actors": ("actors", "actor", "who"),
    "places": ("places", "place", "location", "where"),
    "said": ("text", "description", "note", "notes"),
    "url": ("url", "link", "media"),
}
_KEY = "event"  # of this program's own tables: rows of one event share it
_Row = Mapping[str, str]


def read_event_table(text: str, name: str) -> Imported:
    """Read a table; raise TimelineError where it has no column for titles."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header, *body = [row for row in rows if any(cell.strip() for cell in row)] or [[]]
    except csv.Error as error:
        raise TimelineError(f"{name}: is no CSV ({error})") from None
    plain = [" ".join(cell.split()).casefold().replace(" ", "_") for cell in header]
    columns = _columns(plain)
    if "title" not in columns:
        raise TimelineError(f"{name}: has no column title (or headline, event, name)")
    own = plain.index(_KEY) if _KEY in plain and "event_title" in plain else None
    lines: list[ListedEvent] = []
    refused: list[str] = []
    seen: set[str] = set()
    for number, cells in enumerate(body, 2):
        if own is not None and own < len(cells):
            if cells[own] in seen:
                continue
            seen.add(cells[own])
        try:
            lines.append(_event(_row(cells, columns)))
        except (ValueError, TimelineError) as error:
            refused.append(f"{name}, row {number}: {error}")
    return Imported(laid_out(name, lines), tuple(refused))


def _delimiter(text: str) -> str:
    """Choose the sign that parts the header most often."""
    header = text.lstrip().partition("\n")[0]
    return max(",;\t", key=header.count)


def _columns(header: Iterable[str]) -> dict[str, int]:
    places = {name: at for at, name in reversed(list(enumerate(header)))}
    return {
        ours: next(places[name] for name in names if name in places)
        for ours, names in _NAMES.items()
        if any(name in places for name in names)
    }


def _row(cells: list[str], columns: Mapping[str, int]) -> _Row:
    return {
        name: unguarded(cells[at]).strip() if at < len(cells) else ""
        for name, at in columns.items()
    }


def _event(row: _Row) -> ListedEvent:
    if not row["title"]:
        raise ValueError("has no title")
    status, category = row.get("status", "").casefold(), row.get("category", "").casefold()
    said = row.get("said", "")
    if category and category not in set(Category):
        said = f"{said} [{row['category']}]".strip()
        category = ""
    return ListedEvent(
        title=row["title"],
        when=_date(row),
        status=Status(status) if status else Status.HAPPENED,
        category=Category(category) if category else Category.OTHER,
        actors=parted(row.get("actors", "")),
        places=parted(row.get("places", "")),
        said=said,
        url=row.get("url") or None,
    )


def _date(row: _Row) -> When:
    """Read a date, a start and an end, or a year with month and day; none is unknown."""
    if row.get("date"):
        return read_when(row["date"])
    start = row.get("start") or _parts(row, "")
    end = row.get("end") or _parts(row, "end_")
    if not start:
        return read_when(end or UNKNOWN)
    first = read_when(start)
    if not end or end == start:
        return first
    last = read_when(end)
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

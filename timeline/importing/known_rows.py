"""A row of a table whose columns are known as an event: nothing is added to what it states."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from timeline.importing.imported import Count, ListedEvent
from timeline.importing.known_tables import KnownTable, Names
from timeline.importing.table_dates import (
    as_precise,
    formal_date,
    from_to,
    in_its_zone,
    without_false_precision,
)
from timeline.model.event import Category, Coordinates, Status
from timeline.model.figure import Bound, Measure
from timeline.model.when import Basis, When
from timeline.wording.table_cells import parted, unguarded

_FIELD = re.compile(r"\{(\w+)\}")
_POINT = re.compile(r"Point\(\s*(-?[\d.]+)[\s,]+(-?[\d.]+)\s*\)", re.IGNORECASE)
_PAIR = re.compile(r"(-?\d{1,2}(?:\.\d+)?)\s*[,;/ ]\s*(-?\d{1,3}(?:\.\d+)?)")
_BARE_ITEM = re.compile(r"[QL]\d+")
Words = Callable[[str], When]


@dataclass(frozen=True, slots=True)
class KnownRows:
    """The reader of rows: what their table is, where its columns are, what reads dates in words."""

    table: KnownTable
    columns: Mapping[str, int]
    words: Words

    def event(self, cells: Sequence[str]) -> ListedEvent:
        """Return the event of a row; raise ValueError where it has no title or a broken date."""
        row = {
            name: unguarded(cells[at]).strip() if at < len(cells) else ""
            for name, at in self.columns.items()
        }
        title = self._title(row)
        if not title:
            raise ValueError("has no title")
        category, theirs = self._category(row)
        said = " ".join(filter(None, (_filled(self.table.said, row), self._estimates(row))))
        return ListedEvent(
            title=title,
            when=self._when(row),
            status=self._status(row),
            category=category,
            actors=_names(self.table.actors, row),
            places=_names(self.table.places, row),
            said=f"{said} [{theirs}]".strip() if theirs else said,
            url=self._url(row),
            source=_first(self.table.source, row) or self.table.name,
            coordinates=self._coordinates(row),
            counts=self._counts(row),
        )

    def _title(self, row: Mapping[str, str]) -> str:
        worded = {
            name: self.table.words.get(name, {}).get(value, value) for name, value in row.items()
        }
        filled = _filled(self.table.title, worded)
        ending = self.table.title_ending
        if filled or not ending:
            return filled
        labels = (value for name, value in row.items() if name.endswith(ending) and value)
        return next((label for label in labels if not _BARE_ITEM.fullmatch(label)), "")

    def _status(self, row: Mapping[str, str]) -> Status:
        written = _first(self.table.status, row).casefold()
        return Status(written) if written else Status.HAPPENED

    def _category(self, row: Mapping[str, str]) -> tuple[Category, str]:
        """Return our category, and theirs where ours does not say it."""
        written = _first(self.table.category, row)
        found = self.table.categories.get(written.casefold())
        if found is None and written.casefold() in set(Category):
            found = Category(written.casefold())
        return (Category.OTHER, written) if found is None else (found, "")

    def _url(self, row: Mapping[str, str]) -> str | None:
        written = (row.get(name, "") for name in self.table.url)
        return next((url for url in written if url.startswith(("http://", "https://"))), None)

    def _when(self, row: Mapping[str, str]) -> When:
        when = self._stated(row)
        number = _first(self.table.precision, row).removesuffix(".0")
        precision = self.table.precisions.get(number)
        if precision is not None:
            return as_precise(when, precision)
        return without_false_precision(when) if self.table.truncated else when

    def _stated(self, row: Mapping[str, str]) -> When:
        table = self.table
        date = _first(table.date, row)
        if date and table.time:
            clock, zone = _first(table.time, row), _first(table.zone, row)
            return in_its_zone(date, clock, zone, month_first=table.month_first)
        if date:
            return formal_date(date, self.words, clocks=table.clocks)
        start, end = _first(table.start, row), _first(table.end, row)
        if not start and not end:
            return When(basis=Basis.UNKNOWN)
        if not start or not end:
            return formal_date(start or end, self.words)
        within = table.precisions.get(_first(table.precision, row)) not in (None, "day")
        first, last = formal_date(start, self.words), formal_date(end, self.words)
        return from_to(first, last, within=within)

    def _coordinates(self, row: Mapping[str, str]) -> Coordinates | None:
        latitude, longitude = _first(self.table.latitude, row), _first(self.table.longitude, row)
        try:
            if latitude and longitude:
                return _on_earth(float(latitude), float(longitude))
            for name in self.table.point:
                found = _POINT.search(row.get(name, ""))
                if found:
                    return _on_earth(float(found[2]), float(found[1]))
                pair = _PAIR.fullmatch(row.get(name, ""))
                if pair:
                    return _on_earth(float(pair[1]), float(pair[2]))
        except ValueError:
            return None
        return None

    def _estimates(self, row: Mapping[str, str]) -> str:
        least, most = _first(self.table.killed_least, row), _first(self.table.killed_most, row)
        return f"(estimates: {least} to {most} killed)" if least != most and least and most else ""

    def _counts(self, row: Mapping[str, str]) -> tuple[Count, ...]:
        """Return how many were killed, as the row bounds it; zero is said as well."""
        best = _number(_first(self.table.killed, row))
        if best is None:
            return ()
        least = _number(_first(self.table.killed_least, row))
        most = _number(_first(self.table.killed_most, row))
        open_ones = {bound for bound in (least, most) if bound is not None} - {best}
        return ((Measure.KILLED, best, Bound.ABOUT if open_ones else Bound.EXACTLY),)


def _on_earth(latitude: float, longitude: float) -> Coordinates | None:
    inside = abs(latitude) <= 90 and abs(longitude) <= 180  # noqa: PLR2004 - degrees
    return (latitude, longitude) if inside else None


def _number(written: str) -> float | None:
    try:
        number = float(written)
    except ValueError:
        return None
    return number if 0 <= number < float("inf") else None


def _first(names: Names, row: Mapping[str, str]) -> str:
    """Return the first cell of some columns that holds something."""
    return next((row[name] for name in names if row.get(name)), "")


def _names(columns: Names, row: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names in some columns, each once."""
    cells = (row.get(name, "") for name in columns)
    return tuple(dict.fromkeys(name for cell in cells for name in parted(cell)))


def _filled(forms: Names, row: Mapping[str, str]) -> str:
    """Return the first form whose columns all hold something, with what they hold."""
    for form in forms:
        names = _FIELD.findall(form)
        if all(row.get(name) for name in names):
            return _FIELD.sub(lambda hit: row[hit[1]], form)
    return ""

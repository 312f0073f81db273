"""Tables of events that programs and projects publish: which one it is, and what its columns mean.

They are data, in `known_tables.toml`.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import Any

from timeline.errors import WordDataError
from timeline.model.event import Category

DATA = "known_tables.toml"
PRECISIONS = ("day", "range", "week", "month", "year", "decade", "century")
_ROWS_WITH_CELL = 0.5
_DAY = re.compile(r"[12]\d{7}")
Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownTable:
    """What the columns of a table mean; of several names of one the first that is there counts.

    `clocks` says that the dates carry a time of day that was measured, and no mere midnight;
    `truncated`, that a first of January may stand for its year, and the first of a month for it.
    """

    name: str
    told_by: frozenset[str] = frozenset()
    told_by_cell: re.Pattern[str] | None = None
    headers: Mapping[int, Names] = field(default_factory=dict)
    title: Names = ()
    title_ending: str = ""
    said: Names = ()
    date: Names = ()
    start: Names = ()
    end: Names = ()
    time: Names = ()
    zone: Names = ()
    precision: Names = ()
    precisions: Mapping[str, str] = field(default_factory=dict)
    actors: Names = ()
    places: Names = ()
    point: Names = ()
    latitude: Names = ()
    longitude: Names = ()
    killed: Names = ()
    killed_least: Names = ()
    killed_most: Names = ()
    status: Names = ()
    category: Names = ()
    categories: Mapping[str, Category] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    source: Names = ()
    url: Names = ()
    clocks: bool = False
    month_first: bool = False
    truncated: bool = False


def known_table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> KnownTable | None:
    """Return what a table is by its columns and first rows; None where it is none that is known."""
    return next((table for table in known_tables() if _is(table, header, rows)), None)


def header_of(row: Sequence[str]) -> tuple[KnownTable, Names] | None:
    """Return the table whose first row this is without a header, and the names of its columns."""
    for table in known_tables():
        names = table.headers.get(len(row))
        if names and row[0].strip().isdecimal() and _DAY.fullmatch(row[1].strip()):
            return table, names
    return None


def _is(table: KnownTable, header: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    if table.told_by:
        return table.told_by.issubset(header)
    cell = table.told_by_cell
    if cell is None or not rows:
        return False
    told = sum(any(cell.fullmatch(one.strip()) for one in row) for row in rows)
    return told > _ROWS_WITH_CELL * len(rows)


@lru_cache(maxsize=1)
def known_tables() -> tuple[KnownTable, ...]:
    """Return the tables that are known; raise `WordDataError` where their file is damaged."""
    try:
        text = files(__package__).joinpath(DATA).read_text(encoding="utf-8")
        return tuple(_loaded(tomllib.loads(text)["table"]))
    except (tomllib.TOMLDecodeError, OSError, KeyError, ValueError, TypeError, re.error) as error:
        raise WordDataError(f"{DATA}: {error!r}") from error


def _loaded(tables: Sequence[Mapping[str, Any]]) -> Iterator[KnownTable]:
    for table in tables:
        made = {key: _value(key, value) for key, value in table.items()}
        yield KnownTable(**made)


def _value(key: str, value: Any) -> Any:  # noqa: ANN401 - any value of TOML
    match key, value:
        case "told_by", _:
            return frozenset(value)
        case "told_by_cell", _:
            return re.compile(value)
        case "headers", _:
            return {int(size): tuple(names.split()) for size, names in value.items()}
        case "categories", _:
            return {code: Category(ours) for code, ours in value.items()}
        case "precisions", _:
            if not set(value.values()) <= set(PRECISIONS):
                raise ValueError(f"{value} are no precisions")
            return value
        case (("name" | "title_ending"), _):
            return value
        case _, str():
            return (value,)
        case _, list():
            return tuple(value)
        case _:
            return value

"""A date as database columns: whole days that sort and compare, and what days cannot say.

An edge that is no day is NULL; `start_open` and `end_open` tell an open one from an unknown.
Both ends are proleptic Gregorian day numbers (`model.calendar`), in 64 bits.
"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Text

from timeline.model.interning import shared
from timeline.model.when import Basis, Bound, Edge, Kind, When


def when_columns() -> tuple[Column[Any], ...]:
    """Make the columns of one date, for a table of its own each time."""
    return (
        Column("start_day", BigInteger),
        Column("end_day", BigInteger),
        Column("start_open", Boolean, nullable=False),
        Column("end_open", Boolean, nullable=False),
        Column("kind", Text, nullable=False),
        Column("approximate", Boolean, nullable=False),
        Column("clock", Text),
        Column("when_basis", Text, nullable=False),
    )


def pack_when(when: When) -> dict[str, Any]:
    """Return a date as values of its columns."""
    return {
        "start_day": when.first,
        "end_day": when.last,
        "start_open": when.start is Edge.OPEN,
        "end_open": when.end is Edge.OPEN,
        "kind": when.kind.value,
        "approximate": when.approximate,
        "clock": when.clock,
        "when_basis": when.basis.value,
    }


def unpack_when(row: Mapping[str, Any]) -> When:
    """Read a date from its columns."""
    return shared(
        When(
            _bound(row["start_day"], is_open=row["start_open"]),
            _bound(row["end_day"], is_open=row["end_open"]),
            Kind(row["kind"]),
            row["approximate"],
            row["clock"],
            Basis(row["when_basis"]),
        )
    )


def _bound(day: int | None, *, is_open: bool) -> Bound:
    if day is not None:
        return day
    return Edge.OPEN if is_open else Edge.UNKNOWN

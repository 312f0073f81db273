"""One facet of many events as a column of numbers, and how it follows when few events change."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline.model.event import Event
from timeline.query.facets import facet_values

Codes = NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Reused:
    """Which rows of some events are the very ones of other columns: `old` rows, -1 where fresh."""

    old: NDArray[np.intp]
    fresh: NDArray[np.intp]
    before: int

    @classmethod
    def of(cls, now: NDArray[np.int64], then: NDArray[np.int64]) -> "Reused":
        """Compare the identities of events."""
        order = np.argsort(then)
        at = np.searchsorted(then, now, sorter=order)
        old = np.append(order, -1)[at]
        old[np.append(then, 0)[old] != now] = -1
        return cls(old, np.flatnonzero(old < 0), len(then))

    def taken(self, values: NDArray[Any]) -> NDArray[Any]:
        """Return the old values where they are still right; anything where a row is fresh."""
        return np.append(values, values.dtype.type(0))[self.old]


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """A facet's values, and which row has which: pairs in the order of the rows."""

    values: tuple[str, ...]
    rows: NDArray[np.int32]
    codes: Codes

    @classmethod
    def of(cls, events: Sequence[Event], facet: str) -> "FacetColumn":
        """Read a facet of events."""
        known: dict[str, int] = {}
        rows, codes = array("i"), array("i")  # lists of numbers would take eight times as much
        for row, event in enumerate(events):
            for value in facet_values(event, facet):
                rows.append(row)
                codes.append(known.setdefault(value, len(known)))
        numbers = np.frombuffer(codes, np.int32)
        return cls(tuple(known), np.frombuffer(rows, np.int32), _small(numbers, len(known)))

    def moved(self, rows: Reused, events: Sequence[Event], facet: str) -> "FacetColumn":
        """Return the column of other events, read anew only where they are not among the old ones.

        It is the same as that of all of them read anew.
        """
        known = {value: code for code, value in enumerate(self.values)}
        fresh = [facet_values(events[row], facet) for row in rows.fresh.tolist()]
        codes = [known.setdefault(value, len(known)) for found in fresh for value in found]
        before = np.bincount(self.rows, minlength=rows.before)
        lengths, starts = rows.taken(before), rows.taken(np.cumsum(before) - before)
        lengths[rows.fresh] = [len(found) for found in fresh]
        starts[rows.fresh] = len(self.codes) + np.cumsum(lengths[rows.fresh]) - lengths[rows.fresh]
        within = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        told = np.concatenate((self.codes, np.array(codes, np.int32)))
        found_codes = told[np.repeat(starts, lengths) + within]
        owners = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        return _in_order_of_rows(tuple(known), owners, found_codes)

    def having(self, values: Sequence[str], count: int) -> NDArray[np.bool_]:
        """Mark the rows that have any of some values."""
        wanted = np.isin(self.values, values) if self.values else np.zeros(0, bool)
        found = np.zeros(count, bool)
        found[self.rows[wanted[self.codes]]] = True
        return found

    def counted(self, kept: NDArray[np.bool_]) -> Counter[str]:
        """Count the values among the rows that are kept; what none has is left out."""
        counts = np.bincount(self.codes[kept[self.rows]], minlength=len(self.values))
        return Counter({v: int(n) for v, n in zip(self.values, counts, strict=True) if n})

    def first(self, count: int) -> NDArray[np.int32]:
        """Return each row's first value by its place in `values`; -1 where it has none."""
        firsts = np.full(count, -1, np.int32)
        firsts[self.rows[::-1]] = self.codes[::-1]
        return firsts


def _in_order_of_rows(
    values: tuple[str, ...], rows: NDArray[np.int32], codes: Codes
) -> FacetColumn:
    """Number values by the first row that has them; what none has is left out."""
    first = np.full(len(values), len(codes))
    first[codes[::-1]] = np.arange(len(codes))[::-1]
    order = np.argsort(first, kind="stable")
    order = order[first[order] < len(codes)]
    renamed = np.zeros(len(values), np.int32)
    renamed[order] = np.arange(len(order), dtype=np.int32)
    found = tuple(values[code] for code in order.tolist())
    return FacetColumn(found, rows, _small(renamed[codes], len(found)))


def _small(codes: NDArray[np.int32], values: int) -> Codes:
    """Return codes in as few bytes as they need: most facets have few values."""
    small: Codes = codes.astype(np.min_scalar_type(max(values - 1, 0)))
    return small

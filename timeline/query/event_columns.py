"""Events as columns of numbers, so that a million of them can be filtered and counted at once.

`Selection` says what a filter means; the masks here say the same of all events together. A test
holds that they agree.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from typing import overload

import numpy as np
from numpy.typing import NDArray

from timeline.model.event import Event
from timeline.query.facet_column import FacetColumn, Reused
from timeline.query.facets import FACETS
from timeline.query.search_parser import parse
from timeline.query.search_terms import FieldWord, Letters, Part, Period
from timeline.query.selection import Selection, part_holds, searched
from timeline.query.word_index import WordsIndex
from timeline.query.worth import LITTLE, WORTH

Mask = NDArray[np.bool_]
Days = NDArray[np.int64]
Rows = NDArray[np.intp]
LONG_AGO, FAR_AHEAD = -(10**12), 10**12  # days that stand for an end that is open or unknown
LEAST_WEIGHT = 0.05  # of an event that is worth nothing
REMEMBERED = 48  # masks: the callbacks of one view ask for the same ones


class EventColumns(Sequence[Event]):
    """Events with their columns, made when they are first asked for; they never change."""

    def __init__(self, events: Sequence[Event]) -> None:
        """Take events; a row is an event's place among them."""
        self._events = events
        self._remembered = lru_cache(REMEMBERED)(self._mask)
        self._facets: dict[str, FacetColumn] = {}

    def followed_by(self, events: Sequence[Event]) -> "EventColumns":
        """Return the columns of other events, most of which are these: few are looked at anew.

        The order by date, filters and counts are the same as of columns made from nothing.
        """
        after = EventColumns(events)
        rows = Reused.of(after.identities, self.identities)
        fresh = EventColumns(tuple(events[row] for row in rows.fresh.tolist()))
        for name in ("first", "last", "marks", "weights"):
            numbers = rows.taken(getattr(self, name))
            numbers[rows.fresh] = getattr(fresh, name)
            after.__dict__[name] = numbers
        for facet, column in tuple(self._facets.items()):
            after._facets[facet] = column.moved(rows, events, facet)
        if "words" in self.__dict__:
            texts = {row: searched(events[row]) for row in rows.fresh.tolist()}
            after.__dict__["words"] = self.words.moved(rows.old, texts)
        return after

    @cached_property
    def identities(self) -> NDArray[np.int64]:
        """Numbers that two events share only if they are one object."""
        return np.fromiter(map(id, self._events), np.int64, len(self))

    @classmethod
    def over(cls, events: Sequence[Event]) -> "EventColumns":
        """Return the columns of events, which may be columns already."""
        return events if isinstance(events, cls) else cls(events)

    def __len__(self) -> int:
        return len(self._events)

    @overload
    def __getitem__(self, row: int) -> Event: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[Event]: ...

    def __getitem__(self, row: int | slice) -> Event | Sequence[Event]:
        return self._events[row]

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    def at(self, rows: Rows) -> list[Event]:
        """Return the events of rows."""
        return [self._events[row] for row in rows.tolist()]

    @cached_property
    def first(self) -> Days:
        """First possible days; `LONG_AGO` where open or unknown."""
        days = (LONG_AGO if e.when.first is None else e.when.first for e in self._events)
        return np.fromiter(days, np.int64, len(self))

    @cached_property
    def last(self) -> Days:
        """Last possible days; `FAR_AHEAD` where open or unknown."""
        days = (FAR_AHEAD if e.when.last is None else e.when.last for e in self._events)
        return np.fromiter(days, np.int64, len(self))

    @cached_property
    def dated(self) -> Mask:
        """Which events have a place on the timeline."""
        known: Mask = (self.first != LONG_AGO) | (self.last != FAR_AHEAD)
        return known

    @cached_property
    def weights(self) -> NDArray[np.float64]:
        """What the events weigh: their worth and importance."""
        shares = (max(e.worth * e.importance, LEAST_WEIGHT**2) for e in self._events)
        return np.fromiter(shares, np.float64, len(self))

    @cached_property
    def begins(self) -> Days:
        """First days that are known: the last one where the first is open or unknown."""
        days: Days = np.where(self.first == LONG_AGO, self.last, self.first)
        return days

    @cached_property
    def ends(self) -> Days:
        """Last days that are known."""
        days: Days = np.where(self.last == FAR_AHEAD, self.first, self.last)
        return days

    @cached_property
    def middles(self) -> Days:
        """The days in the middle of the dates."""
        days: Days = (self.begins + self.ends) // 2
        return days

    @cached_property
    def by_middle(self) -> Rows:
        """The dated rows by the middle of their dates."""
        order: Rows = np.argsort(self.middles, kind="stable")
        ordered: Rows = order[self.dated[order]]
        return ordered

    @cached_property
    def by_date(self) -> Rows:
        """The dated rows by their first possible day, then by their last."""
        order: Rows = np.lexsort((self.last, self.begins))
        ordered: Rows = order[self.dated[order]]
        return ordered

    def row_of(self, name: str) -> int:
        """Return the row of the event of an id, -1 where there is none."""
        wanted = hash(name)
        marks, rows = self._by_id
        for at in range(int(np.searchsorted(marks, wanted)), len(self)):
            if marks[at] != wanted:
                break
            if self._events[rows[at]].id == name:
                return int(rows[at])
        return -1

    @cached_property
    def marks(self) -> NDArray[np.int64]:
        """The hashes of the events' ids."""
        return np.fromiter((hash(event.id) for event in self._events), np.int64, len(self))

    @cached_property
    def _by_id(self) -> tuple[NDArray[np.int64], Rows]:
        """The marks in order, and their rows: a sixth of what a dictionary takes."""
        rows: Rows = np.argsort(self.marks)
        return self.marks[rows], rows

    @cached_property
    def words(self) -> WordsIndex:
        """The words of titles and sentences."""
        return WordsIndex.of(searched(event) for event in self._events)

    def facet(self, name: str) -> FacetColumn:
        """Return the column of a facet."""
        if name not in self._facets:
            self._facets[name] = FacetColumn.of(self._events, name)
        return self._facets[name]

    def within(self, first: int, last: int, certainly: bool = False) -> Mask:  # noqa: FBT001, FBT002 - a mode
        """Mark the dated events that may lie in a run of days in part, or lie in it certainly."""
        if certainly:
            inside: Mask = (self.first >= first) & (self.last <= last)
            return inside
        reaching: Mask = self.dated & (self.first <= last) & (self.last >= first)
        return reaching

    def mask(self, selection: Selection) -> Mask:
        """Mark the events that pass every filter; not to be changed, for it is kept."""
        return self._remembered(selection)

    def counts(self, selection: Selection, facet: str) -> Counter[str]:
        """Count each value of a facet among the events that pass all the other filters."""
        return self.facet(facet).counted(self.mask(selection.without(facet)))

    def _mask(self, selection: Selection) -> Mask:
        kept = np.ones(len(self), bool)
        for facet, values in selection.chosen:
            if facet in FACETS:
                kept &= self.facet(facet).having(values, len(self))
        if selection.hides:
            kept &= self._not_hidden(selection.hiding or frozenset())
        for clause in parse(selection.words).clauses:
            found = np.logical_or.reduce([self._having(part) for part in clause.parts])
            kept &= ~found if clause.excluded else found
        if selection.window is not None:
            kept &= self.within(*selection.window, selection.certainly) | ~self.dated
        return kept

    def _not_hidden(self, besides: frozenset[str]) -> Mask:
        """Mark the events that are of some worth, and those of a few ids."""
        shown: Mask = ~self.facet(WORTH).having((LITTLE,), len(self))
        rows = [self.row_of(name) for name in besides]
        shown[[row for row in rows if row >= 0]] = True
        return shown

    def _having(self, part: Part) -> Mask:
        """Mark the events that have what a part of a search asks for."""
        if isinstance(part, FieldWord):
            column = self.facet(part.facet)
            wanted = [value for value in column.values if part.takes(value)]
            return column.having(wanted, len(self))
        if isinstance(part, Period):
            first = LONG_AGO if part.first is None else part.first
            return self.within(first, FAR_AHEAD if part.last is None else part.last)
        if isinstance(part, Letters):
            return self.words.holding(part.letters)
        found: Mask = np.logical_and.reduce([self.words.holding(word) for word in part.words])
        for row in np.flatnonzero(found).tolist():
            found[row] = part_holds(part, self._events[row])
        return found

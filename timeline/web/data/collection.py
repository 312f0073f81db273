"""The store's timeline as the page reads it: loaded once a version, with its look-ups."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from threading import Lock
from typing import Any

import numpy as np

from timeline.digest import Digest, DigestRequest, Tellings, days_that_matter
from timeline.editing.decided_names import pair_text
from timeline.export.locating import Locations
from timeline.merging import Likely, LikelyEvents
from timeline.model.event import DatedMention, Event
from timeline.model.timeline import DatedArticle, Timeline
from timeline.places import Locator, Place
from timeline.query.event_columns import REMEMBERED, EventColumns, Mask, Rows
from timeline.query.facets import FACETS
from timeline.query.opening_window import Window, opening_window
from timeline.query.selection import Selection
from timeline.query.worth import LITTLE, WORTH, WORTHS, of_little_worth
from timeline.web.data.days import digest_request
from timeline.web.data.place_index import PlaceIndex

DIGESTS = 64  # that are kept of a version; days of evidence are few, to find them is work
FEW_ARTICLES = 60  # that a timeline shows at once
NEAR_DAYS = 2  # between the dates of events that may be one
MOST_TOLD = 5  # events that are offered as those to begin with


@dataclass(frozen=True, slots=True)
class Permissions:
    """What may be done on the page: change what is there, and add articles."""

    change: bool = True
    add: bool = False


CHANGED = Permissions()


@dataclass(frozen=True)
class Collection:
    """A timeline with what the views ask of it again and again."""

    timeline: Timeline
    version: int
    may: Permissions = CHANGED
    as_of: int = 0  # the number of the last edit in it
    chosen_places: Mapping[str, Place] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()  # pairs of events that people keep apart

    @cached_property
    def columns(self) -> EventColumns:
        """The events, with their columns."""
        return EventColumns(self.timeline.events)

    @cached_property
    def likely_events(self) -> LikelyEvents:
        """What tells which events are probably one; made when somebody asks."""
        return LikelyEvents(self.timeline.events)

    @cached_property
    def places(self) -> PlaceIndex:
        """Where the events took place; made when somebody looks at the map."""
        return PlaceIndex(self.timeline.events, self.locator)

    @cached_property
    def locator(self) -> Locator:
        """What places the names of events, for the map and for exports."""
        return Locator(self.timeline.events, self.chosen_places)

    @cached_property
    def locations(self) -> Locations:
        """Where the events took place, for exports; the gazetteer is read when one asks."""
        return Locations(lambda: self.locator)

    def following(self, before: "Collection") -> "Collection":
        """Take over what another collection knows of the events that are in both."""
        self.__dict__["columns"] = before.columns.followed_by(self.timeline.events)
        self.__dict__["tellings"] = Tellings(self.timeline, before.tellings)
        return self

    def ready(self) -> "Collection":
        """Make what every view asks for, once, before several threads ask for it at a time."""
        self.counts(Selection())
        self.in_view(Selection())
        self.event("")
        self.told_in("")
        return self

    def event(self, name: str) -> Event | None:
        """Return the event of an id, if there is one."""
        row = self.columns.row_of(name)
        return None if row < 0 else self.columns[row]

    def probably_one(self, event: Event) -> tuple[Likely, ...]:
        """Return the events that are probably the same as one, the likeliest first."""
        when = event.when
        if when.first is None or when.last is None:
            return ()
        near = Selection(window=(when.first - NEAR_DAYS, when.last + NEAR_DAYS))
        rows = np.flatnonzero(self.columns.mask(near))
        others = self.columns.at(rows)
        if self.apart:
            others = [one for one in others if pair_text(event.id, one.id) not in self.apart]
        return self.likely_events.of(event, others)

    @cached_property
    def documents(self) -> dict[str, DatedArticle]:
        """Articles by document name."""
        return {dated.article.document: dated for dated in self.timeline.documents}

    @cached_property
    def titles(self) -> dict[str, str]:
        """Titles of the articles that have one, by document name."""
        named = ((name, dated.article.title) for name, dated in self.documents.items())
        return {name: title for name, title in named if title}

    @cached_property
    def dated(self) -> int:
        """How many events have a place on the timeline."""
        return int(self.columns.dated.sum())

    @cached_property
    def undated(self) -> int:
        """How many events have a date that could not be resolved."""
        return len(self.columns) - self.dated

    @cached_property
    def rows_in(self) -> dict[str, list[int]]:
        """Rows of the events that each article tells, in the collection's order."""
        rows: dict[str, list[int]] = {name: [] for name in self.documents}
        facet = self.columns.facet("document")
        order = np.argsort(facet.codes, kind="stable")
        ends = np.cumsum(np.bincount(facet.codes, minlength=len(facet.values)))
        for name, end, count in zip(facet.values, ends, np.diff(ends, prepend=0), strict=True):
            rows[name] = facet.rows[order[end - count : end]].tolist()
        return rows

    @cached_property
    def incomplete(self) -> tuple[DatedArticle, ...]:
        """Articles that tell something undated, or nothing at all, in their order."""
        facet = self.columns.facet("document")
        undated = facet.counted(~self.columns.dated)
        return tuple(
            article
            for name, article in self.documents.items()
            if undated[name] or not self.rows_in[name]
        )

    @cached_property
    def told_most(self) -> tuple[Event, ...]:
        """Return the few dated events that most articles tell; none where no two tell the same."""
        facet = self.columns.facet("document")
        told = np.bincount(facet.rows, minlength=len(self.columns)) * self.columns.dated
        rows = np.argsort(-told, kind="stable")[:MOST_TOLD]
        return tuple(self.columns[row] for row in rows.tolist() if told[row] > 1)

    @cached_property
    def ranks(self) -> dict[str, Rows]:
        """Places of the events in the orders that somebody has asked for, by the order's name."""
        return {}

    def digest(self, asked: DigestRequest) -> Digest:
        """Return the days that matter; raise UnknownNameError for a source or name of nothing."""
        return self._digests(asked)

    def days(self, selection: Selection, count: int) -> Digest:
        """Return the days that matter of what the filters keep, a number of them at most."""
        return self._days(selection, count)

    @cached_property
    def tellings(self) -> Tellings:
        """What the articles tell of each day."""
        return Tellings(self.timeline)

    @cached_property
    def _digests(self) -> Callable[[DigestRequest], Digest]:
        return lru_cache(DIGESTS)(lambda asked: days_that_matter(self.tellings, asked))

    @cached_property
    def _days(self) -> Callable[[Selection, int], Digest]:
        def made(selection: Selection, count: int) -> Digest:
            asked = digest_request(selection, count, self.columns, self.tellings)
            if asked.events is None:
                return self.digest(asked)
            return days_that_matter(self.tellings, asked)

        kept, alone = lru_cache(DIGESTS)(made), Lock()

        def once(selection: Selection, count: int) -> Digest:
            with alone:  # the chart and the list ask for the same at the same time
                return kept(selection, count)

        return once

    @cached_property
    def names_known(self) -> dict[Any, Any]:
        """The pages of names that somebody has asked for; see `name_profile`."""
        return {}

    @property
    def opens_on_days(self) -> bool:
        """Whether the page opens on the days that matter, for its articles are many."""
        return len(self.timeline.documents) > FEW_ARTICLES

    @cached_property
    def hides_little(self) -> bool:
        """Whether events of little worth are hidden by default: where there is much of it."""
        return self.opens_on_days and self.totals[WORTH][LITTLE] > 0

    def by_default(self, selection: Selection, besides: Iterable[str] = ()) -> Selection:
        """Return a selection that hides what is of little worth, but for a few ids.

        Where each worth is chosen, all is shown, and nothing of it is left to filter by.
        """
        if set(WORTHS) <= set(selection.choice(WORTH)):
            return selection.without(WORTH)
        if not self.hides_little:
            return replace(selection, hiding=None)
        named = (self.event(name) for name in {*(selection.hiding or ()), *besides})
        kept = frozenset(one.id for one in named if one is not None and of_little_worth(one))
        return replace(selection, hiding=kept)

    def hidden(self, selection: Selection) -> int:
        """Count the events in view that would pass, were none hidden for little worth."""
        return self.left_out(replace(selection, window=self.window(selection)))

    def shown_little(self, selection: Selection) -> int:
        """Count the events in view that are of little worth and shown."""
        little = selection.choose(WORTH, (LITTLE,))
        return int(self.columns.mask(replace(little, window=self.window(selection))).sum())

    def left_out(self, shown: Selection) -> int:
        """Count the events that would pass filters and window as they are, were none hidden."""
        if not shown.hides:
            return 0
        every = self.columns.mask(replace(shown, hiding=None))
        return int(every.sum()) - int(self.columns.mask(shown).sum())

    def told_in(self, document: str) -> tuple[tuple[Event, DatedMention], ...]:
        """Return what an article tells, in the order of its text."""
        told = [
            (self.columns[row], mention)
            for row in self.rows_in.get(document, ())
            for mention in self.columns[row].mentions
            if mention.mention.document == document
        ]
        return tuple(sorted(told, key=lambda item: item[1].mention.sentence))

    @cached_property
    def totals(self) -> dict[str, Counter[str]]:
        """How many events have each value of each facet."""
        return self.counts(Selection())

    def counts(self, selection: Selection) -> dict[str, Counter[str]]:
        """Count the values of each facet among the events that pass all other filters."""
        return {facet: self.columns.counts(selection, facet) for facet in FACETS}

    def passing(self, selection: Selection) -> Mask:
        """Mark the events that pass the filters, wherever the window is."""
        return self.columns.mask(replace(selection, window=None, certainly=False))

    def opening(self, selection: Selection) -> Window | None:
        """Return the window that the filters open on; None where all that they keep is in it."""
        return self._openings(replace(selection, window=None, certainly=False))

    @cached_property
    def _openings(self) -> Callable[[Selection], Window | None]:
        return lru_cache(REMEMBERED)(lambda s: opening_window(self.columns, self.columns.mask(s)))

    def window(self, selection: Selection) -> Window | None:
        """Return the window in view: the one chosen, else the one that the filters open on."""
        return selection.window or self.opening(selection)

    def in_view(self, selection: Selection) -> Rows:
        """Return the rows of the dated events that pass the filters and are in view, by date."""
        seen = self.columns.mask(replace(selection, window=self.window(selection)))
        kept: Rows = self.columns.by_date[seen[self.columns.by_date]]
        return kept

    def listed(self, selection: Selection) -> Rows:
        """Return the rows in view by date, those last that are wider than the window itself."""
        rows, window = self.in_view(selection), self.window(selection)
        if window is None:
            return rows
        wide = self.columns.last[rows] - self.columns.first[rows] > window[1] - window[0]
        ordered: Rows = np.concatenate((rows[~wide], rows[wide]))
        return ordered

    def title(self, document: str) -> str:
        """Return the title of an article, or its file name where it has none."""
        dated = self.documents.get(document)
        return (dated.article.title if dated else "") or document

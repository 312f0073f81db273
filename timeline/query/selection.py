"""Which events a user is looking at: filters as a value, and what they keep."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.query.facets import facet_values
from timeline.query.search_parser import parse
from timeline.query.search_terms import Clause, FieldWord, Part, Period, stands_in
from timeline.query.worth import WORTH, of_little_worth


def passages(event: Event) -> tuple[str, ...]:
    """Return the texts of an event that a search looks into: its title and its sentences."""
    return (event.title, *(told.mention.sentence_text for told in event.mentions))


def searched(event: Event) -> str:
    """Return the passages of an event as one text."""
    return " ".join(passages(event))


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters of the page: chosen values per facet (any of them), a search, and a window of days.

    `words` is a search as people type it, read by `search_parser.parse`.

    An empty choice leaves the facet open. The window keeps what may lie in it in part, or, with
    `certainly`, only what lies in it whole: what was possibly or what was certainly then.

    With `hiding`, events of little worth are left out but for those of these ids, unless the
    filters or the search ask for a worth by name. None hides nothing.
    """

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: str = ""
    window: tuple[int, int] | None = None
    certainly: bool = False
    hiding: frozenset[str] | None = None

    @property
    def hides(self) -> bool:
        """Whether events of little worth are left out."""
        return self.hiding is not None and not (self.choice(WORTH) or _asks_worth(self.words))

    def choice(self, facet: str) -> tuple[str, ...]:
        """Return the values chosen under a facet; none means all."""
        return next((values for name, values in self.chosen if name == facet), ())

    def choose(self, facet: str, values: tuple[str, ...]) -> "Selection":
        """The same selection with other values under a facet."""
        rest = tuple(item for item in self.chosen if item[0] != facet)
        return replace(self, chosen=(*rest, (facet, values)) if values else rest)

    def without(self, facet: str) -> "Selection":
        """The same selection with a facet left open; that of worth hides nothing then."""
        left = self.choose(facet, ())
        return replace(left, hiding=None) if facet == WORTH else left

    def keeps(self, event: Event, ignoring: str | None = None) -> bool:
        """Return whether an event passes every filter, one facet left out on request."""
        for facet, values in self.chosen:
            if facet != ignoring and not set(values) & set(facet_values(event, facet)):
                return False
        if ignoring != WORTH and self._hidden(event):
            return False
        return self._words_in(event) and self._in_window(event)

    def of(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """Keep the events that pass."""
        return tuple(event for event in events if self.keeps(event))

    def counts(self, events: Iterable[Event], facet: str) -> Counter[str]:
        """Count each value of a facet among the events that pass all the other filters."""
        kept = (event for event in events if self.keeps(event, ignoring=facet))
        return Counter(value for event in kept for value in facet_values(event, facet))

    def _hidden(self, event: Event) -> bool:
        return self.hides and of_little_worth(event) and event.id not in (self.hiding or ())

    def _words_in(self, event: Event) -> bool:
        return all(_clause_holds(clause, event) for clause in parse(self.words).clauses)

    def _in_window(self, event: Event) -> bool:
        if self.window is None or not event.dated:
            return True
        first, last = self.window
        begins, ends = event.when.first, event.when.last
        if self.certainly:
            return begins is not None and ends is not None and first <= begins and ends <= last
        return (begins is None or begins <= last) and (ends is None or ends >= first)


def _asks_worth(words: str) -> bool:
    parts = (part for clause in parse(words).clauses for part in clause.parts)
    return any(isinstance(part, FieldWord) and part.facet == WORTH for part in parts)


def _clause_holds(clause: Clause, event: Event) -> bool:
    return any(part_holds(part, event) for part in clause.parts) is not clause.excluded


def part_holds(part: Part, event: Event) -> bool:
    """Return whether an event has what a part of a search asks for."""
    if isinstance(part, FieldWord):
        return any(part.takes(value) for value in facet_values(event, part.facet))
    if isinstance(part, Period):
        return event.dated and _reaches(part, event)
    return stands_in(part, passages(event))


def _reaches(period: Period, event: Event) -> bool:
    begins, ends = event.when.first, event.when.last
    in_time = period.last is None or begins is None or begins <= period.last
    return in_time and (period.first is None or ends is None or ends >= period.first)


def selected(timeline: Timeline, selection: Selection) -> Timeline:
    """Keep the events that pass; of the articles those that tell of one, all if nothing is chosen.

    A selection that leaves everything open keeps the articles in which nothing was found, too.
    """
    if selection == Selection():
        return timeline
    events = selection.of(timeline.events)
    told = {name for event in events for name in event.documents}
    documents = tuple(d for d in timeline.documents if d.article.document in told)
    return Timeline(documents, events)

"""Which events a user is looking at: filters as a value, and what they keep."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from timeline.model.edit import EditMark, marks_of
from timeline.model.event import Category, Event, Status
from timeline.model.timeline import Timeline
from timeline.model.units import Precision

FACETS = (
    "category", "status", "precision", "certainty", "disputed", "curation", "tag",
    "actor", "place", "document",
)  # fmt: skip
_DECIDED = ("curation", "tag")
CERTAINTIES = ("high", "medium", "low")
HIGH, MEDIUM = 0.8, 0.5  # confidence from which on it is called so
DISPUTES = ("disputed", "undisputed")
# All values of the facets that have fixed ones; those of the others are names of the articles.
FIXED_VALUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "category": tuple(Category),
        "status": tuple(Status),
        "precision": tuple(Precision),
        "certainty": CERTAINTIES,
        "disputed": DISPUTES,
        "curation": tuple(EditMark),
    }
)


def facet_values(event: Event, facet: str) -> tuple[str, ...]:
    """Return an event's values under a facet, each once."""
    if facet in _DECIDED:
        return _decided_values(event, facet)
    match facet:
        case "category":
            return (event.category.value,)
        case "status":
            return (event.status.value,)
        case "precision":
            return (event.when.precision.value,)
        case "certainty":
            return (certainty(event.confidence),)
        case "disputed":
            return (DISPUTES[0 if event.conflicts else 1],)
        case "actor":
            return tuple(dict.fromkeys(event.actors))
        case "place":
            return tuple(dict.fromkeys(event.places))
        case "document":
            return event.documents
        case _:
            msg = f"no facet is called {facet!r}; there are {', '.join(FACETS)}"
            raise ValueError(msg)


def _decided_values(event: Event, facet: str) -> tuple[str, ...]:
    if facet == "curation":
        return tuple(mark.value for mark in marks_of(event.edits))
    return event.edits.tags if event.edits else ()


def certainty(confidence: float) -> str:
    """Return how certain the reading of an event is: high, medium or low."""
    return CERTAINTIES[0 if confidence >= HIGH else 1 if confidence >= MEDIUM else 2]


def searched(event: Event) -> str:
    """Return the text of an event that a search looks into: its title and its sentences."""
    return " ".join((event.title, *(m.mention.sentence_text for m in event.mentions)))


@dataclass(frozen=True, slots=True)
class Selection:
    """Filters of the page: chosen values per facet (any of them), words, and a window of days.

    An empty choice leaves the facet open. The window keeps what may lie in it in part, or, with
    `certainly`, only what lies in it whole: what was possibly or what was certainly then.
    """

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: str = ""
    window: tuple[int, int] | None = None
    certainly: bool = False

    def choice(self, facet: str) -> tuple[str, ...]:
        """Return the values chosen under a facet; none means all."""
        return next((values for name, values in self.chosen if name == facet), ())

    def choose(self, facet: str, values: tuple[str, ...]) -> "Selection":
        """The same selection with other values under a facet."""
        rest = tuple(item for item in self.chosen if item[0] != facet)
        return replace(self, chosen=(*rest, (facet, values)) if values else rest)

    def keeps(self, event: Event, ignoring: str | None = None) -> bool:
        """Return whether an event passes every filter, one facet left out on request."""
        for facet, values in self.chosen:
            if facet != ignoring and not set(values) & set(facet_values(event, facet)):
                return False
        return self._words_in(event) and self._in_window(event)

    def of(self, events: Iterable[Event]) -> tuple[Event, ...]:
        """Keep the events that pass."""
        return tuple(event for event in events if self.keeps(event))

    def counts(self, events: Iterable[Event], facet: str) -> Counter[str]:
        """Count each value of a facet among the events that pass all the other filters."""
        kept = (event for event in events if self.keeps(event, ignoring=facet))
        return Counter(value for event in kept for value in facet_values(event, facet))

    def _words_in(self, event: Event) -> bool:
        if not self.words.strip():
            return True
        told = searched(event).casefold()
        return all(word in told for word in self.words.casefold().split())

    def _in_window(self, event: Event) -> bool:
        if self.window is None or not event.dated:
            return True
        first, last = self.window
        begins, ends = event.when.first, event.when.last
        if self.certainly:
            return begins is not None and ends is not None and first <= begins and ends <= last
        return (begins is None or begins <= last) and (ends is None or ends >= first)


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

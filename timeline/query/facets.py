"""The facets: what events can be filtered, counted and laned by.

A facet is one entry of the table below. Filters, masks, address, scripts, lanes, commands and docs
are made of it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from timeline.model.edit import EditMark, marks_of
from timeline.model.event import Category, Event, Status
from timeline.model.units import Precision
from timeline.query.worth import GOOD, WORTH, WORTHS, worth_of

CERTAINTIES = ("high", "medium", "low")
HIGH, MEDIUM = 0.8, 0.5  # confidence from which on it is called so
DISPUTES = ("disputed", "undisputed")
NO_LANES = "none"


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its key in addresses and options, its name on the page, an event's values under it.

    `values` are all there can be, in their order; without them, values are names of the articles or
    of people and are shown as they are written. `words` are those of values that need others.
    `lane` says that lanes may stand for it. The values of a `titled` facet are articles, which go
    by their titles. `idle` is a value that says of an event that nothing was done to it: where no
    event has another one, the facet is not offered.
    """

    key: str
    name: str
    of: Callable[[Event], tuple[str, ...]]
    values: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    lane: bool = False
    titled: bool = False
    idle: str = ""

    def label(self, value: str) -> str:
        """Return a value as people read it."""
        word = self.words.get(value, value)
        return word[:1].upper() + word[1:] if self.values else word


def confidence_level(confidence: float) -> str:
    """Return the level of a confidence: high, medium or low."""
    return CERTAINTIES[0 if confidence >= HIGH else 1 if confidence >= MEDIUM else 2]


_ALL = (
    Facet(
        "category", "Category", lambda event: (event.category.value,),
        values=tuple(c.value for c in Category), lane=True,
    ),
    Facet(
        "status", "Status", lambda event: (event.status.value,),
        values=tuple(s.value for s in Status), lane=True,
    ),
    Facet(
        "precision", "Precision", lambda event: (event.when.precision.value,),
        values=tuple(p.value for p in Precision),
        words={
            "time": "time of day", "day": "exact day", "half": "half-year",
            "range": "a range of days", "unknown": "undated",
        },
    ),
    Facet(
        "certainty", "Confidence", lambda event: (confidence_level(event.confidence),),
        values=CERTAINTIES,
    ),
    Facet(
        "disputed", "Disputed", lambda event: (DISPUTES[0 if event.conflicts else 1],),
        values=DISPUTES,
        words={"undisputed": "not disputed"},
    ),
    Facet(
        WORTH, "Worth", lambda event: (worth_of(event),),
        values=WORTHS,
        words={"good": "worth a line", "little": "of little worth"},
        idle=GOOD,
    ),
    Facet(
        "curation", "Review",
        lambda event: tuple(mark.value for mark in marks_of(event.edits)),
        values=tuple(m.value for m in EditMark),
        words={
            "waiting": "not reviewed", "added": "added by hand", "differs": "program disagrees",
            "noted": "with a note",
        },
        idle=EditMark.WAITING.value,
    ),
    Facet("tag", "Tag", lambda event: event.edits.tags if event.edits else ()),
    Facet("actor", "Actor", lambda event: tuple(dict.fromkeys(event.actors)), lane=True),
    Facet("place", "Place", lambda event: tuple(dict.fromkeys(event.places)), lane=True),
    Facet("source", "Publisher", lambda event: event.publishers, lane=True),
    Facet("document", "Article", lambda event: event.documents, lane=True, titled=True),
)  # fmt: skip
REGISTRY: Mapping[str, Facet] = MappingProxyType({one.key: one for one in _ALL})
FACETS = tuple(REGISTRY)
LANES = (*(one.key for one in _ALL if one.lane), NO_LANES)


def facet_of(key: str) -> Facet:
    """Return the facet of a key; raise ValueError, listing the keys, where there is none."""
    if key not in REGISTRY:
        msg = f"no facet is called {key!r}; there are {', '.join(FACETS)}"
        raise ValueError(msg)
    return REGISTRY[key]


def facet_values(event: Event, key: str) -> tuple[str, ...]:
    """Return an event's values under a facet, each once."""
    return facet_of(key).of(event)


def lane_word(key: str) -> str:
    """Return the name of lanes by a facet, or of none."""
    return "None" if key == NO_LANES else REGISTRY[key].name


def label(key: str, value: str) -> str:
    """Return a facet's value as people read it."""
    return facet_of(key).label(value)

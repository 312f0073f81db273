"""Where the events of a collection took place.

    locator = Locator(events)
    locator.placements(event)   # each of its names: placed, or open with the reason
    locator.locate(event)       # latitude and longitude of the narrowest that is placed, or None

A name is placed where what its articles say makes one place clearly likelier than all others, and
stays open otherwise: nothing is guessed.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import itemgetter

from timeline.model.event import Event
from timeline.places.context import Surroundings, persons, surroundings
from timeline.places.folding import fold
from timeline.places.gazetteer import Gazetteer, world
from timeline.places.naming import qualifiers
from timeline.places.place import WIDTHS, Place, Placement, State
from timeline.places.settling import Situation, settle

Choices = Mapping[str, Place]  # what people say that a name means, by the folded name


class Locator:
    """The places of the events of one collection; what it has found once it keeps."""

    def __init__(
        self,
        events: Iterable[Event],
        chosen: Choices | None = None,
        gazetteer: Gazetteer | None = None,
    ) -> None:
        """Take the events, and what people have said that names mean."""
        self._events = tuple(events)
        self._chosen = dict(chosen or {})
        self._gazetteer = gazetteer or world()
        self._placements: dict[str, tuple[Placement, ...]] = {}

    def placements(self, event: Event) -> tuple[Placement, ...]:
        """Return what each place name of an event comes to, in its order."""
        found = self._placements.get(event.id)
        if found is None:
            found = tuple(self._placement(name, event) for name in dict.fromkeys(event.places))
            self._placements[event.id] = found
        return found

    def narrowest(self, event: Event) -> Placement | None:
        """Return the narrowest name of an event that is sure, the first of equals."""
        sure = [(WIDTHS[one.place.kind], one) for one in self.placements(event) if one.place]
        return max(sure, key=itemgetter(0))[1] if sure else None

    def place(self, event: Event) -> Place | None:
        """Return the narrowest place of an event, the first of equals; None where none is sure."""
        found = self.narrowest(event)
        return found.place if found is not None else None

    def locate(self, event: Event) -> tuple[float, float] | None:
        """Return latitude and longitude of an event, None where no name of it is sure."""
        place = self.place(event)
        return place.point if place is not None else None

    def situation(self, name: str, event: Event) -> Situation:
        """Return what stands around a name of an event."""
        sentences = sorted({m.mention.sentence_text for m in event.mentions})
        return Situation(
            tuple(other for other in event.places if fold(other) != fold(name)),
            tuple(dict.fromkeys(word for text in sentences for word in qualifiers(name, text))),
            self._around(event),
            self.collection,
            fold(name) in self._persons,
        )

    def _placement(self, name: str, event: Event) -> Placement:
        chosen = self._chosen.get(fold(name))
        if chosen is not None:
            return Placement(name, State.PLACED, chosen, chosen=True)
        return settle(self._gazetteer, name, self.situation(name, event))

    def _around(self, event: Event) -> Surroundings:
        found = Surroundings()
        for document in event.documents:
            found.add(self._articles[document] if document in self._articles else Surroundings())
        return found

    @cached_property
    def _articles(self) -> dict[str, Surroundings]:
        texts: dict[str, dict[str, None]] = {}
        for event in self._events:
            for told in event.mentions:
                mention = told.mention
                texts.setdefault(mention.document, {})[mention.sentence_text] = None
        return {name: surroundings(self._gazetteer, told) for name, told in texts.items()}

    @cached_property
    def collection(self) -> Surroundings:
        """What all articles together name."""
        whole = Surroundings()
        for one in self._articles.values():
            whole.add(one)
        return whole

    @cached_property
    def _persons(self) -> frozenset[str]:
        return persons(self._events)

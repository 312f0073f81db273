"""Where an event was, as far as that is known: what the formats of maps ask.

An imported event carries the coordinates of its list. Else the gazetteer places the names of the
event, where the articles make one place clear; what is open has no coordinates.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from timeline.model.event import Coordinates, Event

if TYPE_CHECKING:
    from timeline.places import Locator, Place, Placement

ATTRIBUTION = (
    "Coordinates that no list states are those of GeoNames (geonames.org), CC BY 4.0, rounded to a "
    "hundredth of a degree."
)


class LocationBasis(StrEnum):
    """How coordinates are known."""

    STATED = "stated"  # by the list that the event came from
    CHOSEN = "chosen"  # by a person, for the name
    GAZETTEER = "gazetteer"


@dataclass(frozen=True, slots=True)
class Location:
    """A point in degrees of WGS 84, latitude first; `name` is that place name of the event."""

    point: Coordinates
    name: str
    basis: LocationBasis


class Locations:
    """Where the events of a collection took place; the gazetteer is read when one asks."""

    def __init__(self, locator: "Callable[[], Locator]") -> None:
        """Take what makes a locator over all events of the collection."""
        self._make = locator

    @classmethod
    def over(
        cls, events: Sequence[Event], chosen: "Mapping[str, Place] | None" = None
    ) -> "Locations":
        """Return the locations of events, and of names by what people have `chosen` for them."""

        def made() -> "Locator":
            from timeline.places import Locator  # noqa: PLC0415 - only formats of maps read it

            return Locator(events, chosen)

        return cls(made)

    @cached_property
    def _locator(self) -> "Locator":
        return self._make()

    def of(self, event: Event) -> Location | None:
        """Return where an event was: what its list states, else its narrowest sure place."""
        if event.coordinates is not None:
            return _stated(event.coordinates, next(iter(event.places), ""))
        found = self._locator.narrowest(event) if event.places else None
        return None if found is None or found.place is None else _placed(found.place, found)

    def named(self, event: Event) -> dict[str, Location]:
        """Return the locations of those place names of an event that are sure."""
        placements = self._locator.placements(event) if event.places else ()
        found = {one.name: _placed(one.place, one) for one in placements if one.place is not None}
        if event.coordinates is not None and event.places:
            found[event.places[0]] = _stated(event.coordinates, event.places[0])
        return found


def _stated(point: Coordinates, name: str) -> Location:
    return Location(point, name, LocationBasis.STATED)


def _placed(place: "Place", found: "Placement") -> Location:
    basis = LocationBasis.CHOSEN if found.chosen else LocationBasis.GAZETTEER
    return Location(place.point, found.name, basis)

"""Where events took place: a gazetteer, and what names mean in their articles."""

from timeline.model.event import Event
from timeline.places.choices import chosen_places, read_choice, written
from timeline.places.folding import fold
from timeline.places.gazetteer import Gazetteer, world
from timeline.places.locator import Locator
from timeline.places.own_places import OwnPlaces, own_places
from timeline.places.place import Kind, Place, Placement, State
from timeline.places.projection import project

__all__ = [
    "Gazetteer",
    "Kind",
    "Locator",
    "OwnPlaces",
    "Place",
    "Placement",
    "State",
    "chosen_places",
    "fold",
    "locate",
    "own_places",
    "project",
    "read_choice",
    "world",
    "written",
]


def locate(event: Event) -> tuple[float, float] | None:
    """Return latitude and longitude of an event by what it says itself, None where it is not sure.

    A `Locator` over all events of a collection knows more: what its articles tell of.
    """
    return Locator((event,)).locate(event)

"""Where events took place: a gazetteer, and what names mean in their articles."""

from timeline.model.event import Event
from timeline.places.gazetteer import Gazetteer, world
from timeline.places.locator import Locator
from timeline.places.place import Kind, Place, Placement, State

__all__ = ["Gazetteer", "Kind", "Locator", "Place", "Placement", "State", "locate", "world"]


def locate(event: Event) -> tuple[float, float] | None:
    """Return latitude and longitude of an event by what it says itself, None where it is not sure.

    A `Locator` over all events of a collection knows more: what its articles tell of.
    """
    return Locator((event,)).locate(event)

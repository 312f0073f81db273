"""Where an event was, as far as that is known: what the formats of maps ask.

An imported event carries the coordinates of its list. Others have none by themselves; a gazetteer
that knows their places can be asked by another `Locate`.
"""

from collections.abc import Callable

from timeline.model.event import Coordinates, Event

# Returns latitude and longitude of an event, None where they are not known.
Locate = Callable[[Event], Coordinates | None]


def stated_coordinates(event: Event) -> Coordinates | None:
    """Return the coordinates that an event's list states for it."""
    return event.coordinates


locate: Locate = stated_coordinates

"""Which events are of little worth: what an editor would not keep, and nobody has touched."""

from timeline.model.event import Event

WORTH = "worth"  # the key of the facet
GOOD, LITTLE = "good", "little"
WORTHS = (GOOD, LITTLE)
LEAST_WORTH = 0.5


def of_little_worth(event: Event) -> bool:
    """Return whether an event is of little worth; what a person edited, added or pinned is not."""
    return event.worth < LEAST_WORTH and event.edits is None


def worth_of(event: Event) -> str:
    """Return the value of an event under the facet of worth."""
    return LITTLE if of_little_worth(event) else GOOD

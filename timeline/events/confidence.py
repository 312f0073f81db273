"""How sure an event mention is, from 0 to 1.

The product of three shares: how often a link of this kind hits the event that readers chose
(measured on news with such links, a little rounded), how whole the title is, and how plain the
status. A product, because each of them alone can spoil the entry.
"""

from timeline.events.entry import LONGEST_TITLE
from timeline.events.trigger import Way
from timeline.model.event import Status

LINK = {
    Way.FOLLOWS: 0.9,
    Way.VERB: 0.85,
    Way.NOUN: 0.75,
    Way.INSIDE: 0.85,
    Way.COPULA: 0.65,
    Way.NEIGHBOUR: 0.7,
    Way.CLOSEST: 0.5,
}
INCOMPLETE = 0.7
TOO_LONG = 0.9
STATUS = {Status.HAPPENED: 1.0, Status.PLANNED: 0.95, Status.ONGOING: 0.95}
OTHER_STATUS = 0.9


def confidence_of(way: Way, title: str, status: Status, *, complete: bool) -> float:
    """Give the confidence of a parsed mention, to two places."""
    whole = 1.0 if complete and " " in title else INCOMPLETE
    fitting = 1.0 if len(title) <= LONGEST_TITLE else TOO_LONG
    return round(LINK[way] * whole * fitting * STATUS.get(status, OTHER_STATUS), 2)

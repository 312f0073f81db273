"""How sure an event mention is by its text, from 0 to 1; merging adds what its date rests on.

The wording is as sure as how often a link of this kind hits the event that readers chose, times
how much a title of so many words tells; the whole mention is as sure as that, times how often the
status is right. Products, because each of them alone can spoil the entry. The shares are those of
the articles written for the project, a little lowered, for they have been developed on
(docs/evaluation.md).
"""

from timeline.events.titles import Title
from timeline.events.trigger import Way
from timeline.model.event import Status

LINK = {
    Way.FOLLOWS: 0.92,
    Way.VERB: 0.96,
    Way.NOUN: 0.88,
    Way.INSIDE: 0.92,
    Way.COPULA: 0.68,
    Way.NEIGHBOUR: 0.87,
    Way.SCOPE: 0.85,
    Way.CLOSEST: 0.62,
}
LARGER_CLAUSE = 0.85  # the event's own clause made no title, one around it did
NO_CLAUSE = 0.55  # nothing did: the title is the sentence, as far as it fits
FEW_WORDS = {1: 0.4, 2: 0.7, 3: 0.94}
STATUS = {Status.HAPPENED: 1.0, Status.PLANNED: 0.98, Status.CANCELLED: 0.98}
OTHER_STATUS = 0.95


def confidence_of_wording(way: Way, title: Title) -> float:
    """Return how sure it is that a title tells the event of its date, to two places."""
    words = FEW_WORDS.get(len(title.text.split()), 1.0)
    clause = NO_CLAUSE if not title.whole else LARGER_CLAUSE if title.steps else 1.0
    return round(LINK[way] * words * clause, 2)


def confidence_of(wording: float, status: Status) -> float:
    """Return the confidence of a parsed mention by that of its wording, to two places."""
    return round(wording * STATUS.get(status, OTHER_STATUS), 2)

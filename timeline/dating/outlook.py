"""What a publication date tells of status: nothing that lies after it can have happened yet.

News puts what is arranged into the present tense ("the offer ends on 31 March", "the winners
meet on Sunday"), which by itself looks like a report of what took place.
"""

from dataclasses import replace

from timeline.model.event import EventMention, Status
from timeline.model.when import When

TOLD_AS_FACT = (Status.HAPPENED, Status.ONGOING)


def seen_from(mention: EventMention, when: When, published: When) -> EventMention:
    """Return the mention, as planned if its date begins after the last possible publication day."""
    if mention.status not in TOLD_AS_FACT or when.first is None or published.last is None:
        return mention
    if when.first <= published.last:
        return mention
    return replace(mention, status=Status.PLANNED)

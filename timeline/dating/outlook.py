"""What a publication date tells of status: nothing that lies after it can have happened yet.

News puts what is arranged into the present tense ("the offer ends on 31 March", "the winners
meet on Sunday"), which by itself looks like a report of what took place. A history of many
languages is told in the future ("la salle abritera un club en 1797"), which looks like a plan.
"""

from dataclasses import replace

from timeline.dating.words import dating_words
from timeline.model.event import EventMention, Status
from timeline.model.when import When

TOLD_AS_FACT = (Status.HAPPENED, Status.ONGOING)


def seen_from(mention: EventMention, when: When, published: When, language: str) -> EventMention:
    """Return the mention with the status that its date has from the day of publication.

    It is planned if it begins after the last possible publication day, and happened if a future
    of history tells it and it ended before the first one.
    """
    if _is_of_history(mention, when, published, language):
        return replace(mention, status=Status.HAPPENED)
    if mention.status not in TOLD_AS_FACT or when.first is None or published.last is None:
        return mention
    if when.first <= published.last:
        return mention
    return replace(mention, status=Status.PLANNED)


def _is_of_history(mention: EventMention, when: When, published: When, language: str) -> bool:
    if mention.status is not Status.PLANNED or when.last is None or published.first is None:
        return False
    words = dating_words(language)
    title = mention.title
    arranged = words.plans.search(title) or words.arranged.search(title)
    bare = words.narrating and words.will.search(title) and not arranged
    return bool(bare) and when.last < published.first

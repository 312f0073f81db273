"""Why an event is of little worth, in words: what its best sentence shows, as far as it is plain.

The worth itself follows from more signs than these (`timeline/events/worth_signs.py`).
"""

from timeline.model.event import Event, EventMention, Status

SURE_WORDING = 0.6
SHORTEST_TITLE = 3  # words
SENTENCE_ALONE = 0.5  # of its worth, from which on what it tells is no reason


def worth_reasons(event: Event) -> tuple[str, ...]:
    """Return what speaks against an event; where its sentence is good, that it lies apart."""
    best = max((told.mention for told in event.mentions), key=lambda one: (one.worth, one.key))
    if best.worth >= SENTENCE_ALONE:
        return ("it is about other things, or another time, than most of the collection",)
    return tuple(_reasons(best)) or ("its sentence tells of no plain event",)


def _reasons(mention: EventMention) -> list[str]:
    told = {
        "its sentence asks a question": mention.sentence_text.rstrip("\"'”’»)] \n").endswith(
            ("?", "？", "؟")
        ),
        "it is only supposed": mention.status is Status.HYPOTHETICAL,
        "no actor is named": not mention.actors,
        "its title is very short": len(mention.title.split()) < SHORTEST_TITLE,
        "its wording could not be read for sure": mention.confidence_wording < SURE_WORDING,
    }
    return [words for words, holds in told.items() if holds]

"""The part of a timeline that a selection keeps: its events, and the articles that tell them."""

from timeline.model.timeline import Timeline
from timeline.query.selection import Selection


def selected(timeline: Timeline, selection: Selection) -> Timeline:
    """Keep the events that pass; of the articles those that tell of one, all if nothing is chosen.

    A selection that leaves everything open keeps the articles in which nothing was found, too.
    """
    if selection == Selection():
        return timeline
    events = selection.of(timeline.events)
    told = {name for event in events for name in event.documents}
    documents = tuple(d for d in timeline.documents if d.article.document in told)
    return Timeline(documents, events)

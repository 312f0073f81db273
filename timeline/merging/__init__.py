"""Merging: the same event, told twice in one article or in several, becomes one."""

from collections.abc import Iterable, Mapping

from timeline.merging.collection.likely import Likely, LikelyEvents
from timeline.merging.details import with_details
from timeline.merging.importance import Publication
from timeline.merging.merger import Change, MergedArticles, Merger
from timeline.model.event import DatedMention, Event

__all__ = [
    "Change",
    "Likely",
    "LikelyEvents",
    "MergedArticles",
    "Merger",
    "Publication",
    "merge",
    "with_details",
]


def merge(
    mentions: Iterable[DatedMention],
    texts: Mapping[str, str] | None = None,
    published: Mapping[str, Publication] | None = None,
) -> tuple[Event, ...]:
    """Make each event of its mentions; every mention is in exactly one event.

    `texts` are those of the articles by document: they tell which names are one, and which
    articles copy each other. `published` are their publications: what is looked back on matters
    more. The order of the mentions changes nothing. Events come by date, the undated last.
    """
    return Merger.of(mentions, texts or {}, published).events

"""One event out of a cluster of tellings: the title that says most of it, what most of them tell.

A few tellings are fused as ever. Of many, single ones may be wrong or about more than the event, so
status, names and contradictions are those that several articles tell.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt

from timeline.merging.collection.disagreement import MANY, disagreements
from timeline.merging.collection.epoch import Epoch
from timeline.merging.collection.telling import Telling
from timeline.merging.collection.words import features
from timeline.merging.collection.worth import worth_in_collection
from timeline.merging.copies import Copies
from timeline.merging.fusing import fuse
from timeline.merging.names import Names
from timeline.model.event import DatedMention, Event, EventMention, Status

FEW = 3  # articles whose event is fused as in a small collection
_SHARE = 0.05  # of the articles, that have a name which stands over the event
_SHORT = 4  # words a title may have before its length counts against it
_SURE = 0.15  # titles that are about as sure as the best


def fused(cluster: Sequence[Telling], names: Names, copies: Copies, epoch: Epoch) -> Event:
    """Return the event of a cluster."""
    mentions = tuple(told for one in cluster for told in one.mentions)
    event = fuse(mentions, names, copies)
    event = replace(event, worth=worth_in_collection(cluster, event.when, epoch))
    articles = len({one.document for one in cluster})
    if articles < FEW:
        return event
    status = _status(mentions)
    best = _best_titled(mentions, cluster, status, names, epoch)
    many = articles > MANY
    return replace(
        event,
        conflicts=disagreements(mentions) if many else event.conflicts,
        status=status,
        title=best.title,
        confidence_wording=best.confidence_wording,
        actors=_told_by_many(event.actors, mentions, "actors", names, articles),
        places=_told_by_many(event.places, mentions, "places", names, articles),
    )


def _status(mentions: Sequence[DatedMention]) -> Status:
    """Return what most articles say of it; of what came about, the plans before count for none."""
    said: dict[Status, set[str]] = defaultdict(set)
    for told in mentions:
        said[told.mention.status].add(told.mention.document)
    done = {status: found for status, found in said.items() if status is not Status.PLANNED}
    return max(done or said, key=lambda status: (len(said[status]), status.value))


def _best_titled(
    mentions: Sequence[DatedMention],
    cluster: Sequence[Telling],
    status: Status,
    names: Names,
    epoch: Epoch,
) -> EventMention:
    """Return the mention whose title says most of what the articles tell, in few words."""
    core = _core(cluster, epoch)
    fitting = [told.mention for told in mentions if told.mention.status is status]
    fitting = fitting or [told.mention for told in mentions]
    surest = max(mention.confidence_wording for mention in fitting)
    sure = [m for m in fitting if m.confidence_wording >= surest - _SURE]

    def said(mention: EventMention) -> float:
        words = features(names.rewritten(mention.title))
        length = len(mention.title.split())
        told = sum(core.get(word, 0.0) for word in words)
        return told * mention.confidence_wording / sqrt(max(_SHORT, length))

    return max(sure, key=lambda mention: (round(said(mention), 6), mention.worth, mention.key))


def _core(cluster: Sequence[Telling], epoch: Epoch) -> Mapping[str, float]:
    """Return the words of a cluster by the share of articles that have them, and their rarity."""
    of_article: dict[str, set[str]] = defaultdict(set)
    for one in cluster:
        of_article[one.document].update(one.words)
    counts = Counter(word for words in of_article.values() for word in words)
    most = len(of_article)
    return {word: count / most * epoch.rarity(word) for word, count in counts.items() if count > 1}


def _told_by_many(
    names_of_event: Sequence[str],
    mentions: Sequence[DatedMention],
    field: str,
    names: Names,
    articles: int,
) -> tuple[str, ...]:
    """Return the names that several articles have, the most frequent first."""
    told: dict[str, set[str]] = defaultdict(set)
    for one in mentions:
        for name in getattr(one.mention, field):
            told[names.shown(name)].add(one.mention.document)
    least = max(2, _SHARE * articles) if articles >= 2 * FEW else 1
    kept = [name for name in names_of_event if len(told[name]) >= least]
    return tuple(sorted(kept, key=lambda name: (-len(told[name]), name)))

"""Dated mentions into events: the stages of merging, in their order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from timeline.merging.articles import ArticleProfile, articles
from timeline.merging.candidates import candidates
from timeline.merging.copies import Copies
from timeline.merging.fusing import fuse
from timeline.merging.groups import grouped
from timeline.merging.importance import ranked
from timeline.merging.learned_names import learn
from timeline.merging.links import links
from timeline.merging.names import SPELLING_ONLY, Names, table
from timeline.merging.naming.observed import seen
from timeline.merging.profile import profile
from timeline.merging.rarity import rarity
from timeline.model.event import DatedMention, Event, details_of
from timeline.model.event_order import by_date


def merge(
    mentions: Iterable[DatedMention], texts: Mapping[str, str] | None = None
) -> tuple[Event, ...]:
    """Make each event of its mentions; every mention is in exactly one event.

    `texts` are those of the articles by document: they tell which names are one, and which
    articles copy each other. The order of the mentions changes nothing. Events come by date, the
    undated last.
    """
    given = tuple(mentions)
    known = texts or {}
    names = learn((known[document] for document in sorted(known)), table(), seen(given, known))
    return merge_within(given, articles(given, names), names, Copies(known))


def merge_within(
    mentions: Iterable[DatedMention],
    known: Mapping[str, ArticleProfile],
    names: Names = SPELLING_ONLY,
    copies: Copies | None = None,
) -> tuple[Event, ...]:
    """Merge mentions by what is known of their articles, which may tell more than these."""
    given = _in_order(mentions)
    details = details_of(told.mention for told in given)
    ordered = enumerate(told for told in given if told.mention.key not in details)
    profiles = tuple(
        profile(rank, told, known[told.mention.document], names) for rank, told in ordered
    )
    more: dict[str, list[DatedMention]] = defaultdict(list)
    for told in given:
        if told.mention.key in details:
            more[details[told.mention.key]].append(told)
    linked = links(profiles, candidates(profiles), rarity(profiles))
    groups = grouped(profiles, linked)
    fused = (
        fuse(_whole([profile.told for profile in group], more), names, copies or Copies())
        for group in groups
    )
    events = ranked(tuple(fused))
    return tuple(sorted(_told_apart(events), key=by_date))


def _whole(
    mentions: list[DatedMention], more: dict[str, list[DatedMention]]
) -> tuple[DatedMention, ...]:
    """Return an event's mentions with their details, each behind what it tells more of."""
    return tuple(each for told in mentions for each in (told, *more.pop(told.mention.key, ())))


def _in_order(mentions: Iterable[DatedMention]) -> list[DatedMention]:
    """Sort by document and place in it; by all they hold where two share both."""
    given = list(mentions)
    sharing = Counter(told.mention.key for told in given)

    def order(told: DatedMention) -> tuple[str, int, int, int, int, str]:
        mention = told.mention
        place = mention.trigger_span or mention.sentence
        span = mention.expression.span
        ties = repr(told) if sharing[mention.key] > 1 else ""
        return mention.document, span.start, span.end, place.start, place.end, ties

    return sorted(given, key=order)


def _told_apart(events: Iterable[Event]) -> Iterable[Event]:
    """Yield another id to an event whose id an earlier one has by chance."""
    taken: set[str] = set()
    for event in events:
        own = event.id
        while own in taken:
            own = f"{(int(own, 16) + 1) % 16**12:012x}"
        taken.add(own)
        yield event if own == event.id else replace(event, id=own)

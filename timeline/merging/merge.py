"""Dated mentions into events: the stages of merging, in their order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.merging.articles import ArticleProfile
from timeline.merging.candidates import candidates
from timeline.merging.copies import Copies
from timeline.merging.fusing import fuse
from timeline.merging.groups import grouped
from timeline.merging.importance import Publication, ranked
from timeline.merging.links import links
from timeline.merging.names import SPELLING_ONLY, Names
from timeline.merging.profile import profile
from timeline.merging.rarity import rarity
from timeline.model.event import DatedMention, Event, details_of
from timeline.model.event_order import by_date


def merge_within(
    mentions: Iterable[DatedMention],
    known: Mapping[str, ArticleProfile],
    names: Names = SPELLING_ONLY,
    copies: Copies | None = None,
    published: Mapping[str, Publication] | None = None,
) -> tuple[Event, ...]:
    """Merge mentions by what is known of their articles, which may tell more than these."""
    groups = groups_within(in_order(mentions), known, names)
    events = ranked(tuple(fuse(group, names, copies or Copies()) for group in groups), published)
    return tuple(sorted(told_apart(events), key=by_date))


def groups_within(
    given: Sequence[DatedMention], known: Mapping[str, ArticleProfile], names: Names
) -> tuple[tuple[DatedMention, ...], ...]:
    """Return the groups, an event each, of mentions in order."""
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
    return tuple(_whole([profile.told for profile in group], more) for group in groups)


def _whole(
    mentions: list[DatedMention], more: dict[str, list[DatedMention]]
) -> tuple[DatedMention, ...]:
    """Return an event's mentions with their details, each behind what it tells more of."""
    return tuple(each for told in mentions for each in (told, *more.pop(told.mention.key, ())))


def in_order(mentions: Iterable[DatedMention]) -> list[DatedMention]:
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


def told_apart(events: Iterable[Event]) -> Iterable[Event]:
    """Yield another id to an event whose id an earlier one has by chance."""
    taken: set[str] = set()
    for event in events:
        own = event.id
        while own in taken:
            own = f"{(int(own, 16) + 1) % 16**12:012x}"
        taken.add(own)
        yield event if own == event.id else replace(event, id=own)

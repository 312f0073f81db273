"""Mentions into groups, an event each: the surest links first, and no group with a contradiction.

A chain of links could join what cannot be one (a June without a day fits both the 3rd and the
20th), so two groups are joined only where no mention of one forbids one of the other.
"""

from collections import defaultdict
from collections.abc import Iterable

from timeline.merging.links import Link
from timeline.merging.profile import Profile
from timeline.merging.verdict import forbidden

Group = list[Profile]


def grouped(
    profiles: tuple[Profile, ...], links: Iterable[Link]
) -> tuple[tuple[Profile, ...], ...]:
    """Return the groups, each in the order of its ranks, the groups by their first."""
    group_of = _by_key(profiles)
    for link in links:
        one, other = (group_of[rank] for rank in link.ranks)
        if one is other or _contradict(one, other):
            continue
        larger, smaller = (one, other) if len(one) >= len(other) else (other, one)
        larger.extend(smaller)
        group_of.update((profile.rank, larger) for profile in smaller)
    groups = {id(group): group for group in group_of.values()}.values()
    ordered = (tuple(sorted(group, key=lambda profile: profile.rank)) for group in groups)
    return tuple(sorted(ordered, key=lambda group: group[0].rank))


def _by_key(profiles: Iterable[Profile]) -> dict[int, Group]:
    """Start with a group for each key: two mentions of one key are one place in one text."""
    by_key: dict[str, Group] = defaultdict(list)
    for profile in profiles:
        by_key[profile.mention.key].append(profile)
    return {profile.rank: group for group in by_key.values() for profile in group}


def _contradict(one: Group, other: Group) -> bool:
    return any(forbidden(mine, theirs) for mine in one for theirs in other)

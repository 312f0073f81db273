"""Which candidates are told alike enough to be one event."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.merging.dates import likeness_asked
from timeline.merging.likeness import alike, apart, likeness, overlap
from timeline.merging.profile import Profile
from timeline.merging.rarity import Rarity
from timeline.merging.repeats import repeats
from timeline.merging.retelling import retells
from timeline.merging.verdict import forbidden
from timeline.model.event import Category

# What is asked beyond the likeness that the dates ask for.
_OTHER_TRIGGER = 0.1  # "opened" may be "inaugurated", within one category more so
_OTHER_TRIGGER_SAME_KIND = 0.05
_OTHER_ACTORS = 0.2
_OTHER_PLACES = 0.15
_OWN_WORDS = 0.1  # each tells something that the other leaves out,
_OWN_NAMES = 0.1  # or names somebody,
_OTHER_OBJECTS = 0.1  # and beside names and trigger nothing is shared
_BARE = 0.15  # the longer says to whom it was done, of which the shorter's sentence knows nothing
_ONE_ARTICLE = 0.15  # which tells an event twice less often than two events
_SENTENCE_ALIKE = 0.6  # where no name is shared, the sentences must be alike


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions, by rank, that are one event unless their neighbours forbid it."""

    dates_agree: bool
    likeness: float
    ranks: tuple[int, int]

    @property
    def order(self) -> tuple[bool, float, tuple[int, int]]:
        """Where it stands among the links: the surest first."""
        return (not self.dates_agree, -self.likeness, self.ranks)


def links(
    profiles: tuple[Profile, ...], candidates: Iterable[tuple[int, int]], rarity: Rarity
) -> tuple[Link, ...]:
    """Return the candidates that are one event, the surest first."""
    found = (
        link
        for first, second in candidates
        if (link := _link(profiles[first], profiles[second], rarity)) is not None
    )
    return tuple(sorted(found, key=lambda link: link.order))


def _link(one: Profile, other: Profile, rarity: Rarity) -> Link | None:
    agree = not one.dated or one.agrees(other)
    # What costs least comes first: nearly all candidates of one date fail here.
    if one.dated and agree and not _one_event(one, other, rarity):
        return None
    if forbidden(one, other):
        return None
    return Link(dates_agree=agree, likeness=alike(one, other), ranks=(one.rank, other.rank))


def _one_event(one: Profile, other: Profile, rarity: Rarity) -> bool:
    if one.document == other.document:
        return repeats(one, other) or _told_alike(one, other, rarity)
    return _told_alike(one, other, rarity) or retells(one, other)


def _told_alike(one: Profile, other: Profile, rarity: Rarity) -> bool:
    if not _identified(one, other):
        return False
    found, least = likeness(one, other, rarity), likeness_asked(one.when, other.when)
    return found >= min(least, 1.0) and found >= _asked(one, other, least)


def _asked(one: Profile, other: Profile, least: float) -> float:
    asked = least + _trigger_asked(one, other)
    asked += _OTHER_ACTORS if apart(one.actors, other.actors) else 0
    asked += _OTHER_PLACES if apart(one.places, other.places) else 0
    asked += _OWN_WORDS if one.own(other) and other.own(one) else 0
    asked += _OWN_NAMES if _own_names(one, other) and _own_names(other, one) else 0
    asked += _OTHER_OBJECTS if apart(one.rest, other.rest) else 0
    asked += _BARE if _bare(one, other) or _bare(other, one) else 0
    asked += _ONE_ARTICLE if one.document == other.document else 0
    return min(asked, 1.0)


def _bare(one: Profile, other: Profile) -> bool:
    """Return whether "A shot", on some day of a month, may have hit another than B."""
    some_day = not (one.single_day and other.single_day)
    return some_day and not one.rest and apart(other.rest, one.sentence)


def _own_names(one: Profile, other: Profile) -> frozenset[str]:
    return frozenset(one.order) - other.names


def _trigger_asked(one: Profile, other: Profile) -> float:
    if one.trigger == other.trigger:
        return 0
    kind = one.mention.category
    same_kind = kind is other.mention.category and kind is not Category.OTHER
    return _OTHER_TRIGGER_SAME_KIND if same_kind else _OTHER_TRIGGER


def _identified(one: Profile, other: Profile) -> bool:
    """Return whether more is shared than what any such event would share."""
    shared_name = not one.names.isdisjoint(other.names)
    return shared_name or overlap(one.sentence, other.sentence) >= _SENTENCE_ALIKE

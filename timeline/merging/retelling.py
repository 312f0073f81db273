"""When two articles on one matter tell one event, though in words of their own.

Between any two articles, a merge asks for titles that are nearly alike (`links`). Where the whole
articles show that they are about the same matter, less is enough: the same deed on the same
date, as long as nothing contradicts it.
"""

from math import inf

from timeline.merging.articles import ALIKE, CLOSELY_ALIKE, alikeness
from timeline.merging.dates import CLOSE_DAYS
from timeline.merging.deeds import Deed, Often
from timeline.merging.evidence import (
    actor_shared,
    covered,
    elsewhere,
    meant_by_pronoun,
    objects,
    only_date,
    other_objects,
    others_named,
    shared_words,
    unnamed,
)
from timeline.merging.likeness import apart
from timeline.merging.profile import Profile
from timeline.model.event import Category

_YEAR = 366
_MOST = 0.6  # share of a title's words that the other sentence has
_MANY = 0.75
_SCENE = 0.5
_SEVERAL = 2
_ANY_KIND = (Category.OTHER, Category.STATEMENT)


def retells(one: Profile, other: Profile) -> bool:
    """Return whether two articles on one matter tell one event, on dates that agree."""
    if one.document == other.document:
        return False
    if not one.dated or not other.dated or not one.agrees(other):
        return False
    shared = one.deeds & other.deeds
    if not shared and one.trigger != other.trigger and not _on_one_day(one, other):
        return False
    alike = alikeness(one.article, other.article)
    if alike < ALIKE or elsewhere(one, other):
        return False
    if any(_same_once(one, other, deed, alike) for deed in shared if deed.often is Often.ONCE):
        return True
    if other_objects(one, other) or others_named(one, other) or apart(one.amounts, other.amounts):
        return False
    return (
        any(_same_deed(one, other, deed, alike) for deed in shared)
        or _same_wording(one, other)
        or _same_scene(one, other)
        or _same_things(one, other)
    )


def _same_once(one: Profile, other: Profile, deed: Deed, alike: float) -> bool:
    """Return whether what happens once is told by both, whatever else each tells of it."""
    if _wider(one, other) > _YEAR:
        return False
    if shared_words(one, other):
        return True
    sure = alike >= CLOSELY_ALIKE or _on_one_day(one, other)
    return sure and only_date(one, deed) and only_date(other, deed)


def _same_deed(one: Profile, other: Profile, deed: Deed, alike: float) -> bool:
    """Return whether a deed that may be done again is done by and to the same."""
    words = shared_words(one, other)
    close = _wider(one, other) <= CLOSE_DAYS
    if deed.often is Often.PERSON and (close or _same_extent(one, other)):
        only = only_date(one, deed) and only_date(other, deed)
        meant = meant_by_pronoun(one, other) or meant_by_pronoun(other, one)
        sure = bool(words) or alike >= CLOSELY_ALIKE
        return (only and meant and sure) or actor_shared(one, other)
    asked = 1 if unnamed(one) or unnamed(other) else _SEVERAL
    return close and len(words) >= asked


def _same_wording(one: Profile, other: Profile) -> bool:
    """Return whether the same event word stands with most of the same words."""
    if one.trigger != other.trigger or _wider(one, other) > _YEAR:
        return False
    asked = _MOST if one.deeds else _MANY
    return covered(one, other, asked) and covered(other, one, asked)


def _same_scene(one: Profile, other: Profile) -> bool:
    """Return whether the event word of one stands in the title of the other, of the same day.

    "The prosecutor described a meeting with her in a hotel" is that meeting, if day and names are
    the same.
    """
    if not _on_one_day(one, other) or one.trigger == other.trigger:
        return False
    if one.trigger not in other.words and other.trigger not in one.words:
        return False
    names = one.named & other.named
    return len(names) >= _SEVERAL and covered(one, other, _SCENE) and covered(other, one, _SCENE)


def _same_things(one: Profile, other: Profile) -> bool:
    """Return whether events of one kind on one day are told of the same things at the same place.

    "A car bomb killed twelve" is "the car bomb that went off": each clause takes another verb.
    """
    kind = one.mention.category
    if not _on_one_day(one, other) or kind is not other.mention.category or kind in _ANY_KIND:
        return False
    things = objects(one) & objects(other)
    return len(things) >= _SEVERAL and bool(one.named & other.named)


def _on_one_day(one: Profile, other: Profile) -> bool:
    return one.first == one.last == other.first == other.last


def _same_extent(one: Profile, other: Profile) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _wider(one: Profile, other: Profile) -> float:
    """Return the length in days of the wider date."""
    lengths = one.when.days, other.when.days
    return inf if None in lengths else max(length or 0 for length in lengths)

"""When an article tells one event again, under another noun or verb.

Within one article less is needed than between two (`retelling`): all of it is on one matter, and
what it tells of one day in words of one deed is one event, unless it says otherwise. A list of
dates is another thing: each of its items is an event of its own.
"""

from timeline.merging.evidence import covered, objects, shared_words, told, unnamed
from timeline.merging.extent import on_one_day, within
from timeline.merging.profile import Profile
from timeline.merging.reference import (
    LONG,
    VIOLENT,
    deeds_in_title,
    refers,
    takes_up,
    vague,
    written,
)
from timeline.merging.repeat_words import kin, repeat_words
from timeline.merging.set_apart import contradicted, is_item, set_apart
from timeline.model.event import Category

_MOST = 0.6  # share of a title's words that the other sentence has
_SCENE = 0.5
_SEVERAL = 2
_FEW = 3


def repeats(one: Profile, other: Profile) -> bool:
    """Return whether two mentions of one article tell one event."""
    if not one.dated or not other.dated or not one.agrees(other) or set_apart(one, other):
        return False
    if takes_up(one, other) or takes_up(other, one):
        return True
    return _may_repeat(one, other) and not contradicted(one, other)


def _may_repeat(one: Profile, other: Profile) -> bool:
    if refers(one, other) or refers(other, one):
        return True
    if on_one_day(one, other):
        return _same_on_one_day(one, other)
    if not within(one, other):
        return False
    return _same_in_a_while(one, other) or _same_line(one, other)


def bridged(one: Profile, other: Profile) -> bool:
    """Return whether a third mention may join two of one article: "the quake", "five dead"."""
    if not one.dated or not other.dated or not on_one_day(one, other):
        return False
    if vague(one) or vague(other):
        return False
    kinds = one.mention.category, other.mention.category
    alike = kinds[0] is kinds[1] is not Category.OTHER or VIOLENT.issuperset(kinds)
    if not alike and not shared_words(one, other):
        return False
    return not set_apart(one, other) and not contradicted(one, other)


def _same_on_one_day(one: Profile, other: Profile) -> bool:
    return (
        _same_deed(one, other)
        or _toll(one, other)
        or _toll(other, one)
        or _same_scene(one, other)
        or _same_words(one, other)
    )


def _same_deed(one: Profile, other: Profile) -> bool:
    """Return whether the event words are of one root, or tell one deed, of the same things.

    The vaguer the deed, the more else must be shared: "said" and "was" tell nothing by themselves.
    """
    if not one.trigger or not other.trigger:
        return False
    known = any(deed.often for deed in one.deeds & other.deeds)
    if not known and not kin(one.mention.trigger.casefold(), other.mention.trigger.casefold()):
        return False
    shared = shared_words(one, other)
    if vague(one) or vague(other):
        most = covered(one, other, _MOST) and covered(other, one, _SCENE)
        return len(shared) >= _SEVERAL and most
    told_by_both = (told(one) & other.said) | (told(other) & one.said)
    meant = unnamed(one) or unnamed(other)  # "she entered it"
    return known or meant or bool(told_by_both - {one.trigger, other.trigger})


def _same_in_a_while(one: Profile, other: Profile) -> bool:
    """Return whether what may be done again in a month is told of the same things."""
    things = (objects(one) & other.said) | (objects(other) & one.said)
    single = any(deed.single for deed in one.deeds & other.deeds)
    asked = 1 if single else _SEVERAL
    return _same_deed(one, other) and len(things - {one.trigger, other.trigger}) >= asked


def _same_line(one: Profile, other: Profile) -> bool:
    """Return whether an item of a list repeats, in few words, what a sentence tells."""
    brief, full = (one, other) if is_item(one) else (other, one)
    return is_item(brief) and len(told(brief)) >= _FEW and covered(brief, full, _MOST)


def _same_words(one: Profile, other: Profile) -> bool:
    """Return whether two sentences of which no event word is known share words that are long."""
    if one.trigger or other.trigger:
        return False
    theirs = [word for word in written(other.mention.sentence_text) if len(word) >= LONG]
    mine = {word for word in written(one.mention.sentence_text) if len(word) >= LONG}
    return sum(any(kin(word, another) for another in theirs) for word in mine) >= _SEVERAL


def _same_scene(one: Profile, other: Profile) -> bool:
    """Return whether the event word of one stands in the other's title, with most of the rest."""
    if vague(one) or vague(other):
        return False
    if one.trigger not in other.words and other.trigger not in one.words:
        return False
    some = covered(one, other, _SCENE) and covered(other, one, _SCENE)
    return some and len(shared_words(one, other)) >= _SEVERAL


def _toll(one: Profile, other: Profile) -> bool:
    """Return whether the one tells what came of the other: how many it killed."""
    if one.trigger not in repeat_words().toll or other.mention.category not in VIOLENT:
        return False
    if deeds_in_title(one) & (other.deeds | deeds_in_title(other)):
        return True
    return any(kin(word, other.mention.trigger) for word in written(one.mention.title))

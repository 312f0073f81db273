"""Which two mentions may be of one event, and which must not.

All that is asked here depends on the two mentions and their two articles, never on the rest of
the groups: an event's mentions, merged by themselves, are the same event again. A wrong merge
hides an event, a missed one shows it twice: in doubt, two.
"""

from timeline.merging.dates import RETOLD_DAYS, close
from timeline.merging.deeds import Often
from timeline.merging.disputes import disputed
from timeline.merging.evidence import only_date
from timeline.merging.likeness import apart, likeness, overlap
from timeline.merging.profile import Profile
from timeline.merging.repeats import bridged, repeats
from timeline.merging.retelling import retells
from timeline.merging.set_apart import contradicted, set_apart
from timeline.merging.stems import stemmed
from timeline.merging.vocabulary import vocabulary

_LEAST_ALIKE = 0.35  # below this, no chain of other mentions makes two one
_RETOLD_ALIKE = 0.8
_UNDATED_ALIKE = 0.9
_UNDATED_SENTENCE = 0.8


def forbidden(one: Profile, other: Profile) -> bool:
    """Return whether two mentions cannot be of one event, whatever else speaks for it."""
    return (
        apart(one.ordinals, other.ordinals)
        or not _statuses_meet(one, other)
        or not _dates_meet(one, other)
        or (one.document == other.document and _stands_beside(one, other))
        or _told_apart(one, other)
        or _roles_reversed(one, other)
    )


def retold(one: Profile, other: Profile) -> bool:
    """Return whether two articles tell clearly one event, though they differ on its day.

    It must be something that happens once, or both must give the same figure: on the day after
    an attack on a town there may be another attack on that town. And an article that tells such
    a deed on several days leaves open which of them the other means.
    """
    return (
        one.document != other.document
        and one.single_day
        and other.single_day
        and abs(one.first - other.first) <= RETOLD_DAYS
        and (_told_once(one, other) or not one.figures.isdisjoint(other.figures))
        and not one.names.isdisjoint(other.names)
        and not apart(one.actors, other.actors)
        and not apart(one.places, other.places)
        and likeness(one, other) >= _RETOLD_ALIKE
        and all(only_date(one, deed) and only_date(other, deed) for deed in one.deeds)
    )


def _told_once(one: Profile, other: Profile) -> bool:
    return one.trigger == other.trigger and one.trigger in stemmed(vocabulary().once)


def same_text(one: Profile, other: Profile) -> bool:
    """Return whether two mentions are told in nearly the same words, sentence and all."""
    return (
        likeness(one, other) >= _UNDATED_ALIKE
        and overlap(one.sentence, other.sentence) >= _UNDATED_SENTENCE
    )


def _dates_meet(one: Profile, other: Profile) -> bool:
    if one.dated != other.dated:
        return False
    if not one.dated:
        return same_text(one, other)
    return one.agrees(other) or retold(one, other) or disputed(one, other)


def _told_apart(one: Profile, other: Profile) -> bool:
    """Return whether the titles have too little in common, and the articles do not bridge it."""
    if likeness(one, other) >= _LEAST_ALIKE or one.document == other.document:
        return False
    return not retells(one, other) and not disputed(one, other)


def _statuses_meet(one: Profile, other: Profile) -> bool:
    first, second = one.mention.status, other.mention.status
    return first is second or vocabulary().deeds.issuperset((first, second))


def _stands_beside(one: Profile, other: Profile) -> bool:
    """Return whether an article sets two mentions beside each other as two events.

    It does so in one sentence, by two words for what happened, or where each has something of
    its own; and two relative dates of an article differ where they are worded differently, though
    both may be any day of a year.
    """
    first, second = one.mention, other.mention
    if not one.dated and first.sentence.overlaps(second.sentence):
        return True
    if repeats(one, other) or bridged(one, other):
        return False
    two = one.dated and (set_apart(one, other) or contradicted(one, other))
    if two and one.sentence != other.sentence:
        return True
    if first.sentence.overlaps(second.sentence) or one.trigger != other.trigger:
        return True
    if likeness(one, other) < _LEAST_ALIKE:
        return True
    if one.own(other) and other.own(one):
        return True
    worded_alike = first.expression.meaning == second.expression.meaning
    return not worded_alike and not (close(one.when) and close(other.when))


def _roles_reversed(one: Profile, other: Profile) -> bool:
    """Return whether "A struck B" stands against "B struck A"."""
    if one.trigger in stemmed(vocabulary().mutual):
        return False
    if any(deed.often is Often.ONCE for deed in one.deeds & other.deeds):
        return False  # of what happens once, "A's trial" may be told of B's minister
    if not one.order or not other.order or one.passive != other.passive:
        return False
    first, second = one.order[0], other.order[0]
    return first != second and first in other.order and second in one.order

"""What two mentions of different articles share, and what contradicts that they are one event.

Only what a sentence itself says counts: a name in a title that its sentence lacks is one that a
pronoun stood for, which is a guess, and neither proves nor contradicts anything.
"""

from timeline.merging.deeds import Deed
from timeline.merging.likeness import apart
from timeline.merging.profile import PLAIN, Profile


def shared_words(one: Profile, other: Profile) -> frozenset[str]:
    """Return the names of both sentences, and words of a title that the other's sentence has."""
    titles = (told(one) & other.said) | (told(other) & one.said)
    return (titles | (one.named & other.named)) - {one.trigger, other.trigger}


def told(one: Profile) -> frozenset[str]:
    """Return the telling words of a title that its own sentence has."""
    return frozenset(word for word, weight in one.words.items() if weight >= PLAIN) & one.said


def objects(one: Profile) -> frozenset[str]:
    """Return what is told beside names and trigger: as a rule, to whom or what it was done."""
    return told(one) - one.named - one.names - {one.trigger}


def covered(one: Profile, other: Profile, share: float) -> bool:
    """Return whether the other's sentence has that share of the title's words."""
    words = told(one)
    return bool(words) and len(words & other.said) >= share * len(words)


def covered_share(one: Profile, other: Profile) -> float:
    """Return the share of the title's words that the other's sentence has; 0 where it has none."""
    words = told(one)
    return len(words & other.said) / len(words) if words else 0.0


def unnamed(one: Profile) -> bool:
    """Return whether a pronoun stands for whoever or whatever it is about."""
    return not objects(one) and (told(one) & one.names).isdisjoint(one.named)


def meant_by_pronoun(one: Profile, other: Profile) -> bool:
    """Return whether the one names nobody, and the other's article has all the things it names."""
    nameless = (told(one) & one.names).isdisjoint(one.named)
    return nameless and objects(one) <= other.article.weights.keys()


def actor_shared(one: Profile, other: Profile) -> bool:
    """Return whether an actor of the one stands in both sentences."""
    return not (one.actors | other.actors).isdisjoint(one.sentence & other.sentence)


def other_objects(one: Profile, other: Profile) -> bool:
    """Return whether each speaks of things that the other's sentence lacks, and of no other."""
    mine, theirs = objects(one), objects(other)
    return bool(mine) and bool(theirs) and apart(mine, other.said) and apart(theirs, one.said)


def others_named(one: Profile, other: Profile) -> bool:
    """Return whether each title names somebody whom the other's sentence does not."""
    return bool(_own_names(one, other)) and bool(_own_names(other, one))


def _own_names(one: Profile, other: Profile) -> frozenset[str]:
    return (told(one) & (one.named | one.names)) - other.said - other.sentence


def elsewhere(one: Profile, other: Profile) -> bool:
    """Return whether the sentences name other actors, or other places, for the two."""
    return _foreign(one, one.actors, other, other.actors) or _foreign(
        one, one.places, other, other.places
    )


def only_date(one: Profile, deed: Deed) -> bool:
    """Return whether the mention's article tells a deed on no other date than the mention's."""
    start, end = one.when.first, one.when.last
    return all(
        (first is None or end is None or first <= end)
        and (last is None or start is None or start <= last)
        for first, last in one.article.dates_of.get(deed, ())
    )


def _foreign(one: Profile, mine: frozenset[str], other: Profile, theirs: frozenset[str]) -> bool:
    mine, theirs = mine & one.sentence, theirs & other.sentence
    return apart(mine, theirs) and apart(mine, other.sentence) and apart(theirs, one.sentence)

"""Whether a mention takes up, by a noun, what another mention of its article tells."""

from functools import lru_cache

from timeline.merging.deeds import Deed, known_deeds
from timeline.merging.evidence import told
from timeline.merging.extent import YEAR, on_one_day, only_of_its_type, wider, within
from timeline.merging.profile import Profile
from timeline.merging.repeat_words import kin, repeat_words
from timeline.merging.stems import plain_words, stem, stemmed, telling
from timeline.merging.taken_up import tells_event
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import Category

VIOLENT = frozenset((Category.CONFLICT, Category.DISASTER))
LONG = 6  # letters of a word that tells something by itself
_SEASON = 2 * YEAR  # a winter is of two years
_WEEK = 7


def takes_up(one: Profile, other: Profile) -> bool:
    """Return whether a noun with the date in its own phrase means what the other tells."""
    up = one.up
    if up is None or not up.dated or not within(one, other, _SEASON):
        return False
    if Category.STATEMENT in (one.mention.category, other.mention.category):
        return False
    return any(tells(other, noun) or _speaks_of(other, noun, one) for noun in up.nouns)


def _speaks_of(other: Profile, noun: str, one: Profile) -> bool:
    """Return whether a title has a word for what a noun means, or else the whole sentence."""
    mention, day = other.mention, on_one_day(one, other)
    if mention.trigger and not day and not _of_one_type(one, other):
        return False
    alone = day and other.article.dates_in[mention.sentence] == 1
    whole = not mention.trigger or (alone and tells_event(noun))
    text = mention.sentence_text if whole else mention.title
    return any(means(noun, word) for word in written(text))


def _of_one_type(one: Profile, other: Profile) -> bool:
    return one.mention.category is other.mention.category is not Category.OTHER


def refers(one: Profile, other: Profile) -> bool:
    """Return whether the one takes up, by a noun, what the other may well be."""
    up = one.up
    if up is None:
        return False
    day = on_one_day(one, other)
    if not day and not (within(one, other) and (up.dated or wider(one, other) <= _WEEK)):
        return False
    if any(tells(other, noun) for noun in up.nouns):
        return not (vague(one) or vague(other)) or _same_speaker(one, other)
    types = frozenset[Category]().union(*map(general_types, up.nouns))
    if types.isdisjoint(types_of(other)):
        return False
    return day or (up.dated and only_of_its_type(one, other))


def _same_speaker(one: Profile, other: Profile) -> bool:
    """Return whether two titles name somebody in common, or one word for it and nobody."""
    if not stemmed(vocabulary().light).isdisjoint((one.trigger, other.trigger)):
        return False
    mine, theirs = one.names & told(one), other.names & told(other)
    return bool(mine & theirs) or (not mine and not theirs and one.trigger == other.trigger)


def vague(one: Profile) -> bool:
    """Return whether an event word tells nothing by itself: "said", "was"."""
    words = vocabulary()
    plain = one.mention.trigger.casefold()
    light = one.trigger in stemmed(words.light) or plain in words.stop
    return light or one.mention.category is Category.STATEMENT


@lru_cache(maxsize=8192)
def written(text: str) -> tuple[str, ...]:
    """Return the telling words of a text in lower case, endings and all."""
    words = (word.casefold() for word in plain_words(text))
    return tuple(word for word in words if telling(word))


def deeds_in_title(one: Profile) -> frozenset[Deed]:
    """Return the known deeds that single words of a title tell."""
    found = (known_deeds().told(word, word) for word in one.words)
    return frozenset(deed for deeds in found for deed in deeds if deed.often)


def tells(one: Profile, noun: str) -> bool:
    """Return whether an event word is of the root of a noun, or tells its deed."""
    if means(noun, one.mention.trigger.casefold()):
        return True
    return any(deed in one.deeds for deed in known_deeds().told(stem(noun), noun) if deed.often)


def means(noun: str, word: str) -> bool:
    """Return whether a word is of a noun's root, or of the same meaning."""
    if not word or kin(noun, word) or _compound(noun, word):
        return bool(word)
    return any(kin(another, word) for another in repeat_words().alike.get(noun, ()))


def _compound(one: str, other: str) -> bool:
    """Return whether a long word begins with the other: "Lawinenunglück", "Lawine"."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= LONG and longer.startswith(shorter)


def general_types(noun: str) -> frozenset[Category]:
    """Return the types of event that a general noun, or one that ends in it, takes up."""
    general = repeat_words().general
    found = general.get(noun) or general.get(stem(noun))
    if found is None:
        found = next((t for n, t in general.items() if noun.endswith(n) and len(n) >= LONG), None)
    return found or frozenset()


def types_of(one: Profile) -> frozenset[Category]:
    """Return the types of a mention; where nothing tells them, those of its sentence's nouns."""
    if one.mention.trigger:
        return frozenset((one.mention.category,))
    return frozenset[Category]().union(*map(general_types, written(one.mention.sentence_text)))

"""When an article tells one event again, under another noun or verb.

Within one article less is needed than between two (`retelling`): all of it is on one matter, and
what it tells of one day in words of one deed is one event, unless it says otherwise. A list of
dates is another thing: each of its items is an event of its own.
"""

import re

from timeline.merging.deeds import Deed, known_deeds
from timeline.merging.evidence import covered, objects, shared_words, told
from timeline.merging.likeness import apart
from timeline.merging.profile import Profile
from timeline.merging.repeat_words import kin, repeat_words
from timeline.merging.stems import plain_words, stem, stemmed, telling
from timeline.merging.taken_up import taken_up
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import Category

_YEAR = 366
_SEASON = 2 * _YEAR  # a winter is of two years
_MOST = 0.6
_SCENE = 0.5
_SEVERAL = 2
_FEW = 3
_ITEM = re.compile(r"[\s•*–—-]*$")
_ITEM_END = re.compile(r"\s*[:–—]")
_VIOLENT = frozenset((Category.CONFLICT, Category.DISASTER))
_WEEK = 7
_LONG = 6
_RUNNING = 0.2  # share of small words in running English


def repeats(one: Profile, other: Profile) -> bool:
    """Return whether two mentions of one article tell one event."""
    if not one.dated or not other.dated or not one.agrees(other) or set_apart(one, other):
        return False
    one, other = (one, other) if one.rank <= other.rank else (other, one)
    if _takes_up(one, other) or _takes_up(other, one):
        return True
    if contradicted(one, other):
        return False
    if _refers(one, other) or _refers(other, one):
        return True
    if on_one_day(one, other):
        return (
            _same_deed(one, other)
            or _toll(one, other)
            or _toll(other, one)
            or _same_scene(one, other)
            or _same_words(one, other)
        )
    if not _within(one, other):
        return False
    return (_same_deed(one, other) and _same_things(one, other)) or _same_line(one, other)


def set_apart(one: Profile, other: Profile) -> bool:
    """Return whether the article sets two mentions beside each other, whatever they tell."""
    first, second = one.mention, other.mention
    return (
        first.sentence.overlaps(second.sentence)
        or first.expression.span == second.expression.span  # two items below one date
        or (_item(one) and _item(other))
        or _other_hour(one, other)
    )


def contradicted(one: Profile, other: Profile) -> bool:
    """Return whether what two mentions tell shows that they are two events."""
    return _another(one) or _another(other) or _others(one, other) or _other_tolls(one, other)


def bridged(one: Profile, other: Profile) -> bool:
    """Return whether a third mention may join two of one article: "the quake", "five dead"."""
    if not one.dated or not other.dated or set_apart(one, other) or contradicted(one, other):
        return False
    kinds = one.mention.category, other.mention.category
    alike = kinds[0] is kinds[1] or Category.OTHER in kinds or set(kinds) <= _VIOLENT
    return alike and (on_one_day(one, other) or _within(one, other))


def on_one_day(one: Profile, other: Profile) -> bool:
    """Return whether both are of one day that is known."""
    return one.first == one.last == other.first == other.last


def _wider(one: Profile, other: Profile) -> int:
    return max(one.when.days or 0, other.when.days or 0)


def _within(one: Profile, other: Profile, longest: int = _YEAR) -> bool:
    """Return whether one date lies in the other, which is a year at most, or as long as that."""
    if None in (one.when.days, other.when.days) or _wider(one, other) > longest:
        return False
    return one.first <= other.first <= other.last <= one.last or (
        other.first <= one.first <= one.last <= other.last
    )


# --- What speaks for one event --------------------------------------------------------------------


def _same_deed(one: Profile, other: Profile) -> bool:
    """Return whether the event words are of one root, or tell one deed."""
    statement = Category.STATEMENT in (one.mention.category, other.mention.category)
    light = not stemmed(vocabulary().light).isdisjoint((one.trigger, other.trigger))
    same = kin(one.trigger, other.trigger) or bool(one.deeds & other.deeds)
    if not same or not one.trigger:
        return False
    if statement or light:
        return covered(one, other, _MOST) or covered(other, one, _MOST)
    return True


def _same_things(one: Profile, other: Profile) -> bool:
    """Return whether both speak of a thing, beside names and event word."""
    things = (objects(one) & other.said) | (objects(other) & one.said)
    return bool(things - {one.trigger, other.trigger})


def _same_line(one: Profile, other: Profile) -> bool:
    """Return whether an item of a list repeats, in few words, what a sentence tells."""
    brief = one if _item(one) else other
    full = other if brief is one else one
    return _item(brief) and len(told(brief)) >= _FEW and covered(brief, full, _MOST)


def _same_words(one: Profile, other: Profile) -> bool:
    """Return whether two sentences of which no event word is known share words that are long."""
    if one.trigger or other.trigger:
        return False
    theirs = [w for w in _written(other.mention.sentence_text) if len(w) >= _LONG]
    mine = [w for w in _written(one.mention.sentence_text) if len(w) >= _LONG]
    return sum(any(kin(word, another) for another in theirs) for word in set(mine)) >= _SEVERAL


def _same_scene(one: Profile, other: Profile) -> bool:
    """Return whether the event word of one stands in the other's title, with most of the rest."""
    if one.trigger not in other.words and other.trigger not in one.words:
        return False
    return len(shared_words(one, other)) >= _SEVERAL and (
        covered(one, other, _SCENE) or covered(other, one, _SCENE)
    )


def _takes_up(one: Profile, other: Profile) -> bool:
    """Return whether a noun with the date in its own phrase means what the other tells."""
    up = taken_up(one.mention)
    if up is None or not up.dated or not _within(one, other, _SEASON):
        return False
    mention = other.mention
    whole = other.article.dates_in[mention.sentence] == 1 or not mention.trigger
    words = _written(mention.sentence_text if whole else mention.title)
    return any(
        _tells(other, noun) or any(kin(noun, word) or _compound(noun, word) for word in words)
        for noun in up.nouns
    )


def _refers(one: Profile, other: Profile) -> bool:
    """Return whether the one takes up, by a noun, what the other may well be."""
    up = taken_up(one.mention)
    if up is None:
        return False
    day = on_one_day(one, other)
    if not day and not (_within(one, other) and (up.dated or _wider(one, other) <= _WEEK)):
        return False
    if any(_tells(other, noun) for noun in up.nouns):
        return True
    types = frozenset[Category]().union(*map(_types_of_noun, up.nouns))
    return bool(types & _types(other)) and (day or _only_one(one, other))


def _tells(one: Profile, noun: str) -> bool:
    """Return whether an event word is of the root of a noun, or tells its deed."""
    known = known_deeds().told(stem(noun), noun)
    return kin(noun, one.mention.trigger.casefold()) or bool(known & (one.deeds | _deeds_in(one)))


def _compound(one: str, other: str) -> bool:
    """Return whether a long word begins with the other: "Lawinenunglück", "Lawine"."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LONG and longer.startswith(shorter)


def _deeds_in(one: Profile) -> frozenset[Deed]:
    """Return the deeds that single words of a title tell."""
    return frozenset().union(*(known_deeds().told(word, word) for word in one.words))


def _types_of_noun(noun: str) -> frozenset[Category]:
    """Return the types of event that a general noun, or one that ends in it, takes up."""
    general = repeat_words().general
    found = general.get(noun) or general.get(stem(noun))
    if found is None:
        found = next((t for n, t in general.items() if noun.endswith(n) and len(n) >= _LONG), None)
    return _with_violence(found or frozenset())


def _types(one: Profile) -> frozenset[Category]:
    """Return the types of a mention; where nothing tells them, those of its sentence's nouns."""
    if one.mention.trigger:
        return _with_violence(frozenset((one.mention.category,)))
    words = _written(one.mention.sentence_text)
    return frozenset().union(*(_types_of_noun(word) for word in words))


def _with_violence(types: frozenset[Category]) -> frozenset[Category]:
    """Add the one to the other of accidents and attacks: words for them are often the same."""
    return types | _VIOLENT if types & _VIOLENT else types


def _only_one(one: Profile, other: Profile) -> bool:
    """Return whether the article has nothing else of the other's type in the wider date."""
    first, last = min(one.first, other.first), max(one.last, other.last)
    narrow = max(one.first, other.first), min(one.last, other.last)
    dates = one.article.dates_by_type.get(other.mention.category, frozenset())
    inside = [(a, b) for a, b in dates if a is not None and b is not None and first <= a <= b <= last]
    return all(a <= narrow[1] and narrow[0] <= b for a, b in inside)


def _written(text: str) -> tuple[str, ...]:
    """Return the telling words of a text in lower case, endings and all."""
    words = (word.casefold() for word in plain_words(text))
    return tuple(word for word in words if telling(word))


def _toll(one: Profile, other: Profile) -> bool:
    """Return whether the one tells what came of the other: how many it killed."""
    if one.trigger not in repeat_words().toll:
        return False
    named = _deeds_in(one) & (other.deeds | _deeds_in(other))
    violent = other.mention.category in _VIOLENT
    return violent and (bool(named) or any(kin(w, other.mention.trigger) for w in _written(one.mention.title)))


# --- What speaks against it -----------------------------------------------------------------------


def _item(one: Profile) -> bool:
    """Return whether a sentence is an item of a list of dates: "– 1877: the first train"."""
    mention = one.mention
    start = mention.expression.phrase.start - mention.sentence.start
    end = mention.expression.phrase.end - mention.sentence.start
    text = mention.sentence_text
    return bool(_ITEM.fullmatch(text[: max(0, start)]) and _ITEM_END.match(text[end:]))


def _other_hour(one: Profile, other: Profile) -> bool:
    clocks = one.when.clock, other.when.clock
    return None not in clocks and clocks[0] != clocks[1]


def _another(one: Profile) -> bool:
    """Return whether a sentence says that this is one more, or comes after something else."""
    mention = one.mention
    words = [word.casefold() for word in plain_words(mention.sentence_text)]
    if words and words[0] in repeat_words().after:
        return True
    start = mention.expression.phrase.start - mention.sentence.start
    end = mention.expression.phrase.end - mention.sentence.start
    before = [w.casefold() for w in plain_words(mention.sentence_text[: max(0, start)])][-1:]
    behind = [w.casefold() for w in plain_words(mention.sentence_text[end:])][:1]
    if not repeat_words().after.isdisjoint((*before, *behind)):
        return True
    if mention.trigger_span is None:
        return False
    at = mention.trigger_span.start - mention.sentence.start
    close = [w.casefold() for w in plain_words(mention.sentence_text[: max(0, at)])][-2:]
    return not repeat_words().another.isdisjoint(close)


def _others(one: Profile, other: Profile) -> bool:
    """Return whether each names somebody, or somewhere, whom the other does not."""
    if apart(one.places & one.sentence, other.places & other.sentence):
        return True
    return bool(_own_names(one, other)) and bool(_own_names(other, one))


def _own_names(one: Profile, other: Profile) -> frozenset[str]:
    names = one.names if _capitals_name(one) else one.actors | one.places
    return (names & told(one)) - other.said - other.sentence


def _capitals_name(one: Profile) -> bool:
    """Return whether a capital marks a name: not in German, and not in a headline."""
    words = plain_words(one.mention.sentence_text)
    plain = sum(word.casefold() in vocabulary().stop for word in words)
    return plain >= _RUNNING * len(words)


def _other_tolls(one: Profile, other: Profile) -> bool:
    mine, theirs = one.mention.figures, other.mention.figures
    return any(figure.contradicts(another) for figure in mine for another in theirs)

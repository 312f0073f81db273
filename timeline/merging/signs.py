"""What speaks for and against two mentions of one article telling one event.

Each sign is a number from 0 up; `repeat_weights.toml` says how much it weighs. The signs are about
the words for what happened, the nouns that take it up, whoever and whatever it is told of, and how
the two lie in their article. The earlier mention comes first.
"""

from collections.abc import Mapping
from math import log

from timeline.merging.evidence import covered_share, objects, shared_words, told
from timeline.merging.likeness import apart
from timeline.merging.profile import Profile
from timeline.merging.reference import VIOLENT, general_types, tells, types_of, vague
from timeline.merging.repeat_words import groups_of, kin
from timeline.merging.set_apart import is_item, other_numbers, other_object, other_side, own_names
from timeline.merging.taken_up import tells_event
from timeline.merging.word_index import indexed
from timeline.model.event import Category
from timeline.model.span import Span

_MOST = 3.0
_SEVERAL = 2.0
# Signs that the words for what happened mean one deed.
MEANT = frozenset(
    (
        *("same_word", "root", "group", "deed", "vague_root", "no_word", "item"),
        *("up_title", "up_text", "up_type", "up_unknown", "up_alone"),
    )
)

Signs = Mapping[str, float]


def signs(one: Profile, other: Profile) -> Signs:
    """Return the signs that show; those that do not are left out."""
    first, second = (one, other) if one.rank <= other.rank else (other, one)
    found = {
        **_of_deeds(first, second),
        **_of_reference(first, second),
        **_of_things(first, second),
        **_of_place(first, second),
    }
    if not shared_words(one, other) and "up_title" not in found:
        found["word_only"] = found["same_word"] or found["root"]
        found["deed_only"] = found["group"] or found["deed"]
    return {name: float(value) for name, value in found.items() if value}


def _of_deeds(one: Profile, other: Profile) -> dict[str, float]:
    """Return what the words for what happened, and their types, show."""
    mine, theirs = one.mention.trigger.casefold(), other.mention.trigger.casefold()
    both = bool(mine and theirs)
    same = both and one.trigger == other.trigger
    root = both and not same and kin(mine, theirs)
    group = both and not same and not root and bool(groups_of(mine) & groups_of(theirs))
    deeds = one.deeds & other.deeds
    deed = any(deed.often for deed in deeds) and not (same or root or group)
    weak = vague(one) or vague(other)
    meant = same or root or group or deed
    found: dict[str, float] = {
        "same_word": same and not weak,
        "root": root and not weak,
        "group": group and not weak,
        "deed": deed and not weak,
        "vague_root": weak and (same or root or group),
        "vague_one": vague(one) != vague(other) and not meant,
        "single": any(deed.single for deed in deeds),
        "no_word": not both,
        "status": one.mention.status is not other.mention.status,
    }
    return found | _of_types(one, other) | ({} if meant else _told_beside(one, other))


def _of_types(one: Profile, other: Profile) -> dict[str, float]:
    kinds = one.mention.category, other.mention.category
    alike = kinds[0] is kinds[1] or VIOLENT.issuperset(kinds)
    return {
        "other_type": Category.OTHER not in kinds and not alike,
        "statement_one": (kinds[0] is Category.STATEMENT) != (kinds[1] is Category.STATEMENT),
    }


def _told_beside(one: Profile, other: Profile) -> dict[str, float]:
    """Return whether the words of one title, or sentence, tell the other's deed."""
    titles = indexed(one.mention.title), indexed(other.mention.title)
    texts = indexed(one.mention.sentence_text), indexed(other.mention.sentence_text)
    words = [
        (word, number)
        for number, mention in ((1, one), (0, other))
        if (word := mention.mention.trigger.casefold()) and not vague(mention)
    ]
    title = any(titles[number].has_word_for(word) for word, number in words)
    text = any(texts[number].has_word_for(word) for word, number in words)
    return {
        "word_in_title": title,
        "word_in_text": text and not title,
        "titles_group": bool(titles[0].groups & titles[1].groups) and not title,
    }


def _of_reference(one: Profile, other: Profile) -> dict[str, float]:
    """Return how one takes up the other by a noun: one that tells it, or any of its type.

    A noun without a date in its phrase counts half.
    """
    best: dict[str, float] = {}
    for up, what in ((other, one), (one, other)):
        if up.up is not None:
            weight = 1.0 if up.up.dated else 0.5
            for name in _taken_up(up, up.up.nouns, what):
                best[name] = max(best.get(name, 0.0), weight)
    return best


def _taken_up(up: Profile, nouns: tuple[str, ...], what: Profile) -> tuple[str, ...]:
    title, text = indexed(what.mention.title), indexed(what.mention.sentence_text)
    types = frozenset[Category]().union(*map(general_types, nouns))
    event = bool(types) or any(groups_of(noun) or tells_event(noun) for noun in nouns)
    if any(tells(what, noun) or title.has_word_for(noun) for noun in nouns):
        how = "up_title"
    elif any(text.has_word_for(noun) for noun in nouns):
        how = "up_text"
    elif not types.isdisjoint(types_of(what)):
        how = "up_type"
    elif not event:
        return ("up_thing",)
    elif _known(what) and any(map(groups_of, nouns)):
        return ()  # the noun means something else
    else:
        how = "up_unknown"
    if not event or what.rank > up.rank:
        return (how,)
    alone = ("up_alone",) if not _rivals(up, what) else ()
    return (how, *alone, *(("up_next",) if how != "up_title" and _next(what, up) else ()))


def _known(one: Profile) -> bool:
    """Return whether the event word is of a group of words, so that a noun of another differs."""
    return bool(one.mention.trigger) and bool(groups_of(one.mention.trigger.casefold()))


def _of_things(one: Profile, other: Profile) -> dict[str, float]:
    """Return what is shared of whoever and whatever it is told of, and what is not."""
    return {
        "both_objects": min(_SEVERAL, len(objects(one) & objects(other))),
        "names": min(_SEVERAL, len((told(one) & one.names) & (told(other) & other.names))),
        "covered": min(covered_share(one, other), covered_share(other, one)),
        "own_both": bool(own_names(one, other)) and bool(own_names(other, one)),
        "places_apart": apart(one.places & one.sentence, other.places & other.sentence),
        "other_numbers": other_numbers(one, other),
        "other_side": other_side(one, other),
        "other_object": other_object(one, other),
    }


def _of_place(one: Profile, other: Profile) -> dict[str, float]:
    return {
        "same_extent": (one.first, one.last) == (other.first, other.last),
        "lead": _order(one)[0] in (one.mention.sentence, other.mention.sentence),
        "crowd": min(_MOST, log(1 + _rivals(one, other))),
        "item": is_item(one) != is_item(other),
    }


def _order(one: Profile) -> list[Span]:
    """Return the dated sentences of an article in order."""
    return sorted(one.article.dates_in, key=lambda sentence: sentence.start)


def _next(one: Profile, other: Profile) -> bool:
    """Return whether the other's sentence is the next dated one."""
    order = _order(one)
    return order.index(other.mention.sentence) - order.index(one.mention.sentence) == 1


def _rivals(one: Profile, other: Profile) -> int:
    """Count the other sentences of the article with a date that both dates might be."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    beside = {
        sentence
        for (start, end), sentence in one.article.tellings
        if (start is None or start <= last) and (end is None or first <= end)
    }
    return len(beside - {one.mention.sentence, other.mention.sentence})

"""What shows that two mentions of one article are two events, though of one day."""

import re
from collections.abc import Iterable
from functools import lru_cache

from timeline.merging.dates import close
from timeline.merging.evidence import told
from timeline.merging.likeness import apart
from timeline.merging.profile import Profile
from timeline.merging.repeat_words import markers
from timeline.merging.stems import plain_words, stem, telling
from timeline.merging.vocabulary import vocabulary
from timeline.model.when import Basis

_BULLET = re.compile(r"[\s•*–—-]*")
_ITEM_END = re.compile(r"\s*[:–—]")
_STAMP = re.compile(r"\W*[(\[]\w*\s*")  # "(Update 8:43 p.m.)"
_UNSURE = (Basis.INFERRED, Basis.UNKNOWN)
_RUNNING = 0.2  # share of small words in running English
_BESIDE = 2  # words before an event word among which "another" stands


def set_apart(one: Profile, other: Profile) -> bool:
    """Return whether the article sets two mentions beside each other, whatever they tell."""
    first, second = one.mention, other.mention
    clocks = one.when.clock, other.when.clock
    return (
        first.sentence.overlaps(second.sentence)
        or first.expression.span == second.expression.span  # two items below one date
        or (is_item(one) and is_item(other))
        or (None not in clocks and clocks[0] != clocks[1])
        or _worded_apart(one, other)
    )


def _worded_apart(one: Profile, other: Profile) -> bool:
    """Return whether two dates of an article without its own date are worded differently.

    "Monday" and "Wednesday" of some week of a year may both be any day of that year.
    """
    if one.mention.expression.meaning == other.mention.expression.meaning:
        return False
    relative = one.when.basis in _UNSURE and other.when.basis in _UNSURE
    return relative and not (close(one.when) and close(other.when))


def contradicted(one: Profile, other: Profile) -> bool:
    """Return whether what two mentions tell shows that they are two events."""
    return (
        other_numbers(one, other)
        or _others(one, other)
        or another(one)
        or another(other)
        or other_side(one, other)
        or other_object(one, other)
    )


def is_item(one: Profile) -> bool:
    """Return whether a sentence is an item of a list of dates: "– 1877: the first train"."""
    mention = one.mention
    text, start, end = mention.sentence_text, *_phrase(one)
    before = text[:start]
    if _STAMP.fullmatch(before):
        return True
    return bool(_BULLET.fullmatch(before) and _ITEM_END.match(text[end:]))


def _phrase(one: Profile) -> tuple[int, int]:
    """Return where the date stands in its sentence."""
    mention = one.mention
    start = mention.expression.phrase.start - mention.sentence.start
    return max(0, start), max(0, mention.expression.phrase.end - mention.sentence.start)


def another(one: Profile) -> bool:
    """Return whether a sentence says that this is one more, or comes after something else."""
    trigger = one.mention.trigger_span
    at = 0 if trigger is None else max(0, trigger.start - one.mention.sentence.start)
    return _adds(one.mention.sentence_text, *_phrase(one), at)


@lru_cache(maxsize=16_384)
def _adds(text: str, start: int, end: int, at: int) -> bool:
    known = markers(text)
    near = {*_lowered(text)[:1], *_lowered(text[:start])[-1:], *_lowered(text[end:])[:1]}
    if not known.after.isdisjoint(near):
        return True
    return not known.another.isdisjoint(_lowered(text[:at])[-_BESIDE:])


def _lowered(text: str) -> list[str]:
    return [word.casefold() for word in plain_words(text)]


def _others(one: Profile, other: Profile) -> bool:
    """Return whether each names somebody, or somewhere, whom the other does not."""
    if apart(one.places & one.sentence, other.places & other.sentence):
        return True
    return bool(own_names(one, other)) and bool(own_names(other, one))


def own_names(one: Profile, other: Profile) -> frozenset[str]:
    """Return the names of a title that the other mention has nowhere."""
    names = one.names if _capitals_name(one) else one.actors | one.places
    return (names & told(one)) - one.places - other.said - other.sentence


def _capitals_name(one: Profile) -> bool:
    """Return whether a capital marks a name: not in German, and not in a headline."""
    return _running(one.mention.sentence_text)


@lru_cache(maxsize=16_384)
def _running(text: str) -> bool:
    words = _lowered(text)
    return sum(map(vocabulary().stop.__contains__, words)) >= _RUNNING * len(words)


def other_numbers(one: Profile, other: Profile) -> bool:
    """Return whether two mentions give other numbers for one thing."""
    if one.trigger == other.trigger and apart(one.amounts, other.amounts):
        return True
    mine, theirs = one.mention.figures, other.mention.figures
    return any(figure.contradicts(another) for figure in mine for another in theirs)


def other_side(one: Profile, other: Profile) -> bool:
    """Return whether each names somebody who acts, and not the same: "A hit B", "B hit C"."""
    if one.passive or other.passive or one.trigger != other.trigger:
        return False
    return apart(_acting(one), _acting(other))


def _acting(one: Profile) -> frozenset[str]:
    """Return the names that stand before the event word in the sentence's own clause."""
    mention = one.mention
    if mention.trigger_span is None or not _capitals_name(one):
        return frozenset()
    word = mention.trigger_span.start - mention.sentence.start
    before = frozenset(map(stem, _lowered(mention.sentence_text[: max(0, word)])))
    return frozenset(name for name in one.order if name in before) & told(one)


def other_object(one: Profile, other: Profile) -> bool:
    """Return whether the later mention tells the deed of somebody or something new.

    "The mayor" and "two bankers" were not arrested at once; "the man" may be anybody known.
    """
    if one.trigger != other.trigger or one.passive or other.passive:
        return False
    earlier, later = (one, other) if one.rank <= other.rank else (other, one)
    was, new = _object(earlier), _object(later)
    if not was or not new or new[0] in markers(later.mention.sentence_text).definite:
        return False
    first, second = _matter(was), _matter(new)
    return apart(first, later.said | second) and apart(second, earlier.said | first)


def _object(one: Profile) -> tuple[str, ...]:
    """Return the words of a title behind its event word, up to the next small one."""
    words = _lowered(one.mention.title)
    at = next((n for n, word in enumerate(words) if stem(word) == one.trigger), len(words))
    behind = words[at + 1 :]
    articles = behind[:1] if behind[:1] and not telling(behind[0]) else []
    rest = behind[len(articles) :]
    stop = next((n for n, word in enumerate(rest) if not telling(word)), len(rest))
    return (*articles, *rest[:stop]) if rest[:stop] else ()


def _matter(words: Iterable[str]) -> frozenset[str]:
    return frozenset(stem(word) for word in words if telling(word))

"""The noun by which a sentence takes up an event again: "Wednesday's quake", "the fire of 1887".

A date that stands in a noun's own phrase identifies what the reader knows already; a date beside a
verb tells something. So the noun counts, where the words around the date show it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from timeline.merging.deeds import known_deeds
from timeline.merging.repeat_words import groups_of, markers, repeat_words
from timeline.merging.stems import stem, telling
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import EventMention

_WORD = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"[^\W_](?:[\w-]|['’]s\b)*|[,;:.]")  # "l'incendie" is two, "mayor's" one
_POSSESSIVE = re.compile(r"['’]s?$")
_OF_POSSESSIVE = re.compile(r"(?:['’]s?)?(?=\s)")
_NEXT = 4  # words after a date among which its noun stands: "Tuesday night's deadly prison riot"
_NEAR = 60  # characters before a noun among which its article stands
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class TakenUp:
    """Nouns in lower case, one of which is meant; `dated` where the date stands in its phrase."""

    nouns: tuple[str, ...]
    dated: bool


def taken_up(mention: EventMention) -> TakenUp | None:
    """Return the noun that takes up an event, if the mention has one."""
    start, phrase, trigger = mention.sentence.start, mention.expression.phrase, mention.trigger_span
    if not 0 <= phrase.start - start < phrase.end - start <= len(mention.sentence_text):
        return None
    at = -1 if trigger is None else trigger.start - start
    return _taken_up(
        mention.sentence_text, phrase.start - start, phrase.end - start, at, mention.trigger
    )


@lru_cache(maxsize=16_384)
def _taken_up(text: str, start: int, end: int, at: int, trigger: str) -> TakenUp | None:
    nouns = _before(text, start, end) or _behind(text, start, end, at) or _beside(text, start, at)
    if nouns:
        return TakenUp(nouns, dated=True)
    word = _WORD.match(text, at) if 0 <= at < len(text) else None
    if (
        word is None
        or not _nouns([trigger], text)
        or not _is_definite(text, word, trigger.casefold())
    ):
        return None
    if start < word.start() and markers(text).definite & set(text[start:end].casefold().split()):
        return None  # "this hour reports came in"
    beside = word.end() <= start and not text[word.end() : start].strip()
    return TakenUp((trigger.casefold(),), dated=beside)


def _before(text: str, start: int, end: int) -> tuple[str, ...]:
    """Return the nouns that a genitive date follows: "the fire of 1887".

    There are two where the noun before it is a genitive, too: "the speech of the mayor of 3 May".
    """
    genitive = markers(text).genitive
    near = _WORDS.findall(text[max(0, start - _NEAR) : start])
    first = _WORD.match(text, start, end)
    opens = first is not None and first.group().casefold() in genitive
    if not opens and (not near or near.pop().casefold() not in genitive):
        return ()
    if not near or not near[-1].isalpha():
        return ()
    joints = [n for n in range(max(0, len(near) - _NEXT), len(near) - 1) if near[n] in genitive]
    return _nouns([near[-1], *(near[n - 1] for n in joints[-1:] if n > 0)], text)


def _behind(text: str, start: int, end: int, at: int) -> tuple[str, ...]:
    """Return the noun before which a date stands: "Wednesday's quake", "the May 5 explosion"."""
    phrase, rest = text[start:end], text[end:]
    possessive = _POSSESSIVE.search(phrase) or (rest[:1] in ("'", "’"))
    earlier = _WORDS.findall(text[max(0, start - _NEAR) : start])[-1:]
    opening = [word.casefold() for word in earlier]
    if not possessive and markers(text).attributive.isdisjoint(opening):
        return ()
    behind = _OF_POSSESSIVE.match(rest)
    following = list(_WORDS.finditer(text, end + (behind.end() if behind else 0)))[: _NEXT + 1]
    stop = next((n for n, word in enumerate(following) if _no_part(word.group())), None)
    near = following[: _NEXT if stop is None else stop]
    head = next((word for word in near if word.start() == at), None)
    if head is None and near:
        head = near[0] if stop is None else near[-1]
    return _nouns([head.group()], text) if head is not None else ()


def _beside(text: str, start: int, at: int) -> tuple[str, ...]:
    """Return the noun for an action that stands before a date: "the closure in May"."""
    near = list(_WORDS.finditer(text[:start]))[-_NEXT:]
    if not near or 0 <= at <= near[-1].start() or not near[-1].group().isalpha():
        return ()  # in "announced the merger in May" the month is that of the verb
    noun, known = near[-1].group(), markers(text)
    if noun.casefold().endswith("ed") or not (groups_of(noun.casefold()) or tells_event(noun)):
        return ()
    for earlier in reversed(near[:-1]):
        low = earlier.group().casefold()
        if low in known.definite or _POSSESSIVE.search(low):
            return _nouns([noun], text)
        if not telling(low) or not low[0].isalnum():
            return ()
    return ()


def _no_part(word: str) -> bool:
    """Return whether a word ends the phrase of a noun."""
    return not word[:1].isalnum() or not telling(word.casefold())


def _nouns(words: Iterable[str], text: str) -> tuple[str, ...]:
    """Return those that may be nouns for an event, in lower case."""
    known = markers(text)
    english = known is repeat_words().markers[0]
    nouns = (word for word in words if word[:1].isupper() or not known.capital_nouns)
    return tuple(word.casefold() for word in nouns if _may_tell_event(word, english=english))


def _may_tell_event(word: str, *, english: bool) -> bool:
    low = word.casefold()
    if len(low) < _SHORTEST or not telling(low) or low in vocabulary().calendar or low == "time":
        return False
    return word == low or not english or tells_event(low)


def tells_event(noun: str) -> bool:
    """Return whether a noun tells an event even as part of a name: "the Great Fire"."""
    known = repeat_words()
    return noun in known.alike or noun in known.general or stem(noun) in known_deeds().rows


def _is_definite(text: str, word: re.Match[str], trigger: str) -> bool:
    """Return whether "the", "this" or a possessive stands before an event noun."""
    if word.group().casefold() not in (trigger, f"{trigger}s"):
        return False
    before = _WORDS.findall(text[max(0, word.start() - _NEAR) : word.start()])
    for earlier in reversed(before[-_NEXT:]):
        low = earlier.casefold()
        if low in markers(text).definite or (_POSSESSIVE.search(low) and len(low) > _SHORTEST):
            return True
        if not telling(low) or not low[0].isalnum():
            return False
    return False

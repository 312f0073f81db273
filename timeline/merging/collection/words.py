"""What a telling is compared by within a collection: its words, each with how near it stands.

Words count by their stems, by the groups of words that mean one event (`repeats.toml`), and by the
deeds that they tell (`deeds.toml`), so that "blast", "exploded" and "blew up" meet. A word of the
title tells most, one near the date or the event word less, one elsewhere in the sentence least:
long sentences tell of several events.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from timeline.merging.deeds import known_deeds
from timeline.merging.names import Names
from timeline.merging.repeat_words import groups_of
from timeline.merging.stems import plain_words, stem, telling
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import DatedMention, EventMention

TITLE, NEAR, SENTENCE = 1.0, 0.6, 0.2
_REACH = 90  # characters around date and event word
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d|\d")  # a year or a digit tells nothing by itself

Weights = Mapping[str, float]


def words_of_group(mentions: Iterable[DatedMention], names: Names) -> Weights:
    """Return the features of what one article tells of one event, each with its weight to 1."""
    found: dict[str, float] = {}
    for told in mentions:
        for feature, weight in _words(told.mention, names):
            if weight > found.get(feature, 0.0):
                found[feature] = weight
    return found


def _words(mention: EventMention, names: Names) -> Iterator[tuple[str, float]]:
    for text, weight in _passages(mention):
        for feature in features(names.rewritten(text)):
            yield feature, weight


def _passages(mention: EventMention) -> Iterator[tuple[str, float]]:
    """Yield the texts of a mention with what their words weigh."""
    yield mention.sentence_text, SENTENCE
    spans = [mention.expression.phrase, *([mention.trigger_span] if mention.trigger_span else [])]
    start = min(span.start for span in spans) - mention.sentence.start - _REACH
    end = max(span.end for span in spans) - mention.sentence.start + _REACH
    if end > 0:
        yield mention.sentence_text[max(0, start) : end], NEAR
    yield f"{mention.title} {mention.trigger}", TITLE


@lru_cache(maxsize=65_536)
def features(text: str) -> frozenset[str]:
    """Return the stems of a text's telling words, with the groups and deeds that they stand for."""
    words = [word.casefold() for word in plain_words(text)]
    kept = [word for word in words if _tells(word)]
    stems = frozenset(map(stem, kept))
    groups = (f"group {number}" for word in kept for number in groups_of(word))
    return stems | frozenset(groups) | frozenset(f"deed {name}" for name in _deeds(stems))


def _tells(word: str) -> bool:
    return telling(word) and word not in vocabulary().calendar and not _YEAR.fullmatch(word)


def _deeds(stems: frozenset[str]) -> Iterator[str]:
    rows = known_deeds().rows
    for word in stems:
        for beside, deed in rows.get(word, ()):
            if beside <= stems:
                yield deed.name

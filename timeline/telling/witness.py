"""The telling that tells an event best: most of it, in an own sentence, read most surely."""

import re
from collections import Counter
from collections.abc import Sequence
from math import fsum

from timeline.model.event import Event
from timeline.telling.told import Telling

_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 6  # letters of a word that count: "explosion" and "exploded" are told of one thing
_LEAST = 20  # words that weigh against long sentences
_LONG = 45  # words beyond which a sentence is hard to read
_DETAIL = 0.1  # added by each figure, place and name, up to
_DETAILS = 6
_ELSEWHERE = 0.5  # what counts of a sentence that does not name its date
_UNLIKE = 0.5  # what counts of one whose date or status is not the event's


def best_witness(event: Event, tellings: Sequence[Telling]) -> Telling:
    """Return the best telling; the order of the articles changes nothing."""
    words = {one.place: _words(one) for one in tellings}
    counts = Counter(word for found in words.values() for word in found)

    def score(telling: Telling) -> float:
        found = words[telling.place]
        common = fsum(sorted(counts[word] / len(tellings) for word in found))
        return common / (len(found) + _LEAST) * _trust(event, telling)

    return max(tellings, key=lambda one: (score(one), one.dated.mention.key))


def _words(telling: Telling) -> frozenset[str]:
    text = telling.dated.mention.sentence_text.casefold()
    return frozenset(word[:_STEM] for word in _WORD.findall(text))


def _trust(event: Event, telling: Telling) -> float:
    mention = telling.dated.mention
    details = len(mention.figures) + len(mention.places) + len(mention.actors)
    weight = 1 + _DETAIL * min(details, _DETAILS)
    weight *= min(1.0, _LONG / max(1, mention.sentence_text.count(" "))) ** 2
    weight *= (0.5 + mention.confidence) * (0.5 + mention.worth)
    weight *= _ELSEWHERE if mention.dated_elsewhere else 1
    weight *= 1 if mention.status is event.status else _UNLIKE
    return weight * (1 if telling.dated.when.may_overlap(event.when) else _UNLIKE)

"""The line and the sentence that tell a day best: central to its words, early, short and sure."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log, sqrt

from timeline.digest.telling import Telling
from timeline.digest.voices import Voice
from timeline.wording.plain_text import one_line

_WORD = re.compile(r"[^\W\d_]{3,}")
_NUMBERS = re.compile(r"\d[\d:.,]*")
_STEM = 6  # letters of a word that count: "explosion" and "exploded" are told of one thing
_SENTENCE, _TITLE = 25, 10  # words that weigh against long ones
_LONG, _SHORT = 45, 8  # words beyond which a sentence is hard to read, below which it says little
_NUMERALS, _NUMERAL = 2, 0.15  # taken off for more numbers: by-lines and tables are full of them
_OPENING, _EARLY = 400, 1.0  # added by a place so few characters into an article
_LONGEST_TITLE = 110
_BEST = 0.5  # added for the title that an event has of all its tellings
_HEARD = 40  # voices of a day that are compared, the heaviest: more of them say the same


@lru_cache(maxsize=8_192)
def _words(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()))


class Background:
    """How common each word is on the days of a digest: what all days say tells none of them."""

    def __init__(self, days: Iterable[Sequence[Voice]]) -> None:
        """Count the voices that have a word."""
        self._size = 0
        self._counts: Counter[str] = Counter()
        for voices in days:
            for voice in _heard(voices):
                self._size += 1
                self._counts.update(_words_of(voice))

    def tells(self, word: str) -> float:
        """Return how much a word tells, from 0 on."""
        return sqrt(log((self._size + 2) / (self._counts[word] + 1)))


@dataclass(frozen=True, slots=True)
class BestLine:
    """What is written of a day: a title, a sentence, and whose mentions they are."""

    title: str
    titled: Telling
    quoted: Telling


def best_line(
    voices: Sequence[Voice], background: Background, taken: Container[str] = frozenset()
) -> BestLine:
    """Choose the sentence and the title of a day.

    `taken` are the titles of other days, casefolded: one of them is chosen only if there is no
    other.
    """
    heard = _heard(voices)
    counts = Counter(word for voice in heard for word in _words_of(voice))
    weights = {word: n / len(heard) * background.tells(word) for word, n in counts.items()}
    tellings = [telling for voice in heard for telling in voice.tellings]
    quoted = max(tellings, key=lambda t: (_line_score(t, weights), _tie(t)))
    sentence = _words(quoted.sentence)
    titled = max(
        tellings,
        key=lambda t: (
            _title(t).casefold() not in taken,
            _title_score(t, weights, sentence),
            _tie(t),
        ),
    )
    return BestLine(_title(titled), titled, quoted)


def _heard(voices: Sequence[Voice]) -> list[Voice]:
    """Return the heaviest voices of a day; of equal ones the first."""
    return sorted(voices, key=lambda voice: -voice.weight)[:_HEARD]


def _words_of(voice: Voice) -> frozenset[str]:
    return frozenset().union(*(_words(telling.sentence) for telling in voice.tellings))


def _central(words: frozenset[str], weights: dict[str, float], least: int) -> float:
    # `fsum` rounds once: the order of the words changes nothing.
    return fsum([weights.get(word, 0.0) for word in words]) / (len(words) + least)


def _line_score(telling: Telling, weights: dict[str, float]) -> float:
    """Return how well a mention tells the day, by its sentence and by the title of its event."""
    title = _central(_words(_title(telling)), weights, _TITLE)
    return _sentence_score(telling, weights) * title


def _sentence_score(telling: Telling, weights: dict[str, float]) -> float:
    mention = telling.told.mention
    length = telling.sentence.count(" ") + 1
    score = _central(_words(telling.sentence), weights, _SENTENCE)
    score *= 1 + _EARLY * (mention.sentence.start < _OPENING)
    score *= min(1.0, _LONG / length) ** 2 * min(1.0, length / _SHORT)
    score /= 1 + _NUMERAL * max(0, len(_NUMBERS.findall(telling.sentence)) - _NUMERALS)
    return score * (0.5 + mention.confidence) * (0.5 + mention.worth)


def _title_score(telling: Telling, weights: dict[str, float], sentence: frozenset[str]) -> float:
    mention = telling.told.mention
    title = _title(telling)
    words = _words(title)
    score = _central(words, weights, _TITLE) * (len(title) <= _LONGEST_TITLE)
    score *= 0.5 + len(words & sentence) / max(1, len(words))
    score *= 1 + _BEST * (title == one_line(telling.event.title))
    return score * (0.5 + mention.confidence_wording) * (0.5 + mention.worth)


def _title(telling: Telling) -> str:
    """Return the title of a mention, or that which people gave the event."""
    event = telling.event
    edited = event.edits is not None and any(one.field == "title" for one in event.edits.fields)
    return one_line(event.title if edited else telling.told.mention.title)


def _tie(telling: Telling) -> tuple[str, str]:
    """Order what scores the same, whatever the order of the articles."""
    return telling.sentence, telling.told.mention.key

"""The articles that tell of a day, each once, copies counted as one."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from timeline.digest.telling import Telling
from timeline.model.hindsight import LOOKING_BACK, hindsight

_BEFORE, _LATER = 0.25, 2.0  # of an article from before the day; added long after it
_HEAD, _OPENING = 0.25, 400  # added by a sentence that begins so few characters into its article
_SAYS_THE_DATE = 1.0  # added by the date in full
_AGAIN = 0.5  # added by more mentions, with the logarithm of their number


@dataclass(frozen=True, slots=True)
class Voice:
    """An article that tells of a day, or several that copy each other.

    `lag` counts the days from the day to the article, to the last of several.
    """

    tellings: tuple[Telling, ...]
    weight: float
    lag: int

    @property
    def looks_back(self) -> bool:
        """Whether it came out days later, and not with the news."""
        return self.lag >= LOOKING_BACK

    @property
    def publishers(self) -> frozenset[str]:
        """Who published it."""
        return frozenset(t.publisher for t in self.tellings if t.publisher)


def voices_of(day: int, tellings: Sequence[Telling]) -> tuple[Voice, ...]:
    """Return the voices on a day, in the order of their first articles."""
    by_document: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_document[telling.document].append(telling)
    return tuple(_voice(day, [by_document[d] for d in one]) for one in _copies(by_document))


def _copies(by_document: dict[str, list[Telling]]) -> list[list[str]]:
    """Put together the articles that tell of the day in a sentence of the same words."""
    group_of: dict[str, list[str]] = {}
    first_with: dict[str, str] = {}
    for document, tellings in by_document.items():
        group_of[document] = [document]
        for sentence in sorted({telling.sentence.casefold() for telling in tellings}):
            other = group_of[first_with.setdefault(sentence, document)]
            mine = group_of[document]
            if other is not mine:
                other.extend(mine)
                group_of |= dict.fromkeys(mine, other)
    return list({id(group): group for group in group_of.values()}.values())


def _voice(day: int, articles: Sequence[Sequence[Telling]]) -> Voice:
    return Voice(
        tellings=tuple(telling for article in articles for telling in article),
        weight=max(_weight(day, article) for article in articles),
        lag=max(_lag(day, article[0]) for article in articles),
    )


def _lag(day: int, telling: Telling) -> int:
    """Return how many days after the day an article came out; 0 where that is not known."""
    return 0 if telling.published is None else telling.published - day


def _weight(day: int, article: Sequence[Telling]) -> float:
    """Return what an article weighs that tells of a day in one mention or several."""
    mentions = [telling.told.mention for telling in article]
    lag = _lag(day, article[0])
    weight = _BEFORE if lag < 0 else 1 + _LATER * hindsight(lag)
    weight *= max(mention.confidence for mention in mentions)
    weight *= 1 + _HEAD * any(mention.sentence.start < _OPENING for mention in mentions)
    weight *= 1 + _SAYS_THE_DATE * any(telling.says_the_date for telling in article)
    return weight * (1 + _AGAIN * log(len(mentions)))

"""Whether two articles are about one matter, by all that their dated sentences say.

The words that two articles share tell the more, the fewer articles of the collection have them,
and names tell more than other words. Words of the calendar and bare numbers tell nothing: every
article has them.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import fsum, log, sqrt

from timeline.merging.deeds import Deed, known_deeds
from timeline.merging.names import SPELLING_ONLY, Names
from timeline.merging.stems import name_words, plain_words, stem, stemmed, telling
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import Category, DatedMention, details_of
from timeline.model.span import Span

ALIKE = 0.25  # articles on one matter have 0.27 and more, others mostly less than 0.2
CLOSELY_ALIKE = 0.35  # so alike that a pronoun in the one stands for the name in the other
_SHARED_NAMES = 2
_PRIOR_ARTICLES = 50  # how large a collection must be before its counts tell much
_NAME, _PLAIN, _LIGHT = 2.0, 1.0, 0.5
_TOP = 8  # words by which the articles of one matter are found,
_COMMON = 0.2  # none of them in a larger share of the collection
_NUMBER = re.compile(r"\d{1,2}|1\d{3}|2[01]\d\d")  # small, or a year

Extent = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, eq=False)
class ArticleProfile:
    """What is known of an article from all its mentions; words are stems.

    `weights` are those of a vector of length 1, `top` its heaviest words. `dates_of` are the
    dates at which it tells each deed, `dates_in` counts the dated phrases of each sentence,
    `dates_by_type` are the dates of the events of each type, `tellings` all dates with their
    sentences, in order; `spread` counts the dated sentences that hold a word.
    """

    weights: Mapping[str, float]
    names: frozenset[str]
    top: tuple[str, ...]
    dates_of: Mapping[Deed, frozenset[Extent]]
    dates_in: Mapping[Span, int]
    dates_by_type: Mapping[Category, frozenset[Extent]]
    tellings: tuple[tuple[Extent, Span], ...]
    spread: Mapping[str, int]


def alikeness(one: ArticleProfile, other: ArticleProfile) -> float:
    """Return how alike two articles are, from 0 to 1; 0 where they hardly share a name."""
    if one is other:
        return 1.0
    if len(one.names & other.names) < _SHARED_NAMES:
        return 0.0
    return resemblance(one.weights, other.weights)


def resemblance(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how alike two vectors of words are, from 0 to 1: the cosine, for their length is 1."""
    # `fsum` rounds once: the order of the words changes nothing.
    return min(1.0, fsum([one[word] * other[word] for word in one.keys() & other.keys()]))


def of_length_one(weights: Mapping[str, float]) -> dict[str, float]:
    """Return a vector of words the length 1."""
    length = sqrt(fsum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def articles(
    mentions: Iterable[DatedMention], names: Names = SPELLING_ONLY
) -> Mapping[str, ArticleProfile]:
    """Return the article of each document, from the mentions of a whole collection."""
    told: dict[str, list[DatedMention]] = defaultdict(list)
    given = list(mentions)
    details = details_of(told.mention for told in given)
    for mention in (m for m in given if m.mention.key not in details):
        compared = replace(mention, mention=names.compared(mention.mention))
        told[mention.mention.document].append(compared)
    words = {document: _words(found) for document, found in told.items()}
    spread = Counter(word for found in words.values() for word in found)
    size = len(told) + _PRIOR_ARTICLES
    common = frozenset(word for word, count in spread.items() if count > _COMMON * size)
    tells = {word: log(size / count) for word, count in spread.items()}
    return {name: _article(told[name], found, tells, common) for name, found in words.items()}


def _article(
    mentions: list[DatedMention],
    kinds: Mapping[str, float],
    tells: Mapping[str, float],
    common: frozenset[str],
) -> ArticleProfile:
    weights = of_length_one({word: kind * tells[word] for word, kind in kinds.items()})
    dates_of: dict[Deed, set[Extent]] = defaultdict(set)
    phrases: dict[Span, set[Span]] = defaultdict(set)
    types: dict[Category, set[Extent]] = defaultdict(set)
    for told in mentions:
        mention = told.mention
        phrases[mention.sentence].add(mention.expression.span)
        types[mention.category].add((told.when.first, told.when.last))
        for deed in known_deeds().told(stem(mention.trigger.casefold()), mention.title):
            dates_of[deed].add((told.when.first, told.when.last))
    return ArticleProfile(
        weights=weights,
        names=frozenset(word for word, weight in kinds.items() if weight == _NAME),
        top=tuple(sorted(weights.keys() - common, key=lambda w: (-weights[w], w))[:_TOP]),
        dates_of={deed: frozenset(dates) for deed, dates in dates_of.items()},
        dates_in={sentence: len(found) for sentence, found in phrases.items()},
        dates_by_type={kind: frozenset(dates) for kind, dates in types.items()},
        tellings=_tellings(mentions),
        spread=_spread(mentions),
    )


def _tellings(mentions: list[DatedMention]) -> tuple[tuple[Extent, Span], ...]:
    found = {
        ((told.when.first, told.when.last), told.mention.sentence)
        for told in mentions
        if told.when.resolved
    }
    return tuple(sorted(found, key=lambda telling: (telling[1].start, repr(telling))))


def _spread(mentions: list[DatedMention]) -> Mapping[str, int]:
    texts = {told.mention.sentence: told.mention.sentence_text for told in mentions}
    return Counter(word for text in texts.values() for word in matter_words(text))


def _words(mentions: list[DatedMention]) -> Mapping[str, float]:
    """Return the words of an article's sentences, each with what its kind weighs."""
    light = stemmed(vocabulary().light)
    sentences = {told.mention.sentence_text for told in mentions}
    plain = frozenset[str]().union(*map(matter_words, sentences))
    kinds = {word: _LIGHT if word in light else _PLAIN for word in plain}
    kinds.update(dict.fromkeys(_names(mentions, sentences), _NAME))
    return kinds


def _names(mentions: list[DatedMention], sentences: Iterable[str]) -> frozenset[str]:
    given = {name for told in mentions for name in (*told.mention.actors, *told.mention.places)}
    words = {stem(word) for name in given for word in name_words(name) if _of_matter(word)}
    return frozenset(words).union(*map(sentence_names, sentences))


@lru_cache(maxsize=16_384)
def sentence_names(text: str) -> frozenset[str]:
    """Return the words of a sentence that a capital marks as names, but the first word."""
    words = plain_words(text)[1:]
    return frozenset(
        stem(word.casefold()) for word in words if word[0].isupper() and _of_matter(word.casefold())
    )


@lru_cache(maxsize=16_384)
def matter_words(text: str) -> frozenset[str]:
    """Return the stems of a text without stop words, words of the calendar and bare numbers."""
    words = (word.casefold() for word in plain_words(text))
    return frozenset(stem(word) for word in words if _of_matter(word))


def _of_matter(word: str) -> bool:
    return telling(word) and word not in vocabulary().calendar and not _NUMBER.fullmatch(word)

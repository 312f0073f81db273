"""Sentences without a date that tell more of the event of a sentence before them.

A date is not carried from sentence to sentence: what comes next is often another event. Sure is
only a sentence that opens with a definite noun for the very deed: "The blast …". It becomes a
further mention of that event, with its title and its date: more evidence, never an event of its
own. That a sentence after a disaster says how many died is not enough: it may speak of another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.merging.reference import general_types
from timeline.merging.repeat_words import groups_of, kin, markers, repeat_words
from timeline.merging.stems import plain_words
from timeline.merging.word_index import indexed
from timeline.model.article import Article
from timeline.model.event import Category, EventMention, Status
from timeline.model.expression import TimeExpression
from timeline.model.span import Span

_FIRST = 3  # words among which the noun that takes up the deed stands: "The first blast"
_LONGEST = 400  # characters of a detail
_NEAR = 2  # sentences behind the dated one


def with_details(
    article: Article, expressions: Iterable[TimeExpression], mentions: Sequence[EventMention]
) -> tuple[EventMention, ...]:
    """Return the mentions of an article, and behind each the detail that follows it, if any."""
    dated = [expression.phrase for expression in expressions]
    told: dict[Span, list[EventMention]] = {}
    for mention in mentions:
        told.setdefault(mention.sentence, []).append(mention)
    found = list(mentions)
    near: list[EventMention] = []  # what the dated sentence before tells
    away = 0  # sentences from it
    for sentence in article.sentences:
        if sentence in told or any(sentence.overlaps(phrase) for phrase in dated):
            near, away = told.get(sentence, []), 0
            continue
        away += 1
        text = sentence.of(article.text)
        meant = [one for one in near if away <= _NEAR and _tells_more(text, one)]
        if len(meant) == 1 and sentence != article.title_span:
            found.append(_detail(article, meant[0], sentence))
    return tuple(sorted(found, key=lambda m: (m.sentence, m.expression.span)))


def _detail(article: Article, one: EventMention, sentence: Span) -> EventMention:
    return replace(
        one,
        sentence=sentence,
        sentence_text=sentence.of(article.text),
        trigger_span=None,
        attribution=None,
        figures=(),
    )


def _tells_more(text: str, one: EventMention) -> bool:
    """Return whether a sentence tells more of what the one before it tells."""
    if one.status is not Status.HAPPENED or one.category is Category.STATEMENT:
        return False
    if one.dated_elsewhere or not text[:1].isupper() or len(text) > _LONGEST:
        return False
    known, words = markers(text), [word.casefold() for word in plain_words(text)]
    if not words or words[0] in known.after or not known.another.isdisjoint(words[: _FIRST + 1]):
        return False
    return _takes_up(words, one, text)


def _takes_up(words: list[str], one: EventMention, text: str) -> bool:
    """Return whether a sentence opens with a definite noun for the deed."""
    if words[0] not in markers(text).definite:
        return False
    return any(_means(noun, one) for noun in _nouns(words[1 : _FIRST + 1]))


def _nouns(words: list[str]) -> Iterator[str]:
    """Yield the words that are listed as they stand: no form of a verb, and nobody who did it."""
    known = repeat_words()
    yield from (word for word in words if word in known.alike or word in known.general)


def _means(noun: str, one: EventMention) -> bool:
    if one.category in general_types(noun):
        return True
    if one.trigger:
        trigger = one.trigger.casefold()
        return bool(groups_of(noun) & groups_of(trigger)) or kin(noun, trigger)
    return bool(groups_of(noun) & indexed(one.title).groups)

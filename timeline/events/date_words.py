"""Which words of a sentence are dates, and so belong in no title."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from timeline.events.dates import dates_what_follows
from timeline.events.parsed import Parse
from timeline.events.words import event_words
from timeline.model.expression import TimeExpression


@dataclass(frozen=True, slots=True)
class DateWords:
    """The date words of a sentence: indexes to leave out of titles, and those of one expression."""

    own: tuple[Token, ...]
    all: frozenset[int]
    following: bool


NO_DATE_WORDS = DateWords((), frozenset(), following=False)


def date_words(
    parse: Parse, expression: TimeExpression, others: Sequence[TimeExpression], text: str
) -> DateWords:
    """Find the tokens of an expression, and those of every date in its sentence."""
    following = dates_what_follows(expression, expression.phrase.of(text))
    own = tuple(t for t in parse.tokens_in(expression.phrase) if not t.is_space)
    own = _own(own)
    indexes = {t.i for t in own}
    for other in others:
        tokens = _own(tuple(t for t in parse.tokens_in(other.phrase) if not t.is_space))
        indexes.update(t.i for t in tokens)
        if other is not expression and tokens and dates_what_follows(other, other.phrase.of(text)):
            indexes.update(_what_follows(tokens[-1], own))
    if following and own:
        indexes.discard(own[-1].i)  # "retired after the fight" stays a sentence
    return DateWords(own, frozenset(_with_prepositions(parse, indexes)), following)


def _own(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave a first preposition that governs more than the date: "in today's editions"."""
    if len(tokens) < 2 or tokens[0].pos_ != "ADP":  # noqa: PLR2004 - a preposition and a word
        return tokens
    inside = {t.i for t in tokens}
    governed = [c for c in tokens[0].children if c.dep_ in {"pobj", "pcomp"} and c.i > tokens[0].i]
    elsewhere = bool(governed) and not any(c.i in inside for c in governed)
    return tokens[1:] if elsewhere else tokens


def _what_follows(last: Token, own: Sequence[Token]) -> set[int]:
    top = last.head if last.dep_ == "mark" else last
    below = {t.i for t in top.subtree}
    return set() if any(t.i in below for t in own) else below


def _with_clock_words(parse: Parse, indexes: set[int]) -> set[int]:
    """Add "local time" and the like, right behind a date."""
    words = event_words()("cues", "clock")
    found = set(indexes)
    for last in sorted(indexes):
        i = last + 1
        while i < len(parse.doc) and i not in found and parse.doc[i].lower_ in words:
            found.add(i)
            i += 1
    return found


def _with_prepositions(parse: Parse, indexes: set[int]) -> set[int]:
    """Add the prepositions and possessive marks that have nothing left but a date."""
    found = _with_clock_words(parse, indexes)
    for token in reversed(list(parse.doc)):
        below = [c.i for c in token.children if not c.is_punct]
        only_dates = bool(below) and all(i in found for i in below)
        if token.dep_ == "prep" and only_dates:
            found.add(token.i)
        if token.dep_ == "case" and token.head.i in found:
            found.add(token.i)
    return _with_adverbs(parse, found)


def _with_adverbs(parse: Parse, indexes: set[int]) -> set[int]:
    """Add the adverbs that say something of the date behind them: "*late* on Friday"."""
    words = event_words()("cues", "of_dates")
    found = set(indexes)
    for first in sorted(indexes):
        i = first - 1
        while i >= 0 and i not in found and parse.doc[i].lower_ in words:
            if parse.doc[i].pos_ != "ADV":
                break
            found.add(i)
            i -= 1
    return found

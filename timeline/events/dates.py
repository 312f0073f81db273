"""Which expressions date an event, and what their meanings tell of it."""

from collections.abc import Iterable

from timeline.events.words import event_words
from timeline.model.article import Article
from timeline.model.expression import TimeExpression
from timeline.model.meaning import (
    Bounded,
    Frequency,
    Length,
    Meaning,
    Point,
    Rest,
    Shift,
    Side,
    Stretch,
    Vague,
    Vagueness,
    depends_on,
    parts,
)
from timeline.model.span import Span


def dates_something(expression: TimeExpression) -> bool:
    """Distinguish a date, however vague, from a mere duration or frequency."""
    return not isinstance(expression.meaning, Length | Frequency)


def by_sentence(
    article: Article, expressions: Iterable[TimeExpression]
) -> dict[Span, list[TimeExpression]]:
    """Return the expressions that date something by the sentence they stand in, in order.

    A date that the article states as its own ("KABUL, Aug 15 -") dates no event.
    """
    found: dict[Span, list[TimeExpression]] = {}
    for expression in sorted(expressions, key=lambda e: (e.span, e.phrase)):
        sentence = article.sentence_at(expression.span)
        states = any(c.span and c.span.overlaps(expression.span) for c in article.claims)
        if sentence is not None and dates_something(expression) and not states:
            found.setdefault(sentence, []).append(expression)
    return found


def dates_what_follows(expression: TimeExpression, phrase: str) -> bool:
    """Return whether a phrase such as "ten months after" dates the clause behind it."""
    words = phrase.lower().split()
    ends = bool(words) and words[-1] in event_words()("cues", "following")
    return ends and isinstance(expression.meaning, Shift) and len(words) > 1


def points_ahead(meaning: Meaning) -> bool:
    """Return whether a meaning lies after the article by itself: "next week", "later this year"."""
    match meaning:
        case Vague(reference):
            return reference is Vagueness.FUTURE
        case Shift(of, _, _, side) | Stretch(_, _, side, of):
            return side is Side.AFTER and depends_on(of, Point.PUBLICATION)
        case Rest(_, side, anchor):
            return side is Side.AFTER and depends_on(anchor, Point.PUBLICATION)
        case _:
            return any(points_ahead(part) for part in parts(meaning))


def points_back(meaning: Meaning) -> bool:
    """Return whether a meaning lies before the article by itself: "last week", "two years ago"."""
    match meaning:
        case Vague(reference):
            return reference is Vagueness.PAST
        case Shift(of, _, _, side) | Stretch(_, _, side, of):
            return side is Side.BEFORE and depends_on(of, Point.PUBLICATION)
        case _:
            return any(points_back(part) for part in parts(meaning))


def is_present(meaning: Meaning) -> bool:
    """Return whether a meaning is the present itself: "currently", "now"."""
    return isinstance(meaning, Vague) and meaning.reference is Vagueness.PRESENT


def lasts_until_now(meaning: Meaning) -> bool:
    """Return whether a meaning starts somewhere and goes on: "since 2021"."""
    return isinstance(meaning, Bounded) and meaning.throughout and meaning.side is Side.AFTER

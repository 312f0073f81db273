"""Phrases whose date the file states beside them, as TEI does: they mean that date.

One that a longer expression holds ("from 1 May" in "from 1 May to 3 June") is left to that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.model.article import Article, DatedPhrase
from timeline.model.calendar import civil
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Absolute, AtTime, Between, Bounded, Fields, Meaning, Side
from timeline.model.units import Precision
from timeline.model.when import Kind, When

RULE = "date stated by the file"
_CENTURY, _DECADE = 100, 10


def with_stated(found: Sequence[TimeExpression], article: Article) -> tuple[TimeExpression, ...]:
    """Return the expressions of an article, those of its dated phrases with their stated dates."""
    stated = list(_stated(found, article))
    spans = [one.span for one in stated]
    kept = [one for one in found if not any(one.span.overlaps(span) for span in spans)]
    return tuple(sorted((*kept, *stated), key=lambda one: one.span))


def _stated(found: Sequence[TimeExpression], article: Article) -> Iterator[TimeExpression]:
    for phrase in article.dated:
        meaning = meaning_of(phrase.when)
        sentence = article.sentence_at(phrase.span)
        if meaning is None or sentence is None or not sentence.contains(phrase.span):
            continue
        within = [one for one in found if one.span.overlaps(phrase.span)]
        if all(phrase.span.contains(one.span) for one in within):
            yield _expression(phrase, meaning, within, article.text)


def _expression(
    phrase: DatedPhrase, meaning: Meaning, within: Sequence[TimeExpression], text: str
) -> TimeExpression:
    """Make an expression of a phrase; what was read in it tells its preposition and its tense."""
    span = phrase.span
    for one in within[:1]:
        joined = one.phrase.join(span)
        return replace(
            one, span=span, phrase=joined, text=span.of(text), meaning=meaning, rule=RULE, parts=()
        )
    return TimeExpression(span, span, span.of(text), meaning, RULE)


def meaning_of(when: When) -> Meaning | None:
    """Return what means a date; None where nothing does, as for two days in different centuries."""
    if when.first is None or when.last is None:
        return _one_sided(when)
    if when.kind is Kind.THROUGHOUT:
        return Between(_day(when.first), _day(when.last))
    if when.precision is Precision.TIME:
        return AtTime(_day(when.first), when.clock)
    fields = _smallest(when.first, when.last)
    return None if fields is None else Absolute(fields)


def _one_sided(when: When) -> Meaning | None:
    throughout = when.kind is Kind.THROUGHOUT
    if when.first is not None:
        return Bounded(_day(when.first), Side.AFTER, throughout)
    return None if when.last is None else Bounded(_day(when.last), Side.BEFORE, throughout)


def _day(number: int) -> Absolute:
    year, month, day = civil(number)
    return Absolute(Fields(year=year, month=month, day=day))


def _smallest(first: int, last: int) -> Fields | None:
    """Return the smallest unit that holds both days: a day, month, year, decade or century."""
    (year, month, day), (last_year, last_month, _) = civil(first), civil(last)
    if first == last:
        return Fields(year=year, month=month, day=day)
    if (year, month) == (last_year, last_month):
        return Fields(year=year, month=month)
    if year == last_year:
        return Fields(year=year)
    if year > 0 and year // _DECADE == last_year // _DECADE:
        return Fields(decade=year // _DECADE)
    if year > 0 and year // _CENTURY == last_year // _CENTURY:
        return Fields(century=year // _CENTURY)
    return None

"""Equations between two times of a text that leave few years for its publication.

"Five years ago, in March 2011", "last year (2015)"; "opened in 1983 … its 40th anniversary this
year"; "born in 1931 … was 91 when she died on Sunday".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.dating.constraint import Constraint, Weight
from timeline.dating.equations import absolute_bounds, year_equation, years_ago
from timeline.dating.telling import is_deictic
from timeline.dating.words import dating_words
from timeline.model.article import Article
from timeline.model.calendar import civil, day_number
from timeline.model.expression import TimeExpression
from timeline.model.span import Span
from timeline.model.timeline import Analysis
from timeline.wording.dates import interval_in_words, year_in_words

HALF_A_YEAR = 183  # days: "five years ago" is rounded
# "The latest year" is that for which there are figures, "the year" that which is spoken of.
YEARS_OF_REPORTS = ("the year that ended last", "the year")
SLACK = 62  # days from an anniversary that is talked of to the article
TEN = 10  # so many years, or a multiple, are rounded more
BEGINNING_REACH = 60  # characters from "opened" to its year
_BESIDE = re.compile(r"\s*[,(–—-]?\s*(?:\w{1,3}\s+)?")
_LISTED = re.compile(r"\s*(?:,|and|or|und|oder|et|ou|y|o|e)\s*\d")


def of_years(analysis: Analysis) -> Iterator[Constraint]:
    """Yield what two times of the text, put together, say of the year of publication."""
    yield from _of_appositions(analysis)
    yield from _of_birthdays(analysis)
    yield from _of_ages(analysis)


def _of_appositions(analysis: Analysis) -> Iterator[Constraint]:
    """Solve "five years ago, in March 2011" and "last year (2015)"."""
    text = analysis.article.text
    for one, other in pairwise(analysis.expressions):
        gap = text[one.span.end : other.span.start]
        if not _BESIDE.fullmatch(gap) or _LISTED.match(text, other.span.end):
            continue
        for relative, named in ((one, other), (other, one)):
            bounds = absolute_bounds(named.meaning)
            found = None if bounds is None else _apposed(relative, *bounds)
            if found is not None:
                yield Constraint(
                    f"“{relative.text}” and “{named.text}” are one time, so the article was"
                    f" published {interval_in_words(*found)}.",
                    *found,
                    weight=Weight.STATED,
                )


def _apposed(relative: TimeExpression, first: int, last: int) -> tuple[int, int] | None:
    """Return the days of publication on which a relative date is one that names its year."""
    year, count = civil(first)[0], years_ago(relative.meaning)
    equation = year_equation(relative.meaning)
    if year != civil(last)[0]:
        return None
    if count is not None:
        rounded = HALF_A_YEAR if count % TEN else 2 * HALF_A_YEAR
        return _years_on(first, count) - rounded, _years_on(last, count) + rounded
    if equation is None or equation.month is not None or relative.rule in YEARS_OF_REPORTS:
        return None
    return day_number(year - equation.offset), day_number(year - equation.offset + 1) - 1


def _years_on(day: int, count: int) -> int:
    year, month, number = civil(day)
    return day_number(year + count, month, min(number, 28))


def _of_birthdays(analysis: Analysis) -> Iterator[Constraint]:
    """Solve "opened in 1983 … celebrates its 40th anniversary this year"."""
    words = dating_words(analysis.article.language)
    for sentence in analysis.article.sentences:
        text = sentence.of(analysis.article.text)
        count = _number(words.birthdays, text)
        this_year = words.now.search(text) is not None
        if count is None or not (this_year or _speaks_of_now(analysis, sentence)):
            continue
        year = _beginning(analysis, words.begun, sentence)
        if year is None:
            continue
        slack = 0 if this_year else SLACK
        yield Constraint(
            f"What began in {year_in_words(year)} counts {count} years, so the article is of"
            f" about {year_in_words(year + count)}.",
            day_number(year + count) - slack,
            day_number(year + count + 1) - 1 + slack,
        )


def _of_ages(analysis: Analysis) -> Iterator[Constraint]:
    """Solve "born in 1931 … died on Sunday. She was 91."."""
    words = dating_words(analysis.article.language)
    sentences = analysis.article.sentences
    texts = [sentence.of(analysis.article.text) for sentence in sentences]
    deaths = [
        place
        for place, sentence in enumerate(sentences)
        if words.died.search(texts[place]) and _speaks_of_now(analysis, sentence)
    ]
    ages = {
        age
        for place in deaths
        for text in texts[place : place + 2]
        if (age := _number(words.aged, text)) is not None
    }
    year = _beginning(analysis, words.born, None) if len(ages) == 1 else None
    newest = max(_years(analysis), default=None)
    if year is not None and newest is not None and newest - max(ages) - year in (-2, -1, 0, 1):
        (age,) = ages
        yield Constraint(
            f"Who was born in {year_in_words(year)} died at {age}, so the article is of"
            f" {year_in_words(year + age)} or {year_in_words(year + age + 1)}.",
            day_number(year + age),
            day_number(year + age + 2) - 1,
        )


def _years(analysis: Analysis) -> Iterator[int]:
    """Yield every year that the text names."""
    for expression in analysis.expressions:
        bounds = absolute_bounds(expression.meaning)
        if bounds is not None and civil(bounds[0])[0] == civil(bounds[1])[0]:
            yield civil(bounds[0])[0]


def _number(pattern: re.Pattern[str], text: str) -> int | None:
    """Return the number that a pattern finds; None where it finds none or several."""
    found = {int(number) for match in pattern.finditer(text) for number in match.groups() if number}
    return found.pop() if len(found) == 1 else None


def _speaks_of_now(analysis: Analysis, sentence: Span) -> bool:
    """Return whether a sentence counts from the writer's day."""
    own = _within(analysis.expressions, sentence)
    return any(is_deictic(e.meaning) for e in own)


def _beginning(analysis: Analysis, words: re.Pattern[str], near: Span | None) -> int | None:
    """Return the one year in which something began: in a sentence, or else in all of the text."""
    article = analysis.article
    for places in ((near,) if near else (), article.sentences):
        years = {
            year
            for sentence in places
            for year in _years_of_beginning(article, analysis.expressions, words, sentence)
        }
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def _years_of_beginning(
    article: Article, expressions: Sequence[TimeExpression], words: re.Pattern[str], sentence: Span
) -> Iterator[int]:
    start = sentence.start
    for expression in _within(expressions, sentence):
        before = article.text[start : expression.span.start]
        start = expression.span.end
        if words.search(before[-BEGINNING_REACH:]):
            bounds = absolute_bounds(expression.meaning)
            if bounds is not None and civil(bounds[0])[0] == civil(bounds[1])[0]:
                yield civil(bounds[0])[0]


def _within(expressions: Sequence[TimeExpression], sentence: Span) -> list[TimeExpression]:
    return [e for e in expressions if sentence.start <= e.span.start < sentence.end]

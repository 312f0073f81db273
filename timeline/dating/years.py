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
from timeline.model.calendar import civil, day_number, days_in_month
from timeline.model.expression import TimeExpression
from timeline.model.meaning import (
    Absolute,
    Between,
    Fields,
    Length,
    Meaning,
    Occurrence,
    Shift,
)
from timeline.model.span import Span
from timeline.model.timeline import Analysis
from timeline.model.units import Unit
from timeline.wording.dates import interval_in_words, year_in_words

HALF_A_YEAR = 183  # days: "five years ago" is rounded
# "The latest year" is that for which there are figures, "the year" that which is spoken of.
YEARS_OF_REPORTS = ("the year that ended last", "the year")
NEAR = 30  # characters between a day and "four years after"
SLACK = 62  # days from an anniversary that is talked of to the article
TEN = 10  # so many years, or a multiple, are rounded more
OPENING = 3  # sentences: who died in them has died lately, whatever years the rest tells of
BEGINNING_REACH = 60  # characters from "opened" to its year
Bounds = tuple[int, int]
_BESIDE = re.compile(r"\s*[,(–—-]?\s*(?:\w{1,3}\s+)?")
_LISTED = re.compile(r"\s*(?:,|and|or|und|oder|et|ou|y|o|e)\s*\d")


def of_years(analysis: Analysis) -> Iterator[Constraint]:
    """Yield what two times of the text, put together, say of the year of publication."""
    yield from _of_appositions(analysis)
    yield from _of_birthdays(analysis)
    yield from _of_ages(analysis)
    yield from _of_anniversaries(analysis)


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
    words = dating_words(analysis.article.base_language)
    for sentence in analysis.article.sentences:
        text = sentence.of(analysis.article.text)
        count = _number(words.birthdays, text)
        this_year = words.now.search(text) is not None
        if count is None or not (this_year or _speaks_of_now(analysis, sentence)):
            continue
        begun = _beginning(analysis, words.begun, sentence)
        if begun is None:
            continue
        year = civil(begun[0])[0]
        slack = 0 if this_year else SLACK
        yield Constraint(
            f"What began in {year_in_words(year)} counts {count} years, so the article is of"
            f" about {year_in_words(year + count)}.",
            day_number(year + count) - slack,
            day_number(year + count + 1) - 1 + slack,
        )


def _of_anniversaries(analysis: Analysis) -> Iterator[Constraint]:
    """Solve "on 13 December, four years after the fire" with "13 December 2015" of the text."""
    for one, other in pairwise(analysis.expressions):
        count, fields = _years_counted(other.meaning), _month_of_no_year(one.meaning)
        if count is None or fields is None or other.span.start - one.span.end > NEAR:
            continue
        days = {
            day
            for expression in analysis.expressions
            for day in _same_in_another_year(expression.meaning, fields)
        }
        if len(days) == 1:
            (day,) = days
            then = _years_on(day, count)
            yield Constraint(
                f"“{one.text}” lies {count} years after {interval_in_words(day, day)}, so the"
                f" article is of about {year_in_words(civil(then)[0])}.",
                then - HALF_A_YEAR,
                then + HALF_A_YEAR,
            )


def _years_counted(meaning: Meaning) -> int | None:
    """Return how many years a length or a shift counts; None for anything else."""
    if not isinstance(meaning, Length | Shift) or meaning.unit is not Unit.YEAR:
        return None
    low, high = meaning.amount.low, meaning.amount.high
    return int(low) if low == high and low == int(low) and not meaning.amount.approximate else None


def _month_of_no_year(meaning: Meaning) -> Fields | None:
    fields = meaning.fields if isinstance(meaning, Occurrence) else None
    return fields if fields is not None and fields.month and fields.day else None


def _same_in_another_year(meaning: Meaning, fields: Fields) -> Iterator[int]:
    """Yield the day of "13 December 2015" where 13 December is sought."""
    whole = meaning.last if isinstance(meaning, Between) else meaning
    if not isinstance(whole, Absolute) or whole.fields.year is None:
        return
    if (whole.fields.month, whole.fields.day) == (fields.month, fields.day):
        yield from _day_in(fields, whole.fields.year)


def _of_ages(analysis: Analysis) -> Iterator[Constraint]:
    """Solve "born in 1931 … died on Sunday. She was 91."."""
    words = dating_words(analysis.article.base_language)
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
    born = _beginning(analysis, words.born, None) if len(ages) == 1 else None
    newest = max(_years(analysis), default=None)
    if born is None or newest is None:
        return
    (age,) = ages
    apart = newest - age - civil(born[0])[0]
    days = _days_of_death(analysis, [sentences[place] for place in deaths])
    if apart in (-2, -1, 0, 1) or (apart < 0 and days and min(deaths) < OPENING):
        yield _died_at(age, born, days)


def _died_at(age: int, born: Bounds, days: Sequence[Fields]) -> Constraint:
    """Return what a birth and an age at death say; the day of death, where told, leaves a year."""
    first, last = _years_on(born[0], age), _years_on(born[1] + 1, age + 1) - 1
    years = range(civil(first)[0], civil(last)[0] + 1)
    told = {day for fields in days for year in years for day in _day_in(fields, year)}
    told = {day for day in told if first <= day <= last}
    of = f"Who was born {interval_in_words(*born)} died at {age}"
    if len(told) == 1:
        (day,) = told
        return Constraint(
            f"{of}, {interval_in_words(day, day)}, so the article appeared soon after.",
            day,
            day + SLACK,
        )
    return Constraint(
        f"{of}, so the article is of {year_in_words(civil(first)[0])} or"
        f" {year_in_words(civil(last)[0])}.",
        first,
        last,
    )


def _day_in(fields: Fields, year: int) -> Iterator[int]:
    """Yield the day of "May 29" in a year, if it has one."""
    if fields.month and fields.day and fields.day <= days_in_month(year, fields.month):
        yield day_number(year, fields.month, fields.day)


def _days_of_death(analysis: Analysis, deaths: Sequence[Span]) -> list[Fields]:
    """Return the days without a year that sentences on a death name, where each names one."""
    named = [
        [
            e.meaning.fields
            for e in _within(analysis.expressions, sentence)
            if isinstance(e.meaning, Occurrence) and e.meaning.fields.month
        ]
        for sentence in deaths
    ]
    return [fields[0] for fields in named if len(fields) == 1]


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


def _beginning(analysis: Analysis, words: re.Pattern[str], near: Span | None) -> Bounds | None:
    """Return when the one thing began: told in a sentence, or else in all of the text."""
    article = analysis.article
    for places in ((near,) if near else (), article.sentences):
        found = {
            bounds
            for sentence in places
            for bounds in _beginnings(article, analysis.expressions, words, sentence)
        }
        if found:
            one_year = len({civil(first)[0] for first, _ in found}) == 1
            return min(found, key=lambda b: b[1] - b[0]) if one_year else None
    return None


def _beginnings(
    article: Article, expressions: Sequence[TimeExpression], words: re.Pattern[str], sentence: Span
) -> Iterator[Bounds]:
    start = sentence.start
    for expression in _within(expressions, sentence):
        before = article.text[start : expression.span.start]
        start = expression.span.end
        if words.search(before[-BEGINNING_REACH:]):
            bounds = absolute_bounds(expression.meaning)
            if bounds is not None and civil(bounds[0])[0] == civil(bounds[1])[0]:
                yield bounds


def _within(expressions: Sequence[TimeExpression], sentence: Span) -> list[TimeExpression]:
    return [e for e in expressions if sentence.start <= e.span.start < sentence.end]

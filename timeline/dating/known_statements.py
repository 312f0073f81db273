"""What the known events that a text names say of its publication.

It is told of them, so it is later; what lies a stated time after one of them has its year.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from timeline.dating.constraint import Constraint
from timeline.dating.equations import YearEquation, absolute_bounds, year_equation
from timeline.dating.known import Found, KnownTable, find
from timeline.model.calendar import civil, day_number, month_bounds, month_shifted
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Shift
from timeline.model.timeline import Analysis
from timeline.model.units import MONTHS_IN, YEARS_IN
from timeline.wording.dates import interval_in_words, year_in_words

# What is told to lie N months after a known event may lie after its aftermath instead.
AFTERMATH_MONTHS = 2
YEARS_SEARCHED = 30


def of_known_events(analysis: Analysis, table: KnownTable) -> Iterator[Constraint]:
    """Yield what the known events that a text names say of its publication."""
    article = analysis.article
    found = [
        hit
        for sentence in article.sentences
        for hit in find(article.text, table, sentence.start, sentence.end)
    ]
    yield from _told_of(analysis, found)
    yield from _of_lengths(analysis, found)


def _told_of(analysis: Analysis, found: Iterable[Found]) -> Iterator[Constraint]:
    article = analysis.article
    for hit in found:
        first = hit.event.when.first
        if first is not None and not hit.event.foreseen and _of_its_time(analysis, hit, first):
            yield Constraint(
                f"It tells of “{hit.span.of(article.text)}” ({hit.event.name},"
                f" {interval_in_words(first, hit.event.when.last)}), so it was published then"
                " or later.",
                earliest=first,
                source=hit.span.start,
            )


def _of_its_time(analysis: Analysis, hit: Found, first: int) -> bool:
    """Return whether the years of its sentence agree with a known event.

    What was "left in 1996, after the fall of Kabul," is another fall of Kabul.
    """
    sentence = analysis.article.sentence_at(hit.span)
    years = [
        bounds[1]
        for expression in analysis.expressions
        if sentence is not None and sentence.contains(expression.span)
        if (bounds := absolute_bounds(expression.meaning)) is not None
    ]
    return not years or max(years) >= first


def _of_lengths(analysis: Analysis, found: list[Found]) -> Iterator[Constraint]:
    """Solve "June last year, over 10 months after <known event>" for the year."""
    expressions = analysis.expressions
    for main, length in pairwise(expressions):
        meaning, equation = length.meaning, year_equation(main.meaning)
        sentence = analysis.article.sentence_at(length.span)
        if not isinstance(meaning, Shift) or not meaning.between_events or equation is None:
            continue
        if sentence is None or not sentence.contains(main.span):
            continue
        for hit in found:
            if sentence.contains(hit.span) and hit.span.start > length.span.end:
                yield from _year_of(main, length, equation, meaning, hit)


def _year_of(
    main: TimeExpression, length: TimeExpression, equation: YearEquation, meaning: Shift, hit: Found
) -> Iterator[Constraint]:
    months = MONTHS_IN.get(meaning.unit) or 12 * YEARS_IN.get(meaning.unit, 0)
    known_first, known_last = hit.event.when.first, hit.event.when.last
    if not months or known_first is None or known_last is None:
        return
    low, high = int(meaning.amount.low * months), int(meaning.amount.high * months)
    earliest = _months_after(known_first, low)[0]
    latest = _months_after(known_last, high + AFTERMATH_MONTHS)[1]
    start = civil(known_first)[0] - equation.offset
    years = [
        year
        for year in range(start, start + YEARS_SEARCHED)
        if equation.bounds(year)[1] >= earliest and equation.bounds(year)[0] <= latest
    ]
    if years:
        when = interval_in_words(known_first, known_last)
        yield Constraint(
            f"“{main.text}” lies {length.text} “{hit.event.name}” ({when}), so the article is of"
            f" {' or '.join(year_in_words(year) for year in years)}.",
            earliest=day_number(years[0]),
            latest=day_number(years[-1] + 1) - 1,
        )


def _months_after(day: int, months: int) -> tuple[int, int]:
    year, month, _ = civil(day)
    return month_bounds(*month_shifted(year, month, months))

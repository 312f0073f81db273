"""Statements on the publication day that the dated events of an article make.

1. what happened on a date was published on or after it
2. what is planned for a date was published before its end
3. what lasts since a date was published on or after it
4. "June of this year", past, was published in June or later; planned, in June or earlier
5. a known event told of as past; a date that lies a stated time after a known event
6. "Monday, June 6" is a Monday in few years
and, weakly, two habits of news: a month that has not ended is not called by its bare name, and
a plan whose year is named, beside one of "this year", is of the year that follows.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from timeline.dating.constraint import Constraint
from timeline.dating.equations import (
    YearEquation,
    absolute_bounds,
    bare_month,
    weekday_fits,
    year_equation,
)
from timeline.dating.known import Found, KnownTable, find
from timeline.model.article import Article
from timeline.model.calendar import civil, day_number, month_bounds, month_shifted
from timeline.model.event import EventMention, Status
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import Occurrence, Shift
from timeline.model.timeline import Analysis
from timeline.model.units import MONTHS_IN, YEARS_IN
from timeline.wording.dates import interval_in_words, year_in_words

PAST = (Status.HAPPENED, Status.ONGOING, Status.ALLEGED, Status.DENIED)
AHEAD = (Status.PLANNED, Status.THREATENED)
# What is told to lie N months after a known event may lie after its aftermath instead.
AFTERMATH_MONTHS = 2
YEARS_SEARCHED = 30


def statements(analysis: Analysis, table: KnownTable) -> tuple[Constraint, ...]:
    """Return every statement that an article makes on its publication day."""
    found = [
        hit
        for sentence in analysis.article.sentences
        for hit in find(analysis.article.text, table, sentence.start, sentence.end)
    ]
    made = [
        *_of_mentions(analysis.mentions),
        *_of_known_events(analysis.article, found),
        *_of_lengths(analysis, found),
        *_of_weekdays(analysis.expressions),
        *_of_plans(analysis.mentions),
    ]
    return tuple({constraint.reason: constraint for constraint in made}.values())


def _of_mentions(mentions: Iterable[EventMention]) -> Iterator[Constraint]:
    for mention in mentions:
        expression = mention.expression
        quote = f"“{expression.text}”"
        past = (
            mention.status in PAST
            and expression.tense is not Tense.FUTURE
            and not _in_the_present(mention)
        )
        ahead = mention.status in AHEAD
        bounds, equation = absolute_bounds(expression.meaning), year_equation(expression.meaning)
        if bounds is not None and past:
            yield Constraint(
                f"{quote} is told as past, so the article was published on or after"
                f" {interval_in_words(bounds[0], bounds[0])}.",
                earliest=bounds[0],
            )
        elif bounds is not None and ahead:
            yield Constraint(
                f"{quote} is told as planned, so the article was published by"
                f" {interval_in_words(bounds[1], bounds[1])}.",
                latest=bounds[1],
            )
        elif equation is not None and equation.month is not None and (past or ahead):
            yield from _of_equation(equation, quote, past=past)
        month = bare_month(expression.meaning)
        if month is not None and past:
            yield _not_in_month(month, quote)


def _in_the_present(mention: EventMention) -> bool:
    """Return whether the event's word may be a verb in the present: "her term ends in March 2019".

    What is arranged is told so, and says nothing of what is past; nor is a plural ("attacks")
    told from such a verb here, which only leaves an interval wider.
    """
    place, lemma = mention.trigger_span, mention.trigger
    if place is None or not lemma:
        return False
    start = place.start - mention.sentence.start
    word = mention.sentence_text[start : start + len(place)].lower()
    return word in (f"{lemma}s", f"{lemma}es", f"{lemma[:-1]}ies")


def _of_equation(equation: YearEquation, quote: str, *, past: bool) -> Iterator[Constraint]:
    if equation.offset != 0:
        return

    def holds(day: int) -> bool:
        first, last = equation.bounds(civil(day)[0])
        return first <= day if past else day <= last

    told = "past, so it was then or later" if past else "planned, so it was then or earlier"
    yield Constraint(f"{quote} is told as {told} in the year.", holds=holds)


def _not_in_month(month: int, quote: str) -> Constraint:
    return Constraint(
        f"{quote}, told as past without a year, is the last month of that name that has ended:"
        " a habit of news writing, not a certainty.",
        holds=lambda day: civil(day)[1] != month,
        weak=True,
    )


def _of_known_events(article: Article, found: Iterable[Found]) -> Iterator[Constraint]:
    for hit in found:
        first = hit.event.when.first
        if first is not None and not hit.event.foreseen:
            yield Constraint(
                f"It tells of “{hit.span.of(article.text)}” ({hit.event.name},"
                f" {interval_in_words(first, hit.event.when.last)}), so it was published then"
                " or later.",
                earliest=first,
            )


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


def _of_weekdays(expressions: Iterable[TimeExpression]) -> Iterator[Constraint]:
    for expression in expressions:
        meaning = expression.meaning
        if isinstance(meaning, Occurrence) and meaning.fields.weekday and meaning.fields.day:
            fields = meaning.fields
            yield Constraint(
                f"“{expression.text}” falls on that day of the week in few years.",
                holds=lambda day, fields=fields: weekday_fits(fields, day),  # type: ignore[misc]
            )


def _of_plans(mentions: Iterable[EventMention]) -> Iterator[Constraint]:
    """Plans in one article go on from this year to the next, which then is named."""
    ahead = [m.expression for m in mentions if m.status in AHEAD]
    of_this_year = [e for e in ahead if (year_equation(e.meaning) or YearEquation(9)).offset == 0]
    named = [(e, absolute_bounds(e.meaning)) for e in ahead]
    years = [(civil(bounds[0])[0], e) for e, bounds in named if bounds is not None]
    if not of_this_year or not years:
        return
    year, expression = min(years, key=lambda item: item[0])
    yield Constraint(
        f"Of its plans one is for “{of_this_year[0].text}” and one names its year,"
        f" “{expression.text}”, so this year is {year_in_words(year - 1)}: a habit of news"
        " writing, not a certainty.",
        earliest=day_number(year - 1),
        latest=day_number(year) - 1,
        weak=True,
    )

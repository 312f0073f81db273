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

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from timeline.dating.constraint import Constraint, Weight
from timeline.dating.equations import (
    YearEquation,
    absolute_bounds,
    bare_month,
    weekday_fits,
    year_equation,
)
from timeline.dating.known import KnownTable
from timeline.dating.known_statements import of_known_events
from timeline.dating.opening import of_opening
from timeline.dating.telling import Telling, is_deictic, telling_of, tells_of_now
from timeline.dating.words import dating_words
from timeline.dating.years import HALF_A_YEAR, of_years
from timeline.model.calendar import civil, day_number, days_in_month, weekday
from timeline.model.event import EventMention, details_of
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Fields, Occurrence
from timeline.model.timeline import Analysis
from timeline.wording.dates import interval_in_words, year_in_words

Told = Sequence[tuple[EventMention, Telling]]
SEVERAL = 3
PLANS_APART = 5 * 366  # days: what one text plans lies closer together
LONGEST_YEAR = 366  # days: a plan for a decade bounds nothing


def statements(analysis: Analysis, table: KnownTable) -> tuple[Constraint, ...]:
    """Return every statement that an article makes on its publication day."""
    told = _tellings(analysis, table)
    made = [
        *of_opening(analysis),
        *_of_mentions(told),
        *of_known_events(analysis, table),
        *of_years(analysis),
        *_of_bare_months(analysis, told),
        *_of_weekdays(analysis.expressions),
        *_of_weekdays_of_a_year(told),
        *_of_plans(told),
    ]
    return tuple({constraint.reason: constraint for constraint in made}.values())


def _tellings(analysis: Analysis, table: KnownTable) -> Told:
    """Return how each mention tells its date.

    In some languages a history narrates in the future. No history tells of a year behind all that
    the table of known events knows, so that a future of such a year is one.
    """
    now, language = tells_of_now(analysis), analysis.article.base_language
    details = details_of(analysis.mentions)  # which say nothing of their date themselves
    mentions = (m for m in analysis.mentions if m.key not in details)
    told: Told = tuple((m, telling_of(m, language, now=now)) for m in mentions)
    if dating_words(language).narrating:
        told = _without_narrated_futures(told)
    if all(telling.weight >= Weight.SURE for _, telling in told if telling.ahead):
        return told
    newest = max((when.last for when in table.dates.values() if when.last), default=None)
    return tuple((m, _beyond(m, telling, newest)) for m, telling in told)


def _without_narrated_futures(told: Told) -> Told:
    """Take no future for sure that lies years before another one: a history narrates in it.

    "Lo rivedranno nel 2004 ... nel 2014 festeggerà il centenario".
    """
    ahead = [
        bounds[0]
        for mention, telling in told
        if telling.ahead and (bounds := absolute_bounds(mention.expression.meaning)) is not None
    ]
    latest = max(ahead, default=0)

    def weighed(mention: EventMention, telling: Telling) -> Telling:
        bounds = absolute_bounds(mention.expression.meaning)
        if not telling.ahead or bounds is None or latest - bounds[0] <= PLANS_APART:
            return telling
        return replace(telling, weight=Weight.HINT)

    return tuple((mention, weighed(mention, telling)) for mention, telling in told)


def _beyond(mention: EventMention, telling: Telling, newest: int | None) -> Telling:
    bounds = absolute_bounds(mention.expression.meaning)
    if newest is None or bounds is None or not telling.ahead or bounds[0] <= newest:
        return telling
    return replace(telling, weight=Weight.SURE)


def _of_mentions(told: Told) -> Iterator[Constraint]:
    for mention, telling in told:
        expression = mention.expression
        quote = f"“{expression.text}”"
        bounds, equation = absolute_bounds(expression.meaning), year_equation(expression.meaning)
        if bounds is not None and telling.past:
            yield Constraint(
                f"{quote} is told as past, so the article was published on or after"
                f" {interval_in_words(bounds[0], bounds[0])}.",
                earliest=bounds[0],
                weight=telling.weight,
                source=mention.sentence.start,
            )
        elif bounds is not None and telling.ahead and bounds[1] - bounds[0] <= LONGEST_YEAR:
            yield Constraint(
                f"{quote} is told as planned, so the article was published by"
                f" {interval_in_words(bounds[1], bounds[1])}.",
                latest=bounds[1],
                weight=telling.weight,
                source=mention.sentence.start,
            )
        elif equation is not None and equation.month is not None:
            yield from _of_equation(equation, quote, telling)


def _of_bare_months(analysis: Analysis, told: Told) -> Iterator[Constraint]:
    """A habit of news; in a text that names more years than days of its own, months are theirs."""
    meanings = [e.meaning for e in analysis.expressions]
    years = sum(absolute_bounds(meaning) is not None for meaning in meanings)
    if years > max(SEVERAL, sum(map(is_deictic, meanings))):
        return
    for mention, telling in told:
        month = bare_month(mention.expression.meaning)
        if month is not None and telling.past:
            yield _not_in_month(month, f"“{mention.expression.text}”")


def _of_equation(equation: YearEquation, quote: str, telling: Telling) -> Iterator[Constraint]:
    if equation.offset != 0 or not (telling.past or telling.ahead):
        return
    past = telling.past

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


def _of_weekdays(expressions: Iterable[TimeExpression]) -> Iterator[Constraint]:
    for expression in expressions:
        meaning = expression.meaning
        if isinstance(meaning, Occurrence) and meaning.fields.weekday and meaning.fields.day:
            fields = meaning.fields
            yield Constraint(
                f"“{expression.text}” falls on that day of the week in few years.",
                holds=lambda day, fields=fields: weekday_fits(fields, day),  # type: ignore[misc]
                weak=True,
            )


def _of_weekdays_of_a_year(told: Told) -> Iterator[Constraint]:
    """Solve "on Wednesday, 9 March" for the newest year that the text tells as past.

    Only where all such days fit that year: news names a day so when it is a few weeks away.
    """
    past = [
        bounds[0]
        for mention, telling in told
        if telling.past and telling.weight >= Weight.SURE
        if (bounds := absolute_bounds(mention.expression.meaning)) is not None
        if bounds[1] - bounds[0] <= LONGEST_YEAR
    ]
    named = [m.expression for m, _ in told if _weekday_of_no_year(m.expression) is not None]
    if not past or not named:
        return
    year = civil(max(past))[0]
    days = [_day_in(e, year) for e in named]
    first, last = min((d for d in days if d), default=0), max((d for d in days if d), default=0)
    if None in days or last - first > HALF_A_YEAR:
        return
    yield Constraint(
        f"“{named[0].text}” falls on that day of the week in {year_in_words(year)}, the newest year"
        f" that it tells of, so it was published within half a year of it.",
        last - HALF_A_YEAR,
        first + HALF_A_YEAR,
    )


def _weekday_of_no_year(expression: TimeExpression) -> Fields | None:
    meaning = expression.meaning
    fields = meaning.fields if isinstance(meaning, Occurrence) else None
    return fields if fields and fields.weekday and fields.month and fields.day else None


def _day_in(expression: TimeExpression, year: int) -> int | None:
    """Return the day of "Wednesday, 9 March" in a year; None where it is no Wednesday then."""
    fields = _weekday_of_no_year(expression)
    if fields is None or not fields.month or not fields.day:
        return None
    if fields.day > days_in_month(year, fields.month):
        return None
    day = day_number(year, fields.month, fields.day)
    return day if weekday(day) == fields.weekday else None


def _of_plans(told: Told) -> Iterator[Constraint]:
    """Plans in one article go on from this year to the next, which then is named."""
    ahead = [mention.expression for mention, telling in told if telling.ahead]
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

"""Hypothesis strategies for the values of the model, for any test to draw from."""

from hypothesis import strategies as st

from timeline.model.calendar import day_number
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Absolute,
    Amount,
    Anchor,
    AtTime,
    Between,
    Bounded,
    Counterpart,
    Current,
    DayPart,
    Fields,
    Frequency,
    KnownEvent,
    Length,
    Meaning,
    Nth,
    Occurrence,
    Part,
    Point,
    Portion,
    Rest,
    Shift,
    Side,
    Stretch,
    Toward,
    Vague,
    Vagueness,
    Within,
)
from timeline.model.span import Span
from timeline.model.units import Unit, unit_bounds
from timeline.model.when import Basis, Bound, Edge, Kind, When

FIRST_DAY, LAST_DAY = day_number(-9999), day_number(12000, 12, 31)
days = st.integers(FIRST_DAY, LAST_DAY)
units = st.sampled_from(Unit)
long_units = st.sampled_from([u for u in Unit if u not in (Unit.SECOND, Unit.MINUTE, Unit.HOUR)])
# Those that begin anew after 400 years, as the calendar does.
cyclic_units = long_units.filter(lambda unit: unit is not Unit.MILLENNIUM)
sides = st.sampled_from(Side)
bases = st.sampled_from(Basis)


@st.composite
def spans(draw: st.DrawFn, longest: int = 10_000) -> Span:
    """A stretch of a text of at most so many characters."""
    start = draw(st.integers(0, longest - 1))
    return Span(start, draw(st.integers(start + 1, longest)))


# Dates


def intervals(within: st.SearchStrategy[int] = days) -> st.SearchStrategy[tuple[int, int]]:
    """First and last day: a calendar unit, or any two days."""
    return st.one_of(
        st.builds(unit_bounds, long_units, within),
        st.tuples(within, within).map(lambda pair: (min(pair), max(pair))),
        within.map(lambda day: (day, day)),
    )


zones = st.one_of(
    st.sampled_from(["", "Z"]),
    st.builds(
        "{}{:02d}:{:02d}".format, st.sampled_from("+-"), st.integers(0, 14), st.integers(0, 59)
    ),
)


@st.composite
def clocks(draw: st.DrawFn) -> str:
    """A time of day as `When` holds it: no seconds where they are zero."""
    hour, minute, second = (
        draw(st.integers(0, 23)),
        draw(st.integers(0, 59)),
        draw(st.integers(0, 59)),
    )
    seconds = f":{second:02d}" if second else ""
    return f"{hour:02d}:{minute:02d}{seconds}{draw(zones)}"


@st.composite
def whens(draw: st.DrawFn) -> When:
    """Any valid date: unknown, a day with its clock, within or throughout, with open ends."""
    basis = draw(bases)
    approximate = draw(st.booleans())
    first, last = draw(intervals())
    shape = draw(st.sampled_from(["unknown", "clock", "both", "start", "end"]))
    kind = draw(st.sampled_from(Kind))
    absent: st.SearchStrategy[Bound] = st.just(Edge.UNKNOWN)
    if kind is Kind.THROUGHOUT:
        absent = st.sampled_from(Edge)
    match shape:
        case "unknown":
            return When(basis=basis)
        case "clock":
            return When(first, first, Kind.WITHIN, approximate, draw(clocks()), basis)
        case "start":
            return When(first, draw(absent), kind, approximate, None, basis)
        case "end":
            return When(draw(absent), last, kind, approximate, None, basis)
        case _:
            return When(first, last, kind, approximate, None, basis)


# Meanings: any that the types allow


years = st.integers(-9999, 12_000)
years_in_news = st.integers(1900, 2100)


def _or_none(strategy: st.SearchStrategy[int]) -> st.SearchStrategy[int | None]:
    return st.one_of(st.none(), strategy)


@st.composite
def any_fields(draw: st.DrawFn) -> Fields:
    """Fields in any combination, sensible or not."""
    tops = {"half": 2, "quarter": 4, "season": 4, "month": 12, "week": 53, "day": 31, "weekday": 7}
    named: dict[str, int] = draw(
        st.fixed_dictionaries(
            {}, optional={name: st.integers(1, top) for name, top in tops.items()}
        )
    )
    year = draw(years) if not named else draw(_or_none(years))
    decade, century = draw(_or_none(years)), draw(_or_none(years))
    weekend = draw(st.sampled_from([None, True, False]))
    holiday = draw(st.sampled_from([None, "easter"]))
    return Fields(
        year=year, decade=decade, century=century, weekend=weekend, holiday=holiday, **named
    )


@st.composite
def amounts(draw: st.DrawFn, most: int = 40) -> Amount:
    """A count of units, or a span of counts."""
    low = draw(st.integers(0, most))
    high = draw(st.one_of(st.just(low), st.integers(low, most)))
    qualifier = draw(st.sampled_from([None, "APPROX", "MORE_THAN", "LESS_THAN"]))
    return Amount(low, high, draw(st.booleans()), draw(st.booleans()), qualifier)


def meanings() -> st.SearchStrategy[Meaning]:
    """Any meaning that the types allow, however deep."""
    return st.recursive(_leaves(), _composed, max_leaves=6)


def _leaves() -> st.SearchStrategy[Meaning]:
    return st.one_of(
        st.builds(Anchor, st.sampled_from(Point)),
        st.builds(Absolute, any_fields()),
        st.builds(KnownEvent, st.text(max_size=8)),
        st.builds(Length, amounts(), units),
        st.builds(
            Frequency, amounts(), units, _or_none(st.integers(1, 9)), st.none() | any_fields()
        ),
        st.builds(Vague, st.sampled_from(Vagueness)),
        st.builds(Counterpart, years),
    )


def _composed(inner: st.SearchStrategy[Meaning]) -> st.SearchStrategy[Meaning]:
    flags = st.booleans()
    return st.one_of(
        st.builds(Occurrence, any_fields(), st.sampled_from(Toward), inner),
        st.builds(Current, units, inner),
        st.builds(Shift, inner, amounts(), units, sides, flags, flags),
        st.builds(Within, inner, any_fields()),
        st.builds(Nth, st.integers(-5, 5).filter(bool), units, inner),
        st.builds(Portion, inner, st.sampled_from(Part)),
        st.builds(Rest, inner, sides, inner),
        st.builds(Stretch, amounts(), units, sides, inner),
        st.builds(Between, inner, inner),
        st.builds(Bounded, inner, sides, flags, flags),
        st.builds(AtTime, inner, st.none() | clocks(), st.none() | st.sampled_from(DayPart)),
    )


# Meanings: those that texts have


# What the calendar brings again after 400 years, and the feasts that it does not.
cyclic_fields = st.one_of(
    st.builds(lambda n: Fields(weekday=n), st.integers(1, 7)),
    st.builds(lambda n: Fields(month=n), st.integers(1, 12)),
    st.builds(lambda m, d: Fields(month=m, day=d), st.integers(1, 12), st.integers(1, 28)),
    st.sampled_from([Fields(month=2, day=29), Fields(month=12, day=31), Fields(day=31)]),
    st.builds(lambda n: Fields(season=n), st.integers(1, 4)),
    st.builds(lambda n: Fields(quarter=n), st.integers(1, 4)),
    st.builds(lambda n: Fields(half=n), st.integers(1, 2)),
    st.just(Fields(weekend=True)),
    st.just(Fields(holiday="thanksgiving")),
)
feasts = st.builds(
    Fields, holiday=st.sampled_from(["easter sunday", "holy week", "ramadan", "yom kippur"])
)
recurring = st.one_of(cyclic_fields, feasts)


def _dated_in(some_years: st.SearchStrategy[int]) -> st.SearchStrategy[Meaning]:
    month = st.integers(1, 12)
    return st.builds(
        Absolute,
        st.one_of(
            st.builds(lambda y: Fields(year=y), some_years),
            st.builds(lambda y, m: Fields(year=y, month=m), some_years, month),
            st.builds(
                lambda y, m, d: Fields(year=y, month=m, day=d),
                some_years,
                month,
                st.integers(1, 28),
            ),
            st.builds(lambda y, n: Fields(year=y, season=n), some_years, st.integers(1, 4)),
            st.builds(lambda y, n: Fields(year=y, quarter=n), some_years, st.integers(1, 4)),
            # Of this era: those before it lack a year 0, and are not 400 years after each other.
            st.builds(lambda y: Fields(decade=abs(y) // 10), some_years),
            st.builds(lambda y: Fields(century=abs(y) // 100), some_years),
        ),
    )


def _moved(unit: Unit, number: int, anchor: Meaning) -> Meaning:
    current = Current(unit, anchor)
    side = Side.BEFORE if number < 0 else Side.AFTER
    return Shift(current, Amount.exactly(abs(number)), unit, side) if number else current


_anchors = st.sampled_from([PUBLICATION, PUBLICATION, MENTIONED])
_steps = st.integers(-2, 2)
_years_away = st.builds(_moved, st.just(Unit.YEAR), _steps, _anchors)
_weeks_away = st.builds(_moved, st.just(Unit.WEEK), _steps, _anchors)
_days_away = st.builds(_moved, st.just(Unit.DAY), st.integers(-1, 1), st.just(PUBLICATION))
_units_away = st.builds(_moved, cyclic_units, _steps, _anchors)


def dates_in_text(
    some_years: st.SearchStrategy[int] = years_in_news,
    recurring: st.SearchStrategy[Fields] = recurring,
) -> st.SearchStrategy[Meaning]:
    """A date as the rules compose it, without a preposition."""
    absolute = _dated_in(some_years)
    return st.one_of(
        _anchors,
        absolute,
        _units_away,
        st.builds(Occurrence, recurring, st.sampled_from(Toward), _anchors),
        st.builds(Within, _years_away, recurring),
        st.builds(Within, _weeks_away, st.builds(lambda n: Fields(weekday=n), st.integers(1, 7))),
        st.builds(Shift, _anchors, amounts(), cyclic_units, sides),
        st.builds(Nth, st.sampled_from([1, 2, -1]), cyclic_units, st.one_of(_units_away, absolute)),
        st.just(KnownEvent("the flood")),
    )


def meanings_in_text(
    some_years: st.SearchStrategy[int] = years_in_news,
    recurring: st.SearchStrategy[Fields] = recurring,
) -> st.SearchStrategy[Meaning]:
    """A meaning as the tagger makes it of a phrase."""
    date, absolute = dates_in_text(some_years, recurring), _dated_in(some_years)
    listed = st.builds(
        lambda first, toward, last: Between(Occurrence(first, toward, last), last),
        recurring,
        st.sampled_from([Toward.LATEST, Toward.PREVIOUS]),
        date,
    )
    return st.one_of(
        date,
        st.builds(Portion, date, st.sampled_from(Part)),
        st.builds(Bounded, date, sides, st.booleans()),
        st.builds(
            lambda of, side: Bounded(of, side, throughout=False, inclusive=False), date, sides
        ),
        st.builds(AtTime, _days_away, clocks()),
        st.builds(AtTime, date, st.none(), st.sampled_from(DayPart)),
        st.builds(
            lambda unit, side: Rest(Current(unit, PUBLICATION), side, PUBLICATION),
            cyclic_units,
            sides,
        ),
        st.builds(Stretch, amounts(9), cyclic_units, sides, st.just(PUBLICATION)),
        listed,
        st.builds(Between, absolute, absolute),
        st.builds(
            lambda amount, unit, side: Shift(MENTIONED, amount, unit, side, between_events=True),
            amounts(9),
            cyclic_units,
            sides,
        ),
        st.builds(Length, amounts(9), units),
        st.just(Vague(Vagueness.PRESENT)),
        st.builds(Counterpart, some_years),
    )

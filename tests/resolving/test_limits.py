"""Laws of "until" and "by": what is told as past is the date itself, what is planned lies ahead."""

from hypothesis import given, note
from hypothesis import strategies as st

from timeline.model.calendar import day_number
from timeline.model.edtf import to_edtf
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import Absolute, Bounded, Fields, Side
from timeline.model.span import Span
from timeline.model.when import Basis, When
from timeline.resolving import Context, resolve
from timeline.tagging import tag_text

DAYS = st.integers(day_number(1950), day_number(2040))
YEARS = st.integers(1000, 2100)
MONTHS = st.sampled_from(["January", "April", "June", "September", "December"])
PAST = [
    "The strike lasted until {}.",
    "The fleet had left the harbour by {}.",
    "By {} the debt had reached nine millions.",
    "She stayed in the north and worked there until {}.",
    "The bridge did not open until {}.",
    "The village had no name until {}.",
]
WEEKDAYS = st.sampled_from(["Monday", "Thursday", "Sunday"])
dates = st.one_of(
    MONTHS,
    WEEKDAYS,
    st.builds("{} {}".format, MONTHS, st.integers(1800, 1949)),
    st.integers(1900, 1949).map(str),
)


def read(sentence: str, published: When) -> When:
    found: list[TimeExpression] = list(tag_text(sentence, (Span(0, len(sentence)),)))
    assert len(found) == 1, sentence
    reading = resolve(found[0].meaning, Context(published, None, found[0].tense))
    note(f"{sentence} {to_edtf(reading.when)}: {reading.explanation}")
    return reading.when


@given(st.sampled_from(PAST), dates, DAYS)
def test_what_lasted_until_a_date_or_was_so_by_then_is_of_that_date_and_never_ahead(
    sentence: str, date: str, day: int
) -> None:
    published = When.of_day(day)
    when, plain = read(sentence.format(date), published), read(f"He went in {date}.", published)
    assert (when.start, when.end) == (plain.start, plain.end)
    assert when.first is not None
    assert when.first <= day


@given(YEARS, st.sampled_from([Tense.PAST, Tense.UNKNOWN, Tense.FUTURE]), st.booleans(), DAYS)
def test_a_date_that_is_over_is_never_left_open(
    year: int,
    tense: Tense,
    throughout: bool,  # noqa: FBT001 - drawn
    day: int,
) -> None:
    meaning = Bounded(Absolute(Fields(year=year)), Side.BEFORE, throughout=throughout)
    when = resolve(meaning, Context(When.of_day(day), None, tense)).when
    first, last = day_number(year), day_number(year + 1) - 1
    over = last < day or tense is Tense.PAST
    assert (when.start, when.end) == (first if over else day, last)
    assert when.approximate == over


@given(YEARS, st.booleans(), DAYS, st.integers(0, 400))
def test_what_is_told_as_past_is_of_its_date_whatever_the_publication(
    year: int,
    throughout: bool,  # noqa: FBT001 - drawn
    day: int,
    more: int,
) -> None:
    meaning = Bounded(Absolute(Fields(year=year)), Side.BEFORE, throughout=throughout)
    for published in (When(), When(day, day + more, basis=Basis.INFERRED)):
        when = resolve(meaning, Context(published, None, Tense.PAST)).when
        assert (when.start, when.end) == (day_number(year), day_number(year + 1) - 1)

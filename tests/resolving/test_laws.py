"""Laws of resolving, for any meaning that a text may have and any publication."""

from dataclasses import replace

import pytest
from hypothesis import assume, example, given, note
from hypothesis import strategies as st

from tests.resolving.laws import contains, in_a_text, moved, moved_when
from tests.strategies import cyclic_fields, intervals, meanings, meanings_in_text, whens, years
from timeline.model.calendar import day_number
from timeline.model.edtf import to_edtf
from timeline.model.expression import Tense, TimeExpression
from timeline.model.meaning import Absolute, Counterpart, Fields, Meaning
from timeline.model.units import Unit
from timeline.model.when import Basis, When
from timeline.resolving import Context, resolve, resolve_all
from timeline.resolving.evaluate import evaluate
from timeline.resolving.extent import Extent
from timeline.resolving.frame import Frame
from timeline.resolving.resolve import counts_from_the_text

DAYS_IN_NEWS = st.integers(day_number(1950), day_number(2040))
tenses = st.sampled_from(Tense)
KNOWN = {"the flood": When(day_number(2021, 7, 14), day_number(2021, 7, 15))}
texts = st.lists(st.tuples(meanings_in_text(), tenses), min_size=1, max_size=5).map(in_a_text)
publications = st.builds(
    lambda bounds: When(bounds[0], bounds[1], basis=Basis.INFERRED), intervals(DAYS_IN_NEWS)
)


@st.composite
def nested(draw: st.DrawFn) -> tuple[When, When]:
    """A publication interval, and a narrower one inside it, often a single day."""
    first, last = draw(intervals(DAYS_IN_NEWS))
    start = draw(st.integers(first, last))
    end = draw(st.one_of(st.just(start), st.integers(start, last)))
    return When(first, last, basis=Basis.INFERRED), When(start, end, basis=Basis.INFERRED)


@given(meanings(), whens(), st.none() | whens(), tenses)
def test_the_same_meaning_and_context_give_the_same(
    meaning: Meaning, published: When, mentioned: When | None, tense: Tense
) -> None:
    first = resolve(meaning, Context(published, mentioned, tense, KNOWN))
    assert resolve(meaning, Context(published, mentioned, tense, KNOWN)) == first
    assert first.explanation
    assert all(line and "\n" not in line for line in first.explanation)


@given(meanings(), intervals().map(lambda ends: When(*ends)), whens(), tenses)
def test_what_is_remembered_does_not_depend_on_the_text_before(
    meaning: Meaning, published: When, before: When, tense: Tense
) -> None:
    assume(not counts_from_the_text(meaning))
    alone = Frame(published.first, published, tense=tense, known=KNOWN)
    told = Extent(before.start, before.end, Unit.QUARTER)
    after = replace(alone, mentioned=told, period=told, yearly=True)
    assert evaluate(meaning, after) == evaluate(meaning, alone)


@given(meanings_in_text(), st.none() | whens(), tenses, nested())
def test_a_narrower_publication_never_widens_a_date(
    meaning: Meaning, mentioned: When | None, tense: Tense, published: tuple[When, When]
) -> None:
    wide, narrow = (resolve(meaning, Context(p, mentioned, tense, KNOWN)) for p in published)
    note(f"{to_edtf(wide.when)} should contain {to_edtf(narrow.when)}")
    assert contains(wide.when, narrow.when)


@given(texts, nested())
def test_a_narrower_publication_never_widens_a_date_of_a_whole_text(
    expressions: list[TimeExpression], published: tuple[When, When]
) -> None:
    wide, narrow = (resolve_all(expressions, p, KNOWN) for p in published)
    for far, near in zip(wide, narrow, strict=True):
        note(f"{to_edtf(far.when)} should contain {to_edtf(near.when)}")
        assert contains(far.when, near.when)


QUARTER_THEN_YEAR = in_a_text(
    [
        (Absolute(Fields(year=1900, quarter=1)), Tense.PAST),
        (Counterpart(1900), Tense.PAST),
    ]
)
A_WEEKEND = When(day_number(1950), day_number(1950) + 1, basis=Basis.INFERRED)


@given(texts, publications)
@example(QUARTER_THEN_YEAR, A_WEEKEND)
def test_an_unknown_publication_allows_what_any_other_does(
    expressions: list[TimeExpression], published: When
) -> None:
    unknown = resolve_all(expressions, When(), KNOWN)
    for far, near in zip(unknown, resolve_all(expressions, published, KNOWN), strict=True):
        note(f"{to_edtf(far.when)} should contain {to_edtf(near.when)}")
        assert contains(far.when, near.when)


@given(st.data())
def test_four_hundred_years_later_what_the_calendar_repeats_is_four_hundred_years_later(
    data: st.DataObject,
) -> None:
    # The calendar is the same again after 400 years; the moon, and with it Easter, is not.
    meaning = data.draw(meanings_in_text(years, cyclic_fields))
    day = day_number(data.draw(years), data.draw(st.integers(1, 12)), data.draw(st.integers(1, 28)))
    published = When(day, day + data.draw(st.integers(0, 400)))
    mentioned, tense = data.draw(st.none() | whens()), data.draw(tenses)
    now = resolve(meaning, Context(published, mentioned, tense, KNOWN)).when
    later = Context(
        moved_when(published),
        mentioned and moved_when(mentioned),
        tense,
        {key: moved_when(when) for key, when in KNOWN.items()},
    )
    assert resolve(moved(meaning), later).when == moved_when(now)


@given(texts, publications)
def test_a_text_is_resolved_one_reading_an_expression(
    expressions: list[TimeExpression], published: When
) -> None:
    readings = resolve_all(expressions, published, KNOWN)
    assert len(readings) == len(expressions)
    assert readings == resolve_all(list(expressions), published, dict(KNOWN))
    first = expressions[0]
    alone = resolve(first.meaning, Context(published, None, first.tense, KNOWN))
    assert readings[0] == alone


@pytest.mark.parametrize("published", [When(), When.of_day(day_number(2023, 2, 8))])
def test_a_text_without_expressions_has_no_readings(published: When) -> None:
    assert resolve_all([], published) == ()

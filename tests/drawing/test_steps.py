from itertools import islice, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.drawing.scene.steps import Step, coarse_enough, ladder
from timeline.model.calendar import civil, day_number, weekday

steps = st.sampled_from(list(islice(ladder(), 16)))
days = st.integers(day_number(-9999), day_number(12_000))


@given(steps, days)
@settings(deadline=None)
def test_a_step_holds_its_day(step: Step, day: int) -> None:
    assert step.floor(day) <= day < step.after(day)


@given(steps, days, st.integers(0, 4000))
@settings(deadline=None)
def test_steps_follow_each_other_without_gap(step: Step, first: int, length: int) -> None:
    starts = step.starts(first, first + length)
    assert starts[0] <= first
    assert starts[-1] <= first + length < step.after(starts[-1])
    assert all(step.after(one) == other for one, other in pairwise(starts))


@given(days)
@settings(deadline=None)
def test_weeks_begin_on_monday_and_months_on_their_first(day: int) -> None:
    assert weekday(Step(days=7).floor(day)) == 1
    assert civil(Step(months=1).floor(day))[2] == 1


def test_the_ladder_only_grows() -> None:
    lengths = [step.length for step in islice(ladder(), 20)]
    assert lengths == sorted(lengths)


@pytest.mark.parametrize(
    ("span", "most", "step"),
    [
        (30, 60, Step(days=1)),
        (365, 60, Step(days=7)),
        (365 * 4, 60, Step(months=1)),
        (365 * 12, 60, Step(months=3)),
        (365 * 3000, 60, Step(months=600)),
        (10, 0, Step(months=1)),
    ],
)
def test_the_shortest_step_that_is_coarse_enough_is_taken(span: int, most: int, step: Step) -> None:
    assert coarse_enough(span, most) == step

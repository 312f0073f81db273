"""Laws of inference over stories made at random: what is past bounds, what would be does not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dating.building import analysis
from timeline.dating import load, published
from timeline.model.calendar import day_number
from timeline.model.event import Status
from timeline.model.when import When

TABLE = load()
FEW = settings(max_examples=40, deadline=None)

years = st.integers(1900, 2019)
told = st.sampled_from(
    (
        "In {} the mill was sold.",
        "The bridge was opened in {}.",
        "The law was passed in May {}.",
        "It has been closed since {}.",
        "The ferry sank on 3 June {}, the town said.",
    )
)
stories = st.lists(st.tuples(told, years), min_size=1, max_size=6)
# What a reader of status may take for a plan, though the writer's present has no such future.
never_plans = st.sampled_from(
    (
        "He would return in {}.",
        "The town was to be rebuilt by {}.",
        "The works were scheduled to end in {}.",
        "A pact to be renewed in {} was signed.",
        "It said that by {} it must be repaid.",
        "“We will be back in {}”, it was said.",
    )
)


def found(text: str, planned: str = "") -> When:
    return published(analysis(text, {planned: Status.PLANNED} if planned else {}), TABLE).when


@FEW
@given(stories)
def test_a_story_of_the_past_was_published_then_or_at_any_time_later(
    story: list[tuple[str, int]],
) -> None:
    when = found(" ".join(sentence.format(year) for sentence, year in story))
    newest = max(year for _, year in story)
    assert when.first is not None
    assert day_number(newest) <= when.first < day_number(newest + 1)
    assert when.last is None


@FEW
@given(stories, never_plans, years, st.sampled_from(("{plan} {past}", "{past} {plan}")))
def test_what_is_no_future_of_the_writer_never_bounds_from_above(
    story: list[tuple[str, int]], sentence: str, year: int, order: str
) -> None:
    past = " ".join(told.format(other) for told, other in story)
    plan = sentence.format(year)
    if year in {other for _, other in story}:
        return
    when = found(order.format(plan=plan, past=past), str(year))
    assert when.last is None
    assert when.first is not None
    assert when.first < day_number(max(other for _, other in story) + 1)


@FEW
@given(stories, st.integers(-30, 30))
def test_a_plan_of_the_writer_bounds_only_what_no_past_passes(
    story: list[tuple[str, int]], ahead: int
) -> None:
    newest = max(year for _, year in story)
    year = newest + ahead
    if year in {other for _, other in story}:
        return
    past = " ".join(told.format(other) for told, other in story)
    when = found(f"{past} The tower will be finished in {year}.", str(year))
    assert when.first is not None
    assert when.last == (None if ahead < 0 else day_number(year + 1) - 1)

"""Publication dates: stated, given, inferred as an interval with reasons, or unknown."""

import tomllib
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dating.building import analysis
from timeline.dating import load, published
from timeline.dating.constraint import Constraint, Weight, solve
from timeline.model.article import ClaimSource, DateClaim
from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Status
from timeline.model.span import Span
from timeline.model.when import UNDATED, Basis, When

TEXTS = tomllib.loads((Path(__file__).parent / "inference.toml").read_text())["text"]
TABLE = load()
DAY = When.of_day(day_number(2024, 7, 31))


@pytest.mark.parametrize("example", TEXTS, ids=lambda example: example["name"])
def test_inference(example: dict[str, object]) -> None:
    planned = dict.fromkeys(example.get("planned", ()), Status.PLANNED)  # type: ignore[call-overload]
    language = str(example.get("language", "en"))
    found = published(analysis(str(example["text"]), planned, language=language), TABLE)
    assert to_edtf(found.when) == example["published"], "\n".join(found.explanation)
    assert found.basis is (Basis.INFERRED if found.when.resolved else Basis.UNKNOWN)
    assert found.explanation


def test_what_contradicts_the_rest_is_named() -> None:
    told = {"May 2019": Status.PLANNED}
    found = published(analysis("It was in May 2020. It will be in May 2019.", told), TABLE)
    assert any("contradicts" in line and "May 2019" in line for line in found.explanation)


def test_a_habit_of_writers_says_that_it_is_one() -> None:
    text = "It was founded in 2015. It began in December. It will end on 31 December 2015."
    found = published(analysis(text, {"31 December 2015": Status.PLANNED}), TABLE)
    assert any("not a certainty" in line for line in found.explanation)


def test_a_stated_date_outranks_inference() -> None:
    claim = DateClaim(ClaimSource.HEADER, " date 2024-07-31 ", DAY, Span(0, 1))
    found = published(analysis("It was in May 2025.", claims=(claim,)), TABLE)
    assert (to_edtf(found.when), found.basis) == ("2024-07-31", Basis.STATED)


def test_a_given_date_outranks_all() -> None:
    claim = DateClaim(ClaimSource.HEADER, "2024-07-31", DAY, Span(0, 1))
    given_day = When.of_day(day_number(2023, 2, 8))
    found = published(analysis("It was in May 2025.", claims=(claim,)), TABLE, given_day)
    assert (to_edtf(found.when), found.basis) == ("2023-02-08", Basis.GIVEN)


@pytest.mark.parametrize(
    ("word", "lemma", "found_out"),
    [
        ("ends", "end", "XXXX-XX-XX"),
        ("ended", "end", "[2019-03..]"),
        ("march", "march", "[2019-03..]"),
    ],
)
def test_what_is_told_in_the_present_may_lie_ahead(word: str, lemma: str, found_out: str) -> None:
    text = f"Her term {word} in March 2019."
    told = analysis(text)
    place = Span(text.index(word), text.index(word) + len(word))
    mentions = tuple(replace(m, trigger=lemma, trigger_span=place) for m in told.mentions)
    found = published(replace(told, mentions=mentions), TABLE)
    assert to_edtf(found.when) == found_out


def test_claims_that_differ_are_both_told() -> None:
    other = DateClaim(ClaimSource.FILENAME, "2021-01-02", When.of_day(day_number(2021, 1, 2)))
    claims = (DateClaim(ClaimSource.LABEL, "31 July 2024", DAY, Span(0, 1)), other)
    found = published(analysis("It rained.", claims=claims), TABLE)
    assert to_edtf(found.when) == "2024-07-31"
    assert any("2 January 2021" in line for line in found.explanation)


def test_a_dateline_takes_its_year_from_the_text() -> None:
    text = "Kabul fell in August 2021. The army fled on 15 August 2021. It will end on 1 May 2022."
    claim = DateClaim(ClaimSource.DATELINE, "Aug 16", UNDATED, Span(0, 1))
    found = published(analysis(text, {"1 May 2022": Status.PLANNED}, (claim,)), TABLE)
    assert (to_edtf(found.when), found.basis) == ("2021-08-16", Basis.INFERRED)


def test_a_dateline_of_several_years_stays_open() -> None:
    claim = DateClaim(ClaimSource.DATELINE, "Aug 16", UNDATED, Span(0, 1))
    found = published(analysis("It fell in August 2021.", claims=(claim,)), TABLE)
    assert to_edtf(found.when) == "[2021-08..]"


edges = st.one_of(st.none(), st.integers(700_000, 740_000))
bounds = st.builds(
    lambda one, two, weak: Constraint(
        "bound",
        earliest=one if one is None or two is None else min(one, two),
        latest=two if one is None or two is None else max(one, two),
        weak=weak,
    ),
    edges,
    edges,
    st.booleans(),
)


@given(st.lists(bounds, max_size=6))
def test_every_statement_used_holds_of_the_solution(constraints: list[Constraint]) -> None:
    solution = solve(constraints)
    for used in solution.used:
        assert used.earliest is None or (solution.earliest or 0) >= used.earliest
        assert used.latest is None or (solution.latest or 10**9) <= used.latest
    if solution.earliest is not None and solution.latest is not None:
        assert solution.earliest <= solution.latest


def around(day: int, constraint: Constraint) -> Constraint:
    """Make a bound agree with a day."""
    earliest, latest = constraint.earliest, constraint.latest
    return replace(
        constraint,
        earliest=None if earliest is None else min(earliest, day),
        latest=None if latest is None else max(latest, day),
    )


@given(st.lists(bounds, max_size=6), st.integers(700_000, 740_000))
def test_one_statement_more_that_agrees_never_widens(
    constraints: list[Constraint], day: int
) -> None:
    agreeing = [around(day, c) for c in constraints if not c.weak]
    less, more = solve(agreeing[:-1]), solve(agreeing)
    assert (more.earliest or 0) >= (less.earliest or 0)
    assert (more.latest or 10**9) <= (less.latest or 10**9)
    assert more.refused == ()


@given(st.lists(bounds, max_size=6), st.randoms())
def test_the_order_of_statements_changes_nothing(
    constraints: list[Constraint], random: Random
) -> None:
    firm = [c for c in constraints if not c.weak]
    shuffled = random.sample(firm, len(firm))
    one, other = solve(firm), solve(shuffled)
    assert (one.earliest, one.latest) == (other.earliest, other.latest)


@given(st.integers(700_000, 740_000), st.sampled_from(("earliest", "latest")), st.integers(0, 9))
def test_one_weak_statement_alone_leaves_the_interval_open(
    day: int, edge: str, source: int
) -> None:
    earliest, latest = (day, None) if edge == "earliest" else (None, day)
    hint = Constraint("hint", earliest, latest, weight=Weight.HINT, source=source)
    twice = replace(hint, reason="again")
    beside = replace(hint, reason="beside", source=source + 1)
    assert not solve([hint]).known
    assert not solve([hint, twice]).known
    assert solve([hint, beside]).known


@given(st.lists(st.integers(700_000, 740_000), min_size=2, max_size=20), st.integers(1, 9))
def test_a_minority_is_dropped_with_its_reason(days: list[int], before: int) -> None:
    past = [Constraint(f"past {day}", earliest=day) for day in days]
    plan = Constraint("plan", latest=min(days) - before)
    solution = solve([plan, *past])
    assert (solution.earliest, solution.latest) == (max(days), None)
    assert solution.refused == (plan,)


def test_explanations_of_intervals_end_with_the_interval() -> None:
    found = published(analysis("The bridge was opened in March 2024."), TABLE)
    assert found.explanation[-1] == "Together: published on 1 March 2024 or later."
    assert from_edtf(to_edtf(found.when)).first == day_number(2024, 3, 1)

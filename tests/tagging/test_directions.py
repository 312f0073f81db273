"""Turning a rule of direction around must show: the examples pin which of the days is meant."""

from collections.abc import Callable

import pytest

from tests.tagging.examples import Example, examples, read, tagged
from timeline.model.edtf import to_edtf
from timeline.model.expression import Tense
from timeline.model.meaning import Fields, Toward
from timeline.resolving import evaluate
from timeline.resolving.extent import Extent
from timeline.resolving.occurrences import pick

EXAMPLES = [e for e in examples("en") if e.published.precision.value == "day"]

# Which kind of date, which direction is asked for, and what is picked instead.
TURNS = [
    ("weekday", Toward.CLAUSE, Toward.COMING),
    ("weekday", Toward.CLAUSE, Toward.PREVIOUS),
    ("weekday", Toward.PREVIOUS, Toward.NEXT),
    ("weekday", Toward.NEXT, Toward.PREVIOUS),
    ("month", Toward.CLAUSE, Toward.LATEST),
    ("month", Toward.CLAUSE, Toward.COMING),
    ("month", Toward.CLAUSE, Toward.PREVIOUS),
    ("month", Toward.PREVIOUS, Toward.NEXT),
    ("month", Toward.NEAREST, Toward.LATEST),
    ("month", Toward.NEAREST, Toward.COMING),
    ("season", Toward.PREVIOUS, Toward.NEXT),
    ("season", Toward.NEXT, Toward.PREVIOUS),
    ("season", Toward.CLAUSE, Toward.COMING),
    ("season", Toward.CLAUSE, Toward.PREVIOUS),
    ("season", Toward.LATEST, Toward.NEXT),
    ("season", Toward.ONWARD, Toward.NEXT),
    ("season", Toward.ONWARD, Toward.PREVIOUS),
    ("month", Toward.NEAREST, Toward.PREVIOUS),
    ("month", Toward.NEAREST, Toward.NEXT),
    ("month", Toward.LATEST, Toward.NEXT),
    ("day", Toward.NEAREST, Toward.PREVIOUS),
    ("day", Toward.NEAREST, Toward.NEXT),
    ("quarter", Toward.CLAUSE, Toward.COMING),
    ("quarter", Toward.LATEST, Toward.NEXT),
    ("weekday", Toward.LATEST, Toward.NEXT),
    ("weekday", Toward.COMING, Toward.PREVIOUS),
    ("weekend", Toward.CLAUSE, Toward.COMING),
    ("holiday", Toward.NEAREST, Toward.PREVIOUS),
    ("holiday", Toward.NEAREST, Toward.NEXT),
    ("holiday", Toward.PREVIOUS, Toward.NEXT),
]


def failing() -> list[str]:
    """Return the examples that are read otherwise than they say."""
    return [e.sentence for e in EXAMPLES if not reads_well(e)]


def reads_well(example: Example) -> bool:
    found = tagged(example.sentence)
    return [to_edtf(read(e, example).when) for e in found] == [example.edtf]


def turned(kind: str, asked: Toward, instead: Toward) -> Callable[..., Extent | None]:
    """Return `pick` with one of its rules turned around."""

    def picked(fields: Fields, toward: Toward, anchor: Extent, tense: Tense) -> Extent | None:
        if toward is asked and getattr(fields, kind) is not None:
            toward = instead
        return pick(fields, toward, anchor, tense)

    return picked


def test_every_example_is_read_well_as_the_rules_stand() -> None:
    assert failing() == []


@pytest.mark.parametrize(("kind", "asked", "instead"), TURNS)
def test_a_direction_turned_around_is_noticed(
    monkeypatch: pytest.MonkeyPatch, kind: str, asked: Toward, instead: Toward
) -> None:
    monkeypatch.setattr(evaluate, "pick", turned(kind, asked, instead))
    assert failing() != []


@pytest.mark.parametrize("tense", [Tense.PAST, Tense.FUTURE])
def test_the_tense_of_the_clause_is_heeded(monkeypatch: pytest.MonkeyPatch, tense: Tense) -> None:
    def deaf(fields: Fields, toward: Toward, anchor: Extent, _: Tense) -> Extent | None:
        return pick(fields, toward, anchor, tense)

    monkeypatch.setattr(evaluate, "pick", deaf)
    assert failing() != []

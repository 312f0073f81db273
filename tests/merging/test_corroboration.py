"""Sources that copy nobody, figures that contradict, and how much an event matters."""

from dataclasses import replace

import pytest

from tests.merging.mentions import told
from timeline.merging import merge
from timeline.merging.copies import COPIED, Copies, fingerprint
from timeline.model.event import DatedMention
from timeline.model.figure import Bound, Figure, Measure
from timeline.model.span import Span

STORY = """The wall of the old dam above Brell gave way on Monday before dawn and flooded forty
houses in the lower town. Rescue teams from three counties searched the mud for a second day. The
mayor had asked twice for money to mend the cracks, and the county had twice refused to pay."""
OTHER = """Shareholders of the two largest banks of Ostland will vote on their merger in April. The
new bank would hold a third of all savings in the country, and the regulator has yet to agree."""


def deed(document: str, sentence: str = "", figures: tuple[Figure, ...] = ()) -> DatedMention:
    dated = told(
        document,
        "2020-05-04",
        "Dam above Brell collapsed",
        "collapse",
        (),
        ("Brell",),
        sentence=sentence,
    )
    return replace(dated, mention=replace(dated.mention, figures=figures))


def killed(number: float, bound: Bound = Bound.EXACTLY) -> tuple[Figure, ...]:
    return (Figure(Measure.KILLED, number, "people", str(number), Span(0, 2), bound),)


def test_a_shortened_copy_is_no_second_source() -> None:
    copy = "By our own correspondent. " + STORY[: len(STORY) * 2 // 3]
    assert fingerprint(STORY).jaccard(fingerprint(copy)) >= COPIED
    copies = Copies({"a": STORY, "b": copy, "c": OTHER})
    assert copies.sources([deed("a", "One."), deed("b", "Two."), deed("c", "Three.")]) == 2


def test_one_sentence_in_two_articles_is_one_source() -> None:
    assert Copies().sources([deed("a", "The dam broke."), deed("b", "The dam  broke.")]) == 1


def test_a_copy_adds_nothing_to_what_is_sure() -> None:
    mentions = [
        deed("a", "The dam above Brell collapsed."),
        deed("b", "At Brell the dam collapsed."),
    ]
    (apart,) = merge(mentions, {"a": STORY, "b": OTHER})
    (copied,) = merge(mentions, {"a": STORY, "b": STORY})
    assert (apart.sources, copied.sources) == (2, 1)
    assert apart.confidence > copied.confidence
    assert apart.importance > copied.importance


@pytest.mark.parametrize(
    ("mine", "theirs", "disputed"),
    [
        (killed(12), killed(14), True),
        (killed(12, Bound.AT_LEAST), killed(14), False),
        (killed(12, Bound.AT_MOST), killed(14), True),
        (killed(12, Bound.ABOUT), killed(14), False),
        (killed(12), (), False),
    ],
)
def test_figures_that_cannot_both_be_right_are_a_conflict(
    mine: tuple[Figure, ...], theirs: tuple[Figure, ...], *, disputed: bool
) -> None:
    (event,) = merge([deed("a", "It fell.", mine), deed("b", "It went.", theirs)])
    assert [c.aspect for c in event.conflicts] == (["figure"] if disputed else [])
    if disputed:
        assert event.conflicts[0].statement.startswith("a says")


def test_what_stands_first_matters_more() -> None:
    first = told(
        "a", "2020-05-04", "Dam above Brell collapsed", "collapse", (), ("Brell",), start=0
    )
    later = told(
        "a", "2020-06-09", "Miners struck in Ostland", "strike", (), ("Ostland",), start=5000
    )
    by_title = {event.title: event.importance for event in merge([first, later])}
    assert by_title["Dam above Brell collapsed"] > by_title["Miners struck in Ostland"]


def test_the_surest_title_of_the_event_s_status_stands_over_it() -> None:
    plan = told(
        "a", "2020-05-04", "Summit in Brell will open", "open", (), ("Brell",), status="planned"
    )
    came = told("b", "2020-05-04", "Summit in Brell opened", "open", (), ("Brell",))
    (event,) = merge([plan, came])
    assert (event.title, event.status) == ("Summit in Brell opened", "happened")

"""The fields of an event that several mentions tell."""

from dataclasses import replace

import pytest

from tests.merging.mentions import told
from timeline.merging import merge
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Category, DatedMention, Event, Status
from timeline.model.when import Basis

TITLE = "Vel bridge near Tarsk collapsed"


def collapse(
    document: str,
    date: str,
    *,
    title: str = TITLE,
    actors: tuple[str, ...] = ("Vel bridge",),
    status: str = "happened",
    sentence: str = "",
    category: str = "other",
    confidence: float = 0.8,
) -> DatedMention:
    return told(
        document,
        date,
        title,
        "collapse",
        actors,
        ("Tarsk",),
        status,
        sentence or f"{title}, says {document}.",
        category,
        confidence=confidence,
    )


def one(*mentions: DatedMention) -> Event:
    (event,) = merge(mentions)
    return event


def test_the_first_mention_represents_the_event() -> None:
    event = one(collapse("b.txt", "2021-05", title=f"{TITLE} at night"), collapse("a.txt", "2021"))
    assert event.title == TITLE
    assert [mention.mention.document for mention in event.mentions] == ["a.txt", "b.txt"]


def test_the_id_is_that_of_the_first_mention_alone() -> None:
    first, second = collapse("a.txt", "2021-05"), collapse("b.txt", "2021-05")
    event = one(first, second)
    assert event.id == one(first).id != one(second).id
    assert len(event.id) == 12
    assert int(event.id, 16) >= 0
    redated = replace(first, reading=collapse("a.txt", "1999").reading)
    assert one(redated).id == event.id


def test_ids_do_not_change_between_versions() -> None:
    assert one(collapse("a.txt", "2021-05")).id == "54ef42f34a59"


def test_the_most_precise_date_is_taken_with_its_basis() -> None:
    exact = collapse("c.txt", "2021-05-03")
    when = exact.when.with_basis(Basis.GIVEN)
    given = replace(exact, reading=replace(exact.reading, when=when))
    event = one(collapse("a.txt", "2021"), collapse("b.txt", "2021-05"), given)
    assert event.when == from_edtf("2021-05-03", Basis.GIVEN)
    assert event.conflicts == ()


def test_an_exact_date_is_preferred_to_an_approximate_one() -> None:
    event = one(collapse("a.txt", "2021-05~"), collapse("b.txt", "2021-05"))
    assert to_edtf(event.when) == "2021-05"


def test_a_conflict_of_dates_is_told_and_the_majority_followed() -> None:
    event = one(
        collapse("a.txt", "2021-05-03"),
        collapse("b.txt", "2021-05-04"),
        collapse("c.txt", "2021-05-04"),
    )
    (conflict,) = event.conflicts
    assert conflict.aspect == "date"
    assert conflict.statement == "a.txt says 3 May 2021, b.txt and c.txt say 4 May 2021"
    assert conflict.keys == tuple(mention.mention.key for mention in event.mentions)
    assert to_edtf(event.when) == "2021-05-04"


def test_a_conflict_of_status_is_told() -> None:
    event = one(
        collapse("a.txt", "2021-05-03"),
        collapse("b.txt", "2021-05-03", status="denied"),
        collapse("c.txt", "2021-05-03", status="alleged"),
    )
    (conflict,) = event.conflicts
    assert conflict.aspect == "status"
    assert conflict.statement == "a.txt says it happened, b.txt says it is denied"
    assert event.status is Status.HAPPENED


@pytest.mark.parametrize("outcome", [Status.HAPPENED, Status.CANCELLED, Status.ONGOING])
def test_what_came_of_a_plan_counts_more_than_the_plan(outcome: Status) -> None:
    plan = collapse("a.txt", "2021-05-03", status="planned")
    event = one(plan, collapse("b.txt", "2021-05-03", status=outcome.value))
    assert event.status is outcome
    assert event.conflicts == ()


def test_names_are_united_each_once() -> None:
    event = one(
        collapse("a.txt", "2021-05-03", actors=("the Vel Bridge", "Norland")),
        collapse("b.txt", "2021-05-03", actors=("Vel bridge", "Olga Brandt")),
    )
    assert event.actors == ("the Vel Bridge", "Norland", "Olga Brandt")
    assert event.places == ("Tarsk",)


def test_a_category_is_taken_from_whoever_knows_one() -> None:
    event = one(
        collapse("a.txt", "2021-05-03"), collapse("b.txt", "2021-05-03", category="disaster")
    )
    assert event.category is Category.DISASTER


def test_confidence_rises_with_each_further_article_and_is_never_certainty() -> None:
    names = [f"{number}.txt" for number in range(60)]
    rising = [
        one(*(collapse(name, "2021-05-03", confidence=0.6) for name in names[:count])).confidence
        for count in (1, 2, 3, 10, 60)
    ]
    assert rising[0] == 0.6
    assert rising == sorted(set(rising))
    assert rising[-1] == 0.99
    assert one(collapse("a.txt", "2021-05-03", confidence=1)).confidence == 0.99


def test_a_copy_of_a_sentence_corroborates_nothing() -> None:
    names = ("a.txt", "b.txt", "c.txt")
    copies = [collapse(name, "2021-05-03", sentence="The Vel bridge fell.") for name in names]
    assert one(*copies).confidence == 0.8


def test_articles_that_differ_on_the_date_leave_a_doubt() -> None:
    agreed = one(collapse("a.txt", "2021-05-03"), collapse("b.txt", "2021-05-03"))
    disputed = one(collapse("a.txt", "2021-05-03"), collapse("b.txt", "2021-05-04"))
    assert disputed.confidence < agreed.confidence


def with_shares(mention: DatedMention, **shares: float) -> DatedMention:
    return replace(mention, mention=replace(mention.mention, **shares))  # type: ignore[arg-type]


def test_an_event_is_worth_what_its_best_mention_is() -> None:
    mentions = [collapse(f"{worth}.txt", "2021-05-03") for worth in (0.2, 0.9, 0.4)]
    worths = (0.2, 0.9, 0.4)
    event = one(*(with_shares(m, worth=w) for m, w in zip(mentions, worths, strict=True)))
    assert event.worth == 0.9


def test_the_wording_is_as_sure_as_the_mention_that_the_title_comes_from() -> None:
    pale = with_shares(collapse("a.txt", "2021", confidence=0.4), confidence_wording=0.9)
    sure = collapse("b.txt", "2021", title="The Vel bridge collapsed at night", confidence=0.9)
    event = one(pale, with_shares(sure, confidence_wording=0.7))
    assert (event.title, event.confidence_wording) == ("The Vel bridge collapsed at night", 0.7)


def test_the_date_is_less_sure_where_it_is_inferred_or_disputed_and_surer_with_each_source() -> (
    None
):
    stated = collapse("a.txt", "2021-05-03")
    reading = replace(stated.reading, when=stated.when.with_basis(Basis.INFERRED))
    inferred = one(replace(stated, reading=reading))
    disputed = one(stated, collapse("b.txt", "2021-05-04"))
    agreed = one(stated, collapse("b.txt", "2021-05-03"))
    alone = one(stated).confidence_date
    assert inferred.confidence_date < disputed.confidence_date < alone < agreed.confidence_date


def test_ids_that_fall_together_by_chance_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.merging.fusing.identity", lambda _: "ffffffffffff")
    events = merge(
        [collapse("a.txt", "2021"), collapse("b.txt", "2022"), collapse("c.txt", "2023")]
    )
    assert [event.id for event in events] == ["ffffffffffff", "000000000000", "000000000001"]


@pytest.mark.parametrize("title", ["It was", "…", "Flood", "洪水"])
def test_a_title_that_says_little_is_an_event_too(title: str) -> None:
    mentions = [told("a.txt", "2021-05-03", title), told("b.txt", "2021-05-03", title)]
    events = merge(mentions)
    found = [mention for event in events for mention in event.mentions]
    assert sorted(found, key=lambda mention: mention.mention.document) == mentions
    assert {event.title for event in events} == {title}


def test_nothing_makes_nothing() -> None:
    assert merge(()) == ()

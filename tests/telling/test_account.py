"""How a telling changed: order, copies, corrections, views, who stands alone, best witness."""

from dataclasses import replace
from itertools import permutations
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.telling.invented import Said, account_of, event_of, published_of
from timeline.model.event import Status
from timeline.telling import Account, Aspect, ChangeKind, account
from timeline.telling.ordering import agency_of

COPIED = "The dam at Velmar collapsed on Monday, killing many."


def told_in(found: Account) -> list[str]:
    return [telling.document for telling in found.tellings]


def changes_of(*told: Said) -> list[tuple[ChangeKind, str | None, str]]:
    return [(one.kind, one.before, one.after) for one in account_of(*told).changes]


def test_tellings_are_in_the_order_of_publication_and_unknown_ones_last() -> None:
    late, early, unknown = Said("a", "2020-05-09"), Said("b", "2020-05-05"), Said("c")
    assert told_in(account_of(unknown, late, early)) == ["b", "a", "c"]


def test_copies_are_folded_under_the_first_whatever_their_signs_and_agency() -> None:
    first = Said("b", "2020-05-05", "Wire", COPIED)
    again = Said("a", "2020-05-06", "Courier", f"VELMAR, May 4 (Wire) - {COPIED}")
    quoted = Said("c", "2020-05-07", "Herald", COPIED.replace(",", " –"))
    found = account_of(again, quoted, first)
    (telling,) = found.tellings
    assert (telling.document, telling.agency) == ("b", "Wire")
    assert telling.copies == (0, 1)
    assert telling.publishers == ("Wire", "Courier", "Herald")


def test_articles_that_share_a_sentence_are_one_voice() -> None:
    shared = (Said("a", "2020-05-05", "A", COPIED), Said("b", "2020-05-06", "B", COPIED))
    own = Said("b", "2020-05-06", "B", "Forty died at Velmar.", at=90, killed=(40,))
    assert {telling.voice for telling in account_of(*shared, own).tellings} == {"a"}


def test_an_agency_is_what_stands_in_brackets_before_the_story() -> None:
    assert agency_of("KABUL, Aug 15 (Reuters) - A bomb went off.") == "Reuters"
    assert agency_of("The board (2010) - a new one - met.") is None
    assert agency_of("The Association (ACA) met on Monday.") is None


def test_tolls_rise_and_are_corrected() -> None:
    tolls = [(5, 10.0), (6, 14.0), (7, 14.0), (8, 11.0)]
    told = [Said(f"{day}", f"2020-05-0{day}", killed=(toll,)) for day, toll in tolls]
    assert changes_of(*told) == [
        (ChangeKind.FIRST, None, "The dam collapsed"),
        (ChangeKind.FIGURE, None, "10 killed"),
        (ChangeKind.RISE, "10 killed", "14 killed"),
        (ChangeKind.CORRECTION, "14 killed", "11 killed"),
    ]


def test_a_date_differs_or_is_told_more_exactly() -> None:
    first = Said("a", "2020-05-05", date="2020-05-03/2020-05-05")
    exact = Said("b", "2020-05-06")
    other = Said("c", "2020-05-07", date="2020-05-11")
    vague = Said("d", "2020-05-08", date="2020")
    kinds = [kind for kind, *_ in changes_of(first, exact, other, vague)]
    assert kinds == [ChangeKind.FIRST, ChangeKind.NARROWED, ChangeKind.DATE]


def test_what_was_planned_happens_and_is_not_planned_again() -> None:
    order = (Status.PLANNED, Status.HAPPENED, Status.PLANNED, Status.ONGOING, Status.DENIED)
    told = [Said(f"{n}", f"2020-05-0{n + 1}", status=status) for n, status in enumerate(order)]
    assert changes_of(*told)[1:] == [
        (ChangeKind.STATUS, "planned", "happened"),
        (ChangeKind.STATUS, "happened", "denied"),
    ]


def test_of_many_articles_one_alone_changes_nothing_and_is_no_view() -> None:
    many = [Said(f"{n:02}", f"2020-05-{n + 5:02}", killed=(10,)) for n in range(12)]
    wrong = Said("wrong", "2020-05-20", killed=(900,), date="2020-06-01")
    found = account_of(*many, wrong)
    assert [change.kind for change in found.changes] == [ChangeKind.FIRST, ChangeKind.FIGURE]
    assert not found.disagreements
    again = Said("again", "2020-05-21", killed=(900,), date="2020-06-01")
    held = account_of(*many, wrong, again).disagreements
    assert [(one.aspect, [(v.words, v.articles) for v in one.views]) for one in held] == [
        (Aspect.DATE, [("4 May 2020", 12), ("1 June 2020", 2)]),
        (Aspect.FIGURE, [("10 killed", 12), ("900 killed", 2)]),
    ]


def test_views_count_copies_once_and_all_publishers() -> None:
    copies = [Said(f"{n}", "2020-05-05", f"P{n}", COPIED, killed=(9,)) for n in range(4)]
    others = [Said(f"o{n}", "2020-05-06", "Herald", killed=(3,)) for n in range(2)]
    (held,) = account_of(*copies, *others).disagreements
    counts = [(view.words, view.articles, view.publishers) for view in held.views]
    assert counts == [("3 killed", 2, 1), ("9 killed", 1, 4)]


def test_who_alone_says_a_figure_a_place_or_a_name() -> None:
    one = Said("a", "2020-05-05", "A", killed=(7,), places=("Velmar", "Tarsk"), actors=("Ona",))
    two = Said("b", "2020-05-06", "B", killed=(9,), places=("Velmar",), actors=("Ona",))
    said = [(one.aspect, one.words, one.publisher) for one in account_of(one, two).alone]
    assert said == [
        (Aspect.FIGURE, "7 killed", "A"),
        (Aspect.FIGURE, "9 killed", "B"),
        (Aspect.PLACE, "Tarsk", "A"),
    ]


def test_nobody_is_alone_where_others_copy_or_are_not_known() -> None:
    copied = (
        Said("a", "2020-05-05", "A", COPIED, killed=(7,)),
        Said("b", "2020-05-06", "B", COPIED, killed=(7,)),
    )
    unknown = Said("c", "2020-05-07", None, places=("Tarsk",))
    assert not account_of(*copied, unknown).alone


def test_the_best_witness_tells_most_is_sure_and_agrees_with_the_event() -> None:
    plain = Said("a", "2020-05-05")
    full = Said("b", "2020-05-06", killed=(7,), places=("Velmar",), actors=("Ona",))
    unsure = Said("c", "2020-05-07", killed=(7,), places=("Velmar",), confidence=0.1)
    other = Said("d", "2020-05-08", killed=(7,), places=("Velmar", "Tarsk"), date="2021-01-01")
    for told in permutations((plain, full, unsure, other)):
        assert account_of(*told).best.document == "b"


def test_a_series_has_each_day_and_number_once() -> None:
    told = [Said(f"{n}", "2020-05-05", killed=(7,)) for n in range(3)]
    (series,) = account_of(*told, Said("x", "2020-05-06", killed=(9,)), Said("y")).series
    assert [point.number for point in series.points] == [7, 9]


SAID = st.builds(
    Said,
    document=st.sampled_from("abcdef"),
    published=st.sampled_from(("", "2020-05-05", "2020-05-07")),
    publisher=st.sampled_from((None, "A", "B")),
    sentence=st.sampled_from(("", COPIED, "Forty died.")),
    date=st.sampled_from(("2020-05-04", "2020-05-05", "2020-05", "/2020-05-09")),
    status=st.sampled_from(Status),
    killed=st.sampled_from(((), (7.0,), (9.0,), (1.0, 2.0))),
    places=st.sampled_from(((), ("Velmar",))),
)


@given(st.lists(SAID, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_each_mention_is_told_once_and_their_order_changes_nothing(
    drawn: list[Said], random: Random
) -> None:
    told = [replace(one, at=n * 500) for n, one in enumerate(drawn)]
    found = account_of(*told)
    places = [p for one in found.tellings for p in (one.place, *one.copies)]
    assert sorted(places) == list(range(len(told)))
    assert {change.place for change in found.changes} <= {one.place for one in found.tellings}
    mixed = random.sample(told, len(told))
    dates = published_of(*told)
    assert _words(account(event_of(*mixed), dates)) == _words(account(event_of(*told), dates))


def _words(found: Account) -> object:
    """Return an account without the places of its mentions."""
    return (
        [(one.dated, one.agency, one.voice, len(one.copies)) for one in found.tellings],
        found.best.dated,
        [(one.kind, one.before, one.after) for one in found.changes],
        [[(v.words, v.articles, v.publishers) for v in d.views] for d in found.disagreements],
        [(one.aspect, one.words, one.publisher) for one in found.alone],
    )

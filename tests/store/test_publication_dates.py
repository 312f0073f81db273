"""Dates that people set outlive every extraction."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.invented import collection
from timeline.errors import DateInputError
from timeline.model.timeline import Timeline
from timeline.store import Edit, Store

AT = "2026-01-02T03:04:05Z"


def test_a_given_date_can_be_changed_and_taken_back(store: Store) -> None:
    store.publication_dates.set("a.txt", "2023-02-08", AT)
    store.publication_dates.set("b.txt", "2021", AT)
    store.publication_dates.set("a.txt", " 2023-02 ", AT)
    assert store.publication_dates.by_document() == {"a.txt": "2023-02", "b.txt": "2021"}
    store.publication_dates.set("a.txt", None, AT)
    assert store.publication_dates.by_document() == {"b.txt": "2021"}


def test_the_history_keeps_every_decision(store: Store) -> None:
    store.publication_dates.set("a.txt", "2023")
    store.publication_dates.set("a.txt", "2024", AT)
    store.publication_dates.set("a.txt", "2024", "2026-01-03")  # changes nothing
    store.publication_dates.set("a.txt", None, AT)
    changes = store.edits.list()
    assert [change.at for change in changes] == [None, AT, AT]
    assert [change.kind for change in changes] == ["published"] * 3
    assert [edit for change in changes for edit in change.edits] == [
        Edit(1, "a.txt", "published", None, "2023"),
        Edit(2, "a.txt", "published", "2023", "2024"),
        Edit(3, "a.txt", "published", "2024", None),
    ]


def test_it_outlives_extractions_that_lack_its_article(store: Store) -> None:
    store.articles.replace(*collection("Flood", articles=3))
    store.publication_dates.set("0002.txt", "2023-02-08")
    store.articles.replace(*collection("Flood", articles=1))
    store.articles.replace((), Timeline((), ()))
    assert store.publication_dates.by_document() == {"0002.txt": "2023-02-08"}
    store.articles.replace(*collection("Storm", articles=3))
    assert store.publication_dates.by_document() == {"0002.txt": "2023-02-08"}


def test_redate_writes_the_date_and_the_timeline(store: Store) -> None:
    analyses, timeline = collection("Flood")
    store.articles.replace(analyses, timeline)
    redated = replace(timeline, events=timeline.events[::-1][:2])
    store.publication_dates.set_with_timeline("0000.txt", "2023-02-08", redated, AT)
    assert store.publication_dates.by_document() == {"0000.txt": "2023-02-08"}
    assert store.timeline.load() == redated
    assert store.articles.analyses() == analyses
    store.publication_dates.set_with_timeline("0000.txt", None, timeline, AT)
    assert store.publication_dates.by_document() == {}
    assert store.timeline.load() == timeline


@pytest.mark.parametrize("edtf", ["", "soon", "2023-13", "2023-02-30", "XXXX-XX-XX", "8 Feb 2023"])
def test_what_is_no_date_is_refused(store: Store, edtf: str) -> None:
    before = store.version()
    with pytest.raises(DateInputError, match=r"a\.txt: "):
        store.publication_dates.set("a.txt", edtf)
    with pytest.raises(DateInputError, match=r"a\.txt: "):
        store.publication_dates.set_with_timeline("a.txt", edtf, Timeline((), ()), AT)
    assert store.publication_dates.by_document() == {}
    assert store.version() == before


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    decisions=st.lists(
        st.tuples(st.sampled_from("abc"), st.none() | st.sampled_from(("2021", "2022-06~"))),
        max_size=12,
    )
)
def test_the_last_decision_holds(store: Store, decisions: list[tuple[str, str | None]]) -> None:
    for name in "abc":
        store.publication_dates.set(name, None)
    expected: dict[str, str] = {}
    for name, edtf in decisions:
        before = store.version()
        store.publication_dates.set(name, edtf)
        assert store.version() > before
        expected.pop(name, None)
        if edtf is not None:
            expected[name] = edtf
    assert store.publication_dates.by_document() == expected

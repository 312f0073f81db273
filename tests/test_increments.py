"""Articles that come, go and are dated anew leave the same as all of them at once."""

from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.app import pipeline, store_state
from timeline.app.kept_merge import KeptMerge
from timeline.app.store_writer import StoreWriter
from timeline.model.edtf import to_edtf
from timeline.model.timeline import Analysis, Timeline
from timeline.reading import read_text
from timeline.store import Store

AT = "2026-01-01T00:00:00+00:00"
TEXTS = {
    "bridge.txt": "The bridge at Velmar collapsed on 3 May 2024. Two people died on Monday.",
    "again.txt": "The bridge at Velmar collapsed on 3 May 2024, and nine people died.",
    "fire.txt": "A fire destroyed the mill of Ostra yesterday. The mayor resigned on 9 May 2024.",
    "vote.txt": "The council of Velmar voted last week to rebuild the bridge by June.",
}
DATES = (None, "2024-05-06", "2024-05")
WORDS = ("velmar", "bridge", "mill", "council")
STEPS = st.lists(
    st.tuples(
        st.sampled_from(("add", "remove", "date", "another writer")),
        st.sampled_from(sorted(TEXTS)),
        st.sampled_from(DATES),
    ),
    max_size=7,
)


@cache
def analysis(name: str) -> Analysis:
    return pipeline.analyse(read_text(name, TEXTS[name]))


@pytest.fixture
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Store]]:
    folder = tmp_path_factory.mktemp("stores")
    with Store.open(folder / "steps.sqlite") as steps, Store.open(folder / "once.sqlite") as once:
        yield steps, once


@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_any_sequence_of_changes_leads_to_the_same_as_all_at_once(
    stores: tuple[Store, Store], steps: list[tuple[str, str, str | None]]
) -> None:
    store, once = stores
    writer = StoreWriter(store)
    writer.remove(TEXTS)
    held: set[str] = set()
    for what, name, date in steps:
        match what:
            case "add":
                writer.upsert([analysis(name)])
                held.add(name)
            case "remove":
                assert writer.remove([name]) == ((name,) if name in held else ())
                held.discard(name)
            case "date":
                writer.set_publication_date(name, date, AT)
            case _:  # knows nothing of what this one has done
                StoreWriter(store).upsert([analysis(name)])
                held.add(name)
    given_dates = store_state.publication_dates(store)
    whole = tuple(analysis(name) for name in sorted(held))
    once.articles.replace(whole, pipeline.assemble(whole, given_dates))
    assert store.timeline.load() == once.timeline.load() == store.timeline.follow().timeline
    for word in WORDS:
        assert {*store.search.find(word)} == {*once.search.find(word)}
    assert store.search.is_consistent()
    before = store.version()
    StoreWriter(store).upsert(whole)
    writer.upsert(whole)
    for name, when in given_dates.items():
        StoreWriter(store).set_publication_date(name, to_edtf(when), AT)
    assert store.version() == before


def test_what_another_program_dated_is_dated_anew(
    stores: tuple[Store, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store, _ = stores
    StoreWriter(store).upsert([analysis("bridge.txt")])
    before = store.timeline.load()
    store.articles.upsert((), Timeline(before.documents, ()), program="an earlier one")
    assert StoreWriter(store).upsert(()) == before
    assert store.timeline.load() == before

    def refuse(*_: object) -> None:
        raise AssertionError("an article was dated again")

    monkeypatch.setattr(store_state, "dated", refuse)
    monkeypatch.setattr(KeptMerge, "timeline", refuse)
    assert StoreWriter(store).upsert([analysis("bridge.txt")]) == before

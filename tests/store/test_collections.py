"""Several collections in one store: nothing of one is seen or lost in another."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.store.invented import collection
from timeline.errors import StoreError
from timeline.store import NewChange, NewEdit, Store


def note(subject: str, text: str) -> NewChange:
    edit = NewEdit(subject, "note", text)
    return NewChange("note", (edit,), None, "ana", {subject: [text]})


def test_each_has_articles_history_and_versions_of_its_own(store: Store) -> None:
    first, second = collection("Flood", articles=3), collection("Storm", articles=4)
    other = store.create_collection("harbour")
    store.articles.replace(*first)
    other.articles.replace(*second)
    store.edits.append(note("e1", "one"))
    other.edits.append(note("e1", "two"))
    other.publication_dates.set(second[0][0].article.document, "2024-03-05")
    assert (store.articles.analyses(), store.timeline.load()) == first
    assert (other.articles.analyses(), other.timeline.load()) == second
    assert store.publication_dates.by_document() == {}
    held = [one.edits.current().fields["e1"]["note"].value for one in (store, other)]
    assert held == ["one", "two"]
    assert store.edits.current().subjects == {"e1": ["one"]}
    assert (store.version(), other.version()) == (2, 3)
    assert [len(one.edits.list()) for one in (store, other)] == [1, 2]


def test_an_extraction_leaves_the_other_collection(store: Store) -> None:
    first, second = collection("Flood", articles=3), collection("Storm", articles=4)
    other = store.create_collection("harbour")
    store.articles.replace(*first)
    other.articles.replace(*second)
    store.articles.replace(*collection("Fire", articles=2))
    store.articles.replace((), first[1].__class__((), ()))
    assert (other.articles.analyses(), other.timeline.load()) == second
    assert store.articles.analyses() == ()
    assert store.search.is_consistent()


def test_nobody_takes_back_a_change_of_another_collection(store: Store) -> None:
    other = store.create_collection("harbour")
    made = other.edits.append(note("e1", "one"))
    assert made is not None
    assert store.edits.get(made) is None
    assert store.edits.next_undo() is None
    with pytest.raises(StoreError, match="there is no change"):
        store.edits.undo(made)
    assert other.edits.next_undo() == made


def test_names_are_listed_with_what_they_hold_and_can_be_changed(store: Store) -> None:
    store.create_collection("harbour").articles.replace(*collection("Flood", articles=3))
    assert [(info.name, info.articles) for info in store.collections.list()] == [
        ("main", 0),
        ("harbour", 3),
    ]
    store.collections.rename("harbour", "old  harbour")
    assert store.collection("old harbour").collection_name == "old harbour"
    with pytest.raises(StoreError, match="already"):
        store.collections.rename("main", "old harbour")
    with pytest.raises(StoreError, match=r"no collection 'harbour'; there are: main, old harbour"):
        store.collection("harbour")
    with pytest.raises(StoreError, match="only an empty one"):
        store.collections.delete("old harbour")
    store.create_collection("spare")
    store.collections.delete("spare")
    with pytest.raises(StoreError, match="the first one"):
        store.collections.delete("main")


@pytest.mark.parametrize("name", ["", " ", "a/b", "x" * 61, "-a", "a\nb" * 30, "a#b", "<b>"])
def test_what_can_name_no_collection_is_refused(store: Store, name: str) -> None:
    with pytest.raises(StoreError, match="cannot name a collection"):
        store.create_collection(name)


def test_an_address_names_a_collection(place: str) -> None:
    with pytest.raises(StoreError, match="no collection 'harbour'"):
        Store.open(f"{place}#harbour")
    with Store.open(f"{place}#harbour", adds=True) as made:
        made.articles.replace(*collection("Flood", articles=2))
    with Store.open(f"{place}#harbour") as opened, Store.open(place) as first:
        assert len(opened.articles.analyses()) == 2
        assert first.articles.analyses() == ()
        assert first.collection_name == "main"


def test_a_file_of_that_very_name_wins(tmp_path: Path) -> None:
    odd = tmp_path / "notes#1"
    odd.touch()
    with Store.open(odd) as store:
        assert store.collection_name == "main"
    assert odd.stat().st_size


def test_two_that_add_the_same_at_once_get_one(place: str) -> None:
    Store.open(place).close()

    def add(_: int) -> str:
        with Store.open(f"{place}#harbour", adds=True) as store:
            return store.collection_name

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(add, range(4))) == {"harbour"}
    with Store.open(place) as store:
        assert [info.name for info in store.collections.list()] == ["main", "harbour"]


def test_two_collections_are_written_at_once(place: str) -> None:
    states = {name: collection(name, articles=3) for name in ("Flood", "Storm")}
    with Store.open(place) as whole:
        stores = {name: whole.create_collection(name) for name in states}

        def save(name: str) -> None:
            for _ in range(5):
                stores[name].articles.replace(*states[name])

        with ThreadPoolExecutor(2) as pool:
            list(pool.map(save, states))
        for name, store in stores.items():
            assert (store.articles.analyses(), store.timeline.load()) == states[name]
        assert whole.search.is_consistent()

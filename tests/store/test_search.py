"""Articles are found by their words, the same on both databases."""

import pytest

from timeline.model.article import Article
from timeline.model.span import Span
from timeline.model.timeline import Analysis, Timeline
from timeline.store import Store

TEXTS = {
    "bridge.txt": "The bridge at Velmar gave way on 3 May. No ferry ran.",
    "ferry.txt": "A ferry sank off Velmar. The ferry carried grain, the ferry was old.",
    "odd.txt": "AND \"quoted\" NEAR(x) 'it''s' * - col:umn \\ Größe naïve",
}


def saved(store: Store, texts: dict[str, str]) -> None:
    analyses = [
        Analysis(Article(name, text, name, (Span(0, len(text)),)), (), ())
        for name, text in texts.items()
    ]
    store.articles.replace(analyses, Timeline((), ()))


@pytest.fixture
def filled(store: Store) -> Store:
    saved(store, TEXTS)
    return store


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("velmar", {"bridge.txt", "ferry.txt"}),
        ("VELMAR ferry", {"bridge.txt", "ferry.txt"}),
        ("velmar bridge", {"bridge.txt"}),
        ('"gave way"', {"bridge.txt"}),
        ('"way gave"', set()),
        ("gra", {"ferry.txt"}),
        ("gra velmar", set()),
        ("", set()),
        (" \" ' * - ( ", set()),
        ("AND", {"odd.txt"}),
        ("NEAR(x)", {"odd.txt"}),
        ("it's", {"odd.txt"}),
        ("col:umn", {"odd.txt"}),
        ("größe", {"odd.txt"}),
        ("x'); DROP TABLE article; --", set()),
        ("bridge OR carried", {"bridge.txt", "ferry.txt"}),
        ("bridge OR nothing", {"bridge.txt"}),
        ("velmar -carried", {"bridge.txt"}),
        ('velmar -"gave way"', {"ferry.txt"}),
        ("-velmar", {"odd.txt"}),
        ("-velmar -naïve", set()),
        ("status:planned ferry", {"bridge.txt", "ferry.txt"}),
        ("bridge OR status:planned", set()),
    ],
)
def test_articles_hold_all_the_words(filled: Store, words: str, found: set[str]) -> None:
    assert {hit.document for hit in filled.search.find(words)} == found


def test_the_best_comes_first_with_what_stands_around_the_words(filled: Store) -> None:
    first, _ = filled.search.find("ferry")
    assert first.document == "ferry.txt"
    assert "ferry" in first.excerpt


def test_what_is_replaced_is_found_no_more(filled: Store) -> None:
    saved(filled, {"bridge.txt": "The dam held."})
    assert filled.search.find("velmar") == ()
    assert [hit.document for hit in filled.search.find("dam")] == ["bridge.txt"]
    assert filled.search.is_consistent()


def test_as_many_are_found_as_are_asked_for(filled: Store) -> None:
    assert len(filled.search.find("velmar", 1)) == len(filled.search.find("-nothing", 1)) == 1


def test_only_the_own_collection_is_searched(filled: Store) -> None:
    other = filled.create_collection("harbour")
    saved(other, {"other.txt": "Velmar rebuilt its harbour."})
    assert [hit.document for hit in other.search.find("velmar")] == ["other.txt"]
    saved(filled, {})
    assert [hit.document for hit in other.search.find("velmar")] == ["other.txt"]
    assert filled.search.find("velmar") == ()


def test_an_article_longer_than_an_index_can_hold_is_kept(store: Store) -> None:
    long = "needle " + " ".join(f"word{n}" for n in range(150_000))
    saved(store, {"long.txt": long})
    assert [hit.document for hit in store.search.find("needle")] == ["long.txt"]

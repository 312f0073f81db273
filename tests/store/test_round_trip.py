"""What is saved comes back equal, on every database."""

from hypothesis import HealthCheck, given, settings

from tests.store.invented import collection, collections
from timeline.model.timeline import Analysis, Timeline
from timeline.store import Store


# One store serves all examples: each save replaces the last one.
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
    ],
)
@given(collection=collections())
def test_any_collection_comes_back_as_it_was(
    store: Store, collection: tuple[tuple[Analysis, ...], Timeline]
) -> None:
    analyses, timeline = collection
    store.articles.replace(analyses, timeline)
    assert store.articles.analyses() == analyses
    assert store.timeline.load() == timeline
    for analysis in analyses:
        assert store.articles.get(analysis.article.document) == analysis.article
        assert store.articles.expressions(analysis.article.document) == analysis.expressions


def test_a_new_store_is_empty(store: Store) -> None:
    assert store.articles.analyses() == ()
    assert store.timeline.load() == Timeline((), ())
    assert store.articles.get("a.txt") is None
    assert store.articles.expressions("a.txt") == ()
    assert store.publication_dates.by_document() == {}
    assert store.edits.list() == ()


def test_another_save_leaves_nothing_of_the_last(store: Store) -> None:
    store.articles.replace(*collection("Flood", articles=4))
    analyses, timeline = collection("Storm", articles=2)
    store.articles.replace(analyses, timeline)
    assert store.articles.analyses() == analyses
    assert store.timeline.load() == timeline
    assert store.articles.get("0003.txt") is None


def test_it_stands_when_the_store_is_opened_again(place: str) -> None:
    analyses, timeline = collection("Flood")
    with Store.open(place) as store:
        store.articles.replace(analyses, timeline)
    with Store.open(place) as store:
        assert store.articles.analyses() == analyses
        assert store.timeline.load() == timeline


def test_a_text_of_hostile_characters_comes_back(store: Store) -> None:
    analyses, timeline = collection("'; DROP TABLE article; -- \u202e\ufeff\r\n\U0001f600")
    store.articles.replace(analyses, timeline)
    assert store.articles.analyses() == analyses
    assert store.timeline.load() == timeline

"""What the page says of a search, and which articles it finds."""

from collections.abc import Sequence

import pytest

from tests.web import sample
from tests.web.components import having, text, words
from timeline.query.search_parser import parse
from timeline.web.data.article_search import articles_found
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.filters.search_chips import search_chips, search_notes
from timeline.web.features.filters.search_help import search_help

COLLECTION = Collection(sample.timeline(), 1)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("", ""),
        ("dam", "“dam”|"),
        ('dam OR "gave way" -port', "Understood as|“dam” or exactly “gave way”|without “port”|"),
        ("status:pl", "Understood as|Status: Planned|"),
        ("place:norland -disputed:yes", "Understood as|Place: norland|without Disputed: Disputed|"),
        ("before:2011-03", "Understood as|until 28 February 2011|"),
        ("after:2011 on:2012", "Understood as|from 1 January 2012 on|2012|"),
    ],
)
def test_a_search_is_told_as_it_was_understood(asked: str, said: str) -> None:
    assert words(search_chips(asked)) == said.replace("||", "|")


def test_a_chip_takes_its_clause_away_and_leaves_the_others() -> None:
    asked = 'dam OR weir "gave way" -port'
    left = [getattr(chip, "data-value") for chip in having(search_chips(asked), "data-value")]
    assert left == ['"gave way" -port', "dam OR weir -port", 'dam OR weir "gave way"']


def test_what_was_not_understood_is_told_with_its_words_and_a_hint() -> None:
    (note,) = search_notes("dam status:plannd")
    assert text(note) == (
        "status:plannd: 'plannd' is no value of status; it is passed over (did you mean planned?)"
    )


def test_the_examples_are_understood_and_hold_what_the_collection_does() -> None:
    examples = [getattr(one, "data-value") for one in having(search_help(COLLECTION), "data-value")]
    assert all(parse(one).clauses and not parse(one).notes for one in examples)
    (most, _), *_ = COLLECTION.totals["actor"].most_common(1)
    assert most in examples[0]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("article:storm", ["storm.txt"]),
        ("-article:o", ["bare.txt"]),
        ("before:2022-11 -article:hostile", []),
        ("on:2022-12-01", ["harbour.txt", "envoy.txt", "hostile.txt"]),
        ("story article:storm", ["storm.txt"]),
        ("article:storm OR bare", ["bare.txt", "storm.txt"]),
    ],
)
def test_field_words_choose_articles(asked: str, found: Sequence[str]) -> None:
    cache = CollectionCache(sample.Shelved(sample.timeline()))
    hits = articles_found(cache, cache.collection(), asked)
    assert sorted(hit.document for hit in hits) == sorted(found)


def test_an_article_is_found_by_the_events_that_it_tells() -> None:
    cache = CollectionCache(sample.Shelved(sample.timeline()))
    for status, count in cache.collection().totals["status"].items():
        hits = {
            hit.document for hit in articles_found(cache, cache.collection(), f"status:{status}")
        }
        told = [e.documents for e in cache.collection().columns if e.status == status]
        assert hits == {name for names in told for name in names}
        assert count

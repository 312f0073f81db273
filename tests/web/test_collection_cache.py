"""The present collection, also where the store moves while somebody looks at it."""

import pytest

from tests.web import sample
from timeline.errors import StoreMovedError
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache


def test_a_view_of_what_is_there_no_longer_is_made_anew() -> None:
    shelf = sample.Shelved(sample.timeline())
    cache = CollectionCache(shelf)
    versions: list[int] = []

    def view(collection: Collection) -> int:
        versions.append(collection.version)
        if len(versions) == 1:
            shelf.writes += 1
            raise StoreMovedError("moved")
        return collection.version

    assert cache.look(view) == 2
    assert versions == [1, 2]


def test_a_store_that_moves_again_and_again_says_so() -> None:
    def view(_: Collection) -> int:
        raise StoreMovedError("moved")

    with pytest.raises(StoreMovedError):
        CollectionCache(sample.Shelved(sample.timeline())).look(view)

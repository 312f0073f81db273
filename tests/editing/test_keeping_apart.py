"""Events that a person keeps apart, until it is undone."""

import pytest

from timeline.editing.decided_names import pair_text
from timeline.editing.editor import Editor
from timeline.errors import EditError
from timeline.store import Store
from timeline.web.data.collection_cache import CollectionCache


def test_what_is_kept_apart_is_known_until_it_is_undone(store: Store) -> None:
    editor = Editor(store, "ana", lambda: "2024-05-01T12:00:00+00:00")
    first, second, third, *_ = editor.events()
    with pytest.raises(EditError, match="two of them"):
        editor.keep_apart([first])
    editor.keep_apart([first, second, third])
    cache = CollectionCache(editor._source)
    assert cache.collection().apart == {pair_text(first, second), pair_text(first, third)}
    editor.undo()
    assert cache.collection().apart == frozenset()
    editor.redo()
    assert len(cache.collection().apart) == 2

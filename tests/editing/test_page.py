"""The page shows a store with what people decided over it."""

from collections.abc import Callable

from timeline.app import store_session
from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.store import Store
from timeline.web.server import create_app


def test_the_page_exports_what_people_decided(
    store: Store, editor: Editor, clock: Callable[[], str]
) -> None:
    strike = next(e for e in editor.events().values() if "strike" in e.title)
    opening = next(e for e in editor.events().values() if "opened a harbour" in e.title)
    client = create_app(store, clock).server.test_client()
    assert strike.title in client.get("/export?format=csv").text
    editor.reject([strike.id])
    editor.set_title(opening.id, "Varna gets its harbour")
    text = client.get("/export?format=csv").text
    assert strike.title not in text
    assert "Varna gets its harbour" in text


def test_what_a_date_would_change_is_told_of_the_decided_timeline(
    store: Store, editor: Editor
) -> None:
    opening = next(e for e in editor.events().values() if "opened a harbour" in e.title)
    editor.set_title(opening.id, "Varna gets its harbour")
    source = EditedTimeline(store)
    foreseen = source.over(store_session.preview_publication_date(store, "port.txt", "2012-01-01"))
    assert {e.id: e.title for e in foreseen.events} == {
        e.id: e.title for e in source.timeline().events
    }

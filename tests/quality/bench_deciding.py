"""How long the server takes from a decision to the new table, at 100,000 events in a store.

Times are of the processor, so that others who use the machine weigh less.
"""

import statistics
import tempfile
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from flask.testing import FlaskClient

from tests.api.asking import edit, served
from tests.quality.bench_row import Row, core_seconds, held
from tests.store.invented import collection
from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.store import Store
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.filters.view import facets
from timeline.web.page.event_rows import table
from timeline.web.page.state import read

ARTICLES, TOLD = 10_000, 10
TIMES = 7
MANY = 1_000  # events that are decided on already
LIMIT = 0.3


def measure() -> list[Row]:
    """Measure single edits at first, and where many events are decided on already."""
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "many.sqlite") as store,
    ):
        store.articles.replace(*collection("word", ARTICLES, TOLD))
        source = EditedTimeline(store)
        turns = count()

        def editor(by: str) -> Editor:
            return Editor(
                store, by or "ana", lambda: f"2026-01-01T00:00:{next(turns) % 60:02d}", source
            )

        client = served(store, editor, source, lambda: "2026-01-01T00:00:00").test_client()
        cache = CollectionCache(source)
        ids = [event.id for event in cache.collection().columns][:: ARTICLES * TOLD // 2_000]
        few = _edits(client, cache, ids[:TIMES])
        edit(client, {"do": "confirm", "events": ids[TIMES : TIMES + MANY]})
        many = _edits(client, cache, ids[-TIMES:])
    events = f"{ARTICLES * TOLD:,} events"
    return [
        held(f"an edit at {events}", few, LIMIT),
        held(f"the same, {MANY:,} of them decided on", many, LIMIT),
    ]


def _edits(client: FlaskClient, cache: CollectionCache, ids: list[str]) -> float:
    cache.collection()
    return statistics.median(core_seconds(lambda one=one: _edit(client, cache, one)) for one in ids)  # type: ignore[misc]


def _edit(client: FlaskClient, cache: CollectionCache, event: str) -> None:
    fields = {"title": f"Another title of {event}", "category": "law"}
    answer: Mapping[str, object] = edit(client, {"do": "edit", "events": [event], "fields": fields})
    assert answer.get("change"), answer
    now, state = cache.collection(), read("")
    facets(now, state.selection)
    table(now, state)

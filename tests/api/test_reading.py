"""What is read by the API is what the page shows: the same filters, the same events."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.query.facets import FACETS, facet_values
from timeline.store import Store
from timeline.web.api.records import ArticleRecord, EventRecord
from timeline.web.page.state import read

API = "/api/v1"
SCHEMA = json.loads((Path(__file__).parents[2] / "docs/timeline-1.schema.json").read_text("utf-8"))


def get(client: FlaskClient, path: str, status: int = 200) -> dict[str, Any]:
    answer = client.get(f"{API}/{path}")
    assert answer.status_code == status, answer.text
    told: dict[str, Any] = answer.get_json()
    return told


def test_events_come_by_date_and_part_by_part(client: FlaskClient, store: Store) -> None:
    whole = get(client, "events?limit=1000")
    assert whole["total"] == len(whole["events"]) == len(store.timeline.load().events)
    starts = [event["when"]["start"] for event in whole["events"] if event["when"]["start"]]
    assert starts == sorted(starts)
    parts = [get(client, f"events?offset={n}&limit=2")["events"] for n in range(0, 20, 2)]
    assert [event for part in parts for event in part] == whole["events"]
    assert get(client, "events?offset=1000")["events"] == []


def test_events_that_are_probably_the_same_are_offered_with_how_alike_they_are(
    client: FlaskClient,
) -> None:
    events = {event["id"]: event for event in get(client, "events?limit=1000")["events"]}
    for event in events:
        for one in get(client, f"events/{event}/likely")["likely"]:
            assert one["event"] in events.keys() - {event}
            assert one["title"] == events[one["event"]]["title"]
            assert 0 < one["likeness"] <= 1
    get(client, "events/none/likely", status=404)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_the_filters_are_those_of_the_page(
    client: FlaskClient, store: Store, data: st.DataObject
) -> None:
    events = store.timeline.load().events
    pairs = sorted({(f, value) for e in events for f in FACETS for value in facet_values(e, f)})
    chosen = data.draw(st.lists(st.sampled_from(pairs), max_size=3, unique=True))
    more = data.draw(
        st.sampled_from([[], [("q", "mill")], [("from", "2000-01-01"), ("to", "2021-06-10")]])
    )
    query = urlencode([*chosen, *more])
    kept = read(query).selection.of(EditedTimeline(store).timeline().events)
    found = get(client, f"events?limit=1000&{query}")
    assert {event["id"] for event in found["events"]} == {event.id for event in kept}
    assert found["total"] == len(kept)


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("limit=0", ["limit"]),
        ("limit=1001", ["limit"]),
        ("limit=ten", ["limit"]),
        ("offset=-1", ["offset"]),
        ("status=perhaps", ["status", 0]),
        ("statuses=happened", ["statuses"]),
        ("q=a&q=b", ["q"]),
        ("within=maybe", ["within"]),
    ],
)
def test_what_a_query_gets_wrong_is_told_by_its_place(
    client: FlaskClient, query: str, place: list[object]
) -> None:
    told = get(client, f"events?{query}", 400)
    assert [fault["place"] for fault in told["errors"]] == [place]


@pytest.mark.parametrize("query", ["from=2022", "from=2022-01-01", "from=2022-02-02&to=2022-01-01"])
def test_a_window_that_is_none_is_told(client: FlaskClient, query: str) -> None:
    assert "is no window" in get(client, f"events?{query}", 422)["detail"]


def test_one_event_is_read_also_when_it_is_rejected(client: FlaskClient, store: Store) -> None:
    event = store.timeline.load().events[0]
    assert get(client, f"events/{event.id}")["event"]["curation"] is None
    Editor(store, "ana", lambda: "2024-05-01").reject([event.id])
    told = get(client, f"events/{event.id}")
    assert told["event"]["curation"]["verdict"] == "rejected"
    assert told["as_of"] == 1
    assert event.id not in {one["id"] for one in get(client, "events")["events"]}
    assert "no event" in get(client, "events/none", 404)["detail"]


def test_an_article_is_read_with_its_text(client: FlaskClient, store: Store) -> None:
    told = get(client, "articles/mill.txt")
    article = store.articles.get("mill.txt")
    assert article is not None
    assert told["text"] == article.text
    assert told["article"]["document"] == "mill.txt"
    assert [one["document"] for one in get(client, "articles")["articles"]] == [
        dated.article.document for dated in store.timeline.load().documents
    ]
    assert get(client, f"articles/{quote('a/b.txt', safe='')}", 404)["status"] == 404


def test_texts_are_searched(client: FlaskClient) -> None:
    hits = get(client, "search?q=harbour%20Varna")["hits"]
    assert [hit["document"] for hit in hits] == ["port.txt"]
    assert get(client, "search?q=", 400)["errors"][0]["place"] == ["q"]
    assert get(client, "search", 400)["errors"][0]["detail"] == "this is needed"


def test_conflicts_are_those_of_the_events(client: FlaskClient, store: Store) -> None:
    disputed = [event for event in store.timeline.load().events if event.conflicts]
    told = get(client, "conflicts")
    assert [one["event"] for one in told["conflicts"]] == [event.id for event in disputed]
    assert told["total"] == len(disputed)


def test_the_history_is_read_newest_first(client: FlaskClient, store: Store) -> None:
    editor = Editor(store, "ana", lambda: "2024-05-01")
    ids = [event.id for event in store.timeline.load().events[:3]]
    for key in ids:
        editor.confirm([key])
    told = get(client, "edits?limit=2")
    assert (told["total"], [one["edit"] for one in told["edits"]]) == (3, [3, 2])
    assert [one["edit"] for one in get(client, "edits?offset=2")["edits"]] == [1]
    edit = get(client, "edits/1")["edit"]
    assert (edit["kind"], edit["by"], edit["fields"][0]["subject"]) == ("confirm", "ana", ids[0])
    assert get(client, "edits/4", 404)["status"] == 404
    assert get(client, f"edits/{10**30}", 404)["status"] == 404


@pytest.mark.parametrize(("model", "name"), [(EventRecord, "event"), (ArticleRecord, "document")])
def test_records_have_the_keys_of_the_export(
    model: type[EventRecord] | type[ArticleRecord], name: str
) -> None:
    assert {*model.model_fields} == {*SCHEMA["$defs"][name]["properties"]}

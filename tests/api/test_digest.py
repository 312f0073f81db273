"""The days that matter, by the API: those of the command line, asked for once a version."""

import json
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from flask.testing import FlaskClient

from tests.export.schema_check import faults
from timeline.digest import DigestRequest, days_that_matter, digest
from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.export.digest import digest_record
from timeline.store import Store
from timeline.web.data import collection

SCHEMA = json.loads(Path("docs/timeline-digest-1.schema.json").read_text("utf-8"))


def get(client: FlaskClient, query: str = "", status: int = 200) -> dict[str, Any]:
    answer = client.get(f"/api/v1/digest{query}")
    assert answer.status_code == status, answer.text
    told: dict[str, Any] = answer.get_json()
    return told


def test_the_days_are_those_of_the_command_line(client: FlaskClient, store: Store) -> None:
    timeline = EditedTimeline(store).timeline()
    whole = get(client)
    assert whole["days"] == digest_record(digest(timeline, DigestRequest()))["days"]
    assert whole["days"]
    assert whole["told"] == len(whole["days"])
    assert list(faults({"schema": "timeline-digest/1", "days": whole["days"]}, SCHEMA)) == []
    (first,) = get(client, "?days=1")["days"]
    assert first["rank"] == 1
    day = first["when"]["start"]
    (same,) = get(client, f"?from={day}&to={day}")["days"]
    assert same["events"] == first["events"]


def test_a_version_is_looked_at_once_and_an_edit_counts(client: FlaskClient, store: Store) -> None:
    with patch.object(collection, "days_that_matter", wraps=days_that_matter) as made:
        before = get(client)
        assert get(client) == before
        assert made.call_count == 1
        event = before["days"][0]["events"][0]
        Editor(store, "ana", lambda: "2024-01-01").set_title(event, "Another title")
        assert get(client)["days"][0]["title"] == "Another title"
        assert made.call_count == 2


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("?source=Nobody", 404, "there is no source 'Nobody'"),
        ("?name=Nobody", 404, "there is no name 'Nobody'"),
        ("?from=2021-01-01", 422, "no window"),
        ("?from=2022-01-01&to=2021-01-01", 422, "no window"),
        ("?days=0", 400, ""),
        ("?days=many", 400, ""),
        ("?weeks=2", 400, ""),
    ],
)
def test_what_cannot_be_asked_is_said(
    client: FlaskClient, query: str, status: int, told: str
) -> None:
    assert told in get(client, query, status)["detail"]

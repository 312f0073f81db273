"""Files of what the filters keep."""

import json
import sys

import pytest
from flask.testing import FlaskClient

from tests.web import sample
from timeline.export import FORMATS
from timeline.web.server import make_page


@pytest.fixture
def client() -> FlaskClient:
    shelved = sample.Shelved(sample.timeline())
    made: FlaskClient = make_page(shelved, shelved.publish, shelved.foresee).server.test_client()
    return made


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_comes_as_a_file(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/export?format={name}&category=law")
    assert answer.status_code == 200
    assert answer.mimetype == FORMATS[name].media_type
    assert f"timeline{FORMATS[name].suffix}" in answer.headers["Content-Disposition"]
    assert answer.data


def test_the_file_holds_what_the_filters_keep(client: FlaskClient) -> None:
    held = json.loads(client.get("/export?format=json&category=law").data)
    assert {event["category"] for event in held["events"]} == {"law"}
    whole = json.loads(client.get("/export?format=json").data)
    assert len(whole["events"]) == len(sample.timeline().events)


def test_the_chronology_holds_the_days_that_matter_alone(client: FlaskClient) -> None:
    held = json.loads(client.get("/export?format=json&only=days&days=5").data)
    dates = [event["when"]["start"] for event in held["events"]]
    assert 0 < len(dates) <= 5
    assert dates == sorted(set(dates))
    assert all(event["when"]["precision"] in {"day", "time"} for event in held["events"])


@pytest.mark.parametrize("query", ["", "?format=", "?format=exe"])
def test_no_other_format_is_promised(client: FlaskClient, query: str) -> None:
    assert client.get(f"/export{query}").status_code == 404


def test_a_picture_without_its_package_says_what_to_install(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    answer = client.get("/export?format=pdf")
    assert answer.status_code == 501
    assert answer.text == (
        "the export as PDF needs the package typst, which is not installed: "
        'pip install "article-timeline[pictures]"\n'
    )

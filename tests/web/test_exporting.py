"""Files of what the filters keep."""

import json
import sys
from io import BytesIO

import pytest
from dash.html import Div
from flask.testing import FlaskClient

from tests.web import sample
from tests.web.components import having
from timeline.digest import DigestRequest, digest
from timeline.export import FORMATS
from timeline.export.digest import DIGEST_FORMATS, write_digest
from timeline.web.features.exports.view import export_menu
from timeline.web.page.state import DAYS
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


def test_the_chronology_is_a_digest_of_what_the_filters_keep(client: FlaskClient) -> None:
    held = json.loads(client.get("/export?format=json&only=days&days=5&category=law").data)
    assert held["schema"] == "timeline-digest/1"
    dates = [day["when"]["start"] for day in held["days"]]
    assert 0 < len(dates) <= 5
    assert dates == sorted(set(dates))
    law = {event.id for event in sample.timeline().events if event.category.value == "law"}
    assert {name for day in held["days"] for name in day["events"]} <= law


@pytest.mark.parametrize("name", sorted(DIGEST_FORMATS))
def test_the_chronology_comes_in_the_formats_of_a_digest(client: FlaskClient, name: str) -> None:
    answer = client.get(f"/export?format={name}&only=days")
    out = BytesIO()
    write_digest(digest(sample.timeline(), DigestRequest(DAYS)), name, out)
    assert answer.data == out.getvalue()
    assert answer.mimetype == FORMATS[name].media_type
    assert f'"chronology{FORMATS[name].suffix}"' in answer.headers["Content-Disposition"]


def test_the_menu_offers_the_chronology_in_every_format() -> None:
    offered = having(Div(export_menu()), "data-action", "chronology")
    assert {getattr(one, "data-value") for one in offered} == set(DIGEST_FORMATS)


def test_names_stand_over_the_chronology(client: FlaskClient) -> None:
    actor = next(name for event in sample.timeline().events for name in event.actors)
    page = client.get(
        "/export", query_string={"format": "markdown", "only": "days", "actor": actor}
    )
    assert page.text.startswith(f"# Chronology: {actor}")


@pytest.mark.parametrize("query", ["", "?format=", "?format=exe", "?format=csv&only=days"])
def test_no_other_format_is_promised(client: FlaskClient, query: str) -> None:
    assert client.get(f"/export{query}").status_code == 404


@pytest.mark.parametrize(
    ("query", "what"), [("", "the export as PDF"), ("&only=days", "the chronology as PDF")]
)
def test_a_picture_without_its_package_says_what_to_install(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, query: str, what: str
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    answer = client.get(f"/export?format=pdf{query}")
    assert answer.status_code == 501
    assert answer.text == (
        f"{what} needs the package typst, which is not installed: "
        'pip install "article-timeline[pictures]"\n'
    )

"""While the database is away every route and callback says so in a sentence, and goes on after."""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from waitress.adjustments import Adjustments
from werkzeug.test import TestResponse

from tests.api.asking import API
from tests.web.sample import add_sentence
from timeline.errors import ServingError
from timeline.store import Store
from timeline.web.auth.guard import Admission
from timeline.web.gateway.early_refusal import JudgedRequest
from timeline.web.seeding import open_seeded
from timeline.web.server import create_app
from timeline.web.uploads import intake

MOMENT = "2024-05-01T12:00:00+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "s.sqlite"


@pytest.fixture
def client(path: Path) -> Iterator[FlaskClient]:
    with Store.open(path) as store:
        add_sentence(store, "town.txt", "The council closed the bridge in June 2021.")
        made: FlaskClient = create_app(store, lambda: MOMENT).server.test_client()
        yield made


def answers(client: FlaskClient) -> Iterator[TestResponse]:
    """Ask for everything that needs the store."""
    yield client.get("/_dash-layout")
    yield client.get("/c/main/_dash-layout")
    yield client.get("/c/none/")
    for kind in ("json", "csv", "html"):
        yield client.get(f"/export?format={kind}")
    yield client.post(f"{API}/previews/names", json={"names": ["a.txt"]})
    yield client.delete(f"{API}/articles/town.txt")
    yield client.post(f"{API}/runs/x/cancel")
    yield client.delete(f"{API}/runs/x")
    yield client.post(f"{API}/collections", json={"name": "more"})
    yield client.post(f"{API}/articles", data={"article": [(io.BytesIO(b"It rained."), "a.txt")]})
    date = {"document": "town.txt", "date": "2023-02-08"}
    yield client.post(f"{API}/edits/published", json=date)
    yield client.post(f"{API}/previews/published", json=date)
    yield client.post(f"{API}/edits/pin", json={"events": ["x"], "by": "ana"})
    for path in ("events", "events/x", "articles", "conflicts", "search?q=x", "edits", "runs"):
        yield client.get(f"{API}/{path}")


def test_every_route_and_callback_says_that_the_store_is_away(
    client: FlaskClient, path: Path
) -> None:
    aside = path.with_name("aside.sqlite")
    path.rename(aside)
    for answer in answers(client):
        assert answer.status_code == 503, (answer.request.path, answer.text)
        words = answer.get_json()["detail"] if answer.is_json else answer.text
        assert (
            words.strip() == f"{path}: cannot be opened or made; check the path and its permissions"
        )
    aside.rename(path)
    assert client.get("/_dash-layout").status_code == 200
    assert client.get("/export?format=json").get_json()["documents"]
    assert client.post(f"{API}/collections", json={"name": "more"}).get_json() == {
        "address": "/c/more/"
    }


def test_a_temporary_folder_that_takes_nothing_is_told(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(intake, "_batch", full)
    answer = client.post(f"{API}/articles", data={"text": "It rained."})
    assert answer.status_code == 507
    said = "The articles could not be kept (No space left on device)."
    assert answer.get_json()["detail"] == said


class Welcoming:
    """A gate that lets every body in."""

    def judge(self, _environ: dict[str, Any]) -> Admission:
        return Admission("127.0.0.1", 200_000_000)

    def take(self, _request: object, _address: str, _size: int) -> bool:
        return True

    def give_back(self, _request: object) -> None:
        return


def test_a_body_that_the_temporary_folder_does_not_take_is_answered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("waitress.buffers.TempfileBasedBuffer.__init__", full)
    parser = JudgedRequest(Adjustments(), Welcoming(), "127.0.0.1")
    parser.received(b"POST / HTTP/1.1\r\nContent-Length: 9000000\r\n\r\n")
    while not parser.completed:
        assert parser.received(b"x" * 100_000) == 100_000
    assert parser.error.code == 507
    assert "No space left on device" in parser.error.body


def test_a_folder_of_first_articles_that_cannot_be_read_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ServingError, match="none: cannot be read"):
        open_seeded(str(tmp_path / "s.sqlite"), tmp_path / "none")

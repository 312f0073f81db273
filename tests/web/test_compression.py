"""Answers are compressed where that helps and the browser takes it."""

import gzip

import pytest
from flask.testing import FlaskClient

from tests.web import sample
from timeline.web.server import make_page

SCRIPT = "/assets/vendor/plotly-basic.min.js"
TAKES = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture
def client() -> FlaskClient:
    shelved = sample.Shelved(sample.timeline())
    made: FlaskClient = make_page(shelved, shelved.publish, shelved.foresee).server.test_client()
    return made


@pytest.mark.parametrize("path", [SCRIPT, "/_dash-layout", "/assets/page.css"])
def test_the_same_comes_in_fewer_bytes(client: FlaskClient, path: str) -> None:
    with client.get(path) as plain, client.get(path, headers=TAKES) as packed:
        assert "Content-Encoding" not in plain.headers
        assert packed.headers["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in packed.headers["Vary"]
        assert gzip.decompress(packed.data) == plain.data
        assert len(packed.data) < 0.6 * len(plain.data)
        assert int(packed.headers["Content-Length"]) == len(packed.data)


def test_what_the_browser_has_is_not_sent_again(client: FlaskClient) -> None:
    with client.get(SCRIPT, headers=TAKES) as first:
        known = {**TAKES, "If-None-Match": first.headers["ETag"]}
    with client.get(SCRIPT, headers=known) as second:
        assert second.status_code == 304
        assert not second.data


@pytest.mark.parametrize("path", ["/assets/fonts/inter-latin.woff2", "/assets/icons/plus.svg"])
def test_what_gains_nothing_stays_as_it_is(client: FlaskClient, path: str) -> None:
    with client.get(path, headers=TAKES) as answer:
        assert "Content-Encoding" not in answer.headers

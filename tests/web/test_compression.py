"""Answers are compressed where that helps and the browser takes it."""

import gzip
from random import Random

import pytest
from flask.testing import FlaskClient

from tests.web import sample
from timeline.web.http.compression import _FILES, _Files
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


def test_a_file_that_is_made_anew_is_compressed_as_it_goes_and_kept_nowhere(
    client: FlaskClient,
) -> None:
    held = dict(_FILES._held)
    for number in range(3):
        path = f"/export?format=json&x={number}"
        with client.get(path) as plain, client.get(path, headers=TAKES) as packed:
            assert packed.headers["Content-Encoding"] == "gzip"
            assert "Content-Length" not in packed.headers
            assert gzip.decompress(packed.data) == plain.data
    assert held == _FILES._held


def test_what_lasts_is_compressed_once(client: FlaskClient) -> None:
    with client.get(SCRIPT, headers=TAKES) as first:
        held = dict(_FILES._held)
        assert first.data in held.values()
    with client.get(SCRIPT, headers=TAKES) as second:
        assert second.data == first.data
    assert held == _FILES._held


def test_what_is_kept_is_bounded() -> None:
    files = _Files(most=2_000)
    bodies = [Random(number).randbytes(900) for number in range(10)]
    for body in bodies:
        assert gzip.decompress(files.tight(body)) == body
        assert sum(map(len, files._held.values())) <= 2_000
    assert len(files._held) == 2
    assert gzip.decompress(files.tight(bodies[-1])) == bodies[-1]

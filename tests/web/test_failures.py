"""What nobody expected is one plain sentence to the client, and a trace in the log."""

import logging
import re

import pytest
from dash import Dash
from flask import Response

from tests.web import sample
from timeline.web.server import make_page


@pytest.fixture
def page() -> Dash:
    shelved = sample.Shelved(sample.timeline())
    return make_page(shelved, shelved.publish, shelved.foresee)


def fails() -> Response:
    raise LookupError("the secret of the server")


def test_an_exception_is_a_sentence_with_a_number_that_the_log_has(
    page: Dash, caplog: pytest.LogCaptureFixture
) -> None:
    page.server.add_url_rule("/fails", "fails", fails)
    with caplog.at_level(logging.ERROR):
        answer = page.server.test_client().get("/fails")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    number = re.search(r"under ([0-9a-f]{8})", answer.text)
    assert number is not None
    assert number[1] in caplog.text
    assert "the secret of the server" in caplog.text


def test_a_failure_after_the_view_is_a_sentence_too(page: Dash) -> None:
    def broken(_response: Response) -> Response:
        raise LookupError("the secret of the server")

    page.server.after_request_funcs.setdefault(None, []).insert(0, broken)
    answer = page.server.test_client().get("/_reload-hash")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "its log says why" in answer.text

"""Problem documents (RFC 9457): how every error below the path of the API is answered.

What refuses a request elsewhere in the server does so in one plain sentence. Below `/api/` that
sentence becomes the `detail` of a problem document, whoever wrote it.
"""

import json
import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from flask import Flask, Response, request
from werkzeug.datastructures import WWWAuthenticate

API = "/api/"
MEDIA_TYPE = "application/problem+json"
PLAIN = "about:blank"  # a problem that says no more than its status
_LEAST_ERROR = 400
_BELOW = re.compile(r"/(c/.*/)?api/", re.DOTALL)


def problem(
    status: int, detail: str, kind: str = PLAIN, more: Mapping[str, Any] | None = None
) -> Response:
    """Return a problem document; `more` are further members of it."""
    told = {"type": kind, "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return Response(json.dumps({**told, **(more or {})}), status, mimetype=MEDIA_TYPE)


def is_of_api(path: str) -> bool:
    """Return whether a path of the whole server is below that of the API of any collection."""
    return _BELOW.match(path) is not None


def as_problem(answer: Response) -> Response:
    """Make a problem document of an answer that refuses in one sentence; leave any other."""
    if answer.status_code == HTTPStatus.UNAUTHORIZED:
        answer.www_authenticate = WWWAuthenticate("bearer", {"realm": "timeline"})
    if answer.status_code < _LEAST_ERROR or answer.mimetype == MEDIA_TYPE:
        return answer
    plain = answer.mimetype == "text/plain" and not answer.is_streamed
    detail = answer.get_data(as_text=True).strip() if plain else ""
    made = problem(answer.status_code, detail)
    answer.set_data(made.get_data())
    answer.mimetype = MEDIA_TYPE
    return answer


def answer_with_problems(server: Flask) -> None:
    """Answer every error below the path of the API with a problem document."""

    def checked(answer: Response) -> Response:
        return as_problem(answer) if is_of_api(request.path) else answer

    server.after_request(checked)

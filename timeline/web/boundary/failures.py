"""What the server answers where a request cannot be met: one plain sentence, never a trace.

An exception that nobody expected is written to standard error under a number, which the answer
names, so that a report can be found again.
"""

import secrets

from dash import Dash
from dash.exceptions import DependencyException
from flask import Response, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response as AnyResponse

from timeline.errors import MissingExtraError, RequestError
from timeline.web.http.body_rules import refusal
from timeline.web.http.request_log import ID
from timeline.wording.strings import text

_SENTENCES = {
    404: "refusals.nowhere",
    405: "refusals.method",
    406: "refusals.form",
    411: "refusals.length",
    412: "refusals.changed",
    413: "refusals.too-large",
    414: "refusals.address-long",
    415: "refusals.kind",
    416: "refusals.range",
}
_LEAST_ERROR = 400
_UNEXPECTED = 500


def answer_failures(app: Dash) -> None:
    """Answer every failure of a page's server with one sentence."""
    server = app.server

    def malformed(error: RequestError) -> Response:
        return refusal(str(error), 400)

    def without_extra(error: MissingExtraError) -> Response:
        return refusal(str(error), 501)  # whoever runs the server reads what to install

    def missing(_error: DependencyException) -> Response:
        return refusal(text(_SENTENCES[404]), 404)  # a file that no component of the page has

    def http(error: HTTPException) -> Response | AnyResponse:
        status = error.code or _UNEXPECTED
        if status < _LEAST_ERROR or error.response is not None:
            return error.get_response(request.environ)
        if status == _UNEXPECTED:
            return unexpected(getattr(error, "original_exception", None) or error)
        words = text(_SENTENCES.get(status, "refusals.unanswerable"))
        answer = refusal(words, status)
        kept = ("Allow", "Content-Range", "Retry-After", "WWW-Authenticate")
        answer.headers.extend([(k, v) for k, v in error.get_headers() if k in kept])
        return answer

    def unexpected(error: Exception) -> Response:
        if server.debug:
            raise error
        number = request.environ.get(ID) or secrets.token_hex(4)
        where = f"{request.method} {request.path[:200]!r}"
        server.logger.error("Request %s (%s) failed", number, where, exc_info=error)
        words = text("refusals.failed", number=number)
        return refusal(words, _UNEXPECTED)

    server.register_error_handler(RequestError, malformed)
    server.register_error_handler(MissingExtraError, without_extra)
    server.register_error_handler(DependencyException, missing)
    server.register_error_handler(HTTPException, http)
    server.register_error_handler(Exception, unexpected)

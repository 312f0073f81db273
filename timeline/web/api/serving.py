"""The operations of the API under their addresses."""

from collections.abc import Callable, Mapping
from functools import partial
from http import HTTPStatus
from typing import Any

from flask import Blueprint, Flask, Response, jsonify, request
from werkzeug.routing import Map, Rule

from timeline.errors import EditConflictError, TimelineError
from timeline.web.api.context import READ_ONLY_WORDS, ApiContext
from timeline.web.api.edits import EditRequest
from timeline.web.api.openapi import document
from timeline.web.api.operation import PREFIX, Operation
from timeline.web.api.refusals import refused
from timeline.web.api.registry import OPERATIONS
from timeline.web.auth.bearer import may_edit
from timeline.web.boundary.routes import BodyKind, Route
from timeline.web.http.problems import API, answer_with_problems, problem
from timeline.web.page import limits
from timeline.wording.strings import text

OPENAPI = f"{PREFIX}/openapi.json"
_REST = f"{API}<path:rest>"
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
NOWHERE_WORDS = text("refusals.nowhere")
METHOD_WORDS = text("refusals.method")
TOKEN_READS_WORDS = text("refusals.token-reads")


def routes() -> dict[tuple[str, str], Route]:
    """Return what each address of the API takes, for the boundary."""
    taken = {(one.method, one.rule): _route(one) for one in OPERATIONS}
    rest = {(method, _REST): Route(is_api=True) for method in _METHODS}
    return {**taken, **rest, ("GET", OPENAPI): Route(is_api=True)}


def _route(one: Operation) -> Route:
    if one.brings_files:
        return Route(BodyKind.FILES, largest=limits.UPLOAD_BODY, is_api=True)
    if one.body is not None:
        return Route(BodyKind.JSON, one.body, limits.JSON_BODY, query=one.query, is_api=True)
    return Route(query=one.query, is_api=True)


def serve_api(server: Flask, context: ApiContext) -> None:
    """Answer the operations of the API over a collection, and what it has no address for.

    The view of an address is the function of its operation itself: the boundary hands it what was
    asked for, its answer writes itself as JSON, and what it raises is answered here.
    """
    api = Blueprint("api", __name__)
    for one in OPERATIONS:
        api.add_url_rule(one.rule, one.name, _view(one, context), methods=[one.method])
    api.add_url_rule(OPENAPI, "openapi", lambda: jsonify(document()))
    api.add_url_rule(_REST, "rest", _elsewhere(), methods=_METHODS)
    api.register_error_handler(TimelineError, partial(_refused, context))
    api.before_request(_only_editors)
    api.after_request(_whole)
    server.register_blueprint(api)
    answer_with_problems(server)


def _view(one: Operation, context: ApiContext) -> Callable[..., Any]:
    if one.changes and not context.cache.may.change:
        return lambda **_parts: problem(403, READ_ONLY_WORDS)
    view = partial(one.handler, context)
    return view if one.answer is not None else _silent(view)


def _only_editors() -> Response | None:
    """Refuse what changes something and comes with a token that only reads."""
    changes = (request.endpoint or "") in _CHANGING
    return problem(403, TOKEN_READS_WORDS) if changes and not may_edit() else None


def _silent(view: Callable[..., object]) -> Callable[..., Response]:
    """Return the view of an operation whose answer has no body."""

    def answer(**parts: object) -> Response:
        view(**parts)
        return Response(status=HTTPStatus.NO_CONTENT)

    return answer


def _whole(answer: Response) -> Response:
    """Take what an answer writes at once, under the status of its operation."""
    answer.make_sequence()
    if answer.status_code == HTTPStatus.OK:
        answer.status_code = _STATUSES.get(request.endpoint or "", HTTPStatus.OK)
    return answer


_CHANGING = {f"api.{one.name}" for one in OPERATIONS if one.changes}
_STATUSES = {f"api.{one.name}": one.status for one in OPERATIONS}


def _refused(context: ApiContext, error: TimelineError) -> Response:
    body = (request.view_args or {}).get("body")
    sight = body.sight if isinstance(body, EditRequest) else None
    titles = _titles(context) if isinstance(error, EditConflictError) else {}
    return refused(error, titles, sight)


def _titles(context: ApiContext) -> Mapping[str, str]:
    """Return the titles of events and articles, for those that a conflict names."""
    held = context.cache.collection()
    events = context.editors("").events() if context.editors else {}
    return {**held.titles, **{key: event.title for key, event in events.items()}}


def _elsewhere() -> Callable[[str], Response]:
    """Return the view of all other addresses below the API: there is nothing, or no such method."""
    known = Map([Rule(one.rule, methods=[one.method]) for one in OPERATIONS])

    def answer(rest: str) -> Response:
        taken = known.bind("").allowed_methods(f"{API}{rest}")
        if not taken:
            return problem(404, NOWHERE_WORDS)
        refusal = problem(405, METHOD_WORDS)
        refusal.headers["Allow"] = ", ".join(sorted({*taken, "OPTIONS"}))
        return refusal

    return answer

"""The operations of the API under their addresses: parse, call the function, answer."""

from collections.abc import Callable, Mapping
from typing import Any

from flask import Flask, Response, jsonify
from pydantic import BaseModel
from werkzeug.routing import Map, Rule

from timeline.errors import TimelineError
from timeline.web.api.context import READ_ONLY_WORDS, Context
from timeline.web.api.edits import EditRequest
from timeline.web.api.openapi import document
from timeline.web.api.operation import PREFIX, Operation
from timeline.web.api.refusals import refused
from timeline.web.api.registry import OPERATIONS
from timeline.web.boundary.checking import checked_body, checked_query
from timeline.web.boundary.routes import Body, Route
from timeline.web.http.problems import API, answer_with_problems, problem
from timeline.web.page import limits
from timeline.wording.strings import text

OPENAPI = f"{PREFIX}/openapi.json"
_REST = f"{API}<path:rest>"
_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
NOWHERE_WORDS = text("refusals.nowhere")
_FRESH = {"Cache-Control": "no-store"}
METHOD_WORDS = text("refusals.method")


def routes() -> dict[tuple[str, str], Route]:
    """Return what each address of the API takes, for the boundary."""
    taken = {(one.method, one.rule): _route(one) for one in OPERATIONS}
    rest = {(method, _REST): Route(is_api=True) for method in _METHODS}
    return {**taken, **rest, ("GET", OPENAPI): Route(is_api=True)}


def _route(one: Operation) -> Route:
    if one.brings_files:
        return Route(Body.FILES, largest=limits.UPLOAD_BODY, is_api=True)
    if one.body is not None:
        return Route(Body.JSON, one.body, limits.JSON_BODY, query=one.query, is_api=True)
    return Route(query=one.query, is_api=True)


def serve_api(server: Flask, context: Context) -> None:
    """Answer the operations of the API over a collection, and what it has no address for."""
    for one in OPERATIONS:
        server.add_url_rule(one.rule, f"api.{one.name}", _view(one, context), methods=[one.method])
    server.add_url_rule(OPENAPI, "api.openapi", lambda: jsonify(document()))
    server.add_url_rule(_REST, "api.rest", _elsewhere(), methods=_METHODS)
    answer_with_problems(server)


def _view(one: Operation, context: Context) -> Callable[..., Response]:
    def answer(**parts: Any) -> Response:  # noqa: ANN401 - parts of the path
        body = checked_body()
        try:
            found = one.handler(context, **parts, **_asked(one, body))
        except TimelineError as error:
            sight = body.sight if isinstance(body, EditRequest) else None
            return refused(error, _titles(context), sight)
        if found is None:
            return Response(status=one.status)
        written = found.model_dump_json()
        return Response(written, one.status, mimetype="application/json", headers=_FRESH)

    def shown_only(**_parts: Any) -> Response:  # noqa: ANN401 - as above
        return problem(403, READ_ONLY_WORDS)

    return shown_only if one.changes and not context.cache.may.change else answer


def _asked(one: Operation, body: BaseModel | None) -> dict[str, Any]:
    asked: dict[str, Any] = {}
    if one.body is not None:
        asked["body"] = body
    if one.query is not None:
        asked["query"] = checked_query()
    return asked


def _titles(context: Context) -> Mapping[str, str]:
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

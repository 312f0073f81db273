"""Checks a request against what its address takes, before its view is called."""

from collections.abc import Mapping, Sequence

from dash import Dash
from flask import Request, Response, request
from pydantic import BaseModel, ValidationError

from timeline.errors import RequestError
from timeline.web.boundary.callbacks import check_callback
from timeline.web.boundary.models import Form
from timeline.web.boundary.routes import ROUTES, BodyKind, Route, Routes, route_of
from timeline.web.boundary.sentences import faults_of, sentence_of
from timeline.web.boundary.strict_json import parse_json
from timeline.web.http.body_rules import refusal
from timeline.web.http.problems import problem
from timeline.web.page import limits
from timeline.wording.strings import text

_FORMS = frozenset({"application/x-www-form-urlencoded", "multipart/form-data"})
_ANY = Route()


def check_requests(app: Dash, more: Routes | None = None) -> None:
    """Answer each malformed request to a page with a sentence, before anything else reads it.

    `more` are routes beside those of the page itself. Views of the API are given what was checked
    against a model, by the names `body` and `query`.
    """
    routes = {**ROUTES, **(more or {})}

    def check() -> Response | None:
        rule = request.url_rule
        route = (route_of(request.method, rule.rule, routes) if rule else None) or _ANY
        found = _refused(request, route)
        if found is not None:
            return told(route, *found)
        try:
            _check(app, request, route)
        except RequestError as error:
            return told(route, str(error), 400, error.faults)
        return None

    app.server.before_request(check)


def told(
    route: Route,
    words: str,
    status: int,
    faults: Sequence[tuple[Sequence[str | int], str]] = (),
) -> Response:
    """Return the answer to a request that is refused."""
    if route.is_api:
        errors = [{"place": list(place), "detail": needed} for place, needed in faults]
        return problem(status, words, more={"errors": errors} if errors else None)
    return refusal(words, status)


def _refused(asked: Request, route: Route) -> tuple[str, int] | None:
    """Return what is wrong with the frame of a request, before any of its body is read."""
    if len(asked.path) > limits.PATH or len(asked.query_string) > limits.ADDRESS:
        return text("refusals.address-long"), 414
    if any(map(_is_hidden, asked.path)):
        return text("refusals.address-control"), 400
    if route.body is BodyKind.NONE:
        return None
    asked.max_content_length = route.largest
    if (asked.content_length or 0) > route.largest:
        most = f"{route.largest / 1_000_000:g}"
        return text("refusals.too-large-most", size=most), 413
    if not asked.content_length and not asked.headers.get("Transfer-Encoding"):
        return None  # what is missing is said in its own words
    if route.body in {BodyKind.JSON, BodyKind.CALLBACK} and not asked.is_json:
        return text("refusals.send-json"), 415
    if route.body in {BodyKind.FORM, BodyKind.FILES} and asked.mimetype not in _FORMS:
        return text("refusals.send-form"), 415
    return None


def _check(app: Dash, asked: Request, route: Route) -> None:
    if route.query is not None:
        try:
            asked.query_string.decode("utf-8")
        except UnicodeDecodeError:
            raise RequestError(text("refusals.address-encoding")) from None
        fields = route.query.fields_of(asked.args)
        _hand_on(asked, route, query=_check_model(route.query, fields))
    if route.body is BodyKind.CALLBACK:
        check_callback(app, parse_json(asked.get_data()))
    elif route.body is BodyKind.JSON and route.model is not None:
        _hand_on(asked, route, body=_check_model(route.model, parse_json(asked.get_data())))
    elif route.body is BodyKind.FORM and route.model is not None:
        _check_model(route.model, asked.form.to_dict())


def _hand_on(asked: Request, route: Route, **checked: BaseModel) -> None:
    """Add what was checked to the arguments of an operation's view."""
    if route.is_api:
        asked.view_args = {**(asked.view_args or {}), **checked}


def check_form(model: type[Form], fields: Mapping[str, str]) -> None:
    """Raise RequestError where the fields of a form or a query are not those of a model."""
    _check_model(model, {name: fields[name] for name in fields})


def _check_model(model: type[BaseModel], value: object) -> BaseModel:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        raise RequestError(sentence_of(error), faults_of(error)) from None


def _is_hidden(sign: str) -> bool:
    return sign < " " or sign == "\x7f"

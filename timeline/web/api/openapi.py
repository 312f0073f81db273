"""The description of the API as an OpenAPI 3.1 document, made of its operations and their types."""

from collections.abc import Iterator
from functools import cache
from http import HTTPStatus
from inspect import getdoc
from typing import Any

from pydantic import TypeAdapter
from pydantic.json_schema import JsonSchemaMode

from timeline.web.api.operation import PREFIX, Operation
from timeline.web.api.problem_models import ConflictProblem, ProblemDocument
from timeline.web.api.registry import OPERATIONS
from timeline.web.boundary.models import Upload
from timeline.web.http.problems import MEDIA_TYPE
from timeline.web.page import limits

VERSION = "1"
_JSON = "application/json"
_TEMPLATE = "#/components/schemas/{model}"
# What a part of a path may be: no control characters, which no address holds.
_PART_BOUNDS: dict[str, dict[str, Any]] = {
    "string": {"pattern": r"^[^\x00-\x1f\x7f/]+$"},
    "integer": {"minimum": 0, "maximum": limits.COUNT},
}
# Refusals of every operation: each is one of the server, whatever is asked.
_ALWAYS = {
    400: "The request is malformed; `errors` tells where.",
    401: "A password stands before it, and nobody is signed in; or there is no such token.",
    403: "The request comes from elsewhere, the token only reads, or nothing can be changed here.",
    413: "The request is too large.",
    414: "The address is too long.",
    431: "The headers, the address among them, are too large.",
    503: "The store does not answer; try again.",
}
_NOT_JSON = {415: "The body is not of the kind that is taken."}
_ABOUT = (
    "Reads a collection of events and the articles that tell them, and takes every edit that its "
    "page makes. The same lies below the path of each collection, /c/NAME/api/v1."
)
_TOKENS = {
    "token": {
        "type": "http",
        "scheme": "bearer",
        "description": "A token that `timeline token new` made; one of the scope read only reads.",
    }
}
_RESPONSE = "#/components/responses/Refused{}"
_Key = tuple[str, str]


@cache
def document() -> dict[str, Any]:
    """Return the document; it is the same for every collection."""
    schemas, components = _schemas()
    refusals = {**_ALWAYS, **_NOT_JSON}
    shared = {f"Refused{one}": _refusal(one, refusals[one], schemas) for one in refusals}
    shared["Refused431"] = {"description": refusals[431]}  # the server's own, in plain text
    paths: dict[str, dict[str, Any]] = {}
    for one in OPERATIONS:
        paths.setdefault(one.path, {})[one.method.lower()] = _operation(one, schemas)
    return {
        "openapi": "3.1.0",
        "info": {"title": "timeline", "version": VERSION, "description": _ABOUT},
        "servers": [{"url": PREFIX}],
        "security": [{}, {"token": []}],  # where no password stands before it, none is needed
        "paths": paths,
        "components": {"schemas": components, "responses": shared, "securitySchemes": _TOKENS},
    }


def _schemas() -> tuple[dict[_Key, Any], dict[str, Any]]:
    """Return the schema of each type that operations name, and those that they refer to."""
    types: dict[_Key, tuple[JsonSchemaMode, Any]] = {}
    for one in OPERATIONS:
        types |= {(one.name, part): ("validation", kind) for part, kind in _inputs(one)}
        if one.answer is not None:
            types[one.name, "answer"] = ("serialization", one.answer)
    types["", "problem"] = ("serialization", ProblemDocument)
    types["", "conflict"] = ("serialization", ConflictProblem)
    adapters = [(key, mode, TypeAdapter(kind)) for key, (mode, kind) in types.items()]
    found, shared = TypeAdapter.json_schemas(adapters, ref_template=_TEMPLATE)
    return {key: schema for (key, _), schema in found.items()}, shared.get("$defs", {})


def _inputs(one: Operation) -> Iterator[tuple[str, Any]]:
    """Yield what an operation takes, by the part of the request."""
    if one.body is not None:
        yield "body", one.body
    yield from one.parts.items()
    for name, field in one.query.model_fields.items() if one.query else ():
        # The field with its bounds, as it stands in the model.
        yield f"query.{field.alias or name}", field.rebuild_annotation()


def _operation(one: Operation, schemas: dict[_Key, Any]) -> dict[str, Any]:
    summary, _, more = (getdoc(one.handler) or "").partition("\n\n")
    described: dict[str, Any] = {
        "operationId": one.name,
        "summary": " ".join(summary.split()).removesuffix("."),
        "tags": [one.path.split("/")[1]],
        "responses": _responses(one, schemas),
    }
    if more:
        described["description"] = " ".join(more.split())
    if parameters := list(_parameters(one, schemas)):
        described["parameters"] = parameters
    if one.brings_files:
        described["requestBody"] = _content("multipart/form-data", _form())
    elif one.body is not None:
        described["requestBody"] = _content(_JSON, schemas[one.name, "body"])
    return described


def _parameters(one: Operation, schemas: dict[_Key, Any]) -> Iterator[dict[str, Any]]:
    for name in one.parts:
        schema = schemas[one.name, name] | _PART_BOUNDS[schemas[one.name, name]["type"]]
        yield {"name": name, "in": "path", "required": True, "schema": schema}
    for name, field in one.query.model_fields.items() if one.query else ():
        alias = field.alias or name
        schema = {**schemas[one.name, f"query.{alias}"]}
        if not field.is_required() and field.default not in (None, []):
            schema["default"] = field.default
        yield {"name": alias, "in": "query", "required": field.is_required(), "schema": schema}


def _content(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {kind: {"schema": schema}}}


def _form() -> dict[str, Any]:
    """Return the schema of a form with files: they stand beside the fields of its model."""
    schema = Upload.model_json_schema()
    file = {"type": "string", "contentMediaType": "application/octet-stream"}
    files = {"article": {"type": "array", "items": file}}
    return {"type": "object", "properties": {**files, **schema["properties"]}}


def _responses(one: Operation, schemas: dict[_Key, Any]) -> dict[str, Any]:
    done: dict[str, Any] = {"description": HTTPStatus(one.status).phrase}
    if one.answer is not None:
        done["content"] = {_JSON: {"schema": schemas[one.name, "answer"]}}
    takes_body = one.body is not None or one.brings_files
    common = {**_ALWAYS, **(_NOT_JSON if takes_body else {})}
    refusals = {status: {"$ref": _RESPONSE.format(status)} for status in common}
    own = {status: _refusal(status, words, schemas) for status, words in one.refusals.items()}
    told = {str(status): refusal for status, refusal in sorted({**refusals, **own}.items())}
    return {str(int(one.status)): done, **told}


def _refusal(status: int, words: str, schemas: dict[_Key, Any]) -> dict[str, Any]:
    content = {MEDIA_TYPE: {"schema": schemas["", _problem(status)]}}
    return {"description": words, "content": content}


def _problem(status: int) -> str:
    return "conflict" if status == HTTPStatus.CONFLICT else "problem"

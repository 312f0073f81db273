"""An operation of the API: its address, what it takes and answers with, and the function behind it.

What an operation takes is read from the signature of its function: `body` and `query` are models,
other parameters are parts of the path; what it returns is its answer, None an answer without a
body. So routes, checks and the OpenAPI document come from one place, the function itself.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, get_type_hints

from flask import Response
from pydantic import BaseModel, ConfigDict

from timeline.web.boundary.models import Command, Query
from timeline.web.page import limits

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

PREFIX = "/api/v1"
_PART = re.compile(r"\{(\w+)\}")
_APART = frozenset({"context", "body", "query", "return"})
_FRESH = {"Cache-Control": "no-store"}
Handler = Callable[..., "Answer | None"]


class Answer(BaseModel):
    """What an operation answers with; it writes itself, as an application of WSGI."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def __call__(self, environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        """Write the answer as JSON."""
        written = self.model_dump_json()
        answer = Response(written, mimetype="application/json", headers=_FRESH)
        return answer(environ, start)


@dataclass(frozen=True)
class Operation:
    """A method and a path below PREFIX, and the function that answers.

    `changes` says that it writes to the store, `brings_files` that its body is a form with files,
    which the function reads itself. `refusals` are statuses with which it may refuse a request
    that is well formed, each with when it does.
    """

    method: str
    path: str
    handler: Handler
    status: int = HTTPStatus.OK
    changes: bool = False
    brings_files: bool = False
    refusals: Mapping[int, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the operation, the same as that of its function."""
        return self.handler.__name__

    @property
    def rule(self) -> str:
        """The path as Flask writes it; the last part of one may hold slashes."""
        whole = f"int(max={limits.COUNT})"  # a database takes no larger one
        kinds = {name: whole if kind is int else "path" for name, kind in self.parts.items()}
        inner = _PART.sub(lambda part: f"<{kinds[part[1]]}:{part[1]}>", self.path)
        return f"{PREFIX}{inner}".replace("<path:run>", "<run>")

    @cached_property
    def parts(self) -> dict[str, Any]:
        """The types of the parts of the path, by name."""
        return {name: kind for name, kind in self._hints.items() if name not in _APART}

    @property
    def body(self) -> type[Command] | None:
        """The model of the body, where there is one."""
        return self._hints.get("body")

    @property
    def query(self) -> type[Query] | None:
        """The model of the query, where there is one."""
        return self._hints.get("query")

    @property
    def answer(self) -> type[Answer] | None:
        """The model of the answer; None where it has no body."""
        found = self._hints["return"]
        return None if found is type(None) else found

    @cached_property
    def _hints(self) -> dict[str, Any]:
        return get_type_hints(self.handler)


def operation(
    method: str,
    path: str,
    **more: Any,  # noqa: ANN401 - further fields of Operation
) -> Callable[[Handler], Operation]:
    """Make an operation of a function that takes a Context, and by name what is asked for."""
    return lambda handler: Operation(method, path, handler, **more)


def edit(kind: str, **more: Any) -> Callable[[Handler], Operation]:  # noqa: ANN401 - as above
    """Make the operation that makes an edit of a kind."""
    refusals = {404: "an event or article does not exist", **EDIT_REFUSALS}
    return operation("POST", f"/edits/{kind}", changes=True, refusals=refusals, **more)


EDIT_REFUSALS = {
    409: "somebody has edited the same since the editor saw it; nothing was written",
    422: "what is asked for makes no sense here, such as a date that is none",
}

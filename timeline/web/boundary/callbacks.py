"""Requests for callbacks: the envelope that Dash's renderer sends, and the values in it.

A callback is asked for by exactly the outputs, inputs and states that it declares; nothing of what
a browser says about them reaches Dash otherwise.
"""

from collections.abc import Sequence
from typing import Annotated

from dash import Dash
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from timeline.errors import RequestError
from timeline.web.boundary.sentences import sentence_of
from timeline.web.boundary.values import VALUES
from timeline.web.page import limits
from timeline.web.page.dash_adapter import Pair, declared_callback, declared_callbacks
from timeline.wording.strings import text

_MOST_PARTS = 50  # inputs or outputs of one callback
_Id = Annotated[str, StringConstraints(max_length=limits.NAME)]
_Ids = Annotated[str, StringConstraints(max_length=limits.VALUE * 2)]  # all outputs, joined


class _Reference(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    id: _Id
    property: _Id


class _Given(_Reference):
    value: object = None  # left out where the browser has none


class _Envelope(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore")

    output: _Ids
    outputs: _Reference | Annotated[list[_Reference], Field(max_length=_MOST_PARTS)] | None = None
    inputs: Annotated[list[_Given], Field(max_length=_MOST_PARTS)]
    state: Annotated[list[_Given], Field(max_length=_MOST_PARTS)] = []
    changedPropIds: Annotated[list[_Id], Field(max_length=_MOST_PARTS)] = []  # noqa: N815 - Dash's


def check_callback(app: Dash, body: object) -> None:
    """Raise RequestError where a body does not ask for a callback of this page as it declares."""
    try:
        asked = _Envelope.model_validate(body)
    except ValidationError as error:
        raise RequestError(sentence_of(error)) from None
    declared = declared_callback(app, asked.output)
    if declared is None:
        raise RequestError(text("refusals.no-callback"))
    _check_names("outputs", asked.outputs or [], declared.outputs)
    _check_names("inputs", asked.inputs, declared.inputs)
    _check_names("state", asked.state, declared.state)
    known = {f"{one.id}.{one.property}" for one in asked.inputs}
    if not known.issuperset(asked.changedPropIds):
        raise RequestError(text("refusals.other-inputs"))
    for given in (*asked.inputs, *asked.state):
        _check_value(given)


def values_taken(app: Dash) -> set[tuple[str, str]]:
    """Return the component and property of each input and state of the server's callbacks."""
    return {pair for one in declared_callbacks(app) for pair in (*one.inputs, *one.state)}


def _check_names(
    part: str, given: _Reference | Sequence[_Reference], declared: Sequence[Pair]
) -> None:
    named = [given] if isinstance(given, _Reference) else given
    if [(one.id, one.property) for one in named] != list(declared):
        raise RequestError(text("refusals.other-values", name=part))


def _check_value(given: _Given) -> None:
    schema = VALUES.get((given.id, given.property))
    if schema is None:
        name = f"{given.id}.{given.property}"
        raise RequestError(text("refusals.nothing-here", name=name))
    try:
        schema.validate_python(given.value, strict=True)
    except ValidationError as error:
        raise RequestError(sentence_of(error, given.property)) from None

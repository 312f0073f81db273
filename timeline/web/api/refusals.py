"""How what the package raises is answered: a status, a problem document, and both values."""

from collections.abc import Mapping
from typing import Any

from flask import Response

from timeline.errors import (
    EditConflictError,
    HeldNamesError,
    NoRoomError,
    ReadOnlyError,
    RequestError,
    StoreAwayError,
    StoreError,
    TimelineError,
    TooLargeError,
    UnknownNameError,
)
from timeline.store import Sight
from timeline.web.api.conflicts import conflict_members
from timeline.web.http.problems import problem

CONFLICT = "urn:timeline:edit-conflict"
HELD_NAMES = "urn:timeline:held-names"
# The first that fits counts: what is rarer stands before what it is a kind of.
_STATUSES: tuple[tuple[type[TimelineError], int], ...] = (
    (ReadOnlyError, 403),
    (TooLargeError, 413),
    (NoRoomError, 507),
    (HeldNamesError, 409),
    (RequestError, 400),
    (StoreAwayError, 503),
    (UnknownNameError, 404),
    (StoreError, 409),
    (TimelineError, 422),
)


def refused(
    error: TimelineError, titles: Mapping[str, str], sight: Sight | None = None
) -> Response:
    """Return the answer to a request that is refused with an error of the package.

    `titles` are those of events and articles by id, `sight` is what the editor had seen.
    """
    status = next(number for kind, number in _STATUSES if isinstance(error, kind))
    kind, more = _members(error, titles, sight)
    detail = str(more.pop("detail", error))
    return problem(status, detail, **({"kind": kind} if kind else {}), more=more)


def _members(
    error: TimelineError, titles: Mapping[str, str], sight: Sight | None
) -> tuple[str, dict[str, Any]]:
    if isinstance(error, EditConflictError) and error.conflicts:
        return CONFLICT, conflict_members(error, titles, sight)
    if isinstance(error, HeldNamesError):
        return HELD_NAMES, {"held": list(error.names)}
    return "", {}

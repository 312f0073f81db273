"""The type of each value that callbacks take, by the value's name in `ids`.

A callback that takes another value needs a line here; a test holds every callback to it.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, TypeAdapter

from timeline.web.boundary.models import (
    Count,
    Person,
    Pixels,
    RunsSeen,
    State,
)
from timeline.web.page import ids, limits

_Moment = Annotated[float, Field(ge=0, le=limits.COUNT)]  # milliseconds, by the browser's clock
# The id of an event, and how many of its tellings are shown.
_Tellings = Annotated[str, StringConstraints(max_length=limits.NAME, pattern=r"^\S+ \d{1,6}$")]

_TYPES: dict[str, Any] = {
    # The parts of the state, each a query.
    ids.VIEW: State | None,
    ids.LATER: State | None,
    ids.LANES: State | None,
    ids.SELECTED: State | None,
    ids.ARTICLE: State | None,
    ids.LISTING: State | None,
    ids.STORY: State | None,
    ids.COMPARISON: State | None,
    ids.TAB: State | None,
    ids.DIGEST: State | None,
    ids.NAMED: State | None,
    # What the page knows of itself.
    ids.THEME: Literal["light", "dark"] | None,
    ids.WIDTH: Pixels | None,
    ids.WHO: Person | None,
    ids.STANDS: bool | None,
    ids.VERSION: Count | None,
    ids.TICK: _Moment | None,
    ids.TELLINGS: _Tellings | None,
    ids.RUNS_ASKED: _Moment | None,
    ids.RUNS_SEEN: RunsSeen | None,
}
VALUES: Mapping[tuple[str, str], TypeAdapter[Any]] = {
    (ids.VALUES, name): TypeAdapter(kind) for name, kind in _TYPES.items()
}

"""Lists that come part by part."""

from typing import Annotated

from pydantic import Field

from timeline.web.api.operation import Answer
from timeline.web.boundary.models import WHOLE, Query
from timeline.web.data.collection import Collection
from timeline.web.page import limits

Size = Annotated[int, Field(ge=1, le=limits.PAGE_SIZE), WHOLE]
Start = Annotated[int, Field(ge=0, le=limits.COUNT), WHOLE]


class Paged(Query):
    """Which part of a list is asked for."""

    offset: Start = 0
    limit: Size = 100


class PagedAnswer(Answer):
    """A part of a list: from which place on, of how many.

    `version` grows with every write to the collection; `as_of` goes with an edit of what was read.
    """

    offset: int
    total: int
    version: int
    as_of: int


def place_in(held: Collection, offset: int, total: int) -> dict[str, int]:
    """Return which part of a list an answer holds, and how the collection stood."""
    return {"offset": offset, "total": total, "version": held.version, "as_of": held.as_of}

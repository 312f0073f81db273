"""Lists that come part by part."""

from typing import Annotated, Any
from urllib.parse import quote, urlencode

from flask import request
from pydantic import Field

from timeline.web.api.operation import Answer
from timeline.web.boundary.models import WHOLE, Query
from timeline.web.data.collection import Collection
from timeline.web.page import limits

Size = Annotated[int, Field(ge=1, le=limits.PAGE_SIZE), WHOLE]
_OWN = ("offset", "limit")
Start = Annotated[int, Field(ge=0, le=limits.COUNT), WHOLE]


class Paged(Query):
    """Which part of a list is asked for."""

    offset: Start = 0
    limit: Size = 100


class PartAnswer(Answer):
    """A part of a list: from which place on, of how many.

    `next` is the address of the part that follows, null after the last.
    """

    offset: int
    total: int
    next: str | None


class PagedAnswer(PartAnswer):
    """A part of a list of what a collection holds.

    `version` grows with every write to the collection; `as_of` goes with an edit of what was read.
    """

    version: int
    as_of: int


def place_in(held: Collection, query: Paged, total: int) -> dict[str, Any]:
    """Return which part of a list an answer holds, and how the collection stood."""
    return {**part_of(query, total), "version": held.version, "as_of": held.as_of}


def part_of(query: Paged, total: int) -> dict[str, Any]:
    """Return which part of a list an answer holds, and where the next one is."""
    after = query.offset + query.limit
    address = None if after >= total else _address(after, query.limit)
    return {"offset": query.offset, "total": total, "next": address}


def _address(offset: int, limit: int) -> str:
    """Return the address of another part of the list that is asked for."""
    asked = [item for item in request.args.items(multi=True) if item[0] not in _OWN]
    asked += [("offset", str(offset)), ("limit", str(limit))]
    return f"{request.script_root}{quote(request.path)}?{urlencode(asked)}"

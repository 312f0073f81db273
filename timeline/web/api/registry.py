"""All operations of the API, in the order in which they are described.

Each is made by the decorator of its function; a module that is listed here is served, checked at
the boundary, described by the OpenAPI document and tried by the tests.
"""

from collections.abc import Iterator
from types import ModuleType

from timeline.web.api import (
    adding,
    articles,
    collections,
    digest,
    events,
    fields,
    grouping,
    history,
    marks,
    names,
    places,
    previews,
    publication_dates,
    runs,
    texts,
    undoing,
)
from timeline.web.api.operation import Operation

MODULES: tuple[ModuleType, ...] = (
    events,
    digest,
    texts,
    marks,
    fields,
    grouping,
    names,
    adding,
    publication_dates,
    places,
    undoing,
    history,
    previews,
    articles,
    runs,
    collections,
)


def _found() -> Iterator[Operation]:
    for module in MODULES:
        yield from (value for value in vars(module).values() if isinstance(value, Operation))


OPERATIONS: tuple[Operation, ...] = tuple(_found())

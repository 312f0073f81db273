"""Tables of events as JSON: a list of flat objects, bare or in an answer, or SPARQL's results."""

from collections.abc import Iterator, Mapping
from typing import Any

_LISTS = ("data", "Result", "result", "results", "rows", "items", "records")
Rows = list[list[str]]


def table_in(document: object) -> Rows | None:
    """Return the header and the rows of a table; None where a document holds none."""
    found = _objects(document)
    if not found:
        return None
    names = list(dict.fromkeys(name for one in found for name in one))
    return [names, *([_written(one.get(name)) for name in names] for one in found)]


def _objects(document: object) -> list[Mapping[str, Any]]:
    if isinstance(document, dict) and isinstance(document.get("results"), dict):
        bindings = document["results"].get("bindings")
        if isinstance(bindings, list):
            return [dict(_bound(one)) for one in bindings if isinstance(one, dict)]
    if isinstance(document, dict):
        lists = (document.get(name) for name in _LISTS)
        document = next((value for value in lists if isinstance(value, list)), None)
    if not isinstance(document, list) or not all(isinstance(one, dict) for one in document):
        return []
    return document


def _bound(binding: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    """Yield the names and values of a solution of SPARQL."""
    for name, value in binding.items():
        yield name, value.get("value") if isinstance(value, dict) else value


def _written(value: object) -> str:
    match value:
        case None | dict():
            return ""
        case list():
            return "; ".join(_written(one) for one in value)
        case bool():
            return str(value).lower()
        case _:
            return str(value)

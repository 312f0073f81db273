"""The reference of the HTTP API, from its OpenAPI document."""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.web.api.openapi import document

HEAD = """\
# HTTP reference

Every address of the API below `/api/v1`, as [openapi.json](#openapi) describes it. \
[The API](../api.md) explains it with examples: how edits work, tokens, refusals.

## openapi

The running server hands out this description at `/api/v1/openapi.json`, for every tool that reads \
OpenAPI 3.1.
"""
_REFERENCE = "#/components/schemas/"
Schema = Mapping[str, Any]


def page() -> str:
    """Return the page in Markdown."""
    told = document()
    parts = [HEAD]
    tags: dict[str, list[str]] = {}
    for path, methods in told["paths"].items():
        for method, one in methods.items():
            tags.setdefault(one["tags"][0], []).extend(_operation(method, path, one))
    for tag, sections in tags.items():
        parts += [f"\n## {tag}\n", *sections]
    parts.append("\n## Types\n")
    for name, schema in sorted(told["components"]["schemas"].items()):
        parts += _type(name, schema)
    return "\n".join(parts)


def _operation(method: str, path: str, one: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n### {method.upper()} {path}\n"
    yield f"{one['summary']}.\n"
    if "description" in one:
        yield f"{one['description']}\n"
    rows = [
        f"| `{p['name']}` | {p['in']} | {_words(p['schema'])} | {'yes' if p['required'] else ''} |"
        for p in one.get("parameters", ())
    ]
    if rows:
        yield "\n".join(("| parameter | in | type | needed |", "| --- | --- | --- | --- |", *rows))
        yield ""
    for kind, content in one.get("requestBody", {}).get("content", {}).items():
        yield f"Body (`{kind}`): {_words(content['schema'])}\n"
    for status, answer in one["responses"].items():
        if status.startswith("2"):
            schemas = [c["schema"] for c in answer.get("content", {}).values()]
            yield f"Answer {status}: {_words(schemas[0]) if schemas else 'no body'}\n"


def _type(name: str, schema: Schema) -> Iterator[str]:
    yield f"\n### {name}\n"
    if "description" in schema:
        yield " ".join(schema["description"].split()) + "\n"
    if "enum" in schema:
        yield f"One of {', '.join(f'`{value}`' for value in schema['enum'])}.\n"
    rows = [
        f"| `{key}` | {_words(value)} | {'yes' if key in schema.get('required', ()) else ''} |"
        for key, value in schema.get("properties", {}).items()
    ]
    if rows:
        yield "\n".join(("| field | type | needed |", "| --- | --- | --- |", *rows)) + "\n"


def _words(schema: Schema) -> str:
    """Return a type in words, with a link where it has a section."""
    match schema:
        case {"$ref": str(reference)}:
            name = reference.removeprefix(_REFERENCE)
            return f"[{name}](#{name.lower()})"
        case {"anyOf": [*kinds]}:
            return " or ".join(map(_words, kinds))
        case {"enum": [*values]}:
            return ", ".join(f"`{value}`" if value else "nothing" for value in values)
        case {"const": value}:
            return f"`{value}`"
        case {"type": "array", "items": dict(inner)}:
            return f"list of {_words(inner)}"
        case {"type": str(name)}:
            return name
    return "any"

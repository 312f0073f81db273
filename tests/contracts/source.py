"""What the Python of the page writes into it, read from its source, for views not at hand."""

import ast
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from timeline.web import server

PAGE = Path(server.__file__).parent
_PLAIN = ("className", "title", "id", "role", "tabIndex", "hidden", "disabled", "style", "dir")


@lru_cache
def calls() -> tuple[ast.Call, ...]:
    """Return every call in the modules of the page."""
    trees = (ast.parse(path.read_text("utf-8")) for path in sorted(PAGE.rglob("*.py")))
    return tuple(node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call))


def _named(*names: str) -> Iterator[ast.Call]:
    for call in calls():
        name = call.func.id if isinstance(call.func, ast.Name) else None
        if name in names:
            yield call


def _texts(node: ast.AST) -> Iterator[str]:
    """Yield the texts that an expression may come to."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from _texts(one)
            yield from _texts(other)


def texts_of(attribute: str) -> set[str]:
    """Return the literal values that an attribute is given by its name in any call."""
    return {
        text
        for call in calls()
        for word in call.keywords
        if word.arg == attribute
        for text in _texts(word.value)
    }


def first_texts(*names: str) -> set[str]:
    """Return the literal first arguments of calls of these functions."""
    return {text for call in _named(*names) if call.args for text in _texts(call.args[0])}


def data_names() -> set[str]:
    """Return the names of all `data-` attributes that views write, without their prefix."""
    written = {w.arg for call in _named("data") for w in call.keywords if w.arg}
    details = {w.arg for call in _named("action", "tick") for w in call.keywords if w.arg}
    spread = {
        text
        for call in _named("data")
        for word in call.keywords
        if word.arg is None and isinstance(word.value, ast.Dict)
        for key in word.value.keys
        if key is not None
        for text in _texts(key)
    }
    plain = {n for n in details if n not in _PLAIN and not n.startswith("aria_")}
    return {*written, *plain, *spread, "action"}


def classes() -> set[str]:
    """Return every class that views write as a literal."""
    return {name for text in texts_of("className") for name in text.split()}


def class_beginnings() -> set[str]:
    """Return what classes begin with that views make of a value: `badge-` of a status."""
    found: set[str] = set()
    for call in calls():
        for word in call.keywords:
            if word.arg == "className" and isinstance(word.value, ast.JoinedStr):
                text = "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "\0"
                    for part in word.value.values
                )
                found |= {name.partition("\0")[0] for name in text.split() if "\0" in name}
                found |= {name for name in text.split() if "\0" not in name}
    return found

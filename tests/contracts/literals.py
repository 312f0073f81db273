"""Texts for people that stand as literals in code instead of in the registry of texts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_LETTERS = re.compile(r"[^\W\d_]")
# Words with a blank between them, or one that begins a sentence, a label or a heading.
_PROSE = re.compile(r"[^\W\d_]{2}\S* +\S*[^\W\d_]{2}|^\s*[A-Z][a-z]{2,}\W?\s*$")
# Components of Dash whose children are no text: a key, a command, EDTF.
_NO_TEXT = {"Kbd", "Code"}
_READ_ATTRIBUTES = {"children", "title", "placeholder", "alt", "label", "roledescription"}
# Functions whose arguments, from a place on, somebody reads.
_SHOWING = {"hidden_words": 0, "empty": 0, "action": 1, "tick": 1, "answered": 1, "refusal": 0}
# What is for other eyes: classes and names of the page, docs of the API, the log.
_OTHER_EYES = {"className", "id", "role", "style", "refusals", "__doc__", "type"}
_LOGGING = {"error", "warning", "info"}
_COMMAND = re.compile(r"^(GET /|timeline [a-z]+\b|attachment; )")
_TECHNICAL = {
    *("Accept", "Allow", "Location", "Origin", "Strict"),  # of HTTP
    *(
        "Circle",
        "Drawing",
        "Field",
        "Path",
        "Rect",
        "Still",
        "Svg",
        "Values",
    ),  # the types of our components, as the scripts know
    *("Home", "End", "Enter", "Esc", "Ctrl Z", "Ctrl ⇧ Z"),  # keys
}


def shown_literals(source: str) -> Iterator[str]:
    """Yield the literals of a module that stand where somebody reads them."""
    for call in _calls(ast.parse(source)):
        for value in _shown_by(call):
            yield from (said for said in _literals(value) if _LETTERS.search(said))


def prose(source: str, classes: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the literals of a module that read like prose; those made of `classes` do not."""
    for value in _constants(ast.parse(source)):
        if not _PROSE.search(value) or _COMMAND.match(value) or value.strip() in _TECHNICAL:
            continue
        if "<" in value:
            yield from in_html(value)
            continue
        if all(word in classes or word.endswith("-") for word in value.split()):
            continue
        yield value


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def _shown_by(call: ast.Call) -> Iterator[ast.AST]:
    name = _name(call)
    of_html = isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "html"
    if of_html and name not in _NO_TEXT:
        yield from call.args
    if name in _SHOWING:
        yield from call.args[_SHOWING[name] :]
    if of_html or name in {*_SHOWING, "aria", "Field", "AxisDate"}:
        for word in call.keywords:
            if word.arg and word.arg.removeprefix("aria_") in _READ_ATTRIBUTES:
                yield word.value


def _literals(node: ast.AST) -> Iterator[str]:
    """Yield the literals that an expression may come to, not those that calls in it take."""
    match node:
        case ast.Constant(value=str(said)):
            yield said
        case ast.Call() | ast.Compare() | ast.Subscript():
            return
        case ast.IfExp(body=one, orelse=other):
            yield from (*_literals(one), *_literals(other))
        case ast.ListComp(elt=one) | ast.GeneratorExp(elt=one):
            yield from _literals(one)
        case _:
            for part in ast.iter_child_nodes(node):
                yield from _literals(part)


def _constants(node: ast.AST) -> Iterator[str]:
    """Yield all literals but docstrings, types, and what is for other eyes than a reader's."""
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns"} or (field == "keywords" and not value):
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST) and not _is_for_others(one):
                yield from _constants(one)
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def _is_for_others(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant()):
            return True
        case ast.keyword(arg=str(name)):
            return name in _OTHER_EYES
        case ast.Dict(keys=keys):  # the statuses of an operation, each with when it is answered
            return bool(keys) and all(
                key is None or (isinstance(key, ast.Constant) and isinstance(key.value, int))
                for key in keys
            )
        case ast.Call():
            return _name(node) in {*_LOGGING, "TypeError", "Format", "cast", "TypeVar"}
        case ast.Assign(targets=[ast.Name(id=name)]):
            return name == name.lower() and name in {"style", "policy"}
    return False


# --- HTML ---

_READ_IN_TAGS = re.compile(r'(?:title|placeholder|alt|aria-label)="([^"]*)')
_TAGS = re.compile(r"<!--.*?-->|<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>?", re.DOTALL)
_PLACES = re.compile(r"\{text [a-z_.-]+\}|\{\{.*?\}\}|\{%.*?%\}|\{\w+\}")


def in_html(page: str) -> Iterator[str]:
    """Yield the texts of a page of HTML, or of a piece of one, that stand in it themselves."""
    inside = re.match(r"[^<]*>", page)  # a piece that begins within a tag
    bare = _PLACES.sub("", f"<{page}" if inside else page)
    found = [*_READ_IN_TAGS.findall(bare), *re.split(r"\n|\0", _TAGS.sub("\n", bare))]
    yield from (one for one in found if _LETTERS.search(one))


def pieces_of_html(source: str) -> Iterator[str]:
    """Yield the literals of a module that hold a tag, values in them left out."""
    tree = ast.parse(source)
    joined = (node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr))
    parts = {id(part) for node in joined for part in node.values}
    for node in ast.walk(tree):
        match node:
            case ast.Constant() if id(node) in parts:
                continue
            case ast.JoinedStr(values=values):
                said = "".join(
                    str(part.value) if isinstance(part, ast.Constant) else "\0" for part in values
                )
            case ast.Constant(value=str(said)):
                pass
            case _:
                continue
        if "<" in said and "{" not in said:
            yield said


# --- scripts ---

_SINKS = re.compile(
    r"(?:\.(?:textContent|innerText|title|placeholder|ariaLabel|alt)\s*=(?!=)"
    r"|(?:setAttribute|setText)\([^;]*?(?:\"(?:title|aria-label|placeholder|alt)\"|byId\([^)]*\)),"
    r"|\b(?:say|toast|blame)\(|\bmade\(\"\w+\",(?=[^,)]*))([^;]*)"
)
_CALLED = re.compile(r"\b(?:words|filled|byId|first|find|field|querySelector)\([^()]*\)")
_QUOTED = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`([^`]*)`')
_PLACED = re.compile(r"\$\{[^}]*\}")


def in_script(code: str) -> Iterator[str]:
    """Yield the literals that a script shows: as text, title, label or message."""
    bare = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", code, flags=re.DOTALL)
    for sink in _SINKS.finditer(bare):
        for one in _QUOTED.finditer(_CALLED.sub("", sink[1])):
            said = _PLACED.sub("", one[1] or one[2] or "")
            if re.search(r"^[A-Z][a-z]|[a-z] [a-z]", said) and not said.startswith("icon "):
                yield said


def files_of(folder: Path, *patterns: str) -> list[Path]:
    """Return the files of a folder by their endings, in order."""
    return sorted(path for pattern in patterns for path in folder.rglob(pattern))

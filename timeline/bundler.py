"""ES modules joined into one classic script, so that a page asks for one file and needs no Node.

A strict subset of the language is read; whatever else begins with `import` or `export` is refused
by file and line. Each module becomes a function that is called once, after those it imports, and
returns what it exports, so that names of one module are never seen in another:

    import { a, b as c } from "./x.js";     import * as x from "./x.js";     import "./x.js";
    export const a = …                      export function a(…              export class A …

What is exported cannot be set again (`export let` is refused), so a copy of it is as good as the
binding of the language. Comments are left out.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from timeline.errors import ScriptError

# On lines of their own, and types before an expression. No text of a module spans lines (ESLint),
# so none is taken for a comment.
_COMMENT = re.compile(
    r"^[ \t]*/\*(?:(?!\*/).)*\*/[ \t]*\n|/\*\* @type (?:(?!\*/).)*\*/ ?", re.MULTILINE | re.DOTALL
)
_NAME = r"[A-Za-z_$][\w$]*"
_IMPORT = re.compile(
    rf"^import (?:(?P<names>\{{[^{{}}]*\}})|\* as (?P<whole>{_NAME}))? ?(?:from )?"
    r'"(?P<source>\.{1,2}/[^"\n]+\.js)";\n',
    re.MULTILINE,
)
_NAMED = re.compile(rf"({_NAME})(?: as ({_NAME}))?")
_EXPORT = re.compile(rf"^export (?=(?:const|(?:async )?function|class) ({_NAME}))", re.MULTILINE)
_REFUSED = re.compile(r"^(?:import|export)\b|\bimport\s*[(.]", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Import:
    """What a module takes from another one: pairs of its name there and here, or the whole."""

    source: Path
    names: tuple[tuple[str, str], ...] = ()
    whole: str = ""


@dataclass(frozen=True, slots=True)
class Module:
    """A module as it is read: `body` is its text without imports, types and the word `export`."""

    path: Path
    imports: tuple[Import, ...]
    exports: tuple[str, ...]
    body: str


def read_module(path: Path) -> Module:
    """Return a module; raise ScriptError where it is written in another way than the subset."""
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        raise ScriptError(f"{path}: the script cannot be read: {error.strerror}") from None
    code = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    imports = tuple(_import(path, found) for found in _IMPORT.finditer(code))
    code = _IMPORT.sub(lambda found: "\n" * found[0].count("\n"), code)
    exports = tuple(found[1] for found in _EXPORT.finditer(code))
    body = _EXPORT.sub("", code)
    if refused := _REFUSED.search(body):
        line = body.count("\n", 0, refused.start()) + 1
        words = text.splitlines()[line - 1].strip()
        raise ScriptError(f"{path}:{line}: the bundler does not read this way to write it: {words}")
    return Module(path, imports, exports, re.sub(r"\n{2,}", "\n", body).strip("\n"))


def modules_of(entry: Path) -> list[Module]:
    """Return a module and all that it needs, each after those that it imports, once.

    Raise ScriptError for imports in a circle and for names that are not exported.
    """
    ordered: dict[Path, Module] = {}
    _visit(entry.resolve(), ordered, [])
    return list(ordered.values())


def bundled(entry: Path) -> str:
    """Return one classic script that does what the module does, with all that it needs."""
    modules = modules_of(entry)
    top = Path(*_common_parts([module.path for module in modules]))
    names = {module.path: _label(module.path, top) for module in modules}
    return "\n".join(
        ['(function () {\n"use strict";', *(_wrapped(m, names) for m in modules), "})();\n"]
    )


def _import(path: Path, found: re.Match[str]) -> Import:
    source = (path.parent / found["source"]).resolve()
    pairs = (
        tuple((name, here or name) for name, here in _NAMED.findall(found["names"]))
        if found["names"]
        else ()
    )
    return Import(source, pairs, found["whole"] or "")


def _visit(path: Path, ordered: dict[Path, Module], under: list[Path]) -> None:
    if path in ordered:
        return
    if path in under:
        circle = " → ".join(one.name for one in (*under[under.index(path) :], path))
        raise ScriptError(f"{path}: the imports run in a circle: {circle}")
    module = read_module(path)
    for one in module.imports:
        _visit(one.source, ordered, [*under, path])
        for name, _ in one.names:
            if name not in ordered[one.source].exports:
                raise ScriptError(f"{path}: {one.source.name} exports no {name}")
    ordered[path] = module


def _wrapped(module: Module, names: dict[Path, str]) -> str:
    given = f"return {{ {', '.join(module.exports)} }};" if module.exports else ""
    taken = (_binding(one, names) for one in module.imports)
    body = "\n".join(filter(None, (*taken, module.body, given)))
    return f"const {names[module.path]} = (() => {{\n{body}\n}})();"


def _binding(one: Import, names: dict[Path, str]) -> str:
    label = names[one.source]
    if one.whole:
        return f"const {one.whole} = {label};"
    pairs = ", ".join(name if name == here else f"{name}: {here}" for name, here in one.names)
    return f"const {{ {pairs} }} = {label};" if pairs else ""


def _common_parts(paths: list[Path]) -> list[str]:
    parts: list[str] = []
    for level in zip(*(path.parent.parts for path in paths), strict=False):
        if len(set(level)) > 1:
            break
        parts.append(level[0])
    return parts


def _label(path: Path, top: Path) -> str:
    """Return the name of a module within the script: `$page_state` of page/state.js."""
    return "$" + re.sub(r"\W", "_", str(path.relative_to(top).with_suffix("")))

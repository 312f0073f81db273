"""A class name has one owner, where people look for it: in what the page, store and model hold."""

import ast
from collections import defaultdict
from pathlib import Path

import timeline

PACKAGE = Path(timeline.__file__).parent
PACKAGES = ("model", "wording", "query", "store", "editing", "export", "drawing", "web")


def owners(source: str) -> list[str]:
    """Return the names of the classes that a module defines for others."""
    nodes = ast.walk(ast.parse(source))
    found = (node.name for node in nodes if isinstance(node, ast.ClassDef))
    return [name for name in dict.fromkeys(found) if not name.startswith("_")]


def test_a_class_name_has_one_owner() -> None:
    files: defaultdict[str, list[str]] = defaultdict(list)
    for package in PACKAGES:
        for path in sorted((PACKAGE / package).rglob("*.py")):
            for name in owners(path.read_text("utf-8")):
                files[name].append(str(path.relative_to(PACKAGE)))
    assert {name: where for name, where in files.items() if len(where) > 1} == {}
    assert owners("class A: ...\nclass _B: ...\nif x:\n    class A: ...") == ["A"]

"""The layers of docs/design.md: imports run downwards only, and each library has its package."""

import ast
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# From the lowest up. Within the first layer packages may import each other, but not in a circle;
# above it a package imports only from layers below its own.
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"model", "wording", "languages", "errors", "isolation"}),
    frozenset({"query"}),
    frozenset(
        {
            *("reading", "tagging", "dating", "resolving", "events", "merging", "store", "drawing"),
            *("digest", "telling", "places", "bundler", "demo"),
        }
    ),
    frozenset({"jobs"}),
    frozenset({"app"}),
    frozenset({"editing"}),
    frozenset({"export"}),
    frozenset({"importing"}),
    frozenset({"python_api"}),
    frozenset({"spacy_component"}),
    frozenset({"web"}),
    frozenset({"cli"}),
    frozenset({"embedded"}),
    frozenset({"__main__", "wsgi", "app.py"}),
)
WEB_LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"http"}),
    frozenset({"auth"}),
    frozenset({"gateway"}),
    frozenset({"data"}),
    frozenset({"page"}),
    frozenset({"boundary"}),
    frozenset({"uploads"}),
    frozenset({"api"}),
    frozenset({"features"}),
    frozenset({"layout"}),
    frozenset({"collection_dispatcher", "seeding"}),
    frozenset({"server"}),
    frozenset({"serving"}),
)
FACES = {"__init__"}  # timeline/__init__.py shows the public names of every package
PACKAGES_OF = {
    "dash": {"web", "app.py", "embedded"},
    "flask": {"web", "embedded", "wsgi"},
    "plotly": {"drawing", "python_api", "web"},
    "dateparser": {"languages"},
    "spacy": {"events", "spacy_component"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "sqlite3": {"store"},
    "lxml": {"reading"},
    "trafilatura": {"reading"},
    "htmldate": {"reading"},
    "pypdfium2": {"reading"},
    "python_calamine": {"reading"},
    "striprtf": {"reading"},
    "fastwarc": {"reading"},
    "PIL": {"reading"},
    "cv2": {"reading"},
    "rapidocr": {"reading"},
    "pyarrow": {"export"},
    "pydantic": {"web"},
    "click": {"cli", "web"},
    "pandas": {"python_api"},
}
FILES = sorted([*(ROOT / "timeline").rglob("*.py"), ROOT / "app.py"])
Edge = tuple[str, str]


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def package_of(path: Path) -> str:
    """Return the package of a file: a folder or a single module of `timeline`, or app.py."""
    parts = path.relative_to(ROOT).parts
    return Path(parts[1]).stem if parts[0] == "timeline" else parts[0]


@cache
def imports_of(path: Path) -> tuple[str, ...]:
    """Return the full name of every module that a file imports, wherever in it."""
    return tuple(imported(path))


def imported(path: Path) -> Iterator[str]:
    """Yield the full name of every module that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{name_of(path)}:{node.lineno} imports relatively"
            if node.module == "timeline":
                yield from (f"timeline.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def users_of(package: str) -> list[Path]:
    return [p for p in FILES if any(n.split(".")[0] == package for n in imports_of(p))]


def refused(edge: Edge, layers: Sequence[frozenset[str]], free: int = 0) -> str:
    """Return why a package may not import another one, nothing where it may.

    Within the lowest `free` layers packages may import each other.
    """
    level = {name: place for place, names in enumerate(layers) for name in names}
    here, there = edge
    for name in edge:
        if name not in level:
            return f"{name} has no layer"
    if here == there or level[there] < level[here]:
        return ""
    if level[there] > level[here]:
        return f"{there} is above {here}"
    return "" if level[here] < free else f"{there} is beside {here}"


def circle_in(edges: Mapping[str, set[str]]) -> list[str]:
    """Return the names of a circle of imports, nothing where there is none."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def edges_between(place: int) -> Iterator[tuple[Path, Edge]]:
    """Yield the imports between packages, or between those at a deeper place of the name."""
    for path in FILES:
        parts = Path(name_of(path)).with_suffix("").parts
        if parts[0] != "timeline":
            parts = ("timeline", "app.py")
        elif parts[-1] == "__init__":
            parts = parts[:-1]
        for name in imports_of(path):
            there = name.split(".")
            if there[0] != "timeline" or len(there) <= place or len(parts) <= place:
                continue
            if tuple(there[:place]) == parts[:place] and there[place] != parts[place]:
                yield path, (parts[place], there[place])


def test_files_import_from_lower_layers_only() -> None:
    wrong = [
        f"{name_of(path)}: {reason}"
        for path, edge in edges_between(1)
        if edge[0] not in FACES and (reason := refused(edge, LAYERS, free=1))
    ]
    assert wrong == []


def test_the_packages_of_the_page_import_downwards_only() -> None:
    wrong = [
        f"{name_of(path)}: {reason}"
        for path, edge in edges_between(2)
        if name_of(path).startswith("timeline/web/") and (reason := refused(edge, WEB_LAYERS))
    ]
    assert wrong == []


def test_no_feature_of_the_page_imports_another() -> None:
    features = [
        f"{name_of(path)}: {edge}"
        for path, edge in edges_between(3)
        if name_of(path).startswith("timeline/web/features/")
    ]
    assert features == []


def wires(path: Path) -> bool:
    """Return whether a file of the page takes what callbacks are made of."""
    tree = ast.parse(path.read_text("utf-8"))
    froms = (node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return any(
        one.module == "dash" and {"Dash", "Input", "Output"} & {name.name for name in one.names}
        for one in froms
    )


def test_a_feature_keeps_its_callbacks_apart_from_layout_and_views() -> None:
    features = [p for p in FILES if name_of(p).startswith("timeline/web/features/")]
    assert {p.name for p in features if wires(p)} == {"callbacks.py"}
    assert all(wires(path) for path in features if path.name == "callbacks.py")


def test_no_imports_run_in_a_circle() -> None:
    packages: dict[str, set[str]] = {}
    for _, (here, there) in edges_between(1):
        packages.setdefault(here, set()).add(there)
    assert circle_in(packages) == []
    modules: dict[str, set[str]] = {}
    for path in FILES:
        here = ".".join(Path(name_of(path)).with_suffix("").parts).removesuffix(".__init__")
        modules[here] = {n for n in _loaded_at_once(path) if n.startswith("timeline.")} - {here}
    assert circle_in(modules) == []


def _loaded_at_once(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports as it is loaded itself."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                module = ROOT / node.module.replace(".", "/") / f"{alias.name}.py"
                yield f"{node.module}.{alias.name}" if module.exists() else node.module


@pytest.mark.parametrize("package", sorted(PACKAGES_OF))
def test_a_library_is_used_in_its_packages_only(package: str) -> None:
    strays = [name_of(p) for p in users_of(package) if package_of(p) not in PACKAGES_OF[package]]
    assert strays == []


def test_dateparser_is_used_in_its_adapter_only() -> None:
    users = [name_of(p) for p in users_of("dateparser")]
    assert users == ["timeline/languages/dateparser_adapter.py"]


def test_the_check_of_the_layers_sees_every_kind_of_import(tmp_path: Path) -> None:
    source = (
        "import a.b\nfrom c import d\nfrom timeline import web\ndef f():\n    import spacy as s\n"
    )
    path = tmp_path / "some.py"
    path.write_text(source, encoding="utf-8")
    assert sorted(imports_of(path)) == ["a.b", "c", "spacy", "timeline.web"]


def test_the_check_of_the_layers_refuses_what_runs_upwards_or_sideways() -> None:
    layers = (frozenset({"a", "b"}), frozenset({"c", "d"}))
    assert refused(("c", "a"), layers) == ""
    assert refused(("a", "c"), layers) == "c is above a"
    assert refused(("c", "d"), layers, free=1) == "d is beside c"
    assert refused(("a", "b"), layers, free=1) == ""
    assert refused(("a", "x"), layers) == "x has no layer"
    assert circle_in({"a": {"b"}, "b": {"a"}})
    assert circle_in({"a": {"b"}, "b": {"c"}}) == []


@pytest.mark.parametrize(
    "package",
    [
        *("tagging", "resolving", "model", "cli.main"),
        *("web", "web.page.state", "web.auth.passwords", "web.auth.service"),
    ],
)
def test_what_is_light_starts_without_the_heavy_packages(package: str) -> None:
    heavy = sorted(set(PACKAGES_OF) - {"sqlite3", "click"})
    program = f"import sys, timeline.{package}; print(*sorted(set({heavy}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_a_command_is_loaded_when_it_is_called() -> None:
    program = (
        "import sys, timeline.cli.main; print(*(m for m in sys.modules if 'timeline.cli.' in m))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert sorted(done.stdout.split()) == ["timeline.cli.completion", "timeline.cli.main"]

"""The floors of docs/design.md: imports run downwards only, and each big package has one room."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FLOORS = {
    1: {"errors", "guarded", "isolation", "naming", "model", "languages"},
    2: {"reading", "tagging", "dating", "resolving", "events", "merging", "store", "figures"},
    3: {
        "pipeline",
        "collecting",
        "program",
        "saving",
        "reporting",
        "adding",
        "passwords",
        "private_folders",
        "watching",
        "runner",
        "ahead",
        "garbage",
        "stored",
        "tagged",
        "explained",
        "typed_dates",
        "curation",
        "importing",
        "web",
        "export",
    },
    4: {"commands", "__main__", "app"},
}
FLOOR_OF = {room: floor for floor, rooms in FLOORS.items() for room in rooms}
FACES = {"__init__"}  # timeline/__init__.py shows the public names of every room
ROOMS_OF = {
    "dash": {"web", "app"},
    "plotly": {"figures", "web"},
    "dateparser": {"languages"},
    "spacy": {"events"},
    "sqlalchemy": {"store"},
    "alembic": {"store"},
    "sqlite3": {"store"},
    "lxml": {"reading"},
    "trafilatura": {"reading"},
    "htmldate": {"reading"},
    "pypdfium2": {"reading"},
    "pydantic": {"web"},
}
FILES = sorted([*(ROOT / "timeline").rglob("*.py"), ROOT / "app.py"])


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def room_of(path: Path) -> str:
    """Name the room of a file: a folder or a single file of the package."""
    parts = path.relative_to(ROOT).parts
    return Path(parts[1] if parts[0] == "timeline" else parts[0]).stem


def imports_of(path: Path) -> Iterator[str]:
    """Give the full name of every module that a file imports, wherever in it."""
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


@pytest.mark.parametrize("path", [p for p in FILES if room_of(p) not in FACES], ids=name_of)
def test_a_file_stands_on_a_floor_and_imports_downwards(path: Path) -> None:
    here = room_of(path)
    assert here in FLOOR_OF, f"{name_of(path)} stands on no floor"
    for name in imports_of(path):
        top, _, rest = name.partition(".")
        if top != "timeline" or not rest:
            continue
        there = rest.split(".")[0]
        if there == here:
            continue
        assert there in FLOOR_OF, f"{name_of(path)} imports {name}, which stands on no floor"
        above = FLOOR_OF[there] > FLOOR_OF[here]
        beside = FLOOR_OF[there] == FLOOR_OF[here] == 2
        assert not above, f"{name_of(path)} imports {name}, which stands above it"
        assert not beside, f"{name_of(path)} imports {name}, a room beside it"


@pytest.mark.parametrize("package", sorted(ROOMS_OF))
def test_a_package_is_used_in_its_rooms_only(package: str) -> None:
    strays = [name_of(p) for p in users_of(package) if room_of(p) not in ROOMS_OF[package]]
    assert strays == []


def test_dateparser_is_used_in_two_files() -> None:
    users = sorted(name_of(p) for p in users_of("dateparser"))
    assert users == ["timeline/languages/dates.py", "timeline/languages/locale_words.py"]


def test_the_check_of_the_floors_sees_every_kind_of_import(tmp_path: Path) -> None:
    source = (
        "import a.b\nfrom c import d\nfrom timeline import web\ndef f():\n    import spacy as s\n"
    )
    path = tmp_path / "some.py"
    path.write_text(source, encoding="utf-8")
    assert sorted(imports_of(path)) == ["a.b", "c", "spacy", "timeline.web"]


@pytest.mark.parametrize("room", ["tagging", "resolving", "model"])
def test_tagging_starts_without_the_heavy_packages(room: str) -> None:
    heavy = sorted(set(ROOMS_OF) - {"sqlite3"})
    program = f"import sys, timeline.{room}; print(*sorted(set({heavy}) & set(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []

"""Nothing in the working folder is run as code, by whatever command, process and environment."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.planting import ROOT, before_ours, plant, recorded, write_articles
from tests.sweeps import SWEEP
from timeline.app.workers import processes
from timeline.errors import StoreError
from timeline.isolation import import_path as paths
from timeline.isolation.children import NEUTRAL, PACKAGE, command, environment
from timeline.isolation.import_path import import_path
from timeline.isolation.pools import rewritten
from timeline.jobs.pool import Done, run
from timeline.store import Store

PATIENCE = 600.0  # seconds; spent only where something is wrong
PASSWORD = "a long password for a test\n" * 2
COMMANDS: Sequence[tuple[str, ...]] = (
    ("--version",),
    ("formats",),
    ("explain", "on Thursday", "--published", "2024-05-05"),
    ("tag", "."),
    ("extract", "."),
    ("extract", ".", "--jobs", "2", "--store", "s.sqlite"),
    ("export", "--store", "s.sqlite", "--format", "csv", "--out", "out.csv"),
    ("import", "list.csv", "--store", "s.sqlite", "--by", "ana"),
    ("curate", "add", "A title", "2024-05-05", "--store", "s.sqlite", "--by", "ana"),
    ("curate", "queue", "--store", "s.sqlite"),
    ("collections", "add", "harbour", "--store", "s.sqlite"),
    ("collections", "--store", "s.sqlite"),
    ("search", "river", "--store", "s.sqlite"),
    ("remove", "1.txt", "--store", "s.sqlite", "--yes"),
    ("export-corrections", "--store", "s.sqlite", "--out", "gold"),
    ("password", "p.password"),
)
# Those that start processes: what else runs is the program that its user has started.
WITH_CHILDREN = [words for words in COMMANDS if words[0] in {"tag", "extract"}]
# A program that has loaded all that it needs, and whose environment then says to import from the
# working folder: what is imported from there, its children have imported.
TURNED = """\
import contextlib, importlib, os, sys
for name in {loaded!r}:
    with contextlib.suppress(ImportError):  # some are made by others, and lie in no file
        importlib.import_module(name)
os.chdir({folder!r})
os.environ.update(PYTHONPATH={path!r}, PYTHONSTARTUP="json.py", PYTHONSAFEPATH={safe!r})
if {safe!r} == "0":
    del os.environ["PYTHONSAFEPATH"]
sys.argv[0] = "timeline"
from timeline.cli.main import main
main()
"""


@dataclass(frozen=True, slots=True)
class Launcher:
    """A folder with programs among its articles, and how the command line is started in it."""

    folder: Path
    marker: Path
    start: tuple[str, ...]
    cwd: Path
    variables: dict[str, str]

    def popen(self, *arguments: str) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [*self.start, *arguments],
            cwd=self.cwd,
            env=self.variables,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def ran(self) -> str:
        return self.marker.read_text(encoding="utf-8") if self.marker.exists() else ""


def launched(how: str, top: Path) -> Launcher:
    folder, marker = top / "articles", top / "marker"
    folder.mkdir()
    module = how == "python -m"
    spared = before_ours() | {"timeline"} if module else frozenset[str]()
    plant(folder, marker, packages=module, spared=spared)
    write_articles(folder)
    variables = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    variables["PYTHONSTARTUP"] = "json.py"
    match how:
        case "python -m":
            start: tuple[str, ...] = (sys.executable, "-m", "timeline")
        case "timeline":
            start = (str(Path(sys.executable).parent / "timeline"),)
        case path:
            start = (sys.executable, "-c", turned(folder, path))
            return Launcher(folder, marker, start, top, variables)
    return Launcher(folder, marker, start, folder, variables)


def turned(folder: Path, path: str) -> str:
    loaded = [name for name in recorded()[1] if name != "timeline.__main__"]
    return TURNED.format(loaded=loaded, folder=str(folder), path=path, safe=str(int(path == ":")))


@pytest.fixture(scope="module", params=["timeline", "python -m"])
def started(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Launcher:
    return launched(request.param, tmp_path_factory.mktemp("planted"))


@pytest.fixture(scope="module")
def misled(tmp_path_factory: pytest.TempPathFactory) -> Launcher:
    """Start in an environment that asks for modules of the working folder."""
    return launched(".", tmp_path_factory.mktemp("planted"))


@pytest.mark.parametrize(
    ("started", "commands"),
    [("python -m", COMMANDS), ("timeline", COMMANDS if os.environ.get(SWEEP) else WITH_CHILDREN)],
    indirect=["started"],
    ids=["python -m", "timeline"],
)
def test_no_command_runs_what_lies_in_the_folder(
    commands: Sequence[tuple[str, ...]], started: Launcher
) -> None:
    # One after another: some need the store that another makes.
    found = {" ".join(one): list(run_among_programs(one, started).faults()) for one in commands}
    assert not any(found.values()), found


@pytest.mark.parametrize("arguments", WITH_CHILDREN, ids=" ".join)
def test_no_process_of_a_command_follows_the_environment(
    arguments: tuple[str, ...], misled: Launcher
) -> None:
    assert list(run_among_programs(arguments, misled).faults()) == []


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command among programs ended, and which of them ran."""

    arguments: tuple[str, ...]
    code: int
    out: str
    err: str
    ran: str

    def faults(self) -> Iterator[str]:
        """Yield what it did wrong: programs that ran, and work that it did not do."""
        if self.ran:
            yield f"ran {self.ran}"
        if "Traceback" in self.err:
            yield f"shows a traceback: {self.err}"
        refused = {
            line.split(":")[1].strip() for line in self.err.splitlines() if "not read" in line
        }
        yield from (f"{one} is not read" for one in {"page.html", "list.csv", "1.txt"} & refused)
        # These two name each planted program as not read, and end with 1.
        if self.arguments[0] not in {"tag", "extract"} and self.code:
            yield f"ends with {self.code}: {self.err}"
        if self.arguments == ("extract", "."):
            found = {one["document"] for one in json.loads(self.out)["documents"]}
            yield from (f"{one} is missing" for one in {"page.html", "63.txt"} - found)


def run_among_programs(arguments: tuple[str, ...], launcher: Launcher) -> Ended:
    with launcher.popen(*arguments) as process:
        out, err = process.communicate(PASSWORD)
    return Ended(arguments, process.returncode, out, err, launcher.ran())


def test_a_folder_that_is_watched_runs_nothing(started: Launcher) -> None:
    assert watch_among_programs(started) == (0, "")


def test_a_folder_that_is_watched_does_not_follow_the_environment(misled: Launcher) -> None:
    assert watch_among_programs(misled) == (0, "")


def watch_among_programs(launcher: Launcher) -> tuple[int, str]:
    """Watch until an article is read; return the exit code, and which programs ran."""
    store = launcher.folder / "watched.sqlite"
    with launcher.popen("watch", ".", "--store", "watched.sqlite") as process:
        try:
            until(lambda: "page.html" in documents(store))
            process.send_signal(signal.SIGTERM)  # a shell's background jobs ignore SIGINT
            process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    return process.returncode, launcher.ran()


def test_an_upload_runs_nothing(started: Launcher) -> None:
    assert upload_among_programs(started) == ""


def upload_among_programs(launcher: Launcher) -> str:
    """Serve until an uploaded article is read; return which programs ran."""
    store = launcher.folder / "served.sqlite"
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with Store.open(store, adds=True):
        pass
    with launcher.popen("serve", "--store", "served.sqlite", "--port", str(port)) as process:
        try:
            until(lambda: upload(port))
            until(lambda: "brought.html" in documents(store))
        finally:
            process.kill()
    return launcher.ran()


def upload(port: int) -> bool:
    page = "<html><body><p>The river flooded the town on 5 May 2024.</p></body></html>"
    body = (
        '--x\r\nContent-Disposition: form-data; name="article"; filename="brought.html"\r\n'
        f"Content-Type: text/html\r\n\r\n{page}\r\n--x--\r\n"
    )
    headers = {
        "Content-Type": "multipart/form-data; boundary=x",
        "Sec-Fetch-Site": "same-origin",
        "Origin": f"http://127.0.0.1:{port}",
    }
    asked = urllib.request.Request(
        f"http://127.0.0.1:{port}/api/v1/articles", body.encode(), headers
    )
    try:
        with urllib.request.urlopen(asked, timeout=30) as answer:  # noqa: S310 - this machine
            return bool(answer.status == 202)
    except urllib.error.HTTPError:
        raise
    except OSError:  # it does not listen yet
        return False


def documents(store: Path) -> set[str]:
    with suppress(StoreError), Store.open(store) as opened:  # it may not be there yet
        return {analysis.article.document for analysis in opened.articles.analyses()}
    return set()


def until(found: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not found():
        assert time.monotonic() < deadline, "it takes too long"
        time.sleep(0.2)


def test_what_is_planted_would_be_run_by_a_child_that_is_not_isolated(tmp_path: Path) -> None:
    launcher = launched("timeline", tmp_path)
    careless = [sys.executable, "-c", "import json"]
    subprocess.run(careless, cwd=launcher.folder, env=launcher.variables, check=False)
    assert launcher.ran().startswith("json in ")


# ---- how children start ----


@contextmanager
def within(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def test_the_import_path_holds_no_folder_of_articles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    clean = import_path()
    odd = ["", ".", "..", "sub", str(tmp_path), f"{tmp_path}/", str(elsewhere)]
    monkeypatch.setattr(sys, "path", [*odd, *sys.path, *odd])
    with within(tmp_path):
        assert import_path() == clean
    assert all(Path(entry).is_absolute() for entry in clean)


def test_the_import_path_holds_a_folder_of_packages_that_are_required(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    needed, other = tmp_path / "needed", tmp_path / "other"
    for folder, name in ((needed, "spaCy"), (other, "something_else")):
        about = folder / f"{name}-9.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Name: {name}\nVersion: 9\n", encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(other), str(needed), *sys.path])
    paths._is_required.cache_clear()
    assert import_path()[0] == str(needed)
    assert str(other) not in import_path()
    with within(needed):
        assert str(needed) not in import_path()


def test_a_child_gets_nothing_of_python_and_no_relative_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONSAFEPATH", "SECRET"):
        monkeypatch.setenv(name, "a")
    monkeypatch.setenv("LD_LIBRARY_PATH", os.pathsep.join(["", ".", "lib", "/opt/lib"]))
    monkeypatch.setenv("TMPDIR", "relative")
    monkeypatch.setenv("PGHOST", "db")
    given = environment("PG")
    assert not [name for name in given if name.startswith(("PYTHON", "SECRET"))]
    assert given["LD_LIBRARY_PATH"] == "/opt/lib"
    assert "TMPDIR" not in given
    assert given["PGHOST"] == "db"
    assert "PGHOST" not in environment()


def test_a_module_is_run_from_where_this_package_lies() -> None:
    words = command("timeline.reading.sandbox.worker", "1")
    assert words[1] == "-I"
    assert words[-1] == "1"
    assert str(PACKAGE / "__init__.py") in words[words.index("-c") + 1]


@pytest.mark.parametrize("flags", [[], ["-E"], ["-s", "-P"], ["-B", "-I"], ["-X", "dev"]])
def test_a_child_of_multiprocessing_is_isolated_whatever_its_flags(flags: list[str]) -> None:
    words = rewritten(["python", *flags, "-c", "work()", "--more"])
    assert words[:2] == ["python", "-I"]
    assert words[-1] == "--more"
    assert words[-2].endswith("work()")
    assert words.count("-I") == 1
    assert rewritten(["frozen", "--multiprocessing-fork"]) == ["frozen", "--multiprocessing-fork"]


def state(name: str) -> object:
    """Return what a process of the pool is like."""
    kept = {"path": sys.path, "isolated": sys.flags.isolated, "folder": str(Path.cwd())}
    return kept[name]


@pytest.mark.parametrize("method", ["forkserver", "spawn"])
def test_the_processes_of_a_pool_are_isolated(method: str, tmp_path: Path) -> None:
    with within(tmp_path):
        found = list(run(state, ["path", "isolated", "folder"], processes(2, method)))
    told = {one.place: one.result for one in found if isinstance(one, Done)}
    assert set(map(str, told[0])) <= set(import_path())  # type: ignore[call-overload]
    assert told[1] == 1
    assert told[2] == NEUTRAL


@pytest.mark.parametrize(("method", "path"), [("forkserver", ":"), ("spawn", ".")])
def test_a_pool_made_in_a_folder_with_programs_runs_none(
    method: str, path: str, tmp_path: Path
) -> None:
    launcher = launched(path, tmp_path)
    told = turned(launcher.folder, path)
    told = told[: told.index("sys.argv[0]")] + (
        "sys.path.insert(0, '')\n"  # as in a notebook
        "from timeline.app.workers import processes\n"
        "from timeline.jobs.pool import run\n"
        f"print(len(list(run(os.path.abspath, ['a'] * 9, processes(2, {method!r})))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", told], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("9\n", "")
    assert launcher.ran() == ""


@pytest.mark.parametrize("how", ["-m timeline", "-mtimeline", "-Bm timeline"])
def test_the_working_folder_is_taken_off_the_path_however_it_is_written(
    how: str, tmp_path: Path
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('run')", encoding="utf-8")
    words = [sys.executable, *how.split(), "--version"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert re.match(r"timeline, version", done.stdout)
    assert done.returncode == 0


def test_the_path_of_another_program_is_left_alone(tmp_path: Path) -> None:
    package = tmp_path / "theirs"
    package.mkdir()
    (package / "__init__.py").write_text("import timeline", encoding="utf-8")
    (package / "__main__.py").write_text("import beside", encoding="utf-8")
    (tmp_path / "beside.py").write_text("print('beside')", encoding="utf-8")
    words = [sys.executable, "-m", "theirs"]
    done = subprocess.run(words, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout == "beside\n"


def test_the_source_tree_is_where_the_tests_think() -> None:
    assert PACKAGE == ROOT / "timeline"

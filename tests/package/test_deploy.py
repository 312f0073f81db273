"""The files of docs/deploy/: read as their programs read them, and their commands run."""

import configparser
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import pytest
import yaml

from tests.package.installing import ROOT
from tests.store import postgres
from tests.web.real_server import RealServer, free_port
from timeline.store import Store

DEPLOY = ROOT / "docs" / "deploy"
PHRASE = "correct horse battery"
INSTRUCTIONS = {
    *("FROM", "WORKDIR", "COPY", "RUN", "ENV", "USER", "VOLUME", "EXPOSE", "HEALTHCHECK", "CMD"),
}
LONGEST_START = 60.0  # seconds; spent only where something is wrong


def instructions() -> list[tuple[str, str]]:
    lines = (DEPLOY / "Dockerfile").read_text("utf-8").splitlines()
    kept = (line for line in lines if line and not line.startswith("#"))
    return [(name, rest) for name, _, rest in (line.partition(" ") for line in kept)]


def told_by(name: str) -> list[str]:
    return [rest for found, rest in instructions() if found == name]


def compose() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    return read


def unit() -> configparser.ConfigParser:
    read = configparser.ConfigParser(strict=False, interpolation=None)
    read.optionxform = str  # type: ignore[assignment, method-assign]
    read.read(DEPLOY / "timeline.service", "utf-8")
    return read


def served_by() -> list[str]:
    (command,) = told_by("CMD")
    words: list[str] = json.loads(command)
    return words


def test_the_image_is_made_by_instructions_that_there_are() -> None:
    assert {name for name, _ in instructions()} <= INSTRUCTIONS
    assert instructions()[0][0] == "FROM"
    (user,) = told_by("USER")
    assert any("useradd --system" in run and run.endswith(f" {user}") for run in told_by("RUN"))


def test_what_the_image_copies_is_enough_to_build_the_package(tmp_path: Path) -> None:
    for copied in told_by("COPY"):
        *sources, into = copied.split()
        if sources[0].startswith("--from"):
            continue
        for source in sources:
            there = tmp_path / (into if not into.endswith("/") else f"{into}{source}")
            there.parent.mkdir(parents=True, exist_ok=True)
            copy = shutil.copytree if (ROOT / source).is_dir() else shutil.copy
            copy(ROOT / source, there)
    program = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "requirements.lock").is_file()


def test_what_the_image_installs_is_what_the_extras_name() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {one for many in extras["optional-dependencies"].values() for one in many}
    installed = [shlex.split(run) for run in told_by("RUN") if "pip install" in run]
    assert {word for words in installed for word in words if ">=" in word} <= named


def test_the_services_belong_together() -> None:
    services = compose()["services"]
    page, database = services["page"], services["database"]
    there = (DEPLOY / page["build"]["context"]).resolve()
    assert there == ROOT
    assert (there / page["build"]["dockerfile"]).is_file()
    store = re.fullmatch(r"postgresql://(\w+)@(\w+)/(\w+)", page["environment"]["TIMELINE_STORE"])
    assert store is not None
    assert store[1] == database["environment"]["POSTGRES_USER"]
    assert store[2] in services
    assert store[3] == database["environment"]["POSTGRES_DB"]
    assert page["environment"]["PGPASSWORD"] == database["environment"]["POSTGRES_PASSWORD"]
    text = (DEPLOY / "compose.yaml").read_text("utf-8")
    for variable in re.findall(r"\$\{(\w+)", text):
        assert f"#   {variable}=" in text
    (port,) = page["ports"]
    (exposed,) = told_by("EXPOSE")
    assert port.startswith("127.0.0.1:")
    assert port.endswith(f":{exposed}")


def test_the_unit_runs_what_the_image_runs() -> None:
    service = unit()["Service"]
    program, *rest = shlex.split(service["ExecStart"])
    assert Path(program).is_absolute()
    assert Path(program).name == served_by()[0]
    place = rest.index("--bind") + 1
    assert rest[place].startswith("127.0.0.1:")
    assert [*rest[:place], *rest[place + 1 :]] == [*served_by()[1:2], *served_by()[3:]]
    assert unit()["Install"]["WantedBy"] == "multi-user.target"


@pytest.mark.parametrize("name", ["Dockerfile", "compose.yaml", "timeline.service"])
def test_every_variable_is_one_that_is_documented(name: str) -> None:
    table = (DEPLOY.parent / "deploy.md").read_text("utf-8")
    for variable in re.findall(r"TIMELINE_\w+", (DEPLOY / name).read_text("utf-8")):
        assert f"`{variable}`" in table, variable


@contextmanager
def started(store: str, temporary: Path, **more: str) -> Iterator[RealServer]:
    """Run the command of the image with a store of ours, on a port of this machine."""
    port = free_port()
    words = [word.replace("0.0.0.0:8000", f"127.0.0.1:{port}") for word in served_by()]
    environment = {
        **{k: v for k, v in os.environ.items() if not k.startswith("TIMELINE")},
        **dict(pair.split("=", 1) for pair in told_by("ENV") if not pair.startswith("PATH")),
        "TIMELINE_STORE": store,
        "TMPDIR": str(temporary),
        **more,
    }
    command = [sys.executable, "-m", words[0], *words[1:]]
    log = temporary / "gunicorn.log"
    with (
        log.open("wb") as written,
        subprocess.Popen(command, cwd=temporary, env=environment, stderr=written) as process,
    ):
        try:
            while f":{port}" not in log.read_text("utf-8") and process.poll() is None:
                Event().wait(0.05)
            yield RealServer(process, port)
        finally:
            process.terminate()


def test_two_workers_serve_one_page_below_a_path(tmp_path: Path) -> None:
    with ExitStack() as running:
        place = str(tmp_path / "s.sqlite")
        if postgres.AVAILABLE:
            place = running.enter_context(postgres.server())
        more = {"TIMELINE_PASSWORD": PHRASE, "TIMELINE_BASE_PATH": "/timeline/"}
        server = running.enter_context(started(place, tmp_path, **more))
        # It listens before its workers are there; the first answer takes until then.
        assert server.ask("GET", "/healthz") == (200, b'{"status":"ok"}\n')
        check = json.loads(told_by("HEALTHCHECK")[0].partition(" CMD ")[2])
        code = check[2].replace("8000", str(server.port))
        subprocess.run([sys.executable, *check[1:2], code], check=True, timeout=LONGEST_START)
        assert server.ask("GET", "/timeline/api/v1/events")[0] == 401
        address = f"http://127.0.0.1:{server.port}/timeline"
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        form = f"password={PHRASE.replace(' ', '+')}&next=/timeline/".encode()
        with opener.open(f"{address}/login", form) as answer:
            assert answer.url == f"{address}/"
        for _ in range(6):  # whichever of the workers answers
            with opener.open(f"{address}/api/v1/collections") as answer:
                (held,) = json.load(answer)["collections"]
            assert held["address"] == "/timeline/c/main/"
        with Store.open(place, must_exist=True) as store:
            assert store.collection_name == "main"


def test_without_a_store_the_server_says_what_to_set(tmp_path: Path) -> None:
    program = "import timeline.wsgi as w; w.app"
    clean = {k: v for k, v in os.environ.items() if not k.startswith("TIMELINE")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "timeline: TIMELINE_STORE is not set: name the store (a file or an address)"
    ]

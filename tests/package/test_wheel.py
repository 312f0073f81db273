"""What is published: built, installed outside of the checkout, and used there."""

import json
import re
import subprocess
import tarfile
import tomllib
import zipfile
from email import message_from_string
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.package.installing import ROOT, Installed, build, install, rebuilt
from tests.web.real_server import serving

SEEDS = ROOT / "seeds"
STORE = "seeds.sqlite"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return build(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="module")
def installed(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(built[0], tmp_path_factory.mktemp("installed"))


def test_the_wheel_holds_every_file_of_the_package_and_of_the_page(
    built: tuple[Path, Path],
) -> None:
    held = set(zipfile.ZipFile(built[0]).namelist())
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "timeline", "assets"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    files = {name for name in listed if (ROOT / name).is_file()}
    wanted = {re.sub(r"^assets/", "timeline/assets/", name) for name in files}
    assert len(wanted) > 600
    assert wanted - held == set()
    beside = {name for name in held - wanted if ".dist-info/" not in name}
    assert beside == set()


def test_the_source_distribution_builds_the_same_wheel(
    built: tuple[Path, Path], tmp_path: Path
) -> None:
    with tarfile.open(built[1]) as packed:
        packed.extractall(tmp_path, filter="data")
    (source,) = tmp_path.iterdir()
    again = rebuilt(source, tmp_path)
    assert zipfile.ZipFile(again).namelist() == zipfile.ZipFile(built[0]).namelist()


def test_what_the_index_shows_leads_nowhere_that_is_not_there(built: tuple[Path, Path]) -> None:
    wheel = zipfile.ZipFile(built[0])
    (metadata,) = (name for name in wheel.namelist() if name.endswith("/METADATA"))
    told = message_from_string(wheel.read(metadata).decode("utf-8"))
    assert told["Name"] == "article-timeline"
    assert told["Description-Content-Type"] == "text/markdown"
    shown = str(told.get_payload())
    assert re.findall(r"\]\((?!https?://)[^)]*\)", shown) == []
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for extra in re.findall(r"\[(\w+)\]", shown):
        assert extra in project["optional-dependencies"]


@pytest.fixture(scope="module")
def extracted(installed: Installed) -> "subprocess.CompletedProcess[str]":
    return installed.run("timeline", "extract", str(SEEDS), "--store", STORE)


def test_the_command_line_works_outside_of_the_checkout(
    installed: Installed, extracted: "subprocess.CompletedProcess[str]"
) -> None:
    version = installed.run("timeline", "--version")
    assert version.stdout.startswith("timeline, version ")
    where = installed.run("python", "-c", "import timeline; print(timeline.__file__)")
    assert str(installed.python.parents[1]) in where.stdout
    assert extracted.returncode == 0, extracted.stderr
    assert len(json.loads(extracted.stdout)["documents"]) == 5
    for kind, start in (("csv", "event,"), ("html", "<!doctype html>"), ("svg", "<?xml")):
        made = installed.run("timeline", "export", "--store", STORE, "--format", kind)
        assert made.stdout.startswith(start), made.stderr


@pytest.mark.usefixtures("extracted")
def test_the_page_works_outside_of_the_checkout(installed: Installed, chromium: Browser) -> None:
    store = str(installed.place / STORE)
    command = [str(installed.python.parent / "timeline"), "serve", "--store", store]
    with serving(store, installed.place, command=command) as server:
        page = chromium.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.port}/")
        expect(page.locator("#timeline .nsewdrag").first).to_be_visible(timeout=60_000)
        expect(page.get_by_text("India joined the SCO").first).to_be_visible()
        page.close()
    assert errors == []

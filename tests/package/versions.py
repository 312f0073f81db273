"""The wheel in clean environments of several Pythons: installed as users do, and used.

    python -m tests.package.versions python3.12 python3.13

Builds the wheel, and for each Python makes an environment outside of the checkout, installs the
wheel with all that it needs from pip's package index (ready-made packages only, so that no compiler
is asked for), and there extracts the seeds, exports them, serves them, and opens the page in a
browser. Prints a line for each Python, with the size of what was installed; ends with 1 where one
of them fails. It is a run of its own, for it needs the network and minutes.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import executable
from tests.package.installing import ROOT, Installed, build
from tests.web.real_server import serving

SEEDS = ROOT / "seeds"
STORE = "seeds.sqlite"
PATIENCE = 60_000  # milliseconds
MEBIBYTE = 1 << 20


def installed_by(python: str, wheel: Path, place: Path) -> Installed:
    """Make an environment of a Python, and install the wheel with what it needs."""
    subprocess.run([python, "-m", "venv", str(place / "env")], check=True)
    made = Installed(place / "env" / "bin" / "python", place / "work")
    made.place.mkdir()
    done = made.run(
        "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet",
        "--only-binary", ":all:", str(wheel),
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the wheel could not be installed: {done.stderr.strip()[-400:]}")
    return made


def size_of(installed: Installed) -> float:
    """Return the contents of the packages installed, pip's own left out, in MiB."""
    (packages,) = (installed.python.parents[1] / "lib").glob("python*/site-packages")
    files = (one for one in packages.rglob("*") if one.is_file() and not one.is_symlink())
    own = (one for one in files if one.relative_to(packages).parts[0].partition("-")[0] != "pip")
    return sum(one.stat().st_size for one in own) / MEBIBYTE


def use(installed: Installed) -> str:
    """Extract, export, serve and look; return what was done in words, raise where it failed."""
    extracted = installed.run("timeline", "extract", str(SEEDS), "--store", STORE)
    if extracted.returncode:
        raise RuntimeError(f"extract failed: {extracted.stderr.strip()[-400:]}")
    events = len(json.loads(extracted.stdout)["events"])
    for kind in ("csv", "json", "html", "svg", "docx", "kml"):
        out = f"out.{kind}"
        done = installed.run("timeline", "export", "-s", STORE, "--format", kind, "--out", out)
        if done.returncode or not (installed.place / out).stat().st_size:
            raise RuntimeError(f"the export as {kind} failed: {done.stderr.strip()[-400:]}")
    store = str(installed.place / STORE)
    command = [str(installed.python.parent / "timeline"), "serve", "--store", store]
    with serving(store, installed.place, command=command) as server, sync_playwright() as driver:
        # The sandbox cannot be had in most containers, where tests run as root.
        browser = driver.chromium.launch(executable_path=executable(), args=["--no-sandbox"])
        page = browser.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"http://127.0.0.1:{server.port}/")
        expect(page.locator("#timeline .nsewdrag").first).to_be_visible(timeout=PATIENCE)
        page.locator("#table .row-button").first.click()
        expect(page.locator("#evidence-title")).to_be_visible(timeout=PATIENCE)
        browser.close()
    if errors:
        raise RuntimeError(f"the page reported {errors[0]}")
    return f"{events} events extracted, 6 formats exported, page opened and an event chosen"


def main(pythons: list[str]) -> int:
    """Run the wheel under each Python; return the exit code."""
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        wheel, _ = build(Path(folder))
        for number, python in enumerate(pythons):
            place = Path(folder) / str(number)
            place.mkdir()
            try:
                installed = installed_by(python, wheel, place)
                said = f"{size_of(installed):.0f} MiB installed; {use(installed)}"
            except (RuntimeError, OSError, AssertionError, subprocess.SubprocessError) as error:
                failed, said = 1, f"FAILED: {error}"
            print(f"{python}: {said}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or [sys.executable]))

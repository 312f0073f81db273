"""How long the first screen of a store takes, opened cold: `… bench_cold STORE [RUNS]`.

Each run serves a copy by `timeline serve`, waits until it says that it is up, opens the page in an
empty Chromium and waits for the chart and for the first of the days that matter.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.error import URLError

from playwright.sync_api import sync_playwright

from tests.web.real_server import free_port

DRAWN = """() => document.querySelector("ol.days li")
    && document.querySelector("#timeline .js-plotly-plot .main-svg")"""
LONGEST = 120.0  # seconds until the server is up


def measured(store: Path) -> tuple[float, float]:
    """Return the seconds until a server over a store is up, and from then until it is drawn."""
    address = f"http://127.0.0.1:{free_port()}/"
    port = address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "timeline", "serve", "-q", "--store", str(store)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM") or shutil.which("chromium"),
            args=["--no-sandbox"],
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        started = time.perf_counter()
        server = subprocess.Popen([*command, "--port", port])
        try:
            _wait(f"{address}healthz", started + LONGEST)
            up = time.perf_counter()
            page.goto(address, wait_until="commit")
            page.wait_for_function(DRAWN, polling=10)
            return up - started, time.perf_counter() - up
        finally:
            server.terminate()
            server.wait()
            browser.close()


def _wait(address: str, until: float) -> None:
    """Wait until an address answers; raise TimeoutError where it does not."""
    while time.perf_counter() < until:
        try:
            with urllib.request.urlopen(address):  # noqa: S310 - our own server
                return
        except URLError:
            time.sleep(0.02)
    raise TimeoutError(f"{address} does not answer")


def main(store: str, runs: int = 3) -> None:
    """Print each run, and the medians."""
    found = []
    for _ in range(runs):
        with tempfile.TemporaryDirectory() as folder:
            found.append(measured(Path(shutil.copy(store, Path(folder) / "copy.sqlite"))))
        print("up after {:.2f} s, drawn {:.2f} s later".format(*found[-1]), flush=True)
    medians = tuple(map(statistics.median, zip(*found, strict=True)))
    print("medians: up after {:.2f} s, drawn {:.2f} s later".format(*medians))
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))

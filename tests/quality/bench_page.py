"""How soon the page over the seeds paints, and its timeline stands, in headless Chromium."""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable
from tests.quality.bench_row import Row, held

TOP = Path(__file__).parents[2]
VISITS = 7
FIRST_PAINT, DRAWN = 0.5, 2.0
# The chart stands when Plotly has put marks into the timeline's plot area.
# It is watched from inside the page and counted once the browser could paint it.
WATCH = """
const look = () => {
  if (!document.querySelector('#timeline .point')) return requestAnimationFrame(look);
  setTimeout(() => { window.stood = performance.now(); });
};
requestAnimationFrame(look);
"""
STANDS = "() => window.stood ?? null"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def measure() -> list[Row]:
    """Visit the page with an empty cache several times; medians of the visits."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        environment = os.environ | {
            "PORT": str(port),
            "TIMELINE_STORE": str(Path(folder) / "seeds.sqlite"),
        }
        server = subprocess.Popen([sys.executable, "app.py"], cwd=TOP, env=environment)
        try:
            wait_for(port)
            visits = _visits(f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()
            server.wait(timeout=10)
    paints, drawings = zip(*visits, strict=True)
    return [
        held("first paint of the page on the seeds", statistics.median(paints) / 1000, FIRST_PAINT),
        held("timeline drawn", statistics.median(drawings) / 1000, DRAWN),
    ]


def _visits(address: str) -> list[tuple[float, float]]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        _visit(browser, address)  # the server warms up
        visits = [_visit(browser, address) for _ in range(VISITS)]
        browser.close()
    return visits


def _visit(browser: Browser, address: str) -> tuple[float, float]:
    """Return the milliseconds from navigation to first paint and to the timeline with its marks."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    drawn = page.wait_for_function(STANDS, timeout=30_000, polling=10).json_value()
    painted = page.evaluate(PAINTED)
    context.close()
    return float(painted), float(drawn)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int, seconds: float = 60) -> None:
    """Wait until a server listens on a port."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"the server did not open port {port} in {seconds:g} s")

"""The same number of events in vis-timeline and TimelineJS3, from npm, in the same browser.

They are installed for the run only, into a folder that is removed; without npm or without a
registry the rows say so.
"""

import functools
import http.server
import json
import shutil
import statistics
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Error, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable
from tests.quality.bench_row import Row
from tests.quality.bench_scale import first_draws, invented

TIMES = 5
LEAST_OFTEN = {10_000: 1}  # one visit takes more than a minute
SIZES = {"vis-timeline": (100, 1_000, 3_000, 10_000), "TimelineJS3": (100, 1_000)}
WAIT = 180_000  # milliseconds; longer is given up
VIS = """<!DOCTYPE html><meta charset="utf-8"><div id="t" style="height:600px"></div>
<link rel="stylesheet" href="node_modules/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="node_modules/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<script>
const t = new vis.Timeline(document.getElementById('t'), new vis.DataSet(EVENTS.map((e, id) =>
  ({ id, content: e.title, start: e.start, end: e.end }))), {});
t.once('changed', () => requestAnimationFrame(() => setTimeout(() => {
  window.stood = performance.now(); })));
</script>"""
KNIGHT = """<!DOCTYPE html><meta charset="utf-8">
<link rel="stylesheet" href="node_modules/@knight-lab/timelinejs/dist/css/timeline.css">
<div id="t" style="height:600px"></div>
<script src="node_modules/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<script>
const day = text => { const [year, month, day] = text.split('-'); return { year, month, day }; };
const t = new TL.Timeline('t', { events: EVENTS.map(e => ({ start_date: day(e.start),
  text: { headline: e.title, text: '' } })) }, { font: null });
t.on('loaded', () => requestAnimationFrame(() => setTimeout(() => {
  window.stood = performance.now(); })));
</script>"""
PAGES = {"vis-timeline": VIS, "TimelineJS3": KNIGHT}
PACKAGES = ("vis-timeline", "@knight-lab/timelinejs")


def measure() -> list[Row]:
    """Measure the peers, and this page beside them."""
    npm = shutil.which("npm")
    if npm is None:
        return [Row("peers from npm", "not measured", "npm is not installed")]
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", *PACKAGES]
        if subprocess.run(command, cwd=folder, check=False).returncode:
            return [Row("peers from npm", "not measured", "npm could not install them")]
        with sync_playwright() as playwright, _files(Path(folder)) as address:
            browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
            rows = list(_rows(browser, Path(folder), address))
            browser.close()
    return rows


def _rows(browser: Browser, folder: Path, address: str) -> Iterator[Row]:
    for count in sorted({size for sizes in SIZES.values() for size in sizes}):
        with invented(count) as (ours, _):
            own = first_draws(browser, ours)
        yield Row(f"{count:,} events: this page", f"{own:.2f} s")
        for peer in (name for name, sizes in SIZES.items() if count in sizes):
            (folder / "page.html").write_text(_page(peer, count), encoding="utf-8")
            times = LEAST_OFTEN.get(count, TIMES)
            visits = [_visit(browser, f"{address}/page.html") for _ in range(times)]
            taken = statistics.median(visits)
            name = f"{count:,} events: {peer} {_version(folder, peer)}"
            figure = f"{taken:.2f} s" if taken < WAIT / 1000 else "given up"
            yield Row(name, figure, f"this page takes {own / taken:.2f} of that")


def _page(peer: str, count: int) -> str:
    events = [
        {
            "title": f"Event {number} of the benchmark",
            "start": f"{2004 + number * 7919 % 20}-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        }
        for number in range(count)
    ]
    return PAGES[peer].replace("<script>", f"<script>const EVENTS = {json.dumps(events)};", 1)


def _version(folder: Path, peer: str) -> str:
    package = dict(zip(PAGES, PACKAGES, strict=True))[peer]
    described = (folder / "node_modules" / package / "package.json").read_text(encoding="utf-8")
    return str(json.loads(described)["version"])


def _visit(browser: Browser, address: str) -> float:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    try:
        page.goto(address, wait_until="commit")
        stood = page.wait_for_function("() => window.stood ?? null", timeout=WAIT, polling=20)
        return float(stood.json_value()) / 1000
    except Error:
        return WAIT / 1000
    finally:
        context.close()


@contextmanager
def _files(folder: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Log nothing."""

    handler = functools.partial(Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

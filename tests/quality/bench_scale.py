"""The page over few and over very many invented events, in headless Chromium."""

import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable
from tests.quality.bench_page import STANDS, TOP, WATCH, free_port, wait_for
from tests.quality.bench_row import Row, held

TIMES = 5
SMALL = (100, 1_000, 3_000, 10_000)
LARGE = (100_000, 1_000_000)
FIRST_DRAW, REDRAW, EVIDENCE, FACET, SEARCH = 2.0, 0.150, 0.100, 0.200, 0.200
MEMORY = 1_500.0  # MB
SCRIPTS = 1.2  # MB, compressed
GIVEN_UP = 30_000  # milliseconds
PATIENCE = 600.0  # seconds until a million events are made and served
# Milliseconds from an act of the viewer to what it changes being painted.
ACT = """() => new Promise(done => {{
  const root = document.querySelector('{seen}');
  const start = performance.now();
  new MutationObserver((_, watcher) => {{
    watcher.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  }}).observe(root, {{ childList: true, subtree: true, attributes: true, characterData: true }});
  setTimeout(() => done({given_up}), {given_up});  // an act that changes nothing is a miss
  {act}
}})"""
CLICK = "document.querySelectorAll('{}')[{}].click()"
TYPE = """const field = document.getElementById('search');
field.value = '{}'; field.dispatchEvent(new Event('input', {{ bubbles: true }}));"""
# Each script once, whether the page asked for it ahead or when it needed it.
SIZES = """() => {
  const sizes = new Map();
  for (const { name, encodedBodySize } of performance.getEntriesByType('resource'))
    if (new URL(name).pathname.endsWith('.js'))
      sizes.set(name, Math.max(sizes.get(name) || 0, encodedBodySize));
  return [...sizes.values()].reduce((sum, size) => sum + size, 0);
}"""


def measure() -> list[Row]:
    """Measure every size; medians of several times."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        rows = [row for count in SMALL for row in _small(browser, count)]
        rows += [row for count in LARGE for row in _large(browser, count)]
        browser.close()
    return rows


def first_draws(browser: Browser, address: str) -> float:
    """Return the median seconds from navigation to the timeline with its marks."""
    return statistics.median(_drawn(browser, address) for _ in range(TIMES)) / 1000


@contextmanager
def invented(count: int) -> Iterator[tuple[str, int]]:
    """Serve invented events from a process of their own; give the address and its process id."""
    port = free_port()
    command = [sys.executable, "-m", "tests.quality.invented_server", str(count), str(port)]
    server = subprocess.Popen(command, cwd=TOP)
    try:
        wait_for(port, PATIENCE)
        yield f"http://127.0.0.1:{port}/", server.pid
    finally:
        server.terminate()
        server.wait(timeout=30)


def _small(browser: Browser, count: int) -> Iterator[Row]:
    with invented(count) as (address, _):
        _drawn(browser, address)  # the server warms up
        yield Row(f"{count:,} events: timeline drawn", f"{first_draws(browser, address):.2f} s")
        page, _ = _opened(browser, address)
        yield Row(f"{count:,} events: redraw after zoom", f"{1000 * _zooming(page):.0f} ms")
        if count == SMALL[0]:
            size = float(page.evaluate(SIZES)) / 1e6
            met = size <= SCRIPTS
            limit = f"at most {SCRIPTS} MB: {'yes' if met else 'NO'}"
            yield Row("script to the first view, compressed", f"{size:.2f} MB", limit, met)
        page.context.close()


def _large(browser: Browser, count: int) -> Iterator[Row]:
    name = f"{count:,} events"
    with invented(count) as (address, process):
        _drawn(browser, address)
        yield held(f"{name}: timeline drawn", first_draws(browser, address), FIRST_DRAW)
        page, _ = _opened(browser, address)
        page.wait_for_timeout(1_000)
        _act(page, TYPE.format("warm"), "#timeline-note")  # words are indexed once
        _act(page, TYPE.format(""), "#timeline-note")
        yield held(f"{name}: redraw after zoom", _zooming(page), REDRAW)
        rows = [_click("#table .row-button", n, "#evidence") for n in range(TIMES)]
        yield held(f"{name}: click to evidence", _median(page, rows), EVIDENCE)
        facets = [_click('[data-facet="status"]', n % 3, "#timeline-note") for n in range(TIMES)]
        yield held(f"{name}: facet change", _median(page, facets), FACET)
        words = [(TYPE.format(w), "#timeline-note") for w in ("h", "ha", "har", "harb", "")]
        yield held(f"{name}: search as you type", _median(page, words), SEARCH)
        page.context.close()
        used = _memory(process)
        met = used <= MEMORY
        limit = f"at most {MEMORY:,.0f} MB: {'yes' if met else 'NO'}"
        yield Row(f"{name}: memory of the server", f"{used:,.0f} MB", limit, met)


def _click(selector: str, place: int, seen: str) -> tuple[str, str]:
    return CLICK.format(selector.replace("'", "\\'"), place), seen


def _zooming(page: Page) -> float:
    names = ("zoom-in", "zoom-in", "zoom-out", "zoom-in", "zoom-out")
    return _median(page, [_click(f'[data-action="{name}"]', 0, "#timeline") for name in names])


def _median(page: Page, acts: list[tuple[str, str]]) -> float:
    return statistics.median(_act(page, act, seen) for act, seen in acts)


def _act(page: Page, act: str, seen: str) -> float:
    taken = float(page.evaluate(ACT.format(act=act, seen=seen, given_up=GIVEN_UP))) / 1000
    page.wait_for_timeout(500)  # what follows is another act
    return taken


def _drawn(browser: Browser, address: str) -> float:
    """Return the milliseconds until the timeline stands; pages left open would be at work, too."""
    page, drawn = _opened(browser, address)
    page.context.close()
    return drawn


def _opened(browser: Browser, address: str) -> tuple[Page, float]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    context.set_default_timeout(120_000)
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address, wait_until="commit")
    drawn = float(page.wait_for_function(STANDS, polling=10).json_value())
    return page, drawn


def _memory(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0.0
    line = next(line for line in status.read_text("utf-8").splitlines() if "VmRSS" in line)
    return int(line.split()[1]) / 1024

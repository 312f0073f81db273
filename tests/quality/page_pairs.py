"""The page of two source trees beside each other: first picture and redraw, visits in turn.

`python -m tests.quality.page_pairs BEFORE AFTER [PAIRS]`: BEFORE and AFTER are folders of the
project. What else the machine does slows both of a pair, so ratios count and not seconds.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import ARGUMENTS, executable
from tests.quality.bench_page import PAINTED, STANDS, WATCH, free_port, wait_for

Visit = tuple[float | None, ...]
PAIRS = 30
STARTS = 240.0  # seconds in which the seeds are read
MEASURES = ("first paint, ms", "timeline drawn, ms", "redraw after zoom, ms", "redraw of all, ms")
BYTES = "bytes of scripts, compressed"
KEYS = ("+", "0")  # zoom in; show all again
# When the drawing changed last before a rest; null where nothing changed at all.
REDRAWN = """(key) => new Promise((done) => {
  const start = performance.now();
  let last = 0;
  const seen = new MutationObserver(() => { last = performance.now(); });
  const options = { childList: true, subtree: true, attributes: true };
  seen.observe(document.querySelector("#timeline"), options);
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  const look = () => {
    const now = performance.now();
    if (now - (last || start) < (last ? 700 : 15000)) return setTimeout(look, 20);
    seen.disconnect();
    done(last ? last - start : null);
  };
  look();
})"""
SCRIPTS = """() => performance.getEntriesByType("resource")
  .filter((one) => /\\.js/.test(one.name))
  .reduce((sum, one) => sum + one.encodedBodySize, 0)"""
REST = 1500  # milliseconds until what follows the first picture is there


@contextmanager
def served(tree: Path) -> Iterator[str]:
    """Serve the page of a source tree over the seeds, and yield its address."""
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        variables = {"PORT": str(port), "TIMELINE_STORE": f"{folder}/seeds.sqlite"}
        environment = os.environ | variables | {"PYTHONPATH": str(tree)}
        server = subprocess.Popen([sys.executable, "app.py"], cwd=tree, env=environment)
        try:
            wait_for(port, STARTS)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(timeout=30)


def visit(browser: Browser, address: str) -> Visit:
    """Return what a visit with an empty cache measures, and the bytes of its scripts."""
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.add_init_script(WATCH)
        page.goto(address, wait_until="commit")
        drawn = page.wait_for_function(STANDS, timeout=60_000, polling=10).json_value()
        painted = page.evaluate(PAINTED)
        page.wait_for_timeout(REST)
        redrawn = [page.evaluate(REDRAWN, key) for key in KEYS]
        return painted, drawn, *redrawn, page.evaluate(SCRIPTS)


def pairs(before: Path, after: Path) -> Iterator[tuple[Visit, Visit]]:
    """Yield visits of both without end; which comes first changes."""
    with ExitStack() as open_:
        addresses = [open_.enter_context(served(tree)) for tree in (before, after)]
        playwright = open_.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=executable(), args=ARGUMENTS)
        for address in addresses:
            visit(browser, address)  # the servers warm up
        while True:
            yield visit(browser, addresses[0]), visit(browser, addresses[1])
            other, one = visit(browser, addresses[1]), visit(browser, addresses[0])
            yield one, other


def main() -> None:
    """Print medians of both and of the ratios."""
    before, after, *more = sys.argv[1:]
    count = int(more[0]) if more else PAIRS
    found = list(islice(pairs(Path(before).absolute(), Path(after).absolute()), count))
    for place, name in enumerate((*MEASURES, BYTES)):
        both = [(left[place], right[place]) for left, right in found]
        told = [(one, other) for one, other in both if one is not None and other is not None]
        ratio = statistics.median(other / one for one, other in told)
        medians = [statistics.median(side) for side in zip(*told, strict=True)]
        print(f"{name}: {medians[0]:,.0f} and {medians[1]:,.0f}, ", end="")
        print(f"median ratio {ratio:.3f} of {len(told)} pairs", flush=True)


if __name__ == "__main__":
    main()

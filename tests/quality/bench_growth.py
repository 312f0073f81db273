"""How time and memory grow with the text, up to 100 MB; and what hostile texts cost.

    python -m tests.quality.bench_growth SHAPE SIZE

runs one measurement by itself, so that its peak of memory is its own. It prints the CPU seconds
of tagging and resolving, the expressions found, and by how many bytes the peak rose over what
text, words and rules take.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from tests.quality import bench_text
from tests.quality.bench_row import Row
from timeline.model.edtf import from_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

TOP = Path(__file__).parents[2]
DATE = from_edtf("2023-02-08")
SIZES = (1, 10, 100)  # MB
# Texts of one line, which no writer wrote; each unit over and over.
HOSTILE = {
    "digits": "7",
    "letters": "x",
    "no blanks": "rain,wind;",
    "words of longer names": "new good ",
    "weekdays": "Monday ",
    "nested ranges": "from May to June to ",
    "years": "1999-",
    "zero-width": "\u200b\u00a0",
    "zero-width in dates": "3\u00a0May\u200b 2001 ",
}
HOSTILE_SIZES = (0.1, 1)  # MB
LINEAR = 1.5  # times the cost of a character of the smallest text
FLAT = 30_000_000  # bytes


def measure() -> list[Row]:
    """Measure every shape and size, each in a process of its own."""
    rows: list[Row] = []
    for shape, what in (("lines", "many lines"), ("line", "one line")):
        costs = [_measured(shape, size) for size in SIZES]
        rows.append(_linear(what, costs))
    rows.append(_flat([_measured("plain", size) for size in SIZES]))
    plain = _measured("lines", SIZES[0])["seconds"] / SIZES[0]
    return rows + [_hostile(name, plain) for name in HOSTILE]


def _hostile(name: str, plain: float) -> Row:
    """Compare ten times as much of a hostile text, and both with plain text of the same size.

    What names a time with every word costs what so many readings cost; the bar is that it does
    not cost more for each the longer the text is.
    """
    few, many = (_measured(name, size) for size in HOSTILE_SIZES)
    growth = many["seconds"] / HOSTILE_SIZES[1] / (few["seconds"] / HOSTILE_SIZES[0])
    met = growth < LINEAR
    found = f"{many['found']:,.0f} expressions; linear: {'yes' if met else 'NO'} ({growth:.2f} x)"
    cost = many["seconds"] / HOSTILE_SIZES[1] / plain
    return Row(f"  {name}, times plain text", f"{cost:.2f} x", found, met)


def _linear(what: str, costs: list[dict[str, float]]) -> Row:
    speeds = [size / cost["seconds"] for size, cost in zip(SIZES, costs, strict=True)]
    met = speeds[-1] > speeds[0] / LINEAR
    figure = " ".join(f"{speed:.2f}" for speed in speeds)
    sizes = ", ".join(map(str, SIZES))
    return Row(f"MB/s at {sizes} MB, {what}", figure, f"linear: {'yes' if met else 'NO'}", met)


def _flat(costs: list[dict[str, float]]) -> Row:
    figure = " ".join(f"{cost['bytes'] / 1e6:.0f}" for cost in costs)
    met = costs[-1]["bytes"] < FLAT
    what = f"MB of memory for {', '.join(map(str, SIZES))} MB without dates"
    return Row(what, figure, f"flat: {'yes' if met else 'NO'}", met)


def _measured(shape: str, size: float) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.quality.bench_growth", shape, str(size)]
    done = subprocess.run(command, cwd=TOP, capture_output=True, text=True, check=True)
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def _text(shape: str, size: float) -> tuple[str, Iterable[Span]]:
    """Return a text of so many MB, and its sentences."""
    if shape in HOSTILE:
        text = HOSTILE[shape] * int(size * 1_000_000 / len(HOSTILE[shape]))
        return text, (Span(0, len(text)),)
    grown = bench_text.Grown([d.text for d in bench_text.documents()], int(size * 1_000_000))
    if shape == "line":
        text = grown.text.replace("\n", " ")
        return text, (Span(0, len(text)),)
    return grown.text, grown.sentences


def _without_dates(size: float) -> tuple[str, Iterable[Span]]:
    """Return the sentences in which nothing is found, so that no reading takes memory."""
    once = bench_text.Grown([d.text for d in bench_text.documents()], 1)
    silent = [s.of(once.text) for s in once.sentences if not tag_text(once.text, [s])]
    grown = bench_text.Grown(silent, int(size * 1_000_000))
    return grown.text, grown.sentences


def main(shape: str, size: float) -> None:
    """Measure one shape and size, and print it as JSON."""
    text, sentences = _without_dates(size) if shape == "plain" else _text(shape, size)
    tag_text("On Monday it rained.", [Span(0, 20)])
    before = _peak()
    start = time.process_time()
    found = tag_text(text, sentences)
    resolve_all(found, DATE)
    seconds = time.process_time() - start
    print(json.dumps({"seconds": seconds, "found": len(found), "bytes": _peak() - before}))


def _peak() -> int:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]))

"""Ten thousand articles by one command: time, memory, and going on after being killed.

    python -m tests.quality.many 10000 [KILLS]

The articles are made from templates (`generated.py`). `timeline extract --jobs 2 --store` reads
them; it is killed (SIGKILL, with its workers) KILLS times at random moments and started again, and
at the end the store must hold every article. Memory is that of the heaviest moment in each tenth.
Beforehand one process and two read the same 3,000 articles, in turn, three times.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.quality.generated import write
from timeline.store import Store

PAIRED = 3_000
ROUNDS = 3
EXTRACT = [sys.executable, "-m", "timeline", "extract"]
PROPORTIONAL = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
MB = 1024 * 1024


def main(count: int, kills: int) -> None:
    """Measure and print."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        write(PAIRED, folder / "paired")
        pairs = [(_seconds(folder, 1), _seconds(folder, 2)) for _ in range(ROUNDS)]
        one, two = (median(times) for times in zip(*pairs, strict=True))
        times = ", ".join(f"{alone / both:.2f}" for alone, both in pairs)
        print(f"{PAIRED:,} articles: {one:.1f} s by one process, {two:.1f} s by two (medians);")
        print(f"times as fast, pair by pair: {times}")
        write(count, folder / "all")
        _run(count, kills, folder)


def _seconds(folder: Path, jobs: int) -> float:
    """Return how long one run takes by the clock, its start included."""
    store = folder / "paired.sqlite"
    for left in folder.glob("paired.sqlite*"):
        left.unlink()
    command = [*EXTRACT, str(folder / "paired"), "--store", str(store), "--jobs", str(jobs)]
    began = time.monotonic()
    subprocess.run(
        [*command, "--out", str(folder / "paired.json")],
        check=True,
        env=_environment(),
        stderr=subprocess.DEVNULL,
    )
    return time.monotonic() - began


def _run(count: int, kills: int, folder: Path) -> None:
    turn, store, began = random.Random(7), folder / "all.sqlite", time.monotonic()
    cut_short = 0
    while True:
        ends = turn.uniform(20, 90) if cut_short < kills else float("inf")
        peaks = list(_watched(folder, store, ends))
        if peaks[-1] == 0:
            break
        cut_short += 1
        with Store.open(store) as kept:
            print(f"killed after {ends:.0f} s; {len(kept.articles.analyses()):,} articles are kept")
    with Store.open(store) as kept:
        events, articles = len(kept.timeline.load().events), len(kept.articles.analyses())
    took, memory = time.monotonic() - began, _tenths(peaks[:-1])
    print(f"{articles:,} of {count:,} articles, {events:,} events, {cut_short} kills,")
    print(f"{took:.0f} s by the clock; memory over time, MB: {memory}")


def _watched(folder: Path, store: Path, ends: float) -> Iterator[int]:
    """Run until done or to be killed; give the memory of all its processes, and its end."""
    command = [*EXTRACT, str(folder / "all"), "--store", str(store), "--jobs", "2"]
    command += ["--format", "jsonl", "--out", str(folder / "all.jsonl")]
    process = subprocess.Popen(
        command, env=_environment(), start_new_session=True, stderr=subprocess.DEVNULL
    )
    deadline = time.monotonic() + ends
    while process.poll() is None:
        if time.monotonic() > deadline:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            yield 1
            return
        yield _memory(process.pid)
        time.sleep(1)
    assert process.returncode == 0
    yield 0


def _memory(group: int) -> int:
    """Return the memory of the processes of a group in bytes; what they share counts once."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            if int(fields[2]) == group:
                total += int(PROPORTIONAL.findall((folder / "smaps_rollup").read_text())[0]) * 1024
        except (OSError, IndexError):  # it has ended meanwhile
            continue
    return total


def _tenths(values: list[int]) -> list[int]:
    step = max(1, len(values) // 10)
    return [max(values[at : at + step]) // MB for at in range(0, len(values), step)]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)

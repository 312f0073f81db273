"""Ten thousand articles by one command: time, memory, and going on after being killed.

    python -m tests.quality.many 10000 [KILLS]

The articles are made from templates (`generated.py`). `timeline extract --jobs 2 --store` reads
them; it is killed (SIGKILL, with its workers) KILLS times at random moments and started again, and
at the end the store must hold every article. Memory is that of the heaviest moment in each tenth.
Beforehand one process and two read the same 1,000 articles in turn: other work on the machine
sways seconds by the clock, so what two workers gain is told from seconds that cores were at work:
those of one process, over the longer of what the writing process needs alone and half of all.
"""

import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.quality.generated import write
from timeline.store import Store

PAIRED = 1_000
PAGE = resource.getpagesize()
MB = 1024 * 1024


def main(count: int, kills: int) -> None:
    """Measure and print."""
    with TemporaryDirectory() as place:
        folder = Path(place)
        write(PAIRED, folder / "paired")
        alone = [_cpu(folder, 1) for _ in range(2)]
        together = [_cpu(folder, 2) for _ in range(2)]
        own, all_ = min(main for main, _ in together), min(sum(both) for both in together)
        one = min(sum(both) for both in alone)
        bound = max(own, all_ / 2)
        print(f"{PAIRED:,} articles: {one:.1f} s by one process; by two {all_:.1f} s together,")
        print(f"of which {own:.1f} s in the one that writes: {one / bound:.2f} times as fast")
        write(count, folder / "all")
        _run(count, kills, folder)


def _cpu(folder: Path, jobs: int) -> tuple[float, float]:
    """Give the seconds of the process that writes, and of its workers."""
    store = folder / "paired.sqlite"
    for left in folder.glob("paired.sqlite*"):
        left.unlink()
    code = (
        "import resource, sys; from pathlib import Path; from timeline import stored;"
        "from timeline.store import Store\n"
        "if __name__ == '__main__':\n"
        f"  with Store.open({str(store)!r}) as s:\n"
        f"    stored.extract_into(s, [Path({str(folder / 'paired')!r})], jobs={jobs})\n"
        "  for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):\n"
        "    used = resource.getrusage(who); print(used.ru_utime + used.ru_stime)\n"
    )
    script = folder / "paired.py"
    script.write_text(code, "utf-8")
    done = subprocess.run(
        [sys.executable, script], check=True, capture_output=True, text=True, env=_environment()
    )
    own, children = map(float, done.stdout.split())
    return own, children


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
            print(f"killed after {ends:.0f} s; {len(kept.analyses()):,} articles are kept")
    with Store.open(store) as kept:
        events, articles = len(kept.timeline().events), len(kept.analyses())
    took, memory = time.monotonic() - began, _tenths(peaks[:-1])
    print(f"{articles:,} of {count:,} articles, {events:,} events, {cut_short} kills,")
    print(f"{took:.0f} s by the clock; memory over time, MB: {memory}")


def _watched(folder: Path, store: Path, ends: float) -> Iterator[int]:
    """Run until done or to be killed; give the memory of all its processes, and its end."""
    command = [sys.executable, "-m", "timeline", "extract", str(folder / "all")]
    command += ["--store", str(store), "--jobs", "2"]
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
    """Give the resident memory of the processes of a group, in bytes."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # it has ended meanwhile
            continue
        if int(fields[2]) == group:
            total += int(fields[21]) * PAGE
    return total


def _tenths(values: list[int]) -> list[int]:
    step = max(1, len(values) // 10)
    return [max(values[at : at + step]) // MB for at in range(0, len(values), step)]


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)

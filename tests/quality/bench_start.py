"""How soon `timeline tag` has tagged its first article, from the start of the command."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.quality.bench_row import Row, held

TOP = Path(__file__).parents[2]
SEEDS = TOP / "seeds"
STARTS = 7
SOON = 0.5


def measure() -> list[Row]:
    """Tag a seed several times, each by a fresh command; the median."""
    article = min(SEEDS.iterdir())
    with tempfile.TemporaryDirectory() as folder:
        # Compiled modules are kept, as they are where a program is installed.
        environment = os.environ | {"PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        command = [sys.executable, "-m", "timeline", "tag", str(article)]
        taken = []
        for _ in range(STARTS + 1):
            start = time.perf_counter()
            subprocess.run(command, cwd=TOP, env=environment, capture_output=True, check=True)
            taken.append(time.perf_counter() - start)
    return [held("start of `timeline tag` to its first tags", statistics.median(taken[1:]), SOON)]

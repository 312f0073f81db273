"""The benchmarks: `make bench`, or `python -m tests.quality.bench [PART...]`.

Each compares in one run and prints figures and ratios; nothing here decides whether tests pass.
The text is that of TimeBank where `TIMELINE_CORPORA` names the folder that holds it, else that of
the project's own passages.
"""

import sys
from collections.abc import Callable

from tests.quality import (
    bench_deciding,
    bench_growth,
    bench_page,
    bench_peers,
    bench_pipeline,
    bench_scale,
    bench_start,
    bench_tagging,
)
from tests.quality.bench_row import Row

PARTS: dict[str, Callable[[], list[Row]]] = {
    "tagging": bench_tagging.measure,
    "pipeline": bench_pipeline.measure,
    "start": bench_start.measure,
    "growth": bench_growth.measure,
    "page": bench_page.measure,
    "scale": bench_scale.measure,
    "deciding": bench_deciding.measure,
    "peers": bench_peers.measure,
}
WIDTH, FIGURE = 44, 18


def main(named: list[str]) -> int:
    """Run the parts that are named, or all, and print their figures; 1 where a bar is missed."""
    met = True
    for name in named or PARTS:
        for row in PARTS[name]():
            sys.stdout.write(f"{row.what:<{WIDTH}}  {row.figure:>{FIGURE}}  {row.bar}\n")
            sys.stdout.flush()
            met = met and row.met
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

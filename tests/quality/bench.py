"""The benchmarks: `make bench`.

Each compares in one run and prints medians and ratios; nothing here decides whether tests pass.
The text is that of the seeds, or of the corpora where `TIMELINE_CORPORA` names their folder.
"""

import sys

from tests.quality import bench_page, bench_tagging


def main() -> int:
    """Run every benchmark and print its figures; 1 where a bar is missed."""
    rows = [*bench_tagging.measure(), *bench_page.measure()]
    width = max(len(row.what) for row in rows)
    for row in rows:
        sys.stdout.write(f"{row.what:<{width}}  {row.figure:>14}  {row.bar}\n")
    return 0 if all(row.met for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Pin the floors at what is measured now, and write them into docs/evaluation.md.

    python -m tests.quality.pin [--lower]

A floor only rises: where a figure is worse than its floor, nothing is pinned, and the figures are
named, unless --lower says that it is on purpose. Sets that are not there keep their floors.
"""

import sys

from tests.quality import figures_table, runs, timex_runs
from tests.quality.floors import FILE, Floors, fallen, load, save


def measured() -> dict[str, Floors]:
    """Measure every run that can be measured here."""
    own = {name: runs.measure(name) for name in runs.names()}
    found = {name: Floors(run.gold.digest, run.figures) for name, run in own.items()}
    for name in timex_runs.names():
        found[name] = Floors(*timex_runs.measure(name))
    return found


def main(arguments: list[str]) -> int:
    """Pin; return the exit code, 1 where a floor would sink."""
    pinned, now = load(), measured()
    sunk = [
        f"{name} {line}"
        for name, floors in pinned.items()
        if name in now
        for line in fallen(now[name].figures, floors.figures)
    ]
    if sunk and "--lower" not in arguments:
        print("Nothing is pinned, for these are worse than their floors (--lower pins them):")
        print(*sunk, sep="\n")
        return 1
    save(pinned | now)
    page = figures_table.PAGE
    page.write_text(figures_table.rewritten(page.read_text("utf-8"), load()), "utf-8")
    print(f"{len(now)} runs are pinned in {FILE.name}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

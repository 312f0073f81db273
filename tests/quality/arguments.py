"""Every parameter of every command with every odd value: `python -m tests.quality.arguments`.

The suite tries the worst few (`tests/cli/test_nasty.py`); this run tries all, in a folder of
its own, and ends with 1 where a command ends in a trace, in silence, or makes what it must not.
"""

import os
import sys
import tempfile
import time
from pathlib import Path
from shutil import copy

from tests.cli.nasty import MORE, WORST, commands, lay_out, problems, tries
from tests.cli.running import first_event, make_store


def main(chosen: list[str]) -> None:
    """Try all commands, or those whose names begin with one of those chosen."""
    began, count, found = time.monotonic(), 0, 0
    with tempfile.TemporaryDirectory() as top:
        made = make_store(Path(top) / "mine.sqlite")
        event = first_event(made)
        for path, command in commands():
            if chosen and path[0] not in chosen:
                continue
            for one in tries(path, command, event):
                for value in (*WORST, *MORE):
                    with tempfile.TemporaryDirectory(dir=top) as name:
                        folder = Path(name)
                        copy(made, folder)
                        lay_out(folder)
                        os.chdir(folder)
                        count += 1
                        for problem in problems(one, value):
                            found += 1
                            print(f"{' '.join(path)} {one.name} {value[:40]!r}: {problem}")
                        os.chdir(top)
        os.chdir("/")
    print(f"{count:,} runs in {time.monotonic() - began:.0f} s, {found} faults")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(sys.argv[1:])

"""Kills a program in the middle of extractions and edits, again and again, and counts what is lost.

    python -m tests.quality.kills 1000 [STORE]

A child saves extractions and edits events in turn and says each change that was acknowledged; after
some milliseconds it is killed (SIGKILL). Then the store must open, hold a whole extraction and
every acknowledged change, and the index of words must be in step with the articles. Printed are the
kills, the changes, and those lost.
"""

import random
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

from tests.store.invented import collection
from timeline.store import Change, NewChange, NewEdit, Store

STATES = tuple(
    collection(word, articles=articles) for word, articles in (("Flood", 8), ("Storm", 12))
)
LONGEST = 0.06  # seconds that a child lives after it has begun


def work(where: str, run: int) -> None:
    """Save and edit until killed; print what was acknowledged."""
    with Store.open(where) as store:
        print("ready", flush=True)
        for turn in range(10**6):
            if turn % 4 == 3:
                store.save(*STATES[turn // 4 % 2])
            subject = f"e{run}-{turn}"
            made = store.decide(NewChange("note", (NewEdit(subject, "note", "x"),), None, "ana"))
            print(made, subject, flush=True)


def main(count: int, where: str) -> int:
    """Kill that often; give the number of acknowledged changes that were lost."""
    turn = random.Random(1)
    acknowledged: dict[int, str] = {}
    with Store.open(where) as store:
        store.save(*STATES[0])
    for run in range(count):
        acknowledged |= _killed(where, run, turn.random() * LONGEST)
        with Store.open(where) as store:
            assert (store.analyses(), store.timeline()) in STATES
            assert store.search_in_step()
    with Store.open(where) as store:
        kept = {change.id: _subject(change) for change in store.changes()}
    lost = sum(kept.get(number) != subject for number, subject in acknowledged.items())
    print(f"{count} kills, {len(acknowledged)} changes acknowledged, {lost} lost")
    print(f"{len(kept) - len(acknowledged) + lost} kept that were not yet acknowledged")
    return lost


def _subject(change: Change) -> str:
    (edit,) = change.edits
    return edit.subject


def _killed(where: str, run: int, seconds: float) -> dict[int, str]:
    command = [sys.executable, "-m", "tests.quality.kills", "--child", where, str(run)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
        Event().wait(seconds)
        child.kill()
        lines = child.stdout.read().split("\n")[:-1]  # a last one may be cut off
    return {int(number): subject for number, _, subject in (line.partition(" ") for line in lines)}


if __name__ == "__main__":
    if sys.argv[1] == "--child":
        work(sys.argv[2], int(sys.argv[3]))
    else:
        with TemporaryDirectory() as folder:
            place = sys.argv[2] if len(sys.argv) > 2 else str(Path(folder) / "kills.sqlite")
            sys.exit(bool(main(int(sys.argv[1]), place)))

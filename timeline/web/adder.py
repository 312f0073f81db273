"""Starts the process that analyses what was brought, one batch after another, and looks after it.

The batches of one server wait for each other; other programs may write to the store meanwhile. The
run stands in the store from its first moment to its end, so every worker of the server shows it,
and a page that is closed and opened again does, too.
"""

import json
import shutil
import subprocess
import threading
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Protocol, TextIO, cast

from timeline.errors import StoreError
from timeline.isolation.children import NEUTRAL, command, environment
from timeline.reporting import Clock, new_run
from timeline.store import Run, Store
from timeline.stored import leave_out
from timeline.web.spool import Batch, label_of

PAGE = "page"  # the kind of a run that was begun here
MODULE = "timeline.commands.adding"
VARIABLES = ("HOME", "USER", "LOGNAME", "APPDATA", "PG", "SSL_", "TIMELINE_")  # for its database
TICK = 1.0  # seconds between two looks at a process
AT_ONCE = 0.2  # seconds until a batch that has to wait says so
WAITS = "waits for the one before"
BEAT = 5.0  # seconds between two words of a batch that waits
PATIENCE = 10  # looks, until a process that was asked to stop is told to
Work = Callable[[dict[str, Any], Callable[[], bool]], None]


class Adder:
    """Takes batches and has them analysed. Safe to share between threads."""

    def __init__(self, store: Store, clock: Clock, work: "Work | None" = None) -> None:
        """Take a store; `work` does a job, in a process of its own where none is given."""
        self._store = store
        self._clock = clock
        self._work = work or in_a_process
        self._turn = threading.Lock()

    def begin(self, batch: Batch) -> str:
        """Note a run for a batch, start it when its turn comes, and give its id."""
        now = self._clock()
        run = replace(new_run(PAGE, label_of(batch.names), now), refused=tuple(batch.refused))
        self._store.runs.begin(run)
        job = {
            "store": self._store.address,
            "folder": str(batch.folder),
            "given": batch.given,
            "run": asdict(run),
        }
        threading.Thread(target=self._see_to, args=(run, job), daemon=True).start()
        return run.id

    def cancel(self, run: str) -> None:
        """Ask a run of the page to stop; those of other programs are left alone."""
        if run in self._runs_of_page():
            self._store.runs.cancel(run)

    def put_away(self, run: str) -> None:
        """Take a run of the page that has ended off the list."""
        now = self._clock()
        held = self._runs_of_page().get(run)
        if held is not None and (held.ended or held.silent(now)):
            self._store.runs.forget(run)

    def remove(self, documents: Collection[str]) -> list[str]:
        """Take articles out of the store; give the names of those that were there."""
        return list(leave_out(self._store, documents))

    def _runs_of_page(self) -> dict[str, Run]:
        return {run.id: run for run in self._store.runs.all() if run.kind == PAGE}

    def _see_to(self, run: Run, job: dict[str, Any]) -> None:
        try:
            if self._wait(run):
                try:
                    self._work(job, lambda: self._asked_to_stop(run.id))
                finally:
                    self._turn.release()
                self._close(run.id)
            else:
                self._store.runs.note(replace(run, ended="cancelled", beat=self._clock()))
        finally:
            shutil.rmtree(job["folder"], ignore_errors=True)

    def _wait(self, run: Run) -> bool:
        """Wait for the batches before; tell whether the turn came before somebody cancelled."""
        patience = AT_ONCE
        while not self._turn.acquire(timeout=patience):
            patience = BEAT
            with suppress(StoreError):
                if self._store.runs.note(replace(run, beat=self._clock(), current=WAITS)):
                    return False
        return True

    def _asked_to_stop(self, name: str) -> bool:
        with suppress(StoreError):
            return any(run.cancel for run in self._store.runs.all() if run.id == name)
        return False

    def _close(self, name: str) -> None:
        """Say of a run whose process ended without a word that it did."""
        with suppress(StoreError):  # it is told as lost then, when it was silent for long enough
            for run in self._store.runs.all():
                if run.id == name and not run.ended:
                    ended = "cancelled" if run.cancel else "failed"
                    self._store.runs.note(replace(run, ended=ended, beat=self._clock()))


class Listed(Protocol):
    """What gives the runs on a store."""

    def all(self) -> tuple[Run, ...]:
        """Give all runs, the oldest first."""


class _Nothing:
    def all(self) -> tuple[Run, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Works:
    """What is extracted while the page is open, by which clock, and what takes articles."""

    runs: Listed = field(default_factory=_Nothing)
    clock: Clock = float
    adder: Adder | None = None


IDLE = Works()


def in_a_process(job: dict[str, Any], asked_to_stop: Callable[[], bool]) -> None:
    """Do a job in a process of its own, which is ended where it does not stop when asked."""
    with subprocess.Popen(  # noqa: S603 - this Python, this module
        command(MODULE),
        stdin=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=NEUTRAL,
        env=environment(*VARIABLES),
    ) as process:
        with suppress(BrokenPipeError), cast("TextIO", process.stdin) as stream:
            json.dump(job, stream)
        looks = 0
        while process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(TICK)
            looks += asked_to_stop()
            if looks == PATIENCE:
                process.terminate()
            elif looks == 2 * PATIENCE:
                process.kill()

"""Takes what was brought into the queue of the store, and starts the process that analyses it.

Whatever is taken stands in the store before anybody is told so. The run stands there from its first
moment to its end, so every worker of the server shows it, and a page that is closed and opened
again does, too.
"""

import json
import subprocess
import time
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any, Protocol, TextIO, cast

from timeline.app.run_reports import TRY_AGAIN, Clock, new_run
from timeline.app.store_writer import StoreWriter
from timeline.errors import StoreError
from timeline.isolation.children import NEUTRAL, command, environment
from timeline.store import Run, Store
from timeline.web.uploads.claimers import is_gone
from timeline.web.uploads.spool import UploadBatch, label_of
from timeline.wording.strings import text

PAGE = "page"  # the kind of a run that was begun here
MODULE = "timeline.cli.ingest"
VARIABLES = ("HOME", "USER", "LOGNAME", "APPDATA", "PG", "SSL_", "TIMELINE_")  # for its database
TICK = 0.2  # seconds between two looks at a process
# How long a process may take to stop: None as long as nobody asks it to.
Patience = Callable[[], float | None]
Work = Callable[[dict[str, Any], Patience], None]


def nobody() -> None:
    """Wake nobody."""


class Adder:
    """Takes batches for a collection into the queue. Safe to share between threads."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        wake: Callable[[], None] = nobody,
        writer: StoreWriter | None = None,
    ) -> None:
        """Take a store; `wake` is called when something new waits, `writer` may know the store."""
        self._writer = writer or StoreWriter(store)
        self._store = store
        self._clock = clock
        self._wake = wake

    def begin(self, batch: UploadBatch) -> str:
        """Queue a batch and return the id of its run: from now on it is kept."""
        run = replace(
            new_run(PAGE, label_of(batch.names), self._clock()), refused=tuple(batch.refused)
        )
        self._store.queue.put(run, batch.files, batch.given)
        self._wake()
        return run.id

    def cancel(self, run: str) -> None:
        """Take out what waits, or ask a run of the page to stop; leave those of others alone."""
        if run in self._runs_of_page():
            self._store.queue.cancel(run, self._clock(), is_gone)

    def put_away(self, run: str) -> None:
        """Take a run of the page that has ended off the list."""
        now = self._clock()
        held = self._runs_of_page().get(run)
        if held is not None and (held.ended or held.silent(now)):
            self._store.queue.delete(run)

    def remove(self, documents: Collection[str]) -> list[str]:
        """Take articles out of the store; give the names of those that were there."""
        return list(self._writer.remove(documents))

    def _runs_of_page(self) -> dict[str, Run]:
        return {run.id: run for run in self._store.runs.list() if run.kind == PAGE}


class Listed(Protocol):
    """What lists the runs on a store."""

    def list(self) -> tuple[Run, ...]:
        """Return all runs, the oldest first."""


class _Nothing:
    def list(self) -> tuple[Run, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Works:
    """What is extracted while the page is open, by which clock, and what takes articles."""

    runs: Listed = field(default_factory=_Nothing)
    clock: Clock = float
    adder: Adder | None = None


IDLE = Works()


def in_a_process(job: dict[str, Any], patience: Patience) -> None:
    """Do a job in a process of its own, which is ended where it does not stop when asked.

    The end of its standard input asks it to stop; so does the end of this process, however it
    comes. A session of its own keeps a Ctrl-C in the terminal to this process. Raises StoreError
    where the store could not be opened.
    """
    with subprocess.Popen(  # noqa: S603 - this Python, this module
        command(MODULE),
        stdin=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=NEUTRAL,
        env=environment(*VARIABLES),
        start_new_session=True,
    ) as process:
        stream = cast("TextIO", process.stdin)
        with suppress(BrokenPipeError):
            stream.write(f"{json.dumps(job)}\n")
            stream.flush()
        asked = 0.0
        while process.poll() is None:
            with suppress(subprocess.TimeoutExpired):
                process.wait(TICK)
            seconds = patience()
            if seconds is None:
                continue
            if not asked:
                asked = time.monotonic()
                with suppress(BrokenPipeError):
                    stream.close()
            elif time.monotonic() - asked > seconds:
                process.kill()
    if process.returncode == TRY_AGAIN:
        raise StoreError(text("uploads.store-away"))

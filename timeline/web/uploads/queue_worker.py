"""Works off the uploads that wait in a store: claims one after the other and has it analysed.

Every server process has a worker, and each claims what nobody else works on; so what a server left
behind, by its stop or its death, is taken up by the next that looks.
"""

import threading
import time
from contextlib import suppress
from dataclasses import asdict, replace

from timeline.app.private_folders import clear_left_over
from timeline.app.run_reports import Clock
from timeline.errors import StoreError
from timeline.store import Claim, Run, Store
from timeline.web.uploads import queueing
from timeline.web.uploads.claimers import is_gone, new_claim

AT_ONCE = 2  # uploads, of different collections, that one server works on at a time
LOOK = 3.0  # seconds between two looks at the queue
ASK = 0.5  # seconds between two questions whether somebody cancels
CANCEL = 20.0  # seconds until a process that was asked to stop by a person is killed
STOP = 8.0  # seconds until one that is to stop with the server is killed


class QueueWorker:
    """Works off the queue of a store in threads of its own."""

    def __init__(self, store: Store, clock: Clock, work: queueing.Work | None = None) -> None:
        """Take a store; `work` does a job, in a process of its own where none is given."""
        self._store = store
        self._clock = clock
        self._work = work or queueing.in_a_process
        self._lock = threading.Lock()
        self._draining: list[threading.Thread] = []
        self._ending = threading.Event()

    def wake(self) -> None:
        """Work off what waits, in a thread; returns at once."""
        with self._lock:
            self._draining = [thread for thread in self._draining if thread.is_alive()]
            if self._ending.is_set() or len(self._draining) == AT_ONCE:
                return
            thread = threading.Thread(target=self._drain, daemon=True)
            self._draining.append(thread)
            thread.start()

    def keep(self) -> None:
        """Clear what is left over, and work off what waits from now on, whoever brought it."""
        clear_left_over(self._clock())
        threading.Thread(target=self._look, daemon=True).start()

    def ask_to_stop(self) -> None:
        """Ask what is under way to stop and save; what is not done waits on. Returns at once."""
        with self._lock:
            self._ending.set()

    def stop(self) -> None:
        """Ask what is under way to stop, and wait for it."""
        self.ask_to_stop()
        until = time.monotonic() + 2 * STOP
        for thread in self._draining:
            thread.join(max(until - time.monotonic(), 0))

    def _look(self) -> None:
        while not self._ending.is_set():
            with suppress(StoreError):
                if self._store.queue.count():
                    self.wake()
            self._ending.wait(LOOK)

    def _drain(self) -> None:
        while not self._ending.is_set():
            claim = None
            with suppress(StoreError):
                claim = self._store.queue.claim(new_claim(), self._clock(), is_gone)
            if claim is None:
                return
            try:
                self._do(claim)
            finally:
                clear_left_over(self._clock())

    def _do(self, claim: Claim) -> None:
        failed = True
        try:
            store = self._store.collection(claim.collection)
            now = self._clock()
            run = _run_of(store, claim) or Run(claim.run_id, queueing.PAGE, "", now, now)
            run = replace(run, done=0, total=0, added=())
            job = {"store": store.address, "claim": asdict(claim), "run": asdict(run)}
            self._work(job, self._patience(store, claim))
        except StoreError:
            failed = False
        with suppress(StoreError):  # the claim runs out by itself then
            self._close(claim, failed=failed)

    def _patience(self, store: Store, claim: Claim) -> queueing.Patience:
        """Return what says how long a process may take to stop, None while nobody asks it to."""
        asked = time.monotonic()
        cancelled = False

        def patience() -> float | None:
            nonlocal asked, cancelled
            if self._ending.is_set():
                return STOP
            if time.monotonic() - asked > ASK:
                asked = time.monotonic()
                with suppress(StoreError):
                    run = _run_of(store, claim)
                    cancelled = run is not None and run.cancel
            return CANCEL if cancelled else None

        return patience

    def _close(self, claim: Claim, *, failed: bool) -> None:
        """Let go of a claim that its process did not let go of itself."""
        queue, now = self._store.queue, self._clock()
        run = _run_of(self._store.collection(claim.collection), claim)
        if run is None:  # somebody has put the message away: it had ended
            queue.release(claim, now)
        elif run.cancel:
            queue.finish(claim, replace(run, ended="cancelled", beat=now, current=""))
        else:
            failed = failed and not self._ending.is_set()
            queue.release(claim, now, failed=failed, delay=0.0 if failed else LOOK)


def _run_of(store: Store, claim: Claim) -> Run | None:
    return next((run for run in store.runs.list() if run.id == claim.run_id), None)

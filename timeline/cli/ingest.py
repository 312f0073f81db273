"""The process that analyses what was brought through the page, started by the page's queue.

It takes its job as a line of JSON on standard input, so that no password stands in a list of
processes, and tells of itself in the store. The end of its input, as well as SIGTERM and SIGINT,
asks it to stop: it saves what it has, and the articles wait on in the queue. It is no command for
people.
"""

import errno
import json
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from timeline.app.ingest import add_into
from timeline.app.private_folders import private_folder
from timeline.app.run_reports import TRY_AGAIN, Clock, Reporter, repeatedly, speaking
from timeline.errors import ReadingError, StoppedError, StoreError, TimelineError
from timeline.store import Claim, Queue, QueuedFile, Store
from timeline.store.runs import run_of
from timeline.store.upload_blocks import is_whole

RENEW = 10.0  # seconds between two renewals of the claim
AGAIN = 20.0  # seconds until articles are tried again that could not be read now
# Names that a file system refuses, or that are those of another file's folder.
_NAMES = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}
Stopping = Callable[[Callable[[], None]], None]


def work(job: dict[str, Any], clock: Clock, stopping: Stopping = lambda _: None) -> None:
    """Do a job: the address of a store, a claim on its queue, and the run as it is noted.

    `stopping` takes what is to be called where the process is to stop.
    """
    claim, run = Claim(**job["claim"]), run_of(job["run"])
    with Store.open(job["store"]) as opened:
        store = opened.with_claim(claim)
        reporter = Reporter(store.runs, run, clock)
        stopping(reporter.ask_to_stop)
        try:
            _analyse(store, claim, reporter, clock)
        except StoppedError:
            _stopped(store, claim, reporter, clock)
        except StoreError as error:
            store.queue.release(claim, clock(), delay=AGAIN, words=f"waits: {error}")
        except OSError as error:
            words = f"waits: the temporary folder cannot be used ({error.strerror})"
            store.queue.release(claim, clock(), delay=AGAIN, words=words)
        except ReadingError as error:
            reporter.refused([error])
            store.queue.finish(claim, reporter.ended("failed"))
        else:
            store.queue.finish(claim, reporter.ended("done"))


def _analyse(store: Store, claim: Claim, reporter: Reporter, clock: Clock) -> None:
    """Analyse the files of an upload; raise ReadingError where none of them can be."""
    given = store.queue.publication_dates(claim)
    with (
        speaking(reporter),
        _renewed(store.queue, claim, clock, reporter),
        private_folder() as folder,
    ):
        reporter.refused_first(_unpack(store.queue, claim, folder))
        try:
            add_into(store, folder, given, reporter)
        except (StoppedError, StoreError):
            raise
        except TimelineError as error:
            raise ReadingError("all", str(error).replace(f"{folder}/", "")) from error


def _stopped(store: Store, claim: Claim, reporter: Reporter, clock: Clock) -> None:
    """End a run that somebody cancelled; let it wait where only the process is to stop."""
    if any(run.cancel for run in store.runs.list() if run.id == claim.run_id):
        store.queue.finish(claim, reporter.ended("cancelled"))
    else:
        store.queue.release(claim, clock())


def _unpack(queue: Queue, claim: Claim, folder: Path) -> list[ReadingError]:
    """Write the files of an upload into a folder; return those that cannot be had."""
    refused = []
    for file in queue.files(claim):
        path = folder / file.name
        try:
            whole = is_whole(file, _written(queue, file, path))
        except OSError as error:
            if error.errno not in _NAMES:
                raise
            refused.append(ReadingError(file.name, "cannot have this name; give it another"))
            continue
        if not whole:
            path.unlink()
            refused.append(ReadingError(file.name, "was damaged in the store; add it again"))
    return refused


def _written(queue: Queue, file: QueuedFile, path: Path) -> Iterator[bytes]:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as target:
        for block in queue.blocks(file):
            target.write(block)
            yield block


@contextmanager
def _renewed(queue: Queue, claim: Claim, clock: Clock, reporter: Reporter) -> Iterator[None]:
    """Renew a claim as long as the block runs; stop the run where it is lost."""

    def renew() -> None:
        with suppress(StoreError):
            if not queue.renew(claim, clock()):
                reporter.ask_to_stop()

    with repeatedly(renew, RENEW):
        yield


def main(stream: TextIO) -> None:
    """Do the job that a stream gives; its end, or an order to end, is a wish to stop."""
    os.umask(0o077)
    asked = threading.Event()
    for order in (signal.SIGTERM, signal.SIGINT):
        signal.signal(order, lambda *_: asked.set())
    job = json.loads(stream.readline())
    handle = stream.fileno()

    def listen() -> None:
        while os.read(handle, 1_000):  # not by the stream, which Python's end would wait for
            pass
        asked.set()

    def stopping(stop: Callable[[], None]) -> None:
        def wait() -> None:
            asked.wait()
            stop()

        for target in (listen, wait):
            threading.Thread(target=target, daemon=True).start()

    try:
        work(job, time.time, stopping)
    except StoreError as error:
        sys.stderr.write(f"timeline: {error}\n")
        sys.exit(TRY_AGAIN)


if __name__ == "__main__":
    main(sys.stdin)

"""Lives of programs on one store, for `kills.py`: begun by a fork, so that a thousand are quick.

What is loaded once (Dash, the parser's model) is there in every life. Everybody who descends from
a life holds the end of a pipe, its *leash*: whoever is left over is seen by it.
"""

import gc
import json
import os
import select
import signal
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from dash import Dash

from tests.store.invented import collection
from timeline.cli import ingest
from timeline.cli.clock import now
from timeline.store import NewChange, NewEdit, Store, queue
from timeline.web import serving
from timeline.web.server import create_app, worker_of
from timeline.web.uploads.queueing import Patience

STATES = tuple(
    collection(word, articles=articles) for word, articles in (("Flood", 8), ("Storm", 12))
)
PAGE = "page"  # the collection that is served
WORKER = "worker.pid"  # names the process that analyses, for whoever wants to kill it


@dataclass(frozen=True, slots=True)
class Life:
    """A process, and the end of its leash; `said` is what it printed where it prints."""

    process: int
    leash: int
    said: int = -1

    def is_over(self, seconds: float) -> bool:
        """Wait until nobody who descends from it is left; tell whether that came to pass."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            ready, _, _ = select.select([self.leash], [], [], left)
            if ready and not os.read(self.leash, 1):
                os.close(self.leash)
                return True
        return False


def begin(live: Callable[[], None]) -> Life:
    """Fork a life; what it prints can be read."""
    leash, end = os.pipe()
    said, out = os.pipe()
    process = os.fork()
    if process:
        os.close(end)
        os.close(out)
        return Life(process, leash, said)
    os.close(leash)
    os.close(said)
    os.dup2(out, 1)
    return _live(live)


def _live(live: Callable[[], None]) -> NoReturn:
    code = 1
    try:
        signal.setitimer(signal.ITIMER_REAL, 0)
        for order in (signal.SIGALRM, signal.SIGTERM):
            signal.signal(order, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        live()
        code = 0
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - the life ends here, whatever it was
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(code)


def edit_and_save(where: str, run: int) -> None:
    """Save and edit until killed; print what was acknowledged."""
    with Store.open(where) as store, os.fdopen(1, "w") as out:
        print("ready", file=out, flush=True)
        for turn in range(10**6):
            if turn % 4 == 3:
                store.articles.replace(*STATES[turn // 4 % 2])
            subject = f"e{run}-{turn}"
            made = store.edits.append(
                NewChange("note", (NewEdit(subject, "note", "x"),), None, "ana")
            )
            print(made, subject, file=out, flush=True)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that every life serves anew; it holds no connection while nobody is alive."""

    app: Dash
    store: Store

    @classmethod
    def over(cls, where: str) -> "Page":
        """Make the page over the served collection of a store."""
        store = Store.open(f"{where}#{PAGE}")
        made = cls(create_app(store, now), store)
        store.close()
        gc.freeze()
        return made


def serve(page: Page, port: int, temporary: Path) -> None:
    """Serve a page until killed or told to end."""
    os.setsid()
    tempfile.tempdir = os.environ["TMPDIR"] = str(temporary)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    queue.MOST_TRIES = 10**6  # here it is we who kill
    starter = Starter(temporary.parent / WORKER)
    worker = worker_of(page.app)
    assert worker is not None
    worker._work = starter.work
    serving.run(page.app, "127.0.0.1", port)


class Starter:
    """Forks the processes that analyse, from one that has no threads."""

    def __init__(self, note: Path) -> None:
        """Fork the starter itself; `note` is where it writes which process analyses."""
        self._mine, theirs = socket.socketpair()
        self._lock = threading.Lock()
        if _fork_undisturbed() == 0:
            self._mine.close()
            _live(lambda: _start_on_request(theirs, note))
        theirs.close()

    def work(self, job: dict[str, Any], patience: Patience) -> None:
        """Do a job as `in_a_process` does."""
        with self._lock:
            theirs, mine = os.pipe()
            socket.send_fds(self._mine, [b"."], [theirs])
            os.close(theirs)
            with os.fdopen(mine, "w") as stream:
                stream.write(f"{json.dumps(job)}\n")
                stream.flush()
                while not select.select([self._mine], [], [], 0.1)[0]:
                    if patience() is not None and not stream.closed:
                        stream.close()
            self._mine.recv(1)


def _fork_undisturbed() -> int:
    """Fork while no order to end comes in: Python would lose it amid what it does about a fork.

    An interrupt that is raised there is swallowed, and a lock of `logging` stays taken for good.
    """
    orders = {signal.SIGINT, signal.SIGTERM}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, orders)
    process = os.fork()
    signal.pthread_sigmask(signal.SIG_SETMASK, before)
    return process


def _start_on_request(asked: socket.socket, note: Path) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        data, handles, _, _ = socket.recv_fds(asked, 1, 1)
        if not data:
            return
        process = os.fork()
        if process == 0:
            asked.close()
            os.setsid()
            job = os.fdopen(handles[0])
            _live(partial(ingest.main, job))
        os.close(handles[0])
        note.write_text(str(process), "ascii")
        os.waitpid(process, 0)
        note.unlink(missing_ok=True)
        asked.send(b".")

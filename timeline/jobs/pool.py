"""Many items, one function, some processes: in order or not, but none lost without a name.

The one interface for work on many articles: a `Pool` says what makes an executor of
`concurrent.futures`, so that a pool of this machine and one of a cluster are the same to it. Only
a window of batches is under way at a time: enough that the workers go on while what is made is
saved. A worker that dies takes its pool with it: the pool is made anew, the batches that were with
the workers are run alone, then their items, and an item that kills its worker again is given back
as `Lost`. What a worker returns or raises comes as bytes and is unpickled here, item by item: so a
value that cannot cross is one item that `Failed`, and never a broken pool.
"""

import os
import pickle
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ThreadPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import forkserver, get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.connection import wait as wait_for
from multiprocessing.context import BaseContext
from typing import Any, Generic, TypeVar

from timeline.isolation.faults import reason_of
from timeline.isolation.pools import IsolatedPool, isolated

T = TypeVar("T")
R = TypeVar("R")
BATCH = 16  # items: enough that sending them costs nothing, few enough to lose and to wait for
SHARES = 16  # batches of each worker at least, so that all end at about the same time
WINDOW = 32  # batches under way for each process
WITH_ONE = 2  # batches that a process may have taken: one in work, one that waits for it
METHOD = "forkserver" if sys.platform == "linux" else "spawn"  # few libraries outlive a fork
ENDING = 5  # seconds in which workers that were let go have ended, on a busy machine too
EVERY = 0.2  # seconds between two looks at whether to stop, while workers are busy
MakeExecutor = Callable[[], Executor]


@dataclass(frozen=True, slots=True)
class Done(Generic[R]):
    """The result of an item, by its place."""

    place: int
    result: R


@dataclass(frozen=True, slots=True)
class Lost:
    """An item that killed the process that worked on it, by its place."""

    place: int


@dataclass(frozen=True, slots=True)
class Failed:
    """An item whose result or error cannot be sent between processes, by its place, and why."""

    place: int
    reason: str


@dataclass(frozen=True, slots=True)
class _Batch(Generic[T]):
    start: int
    items: tuple[T, ...]

    def singles(self) -> "list[_Batch[T]]":
        """Yield its items one by one."""
        return [_Batch(self.start + n, (item,)) for n, item in enumerate(self.items)]


@dataclass(frozen=True, slots=True)
class Pool:
    """How an executor is made, its workers, and the batches that are under way for each.

    `check` is called a few times a second while they are busy; it raises where they are all gone.
    """

    make: MakeExecutor
    workers: int = 1
    window: int = WINDOW
    check: Callable[[], object] = bool


def processes(count: int, method: str = METHOD, *, preload: str = "") -> Pool:
    """Return a pool of fresh processes of this machine that import nothing of the working folder.

    On Linux they are forked from one that loads the module `preload` first, from now on. A fork
    of this process itself would copy locks that other threads hold.
    """
    context: BaseContext = get_context(method)
    if method == "forkserver":
        context.set_forkserver_preload([preload] if preload else [])
        with isolated():
            forkserver.ensure_running()
    return Pool(partial(Workers, count, context), count)


class Workers(IsolatedPool):
    """A pool of processes that end at once when it is shut down for good, or its maker dies."""

    def __init__(self, count: int, context: BaseContext) -> None:
        """Start with no process; they are started by the first work."""
        leash, self._held = context.Pipe(duplex=False)
        super().__init__(count, context, initializer=_attach, initargs=(leash,))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: FBT001, FBT002 - as the executor has it
        """End the pool; where what waits is cancelled, what is in work is given up as well."""
        manager = self.manager()
        super().shutdown(wait=wait, cancel_futures=cancel_futures)
        if cancel_futures:
            self._held.close()
            if manager is not None:
                # A program that ends wakes those still running, by pipes that they may be closing.
                manager.join(ENDING)


def run(
    work: Callable[[T], R],
    items: Sequence[T],
    pool: Pool | None = None,
    *,
    helping: bool = False,
    idle: Callable[[], object] = bool,
) -> Generator[Done[R] | Failed | Lost, None, None]:
    """Work on items and yield each with its place, in the order in which they are done.

    With `helping` this process works, too, until those of the pool have been started. Without a
    pool the work is done here, in order. What `work` raises is raised here. `idle` is called a few
    times a second while workers are busy; what it raises ends the run. Closing the iterator cancels
    what waits and ends the workers.
    """
    if pool is None:
        yield from (Done(place, work(item)) for place, item in enumerate(items))
        return

    def look() -> None:
        idle()
        pool.check()

    size = min(BATCH, len(items) // (SHARES * pool.workers) + 1)
    batches = deque(
        _Batch(start, tuple(items[start : start + size])) for start in range(0, len(items), size)
    )
    alone: deque[_Batch[T]] = deque()
    while batches or alone:
        # What was lost is run alone: so it is sure which batch, and then which item, kills.
        waiting, width = (alone, 1) if alone else (batches, pool.window * pool.workers)
        helps = helping and waiting is batches
        lost = yield from _until_broken(work, waiting, pool.make, width, look, helping=helps)
        if waiting is alone and lost:
            if len(lost[0].items) == 1:
                yield Lost(lost[0].start)
            else:
                alone.extendleft(reversed(lost[0].singles()))
            continue
        taken = WITH_ONE * pool.workers + 1  # the executor hands out no more than one beyond
        alone.extend(lost[:taken])
        batches.extendleft(reversed(lost[taken:]))


def _until_broken(  # noqa: PLR0913 - what `run` was given
    work: Callable[[T], R],
    waiting: "deque[_Batch[T]]",
    make_executor: MakeExecutor,
    width: int,
    idle: Callable[[], object],
    *,
    helping: bool,
) -> "Generator[Done[R] | Failed | Lost, None, list[_Batch[T]]]":
    """Work on batches until none is left or a process dies; return those that were lost.

    They come in the order in which they were handed out.
    """
    executor = make_executor()
    going: dict[Future[list[bytes]], _Batch[T]] = {}
    try:
        if helping:
            yield from _until_begun(work, waiting, executor)
        while waiting or going:
            while waiting and len(going) < width:
                batch = waiting.popleft()
                going[executor.submit(_each, work, batch.items)] = batch
            finished, _ = wait(going, EVERY, return_when=FIRST_COMPLETED)
            for future in finished:
                results = future.result()
                yield from _opened(going.pop(future), results)
            idle()
    except BrokenProcessPool:
        done = [one for one in going if one.done() and one.exception() is None]
        for future in done:
            yield from _opened(going.pop(future), future.result())
        return list(going.values())
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
    return []


def _until_begun(
    work: Callable[[T], R], waiting: "deque[_Batch[T]]", executor: Executor
) -> Iterator[Done[R]]:
    """Work on batches, the last ones first, while the executor starts."""
    with ThreadPoolExecutor(1) as starting:
        begun = starting.submit(executor.submit, _each, work, ())
        while waiting and not begun.done():
            batch = waiting.pop()
            for place, item in enumerate(batch.items, batch.start):
                yield Done(place, work(item))


def _opened(batch: _Batch[T], results: Sequence[bytes]) -> Iterator[Done[Any] | Failed]:
    """Unpickle what a worker sent of a batch; raise what its work raised."""
    for place, sent in enumerate(results, batch.start):
        try:
            returned, value = pickle.loads(sent)  # noqa: S301 - from a process of our own
        except Exception as error:  # noqa: BLE001 - a class decides what its unpickling raises
            yield Failed(place, f"its result cannot be read back ({reason_of(error)})")
            continue
        if returned is None:
            yield Failed(place, value)
        elif returned:
            yield Done(place, value)
        else:
            raise value


def _each(work: Callable[[T], R], items: Sequence[T]) -> list[bytes]:
    return [_sent(work, item) for item in items]


def _sent(work: Callable[[T], R], item: T) -> bytes:
    """Return as bytes whether the work returned, and what it returned or raised."""
    try:
        result = work(item)
    except Exception as error:  # noqa: BLE001 - raised again by the process that asked
        return _pickled((False, error))
    return _pickled((True, result))


def _pickled(outcome: tuple[bool, object]) -> bytes:
    try:
        return pickle.dumps(outcome)
    except Exception as error:  # noqa: BLE001 - a class decides what its pickling raises
        what = "its result" if outcome[0] else f"what it raised ({reason_of(outcome[1])})"
        reason = f"{what} cannot be sent between processes ({reason_of(error)})"
        return pickle.dumps((None, reason))


def _attach(leash: Connection) -> None:
    """Leave interruptions to the process that made this one, and end where that wants it to.

    It ends with its maker, and when the maker closes its side of the leash.
    """
    for interruption in (signal.SIGINT, signal.SIGTERM):  # a terminal, a service: sent to all
        signal.signal(interruption, signal.SIG_IGN)
    maker = parent_process()
    ends = [leash] if maker is None else [leash, maker.sentinel]
    threading.Thread(target=_end_after, args=(ends,), daemon=True).start()


def _end_after(ends: "list[Connection | int]") -> None:
    wait_for(ends)
    os._exit(1)  # nobody is left who could be told more

"""Many items, one function, some processes: in order or not, but none lost without a name.

The one interface for work on many articles: `run` takes what makes an executor of
`concurrent.futures`, so that a pool of this machine and one of a cluster are the same to it. Only
a window of batches is under way at a time, so that results are written while others are made. A
worker that dies takes its pool with it: the pool is made anew, the batches that were lost are run
alone, then their items, and an item that kills its worker again is given back as `Lost`.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait as wait_for
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
BATCH = 16  # items: enough that sending them costs nothing, few enough to lose and to wait for
WINDOW = 3  # batches under way for each process
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
class _Batch(Generic[T]):
    start: int
    items: tuple[T, ...]

    def singles(self) -> "list[_Batch[T]]":
        """Give its items one by one."""
        return [_Batch(self.start + n, (item,)) for n, item in enumerate(self.items)]


def processes(count: int) -> MakeExecutor:
    """Give what makes a pool of fresh processes of this machine."""
    context = get_context("spawn")  # a fork would copy locks that other threads hold
    return partial(ProcessPoolExecutor, max_workers=count, mp_context=context, initializer=_attach)


def run(
    work: Callable[[T], R],
    items: Sequence[T],
    make_executor: MakeExecutor | None = None,
    window: int = WINDOW,
) -> Iterator[Done[R] | Lost]:
    """Work on items and give each with its place, in the order in which they are done.

    Without an executor the work is done here, in order. Closing the iterator cancels what waits.
    """
    if make_executor is None:
        yield from (Done(place, work(item)) for place, item in enumerate(items))
        return
    batches = deque(
        _Batch(start, tuple(items[start : start + BATCH])) for start in range(0, len(items), BATCH)
    )
    alone: deque[_Batch[T]] = deque()
    while batches or alone:
        # What was lost is run alone: so it is sure which batch, and then which item, kills.
        waiting, width = (alone, 1) if alone else (batches, window)
        lost = yield from _until_broken(work, waiting, make_executor, width)
        for batch in lost:
            if len(batch.items) == 1 and width == 1:
                yield Lost(batch.start)
            else:
                alone.extend(batch.singles() if width == 1 else [batch])


def _until_broken(
    work: Callable[[T], R], waiting: "deque[_Batch[T]]", make_executor: MakeExecutor, width: int
) -> "Generator[Done[R] | Lost, None, list[_Batch[T]]]":
    """Work on batches until none is left or a process dies; return those that were lost."""
    executor = make_executor()
    going: dict[Future[list[R]], _Batch[T]] = {}
    try:
        while waiting or going:
            while waiting and len(going) < width:
                batch = waiting.popleft()
                going[executor.submit(_each, work, batch.items)] = batch
            finished, _ = wait(going, return_when=FIRST_COMPLETED)
            for future in finished:
                batch = going[future]
                results = future.result()
                del going[future]
                yield from (Done(batch.start + n, result) for n, result in enumerate(results))
    except BrokenProcessPool:
        return list(going.values())
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
    return []


def _each(work: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [work(item) for item in items]


def _attach() -> None:
    """Leave an interruption to the process that made this one, and end where that ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    maker = parent_process()
    if maker is not None:
        threading.Thread(target=_end_after, args=(maker.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait_for([sentinel])
    os._exit(1)  # nobody is left who could be told more

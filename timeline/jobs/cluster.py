"""Work on the machines of a Dask cluster, behind the same `Pool` as processes of this machine.

A worker that dies fails the batches it held; `run` then tries them alone, item by item, as where a
process of this machine dies. Dask's own executor cannot be used: it knows no `cancel_futures`, and
its `KilledWorker` is no broken pool. What crosses is pickled: a cluster is trusted as this program
is, and has to run the very same version of it.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from threading import Lock
from typing import Any, ParamSpec, TypeVar, cast

from timeline.errors import ClusterError
from timeline.jobs.pool import WITH_ONE, Pool
from timeline.wording.names import quoted

P = ParamSpec("P")
T = TypeVar("T")
CONNECT = 20.0  # seconds in which a scheduler answers
PATIENCE = 60.0  # seconds without a single worker, before the run is given up
Program = Callable[[], str]


@contextmanager
def cluster(address: str, program: Program, patience: float = PATIENCE) -> Iterator[Pool]:
    """Yield a pool of the workers of a cluster, by the address of its scheduler.

    `program` returns the version of the code, which every worker is asked for. Raises ClusterError
    where there is no scheduler, no worker, or one of another version.
    """
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, which few runs need
    except ModuleNotFoundError as error:
        msg = f"--cluster needs the package {error.name}; install timeline[cluster]"
        raise ClusterError(msg) from None
    try:
        client = Client(address, timeout=CONNECT, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        msg = f"{quoted(address)}: no scheduler of Dask answers there ({type(error).__name__})"
        raise ClusterError(msg) from None
    with client:
        threads = _checked(client, address, program)
        watch = _Watch(client, address, patience)
        # A small window: what is under way on a worker that dies is done again.
        yield Pool(partial(ClusterExecutor, client), threads, WITH_ONE, watch.check)


def _checked(client: Any, address: str, program: Program) -> int:  # noqa: ANN401 - Dask has no types
    """Return how many batches the cluster works on at once."""
    versions = cast("dict[str, str]", client.run(program))
    if not versions:
        raise ClusterError(f"{quoted(address)}: the cluster has no worker; start some")
    other = [worker for worker, found in versions.items() if found != program()]
    if other:
        msg = f"{quoted(address)}: the worker {other[0]} runs another version of timeline"
        raise ClusterError(f"{msg}; install the same on all")
    return sum(client.nthreads().values())


class _Watch:
    """Gives up where no worker is left for long: Dask itself would wait for ever."""

    def __init__(self, client: Any, address: str, patience: float) -> None:  # noqa: ANN401 - as above
        self._client = client
        self._address = address
        self._patience = patience
        self._last = time.monotonic()

    def check(self) -> None:
        """Raise ClusterError where there has been no worker for too long."""
        now = time.monotonic()
        if self._client.scheduler_info(n_workers=-1)["workers"]:
            self._last = now
        elif now - self._last > self._patience:
            msg = f"{quoted(self._address)}: the cluster has no worker any more"
            raise ClusterError(f"{msg}; start some and run the same again to go on")


class ClusterExecutor(Executor):
    """An executor of `concurrent.futures` over a client of Dask."""

    def __init__(self, client: Any) -> None:  # noqa: ANN401 - as above
        """Take a client, which stays open when this is shut down."""
        self._client = client
        self._lock = Lock()
        self._going: dict[Future[Any], Any] = {}

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Submit work that is done once: a worker that dies of it takes no other one with it."""
        found: Future[T] = Future()
        found.set_running_or_notify_cancel()
        sent = self._client.submit(fn, *args, **kwargs, pure=False, retries=0)
        with self._lock:
            self._going[found] = sent
        sent.add_done_callback(partial(self._take, found))
        return found

    def _take(self, found: "Future[Any]", sent: Any) -> None:  # noqa: ANN401 - as above
        with self._lock:
            if self._going.pop(found, None) is None:
                return  # nobody waits for it any more
        try:
            found.set_result(sent.result())
        except BaseException as error:  # noqa: BLE001 - raised again by who waits for the result
            found.set_exception(_as_of_a_pool(error))

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - as the executor has it
        """Give up what has not been done; the workers stay."""
        with self._lock:
            going = list(self._going.values())
            self._going.clear()
        if going and cancel_futures:
            self._client.cancel(going, force=True)


def _as_of_a_pool(error: BaseException) -> BaseException:
    """Return what a pool of processes would raise."""
    from distributed import KilledWorker  # noqa: PLC0415 - as above

    if isinstance(error, KilledWorker):
        return BrokenProcessPool("a worker of the cluster died of it")
    if type(error).__name__ in ("CancelledError", "FutureCancelledError", "CommClosedError"):
        return ClusterError("the scheduler of the cluster is gone; run the same again to go on")
    return error

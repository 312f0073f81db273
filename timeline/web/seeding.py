"""The first store: made from a folder of articles, by one process even where several start."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from timeline.app import store_session
from timeline.errors import ServingError
from timeline.store import Store

try:
    import fcntl
except ImportError:  # Windows: no forking server runs there, so nobody else starts
    fcntl = None  # type: ignore[assignment]


def open_seeded(where: str, articles: Path, *, read_only: bool = False) -> Store:
    """Open a store; one that nothing was ever written to gets the articles of a folder first.

    Processes that start at once wait for the one that extracts. A store that is opened `read_only`
    is shown as it is. Raises StoreError, and ServingError where the folder cannot be read.
    """
    if read_only:
        return Store.open(where, read_only=True)
    with _alone(articles), ExitStack() as failing:
        store = failing.enter_context(Store.open(where, adds=True))
        if not store.timeline.load().documents and not store.edits.list():
            store_session.extract_into(store, [articles])
        failing.pop_all()
        return store


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold a lock on a folder, which the system lets go of even where the process is killed."""
    if fcntl is None:
        yield
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise ServingError(f"{folder}: cannot be read ({error.strerror})") from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)

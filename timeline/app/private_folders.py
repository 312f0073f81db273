"""Folders of the temporary folder that only this user may read, and that outlive no process long.

Who works in one holds a lock on it, which the system lets go of however the process ends. So what
a killed process left over is told from what is in use, and cleared by the next that looks.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows: what is old enough is left over
    fcntl = None  # type: ignore[assignment]

PREFIX = "timeline-batch-"
OLD = 86_400.0  # seconds, where there are no locks


@contextmanager
def private_folder() -> Iterator[Path]:
    """Yield a new folder that goes with the block."""
    folder, handle = _made()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        if handle is not None:
            os.close(handle)


def clear_left_over(now: float) -> None:
    """Remove the folders of this user that no living process works in.

    `now` is the present moment in seconds since 1970: where there are no locks, age decides.
    """
    with suppress(OSError):
        for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
            if _is_left_over(folder, now):
                shutil.rmtree(folder, ignore_errors=True)


def _made() -> tuple[Path, int | None]:
    while True:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        handle = _locked(folder)
        if folder.exists():  # else somebody cleared it before it was locked
            return folder, handle
        if handle is not None:
            os.close(handle)


def _is_left_over(folder: Path, now: float) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    if fcntl is None:
        return now - found.st_mtime > OLD
    if found.st_uid != os.getuid():
        return False
    handle = _locked(folder)
    if handle is not None:
        os.close(handle)
    return handle is not None


def _locked(folder: Path) -> int | None:
    """Lock a folder, None where another process has; links are never followed."""
    if fcntl is None:
        return None
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(handle)
        return None
    return handle

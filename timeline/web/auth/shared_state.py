"""Sign-in state that all workers of one machine share: a table of fixed size, and locks.

It lies in a private folder, in memory where the system offers that. Files are opened for each use:
so the locks hold between threads, processes and forks alike, the system frees those of a process
that dies, and a folder that somebody clears away is made anew. Where no folder can be had (or on
Windows, where one process serves), the state is in the memory of this process, and a warning says
so.
"""

import errno
import logging
import os
import stat
import sys
import tempfile
from collections import defaultdict
from collections.abc import Generator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Protocol

if sys.platform != "win32":
    import fcntl

TABLE = "table"
_FOLDER_MODE, _FILE_MODE = 0o700, 0o600
_log = logging.getLogger(__name__)


class Cells(Protocol):
    """Bytes that can be read and written at any place; those never written are zero."""

    def read(self, offset: int, size: int) -> bytes:
        """Return the bytes at an offset."""
        ...

    def write(self, offset: int, data: bytes) -> None:
        """Put bytes at an offset."""
        ...


class SharedState(Protocol):
    """A table, and locks by name."""

    def table(self) -> AbstractContextManager[Cells]:
        """Yield the table, which nobody else sees meanwhile."""
        ...

    def lock(self, name: str, *, wait: bool) -> AbstractContextManager[bool]:
        """Hold a lock; yield whether it was got, which is certain with `wait`."""
        ...


class MemoryState:
    """State in the memory of this process."""

    def __init__(self, size: int) -> None:
        """Take the size of the table in bytes."""
        self._data = bytearray(size)
        self._locks: defaultdict[str, Lock] = defaultdict(Lock)

    @contextmanager
    def table(self) -> Generator[Cells]:
        """Yield the table, which no other thread sees meanwhile."""
        with self._locks[TABLE]:
            yield _MemoryCells(self._data)

    @contextmanager
    def lock(self, name: str, *, wait: bool) -> Generator[bool]:
        """Hold a lock; yield whether it was got."""
        got = self._locks[name].acquire(blocking=wait)
        try:
            yield got
        finally:
            if got:
                self._locks[name].release()


class FolderState:
    """State in a private folder that all processes of this user find by its name."""

    def __init__(self, parents: Sequence[Path], name: str, size: int) -> None:
        """Take the folders in one of which the private one is made, in order of preference."""
        self._parents = parents
        self._name = name
        self._size = size
        self._spare = MemoryState(size)
        self._has_warned = False

    @contextmanager
    def table(self) -> Generator[Cells]:
        """Yield the table, which no other thread or process sees meanwhile."""
        file = self._locked(TABLE, wait=True)
        if file is None:
            with self._spare.table() as cells:
                yield cells
            return
        try:
            yield _FileCells(file)
        finally:
            os.close(file)

    @contextmanager
    def lock(self, name: str, *, wait: bool) -> Generator[bool]:
        """Hold a lock; yield whether it was got."""
        try:
            file = self._locked(name, wait=wait)
        except BlockingIOError:
            yield False
            return
        if file is None:
            with self._spare.lock(name, wait=wait) as got:
                yield got
            return
        try:
            yield True
        finally:
            os.close(file)  # which gives the lock back

    def _locked(self, name: str, *, wait: bool) -> int | None:
        """Open and lock a file; None without a folder, BlockingIOError where another has it."""
        reason = "this system has no locks on files"
        for parent in self._parents if sys.platform != "win32" else ():
            folder = parent / self._name
            try:
                _make_private(folder)
                return _open_locked(folder / name, self._size if name == TABLE else 0, wait=wait)
            except BlockingIOError:
                raise
            except OSError as error:
                reason = f"{folder}: {error.strerror}"
        if not self._has_warned:
            self._has_warned = True
            _log.warning("Sign-in limits hold for this process alone (%s)", reason)
        return None


def private_name(key: bytes) -> str:
    """Return the name of the folder for a secret key, of this user, that tells nothing of it."""
    user = os.getuid() if sys.platform != "win32" else 0
    return f"timeline-{user}-{blake2b(key, digest_size=8, person=b'folder').hexdigest()}"


def runtime_parents(environment: Mapping[str, str]) -> tuple[Path, ...]:
    """Return the folders that may hold the private one: memory first, then the temporary one."""
    runtime = environment.get("XDG_RUNTIME_DIR")
    return (*([Path(runtime)] if runtime else []), Path("/dev/shm"), Path(tempfile.gettempdir()))  # noqa: S108 - a private folder in it


def _make_private(folder: Path) -> None:
    """Make a folder that only this user may enter; raise OSError where another made one."""
    try:
        folder.mkdir(_FOLDER_MODE)
    except FileExistsError:
        found = folder.lstat()
        private = found.st_uid == os.geteuid() and not found.st_mode & 0o077
        if not stat.S_ISDIR(found.st_mode) or not private:
            raise PermissionError(1, "is not a private folder of this user") from None


def _open_locked(path: Path, size: int, *, wait: bool) -> int:
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, _FILE_MODE)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            found = os.fstat(file)
            if found.st_size < size:
                _allocate(file, size)
        except BaseException:
            os.close(file)
            raise
        if found.st_nlink:
            return file
        os.close(file)  # somebody cleared it away while this one waited


def _allocate(file: int, size: int) -> None:
    """Take the room for the table at once, so that no later write finds the disk full."""
    try:
        os.posix_fallocate(file, 0, size)
    except AttributeError:  # macOS
        os.ftruncate(file, size)
    except OSError as error:
        if error.errno not in {errno.EINVAL, errno.EOPNOTSUPP}:
            raise
        os.ftruncate(file, size)  # on a file system that cannot


class _MemoryCells:
    def __init__(self, data: bytearray) -> None:
        self._data = data

    def read(self, offset: int, size: int) -> bytes:
        return bytes(self._data[offset : offset + size])

    def write(self, offset: int, data: bytes) -> None:
        self._data[offset : offset + len(data)] = data


class _FileCells:
    def __init__(self, file: int) -> None:
        self._file = file

    def read(self, offset: int, size: int) -> bytes:
        return os.pread(self._file, size, offset).ljust(size, b"\0")

    def write(self, offset: int, data: bytes) -> None:
        os.pwrite(self._file, data, offset)

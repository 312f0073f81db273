"""The reading process from outside: started when the first file needs it, replaced when it dies."""

import signal
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import PurePosixPath
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self, cast

from timeline.isolation.children import NEUTRAL, command, environment
from timeline.reading.content import Answer, Content, Part, Pictured, Refused, UnreadableError
from timeline.reading.kinds import ENDINGS, PLAIN, READERS, Kind
from timeline.reading.sandbox.limits import LIMITS, SCAN_LIMITS, Limits
from timeline.reading.sandbox.watch import Watch
from timeline.reading.sandbox.wire import BrokenWireError, receive, send, unpacked

if TYPE_CHECKING:
    import subprocess

MODULE = "timeline.reading.sandbox.worker"
MOST_READ = 500  # files; then a fresh process, so that nothing can gather
MOST_PARTS = 20_001
WAIT = 2.0  # seconds for a process to end by itself
KILLED = "cannot be read: its reader was ended from outside, and again when it was tried once more"
_OUT_OF_TIME = {-getattr(signal, "SIGXCPU", 0)} - {0}
_KILLS = {-getattr(signal, name, 0) for name in ("SIGKILL", "SIGTERM", "SIGHUP", "SIGINT")} - {0}


class _KilledError(Exception):
    """Somebody else ended the reading process."""


class ReadingProcess:
    """Reads files apart, one at a time. Threads may share one; use it as a context or close it."""

    def __init__(self, limits: Limits = LIMITS, scan_limits: Limits | None = SCAN_LIMITS) -> None:
        """Take the bounds for each file, and for each with pictures; nothing is started yet."""
        self._limits = limits
        self._scans = ReadingProcess(scan_limits, None) if scan_limits else None
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process, if one runs, and that for pictures."""
        if self._scans is not None:
            self._scans.close()
        with self._lock:
            self._end()

    def read(self, kind: Kind, ending: str, data: bytes) -> Sequence[Part]:
        """Read a file; raise `UnreadableError` where that takes too long or ends the process.

        Where somebody else ended the process, such as the system for want of memory, that says
        nothing of the file: a fresh process tries once more. Pictures are read by a process of
        their own, so that the others need neither its memory nor its time.
        """
        if kind == Kind.SCAN and self._scans is not None:
            return self._scans.read(kind, ending, data)
        parts = self._twice(kind, ending, data)
        told = [part for part in parts if not isinstance(part, Pictured)]
        if len(told) == len(parts) or self._scans is None or Kind.SCAN not in READERS:
            return told
        return self._with_pictures(told, ending, data)

    def _with_pictures(self, told: Sequence[Part], ending: str, data: bytes) -> Sequence[Part]:
        """Read a file with its pictures; return what it holds besides where that fails."""
        try:
            parts = cast("ReadingProcess", self._scans).read(Kind.SCAN, ending, data)
        except UnreadableError as error:
            parts = (Refused("", str(error)),)
        failed = all(isinstance(part, Refused) for part in parts)
        return told if failed and any(isinstance(part, Content) for part in told) else parts

    def _twice(self, kind: Kind, ending: str, data: bytes) -> Sequence[Answer]:
        with self._lock:
            try:
                return self._tried(kind, ending, data)
            except _KilledError:
                with suppress(_KilledError):
                    return self._tried(kind, ending, data)
            raise UnreadableError(KILLED)

    def _tried(self, kind: Kind, ending: str, data: bytes) -> Sequence[Answer]:
        if self._read >= MOST_READ:
            self._end()
        process = self._running()
        self._read += 1
        with Watch(process, self._limits) as watch:
            return self._answered(process, kind, ending, data, watch)

    def _answered(
        self,
        process: "subprocess.Popen[bytes]",
        kind: Kind,
        ending: str,
        data: bytes,
        watch: Watch,
    ) -> Sequence[Answer]:
        try:
            return self._asked(process, kind, ending, data)
        except (BrokenWireError, BrokenPipeError, OSError) as error:
            ended = self._end()
            if ended in _KILLS and not watch.reason:
                raise _KilledError from error
            raise UnreadableError(watch.reason or self._failure(ended)) from error

    def _asked(
        self, process: "subprocess.Popen[bytes]", kind: Kind, ending: str, data: bytes
    ) -> Sequence[Answer]:
        inward, outward = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        send(inward, f"{kind}\n{ending}".encode())
        send(inward, data)
        answer = receive(outward, self._limits.answer)
        count, _, state = receive(outward, 20).partition(b" ")
        if not count.isdigit() or int(count) > MOST_PARTS:
            raise BrokenWireError
        files = [receive(outward, self._limits.answer) for _ in range(int(count))]
        if state != b"ready":
            self._end()
        return unpacked(answer, files)

    def _failure(self, ended: int | None) -> str:
        if ended in _OUT_OF_TIME:
            return f"takes longer than {self._limits.seconds:g} seconds to read"
        return "cannot be read: its reader crashed, the file is damaged or needs too much memory"

    def _running(self) -> "subprocess.Popen[bytes]":
        import subprocess  # noqa: PLC0415 - plain text never needs it

        if self._process is None or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(  # noqa: S603 - this Python, this module
                command(MODULE, str(self._limits.seconds), str(self._limits.memory)),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                cwd=NEUTRAL,
                env=environment(),
            )
            self._read = 0
        return self._process

    def _end(self) -> int | None:
        """End the process; return how it ended, and None where it had to be ended here."""
        process, self._process = self._process, None
        if process is None:
            return None
        import subprocess  # noqa: PLC0415 - plain text never needs it

        for stream in (process.stdin, process.stdout):
            try:
                cast("BinaryIO", stream).close()
            except OSError:  # what was left to write has no reader
                continue
        try:
            return process.wait(WAIT)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return None


def weaker_fence(documents: Iterable[str]) -> tuple[str, ...]:
    """Return a warning where documents were read behind a lesser fence than Linux can give."""
    from timeline.reading.sandbox.fence import WEAKER, missing  # noqa: PLC0415 - loads ctypes

    suffixes = {PurePosixPath(part).suffix for name in documents for part in name.split("/")}
    if all(ENDINGS.get(suffix.lower(), Kind.TEXT) in PLAIN for suffix in suffixes):
        return ()
    lacking = missing()
    return (WEAKER.format(" and ".join(lacking)),) if lacking else ()

"""The bytes of a regular file, up to a limit; never waits on a pipe or a device."""

import os
from pathlib import Path

from timeline.errors import ReadingError
from timeline.reading.refusals import reason_of, refusal

LARGEST = 50_000_000  # bytes
# Windows has neither of the first two, and would translate newlines without the third.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def file_bytes(path: Path, name: str, *, follow: bool = True) -> bytes:
    """Read a whole file; raise `ReadingError` where it is no file, too large or unreadable.

    `name` is how the error names the file. Without `follow` a link is refused.
    """
    flags = _FLAGS if follow else _FLAGS | getattr(os, "O_NOFOLLOW", 0)
    try:
        with open(path, "rb", opener=lambda file, _: os.open(file, flags)) as file:
            status = os.fstat(file.fileno())
            reason = refusal(status.st_mode)
            if reason:
                raise ReadingError(name, reason)
            size = status.st_size
            data = file.read(LARGEST + 1) if size <= LARGEST else b""
    except (OSError, ValueError) as error:
        raise ReadingError(name, reason_of(error)) from error
    size = max(size, len(data))
    if size > LARGEST:
        raise ReadingError(
            name, f"is too large: {_megabytes(size)}, the most is {_megabytes(LARGEST)}"
        )
    return data


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:,.0f} MB"

"""Files in a zip, within limits: what they declare is checked, and no more is read."""

import io
import stat
import zipfile
import zlib
from collections import Counter
from pathlib import PurePosixPath

from timeline.reading.content import UnreadableError

MOST_ENTRIES = 5_000
LARGEST_UNPACKED = 50_000_000  # bytes, all entries together
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)


class Zipped:
    """An opened zip; every reading of it counts against one limit."""

    def __init__(self, data: bytes) -> None:
        """Open a zip; raise `UnreadableError` where it is damaged or declares too much."""
        try:
            self._file = zipfile.ZipFile(io.BytesIO(data))
        except (*_BROKEN, UnicodeDecodeError) as error:
            raise UnreadableError("is a damaged zip file") from error
        names = Counter(entry.filename for entry in self._file.infolist())
        self.doubled = sorted(name for name, count in names.items() if count > 1)
        self._entries = {entry.filename: entry for entry in self._file.infolist()}
        self._left = LARGEST_UNPACKED
        count = len(self._file.infolist())
        if count > MOST_ENTRIES:
            raise UnreadableError(f"holds {count:,} files, the most is {MOST_ENTRIES:,}")
        declared = sum(entry.file_size for entry in self._file.infolist())
        if declared > LARGEST_UNPACKED:
            raise UnreadableError(
                f"unpacks to {declared / 10**6:,.0f} MB, the most is {LARGEST_UNPACKED // 10**6} MB"
            )

    @property
    def names(self) -> list[str]:
        """The names of its files, folders left out."""
        return [name for name, entry in self._entries.items() if not entry.is_dir()]

    def is_link(self, name: str) -> bool:
        """Return whether an entry is a link to another file."""
        return stat.S_ISLNK(self._entries[name].external_attr >> 16)

    def read(self, name: str) -> bytes:
        """Return a file's bytes.

        Raise `UnreadableError` where it is missing, locked or too large.
        """
        entry = self._entries.get(name)
        if entry is None:
            raise UnreadableError(f"lacks its part {name}")
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableError("is locked with a password")
        try:
            with self._file.open(entry) as file:  # one byte more tells a size that lies
                data = file.read(min(self._left, entry.file_size) + 1)
        except _BROKEN as error:
            raise UnreadableError("is damaged inside its zip file") from error
        self._left -= len(data)
        if self._left < 0:
            raise UnreadableError(f"unpacks to more than {LARGEST_UNPACKED // 10**6} MB")
        return data


def safe_name(name: str) -> str:
    """Return an entry's name as a path that stays below: no root, no drive, no way up."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(part for part in parts if part not in ("/", "..", ".") and ":" not in part)

"""A bounded table of the callers whose passwords were wrong.

It has a fixed size, so no number of callers fills the disk or the memory: a caller stands in one of
the eight places of a bucket, and where all are taken the one that failed longest ago makes room.
Callers are keyed hashes, so nobody can aim at a bucket, and the table holds no address.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from timeline.web.auth.shared_state import Cells

BUCKETS, PLACES = 4_096, 8
MOST_CALLERS = BUCKETS * PLACES
_HEADER = struct.Struct("<8d")
_RECORD = struct.Struct("<16sdI4x")
_BUCKET = _RECORD.size * PLACES
TABLE_SIZE = _HEADER.size + BUCKETS * _BUCKET


@dataclass(frozen=True, slots=True)
class Failures:
    """How often a caller failed, and when it did last."""

    caller: bytes
    count: int
    last: float


class CallerTable:
    """The failures of each caller, and eight numbers that belong to all of them."""

    def __init__(self, cells: Cells) -> None:
        """Take the bytes in which all of it stands."""
        self._cells = cells

    @property
    def numbers(self) -> tuple[float, ...]:
        """The numbers that belong to all callers."""
        return _HEADER.unpack(self._cells.read(0, _HEADER.size))

    def set_number(self, index: int, value: float) -> None:
        """Replace one of the numbers."""
        numbers = list(self.numbers)
        numbers[index] = value
        self._cells.write(0, _HEADER.pack(*numbers))

    def find(self, caller: bytes) -> Failures | None:
        """Return the failures of a caller; None for one that is not known to have failed."""
        return next((found for _, found in self._bucket(caller) if found.caller == caller), None)

    def put(self, failures: Failures, now: float) -> None:
        """Note the failures of a caller, in place of those that are the longest ago."""
        offset, _ = min(self._bucket(failures.caller), key=_Rank.of(failures.caller, now))
        record = _RECORD.pack(failures.caller, failures.last, failures.count)
        self._cells.write(offset, record)

    def remove(self, caller: bytes) -> None:
        """Forget a caller."""
        for offset, found in self._bucket(caller):
            if found.caller == caller:
                self._cells.write(offset, bytes(_RECORD.size))

    def _bucket(self, caller: bytes) -> Iterator[tuple[int, Failures]]:
        start = _HEADER.size + int.from_bytes(caller[:4], "little") % BUCKETS * _BUCKET
        records = _RECORD.iter_unpack(self._cells.read(start, _BUCKET))
        for place, (found, last, count) in enumerate(records):
            yield start + place * _RECORD.size, Failures(found, count, last)


@dataclass(frozen=True, slots=True)
class _Rank:
    """The order in which places are taken: the caller's own, a free one, the oldest."""

    caller: bytes
    now: float

    @classmethod
    def of(cls, caller: bytes, now: float) -> Self:
        return cls(caller, now)

    def __call__(self, place: tuple[int, Failures]) -> tuple[int, float]:
        found = place[1]
        if found.caller == self.caller:
            return 0, 0.0
        if not found.count or found.last > self.now:  # free, or of before the machine was started
            return 1, 0.0
        return 2, found.last

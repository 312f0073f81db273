"""The bytes of uploads that wait: written and read back block by block, and checked.

A file never lies in memory as a whole; what is read back has the size and the hash of what came.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import IO

from sqlalchemy import Connection, insert, select, update

from timeline.store.schema import UPLOAD_BLOCK, UPLOAD_FILE

BLOCK = 1_000_000  # bytes


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that is to wait: its name, and a stream of its bytes."""

    name: str
    stream: IO[bytes]


@dataclass(frozen=True, slots=True)
class QueuedFile:
    """A file that waits, without its bytes."""

    number: int
    name: str
    size: int
    sha256: str


def write_file(connection: Connection, upload: int, position: int, file: NewFile) -> None:
    """Write a file of an upload, from where its stream stands to its end."""
    new = {"upload_id": upload, "position": position, "name": file.name, "size": 0, "sha256": ""}
    (number,) = connection.execute(insert(UPLOAD_FILE).values(new)).inserted_primary_key or (0,)
    size, digest = 0, sha256()
    for place, block in enumerate(iter(lambda: file.stream.read(BLOCK), b"")):
        row = {"upload_file_id": number, "position": place, "data": block}
        connection.execute(insert(UPLOAD_BLOCK), row)
        size += len(block)
        digest.update(block)
    whole = {"size": size, "sha256": digest.hexdigest()}
    connection.execute(update(UPLOAD_FILE).where(UPLOAD_FILE.c.id == number).values(whole))


def files_of(connection: Connection, upload: int) -> tuple[QueuedFile, ...]:
    """Return the files of an upload in their order."""
    mine = select(UPLOAD_FILE).where(UPLOAD_FILE.c.upload_id == upload)
    rows = connection.execute(mine.order_by(UPLOAD_FILE.c.position))
    return tuple(QueuedFile(row.id, row.name, row.size, row.sha256) for row in rows)


def blocks_of(connection: Connection, file: QueuedFile) -> Iterator[bytes]:
    """Yield the bytes of a file block by block."""
    at = UPLOAD_BLOCK.c
    one = select(at.data).where(at.upload_file_id == file.number)
    position = 0
    while (block := connection.execute(one.where(at.position == position)).scalar()) is not None:
        yield bytes(block)
        position += 1


def is_whole(file: QueuedFile, blocks: Iterable[bytes]) -> bool:
    """Return whether blocks are all that came of a file."""
    size, digest = 0, sha256()
    for block in blocks:
        size += len(block)
        digest.update(block)
    return (size, digest.hexdigest()) == (file.size, file.sha256)

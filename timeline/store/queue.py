"""Uploads that wait in the store until they are analysed, so that none is lost with its server.

Everything of an upload, its files included, is written in one transaction, before anybody is told
that it was taken. A worker claims the oldest upload of a collection for a while (a lease) and
renews the claim as it works; where it dies, the claim runs out and another takes the upload. The
upload goes only after its articles are saved, so it may be done twice, and never not at all; who
lost its claim saves nothing more (`check_claim`). Nothing of this counts as a write of the store:
its version stays.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, delete, insert, select, update

from timeline.errors import StoppedError
from timeline.store.engine import current_collection, reading, writing
from timeline.store.runs import Run, insert_run, update_run
from timeline.store.schema import COLLECTION, RUN, UPLOAD
from timeline.store.upload_blocks import NewFile, QueuedFile, blocks_of, files_of, write_file

LEASE = 60.0  # seconds that a claim lasts unless it is renewed
MOST_TRIES = 3  # a batch whose process died that often is left alone
_CLAIM = "timeline_claim"
_AT = UPLOAD.c
Gone = Callable[[str], bool]
# All that says whose turn it is, without what came along with an upload.
_TURNS: Select[Any] = select(
    _AT.id, _AT.collection_id, _AT.run_id, _AT.claim, _AT.claimed_until, _AT.not_before, _AT.tries
).order_by(_AT.id)


@dataclass(frozen=True, slots=True)
class Claim:
    """An upload that somebody works on: its number, by which claim, its run and collection."""

    number: int
    claim: str
    run_id: str
    collection: str


class Queue:
    """The uploads of a store. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store, set on a collection."""
        self._engine = engine

    def put(self, run: Run, files: Sequence[NewFile], given: Mapping[str, str]) -> None:
        """Queue files for the collection, with publication dates that came along."""
        with writing(self._engine) as connection:
            insert_run(connection, run)
            number = _insert_upload(connection, run, given)
            for position, file in enumerate(files):
                write_file(connection, number, position, file)

    def claim(self, claim: str, now: float, gone: Gone) -> Claim | None:
        """Claim the upload whose turn it is, of any collection; None where there is none.

        `gone` says of a claim whether whoever made it is known to be dead.
        """
        with reading(self._engine) as connection:
            if _next(connection.execute(_TURNS).all(), now, gone) is None:
                return None
        with writing(self._engine) as connection:
            rows = connection.execute(_TURNS.with_for_update()).all()
            row = _next(rows, now, gone)
            if row is None:
                return None
            claimed = {"claim": claim, "claimed_until": now + LEASE}
            connection.execute(update(UPLOAD).where(_AT.id == row.id).values(claimed))
            named = select(COLLECTION.c.name).where(COLLECTION.c.id == row.collection_id)
            name = connection.execute(named).scalar_one()
            return Claim(row.id, claim, row.run_id, name)

    def renew(self, claim: Claim, now: float) -> bool:
        """Hold a claim for longer; return False where it is lost."""
        with writing(self._engine) as connection:
            longer = update(UPLOAD).where(*_mine(claim)).values(claimed_until=now + LEASE)
            return bool(connection.execute(longer).rowcount)

    def release(
        self, claim: Claim, now: float, *, failed: bool = False, delay: float = 0.0, words: str = ""
    ) -> bool:
        """Release a claim, so that the upload waits again; return False where it is lost.

        `failed` counts a try that ended without a word, `delay` is how long it waits at least.
        """
        free = {"claim": None, "claimed_until": 0.0, "not_before": now + delay}
        with writing(self._engine) as connection:
            more = {"tries": _AT.tries + 1} if failed else {}
            released = update(UPLOAD).where(*_mine(claim)).values(**free, **more)
            if not connection.execute(released).rowcount:
                return False
            told = update(RUN).where(RUN.c.id == claim.run_id).values(current=words, beat=now)
            connection.execute(told)
            tries = connection.execute(select(_AT.tries).where(_AT.id == claim.number)).scalar_one()
            if tries >= MOST_TRIES:
                connection.execute(told.values(ended="failed"))
            return True

    def finish(self, claim: Claim, run: Run) -> bool:
        """Drop an upload that is saved, and note how its run ended; False where the claim is lost.

        To be called after all of it was saved, never before.
        """
        with writing(self._engine) as connection:
            if not connection.execute(delete(UPLOAD).where(*_mine(claim))).rowcount:
                return False
            update_run(connection, run)
            return True

    def cancel(self, name: str, now: float, gone: Gone) -> None:
        """Take out the upload of a run that waits; ask the run to stop where it is worked on."""
        with writing(self._engine) as connection:
            own = current_collection(connection)
            of_run = select(UPLOAD).where(_AT.collection_id == own, _AT.run_id == name)
            row = connection.execute(of_run.with_for_update()).first()
            told = update(RUN).where(RUN.c.collection_id == own, RUN.c.id == name)
            if row is None or _held(row, now, gone):
                connection.execute(told.values(cancel=1))
                return
            connection.execute(delete(UPLOAD).where(_AT.id == row.id))
            ended = {"cancel": 1, "ended": "cancelled", "beat": now, "current": ""}
            connection.execute(told.values(ended))

    def delete(self, name: str) -> None:
        """Delete a run that has ended, with an upload that was given up."""
        with writing(self._engine) as connection:
            own = current_collection(connection)
            given_up = delete(UPLOAD).where(_AT.run_id == name, _AT.tries >= MOST_TRIES)
            connection.execute(given_up.where(_AT.collection_id == own))
            ended = delete(RUN).where(RUN.c.collection_id == own, RUN.c.id == name)
            connection.execute(ended)

    def publication_dates(self, claim: Claim) -> dict[str, str]:
        """Return the publication dates that came with an upload, by document."""
        with reading(self._engine) as connection:
            found = connection.execute(select(_AT.given).where(*_mine(claim))).scalar()
        if found is None:
            raise StoppedError(LOST)
        return dict(found)

    def files(self, claim: Claim) -> tuple[QueuedFile, ...]:
        """Return the files of an upload, without their bytes."""
        with reading(self._engine) as connection:
            return files_of(connection, claim.number)

    def blocks(self, file: QueuedFile) -> Iterator[bytes]:
        """Yield the bytes of a file that waits, block by block."""
        with reading(self._engine) as connection:
            yield from blocks_of(connection, file)

    def count(self) -> int:
        """Count the uploads that are still to be done, of all collections."""
        with reading(self._engine) as connection:
            return len(connection.execute(select(_AT.id).where(_AT.tries < MOST_TRIES)).all())


LOST = "another process has taken these articles over"


def holding(engine: Engine, claim: Claim) -> Engine:
    """Return the same engine with its connections set on a claim, which `check_claim` reads."""
    return engine.execution_options(**{_CLAIM: claim})


def check_claim(connection: Connection) -> None:
    """Raise StoppedError where the connection is set on a claim that is lost.

    To be called in the transaction that saves, so that nobody overwrites what came later.
    """
    claim: Claim | None = connection.get_execution_options().get(_CLAIM)
    if claim is None:
        return
    mine = select(_AT.id).where(*_mine(claim)).with_for_update(read=True)
    if connection.execute(mine).first() is None:
        raise StoppedError(LOST)


def _insert_upload(connection: Connection, run: Run, given: Mapping[str, str]) -> int:
    row = {
        "collection_id": current_collection(connection),
        "run_id": run.id,
        "given": dict(given),
        "tries": 0,
        "claimed_until": 0.0,
        "not_before": 0.0,
    }
    key: Any = connection.execute(insert(UPLOAD).values(row)).inserted_primary_key
    return int(key[0])


def _mine(claim: Claim) -> tuple[Any, ...]:
    return _AT.id == claim.number, _AT.claim == claim.claim


def _held(row: Row[Any], now: float, gone: Gone) -> bool:
    """Return whether somebody who may be alive works on an upload.

    A claim that reaches further ahead than a lease was made by a clock that was set back since.
    """
    return bool(row.claim) and now < row.claimed_until <= now + 2 * LEASE and not gone(row.claim)


def _next(rows: Sequence[Row[Any]], now: float, gone: Gone) -> Row[Any] | None:
    """Return the oldest upload whose collection nobody works on."""
    busy: set[int] = set()
    for row in rows:
        if row.collection_id in busy or row.tries >= MOST_TRIES:
            continue
        if not _held(row, now, gone) and not now < row.not_before <= now + 2 * LEASE:
            return row
        busy.add(row.collection_id)
    return None

"""Extractions that run on a store, for whoever watches it: how far they are, how they ended.

Every process that extracts keeps a row here, so that a page shows what another program does. A row
says when it was last heard of (`beat`), for a process that is killed says nothing more. Notes of
progress do not count as writes of the store: its version stays.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, and_, delete, insert, select, update

from timeline.store.engine import current_collection, reading, writing
from timeline.store.schema import RUN, UPLOAD

SILENT_AFTER = 45.0  # seconds without a word, after which a run counts as lost
KEPT = 7 * 86_400.0  # seconds; then the row of a run that has ended or is lost goes
WAITING, CLAIMED = "waiting", "claimed"


@dataclass(frozen=True, slots=True)
class Run:
    """An extraction: who runs it, how far it is, and how it ended.

    `kind` is `extract`, `watch` or `page`, `label` names what is read, `begun` and `beat` are
    seconds of the clock (UNIX time), `ended` is empty as long as it runs, else `done`, `cancelled`
    or `failed`. `refused` holds name and reason of each file that was not read. `queue` is where
    its upload stands in the queue: WAITING, CLAIMED, or empty where none is left to be done.
    """

    id: str
    kind: str
    label: str
    begun: float
    beat: float
    done: int = 0
    total: int = 0
    current: str = ""
    ended: str = ""
    added: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    cancel: bool = False
    queue: str = ""

    def silent(self, now: float) -> bool:
        """Return whether it has not ended, but was not heard of for so long that it must be lost.

        What stands in the queue is never lost: who works there takes it up again.
        """
        return not self.ended and not self.queue and now - self.beat > SILENT_AFTER


_COLUMNS = [column.name for column in fields(Run) if column.name not in {"cancel", "queue"}]


class Runs:
    """The runs on a collection of a store. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store."""
        self._engine = engine

    def list(self) -> tuple[Run, ...]:
        """Return all runs, the oldest first."""
        with reading(self._engine) as connection:
            mine = select(RUN).where(RUN.c.collection_id == current_collection(connection))
            rows = connection.execute(mine.order_by(RUN.c.begun, RUN.c.id)).mappings().all()
            places = _places(connection) if any(not row["ended"] for row in rows) else {}
            return tuple(_run(row, places.get(row["id"], "")) for row in rows)

    def add(self, run: Run) -> None:
        """Add a run; drop those that ended, or were last heard of, long ago."""
        with writing(self._engine) as connection:
            insert_run(connection, run)

    def update(self, run: Run) -> bool:
        """Write how far a run is; return whether somebody asks it to stop."""
        with writing(self._engine) as connection:
            mine = _named(connection, run.id)
            update_run(connection, run, mine)
            return bool(connection.execute(select(RUN.c.cancel).where(mine)).scalar())

    def cancel(self, name: str) -> None:
        """Ask a run to stop."""
        with writing(self._engine) as connection:
            connection.execute(update(RUN).where(_named(connection, name)).values(cancel=1))

    def delete(self, name: str) -> None:
        """Delete a run from the list."""
        with writing(self._engine) as connection:
            connection.execute(delete(RUN).where(_named(connection, name)))


def _named(connection: Connection, name: str) -> ColumnElement[bool]:
    """Match the run of that id, where it is one of the connection's collection."""
    return and_(RUN.c.collection_id == current_collection(connection), RUN.c.id == name)


def run_of(values: Mapping[str, Any]) -> Run:
    """Read a run from what `asdict` made of it, also after a way through JSON."""
    return _run(values)


def insert_run(connection: Connection, run: Run) -> None:
    """Add a run; drop those of long ago, unless what they brought still stands in the queue."""
    queued = select(UPLOAD.c.run_id)
    ours = RUN.c.collection_id == current_collection(connection)
    old = and_(ours, RUN.c.beat < run.begun - KEPT, RUN.c.id.not_in(queued))
    connection.execute(delete(RUN).where(old))
    own = {"collection_id": current_collection(connection), "cancel": 0}
    connection.execute(insert(RUN).values(_row(run) | own))


def update_run(connection: Connection, run: Run, mine: ColumnElement[bool] | None = None) -> None:
    """Write how far a run is, or how it ended; what has ended stays so.

    `mine` matches the run; else it is the one of its id, in whatever collection.
    """
    which = RUN.c.id == run.id if mine is None else mine
    open_one = update(RUN).where(which, RUN.c.ended == "")
    connection.execute(open_one.values(_row(run)))


def _places(connection: Connection) -> dict[str, str]:
    mine = select(UPLOAD.c.run_id, UPLOAD.c.claim)
    rows = connection.execute(mine.where(UPLOAD.c.collection_id == current_collection(connection)))
    return {row.run_id: CLAIMED if row.claim else WAITING for row in rows}


def _row(run: Run) -> dict[str, Any]:
    row = asdict(run)
    return {name: row[name] for name in _COLUMNS}


def _run(row: Mapping[Any, Any], queue: str = "") -> Run:
    values = {name: row[name] for name in _COLUMNS}
    values["added"] = tuple(values["added"])
    values["refused"] = tuple((name, reason) for name, reason in values["refused"])
    return Run(**values, cancel=bool(row["cancel"]), queue=queue)

"""What people decided, as an append-only history; the last entry of a field is what holds."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select

from timeline.errors import DateInputError
from timeline.model.edtf import from_edtf
from timeline.store.schema import EDIT

PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision: which field of which article, from what to what; None is "not decided".

    `at` is the moment as ISO 8601 text, as the caller gave it.
    """

    seq: int
    document: str
    at: str | None
    field: str
    old: str | None
    new: str | None


def checked_date(document: str, edtf: str) -> str:
    """Give an EDTF date without spaces around it; raise DateInputError where it is no date."""
    try:
        when = from_edtf(edtf)
    except ValueError as error:
        raise DateInputError(f"{document}: {error}") from None
    if not when.resolved:
        raise DateInputError(f"{document}: {edtf!r} names no date; take the date back instead")
    return edtf.strip()


def decided(connection: Connection, field: str) -> dict[str, str]:
    """Give what holds for a field, by document; those taken back are not among them."""
    last = select(func.max(EDIT.c.seq)).where(EDIT.c.field == field).group_by(EDIT.c.document)
    rows = connection.execute(
        select(EDIT.c.document, EDIT.c.new).where(EDIT.c.seq.in_(last)).order_by(EDIT.c.document)
    )
    return {document: new for document, new in rows if new is not None}


def add_edit(
    connection: Connection, document: str, field: str, new: str | None, at: str | None
) -> bool:
    """Add a decision to the history; tell whether it changed anything (else none is added)."""
    last = select(EDIT.c.new).where(EDIT.c.document == document, EDIT.c.field == field)
    old = connection.execute(last.order_by(EDIT.c.seq.desc()).limit(1)).scalar()
    if old == new:
        return False
    row = {"document": document, "at": at, "field": field, "old": old, "new": new}
    connection.execute(insert(EDIT), row)
    return True


def history(connection: Connection) -> tuple[Edit, ...]:
    """Give every decision, oldest first."""
    rows = connection.execute(select(EDIT).order_by(EDIT.c.seq)).mappings()
    return tuple(Edit(**row) for row in rows)

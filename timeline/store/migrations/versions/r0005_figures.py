"""Figures of mentions; aliases, sources and importance of events."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Give mentions no figures and events what one source is worth, until they are read anew."""
    _add("mention", sa.Column("figures", sa.JSON, nullable=False, server_default="[]"))
    _add("event", sa.Column("aliases", sa.JSON, nullable=False, server_default="[]"))
    _add("event", sa.Column("sources", sa.Integer, nullable=False, server_default="1"))
    _add("event", sa.Column("importance", sa.Double, nullable=False, server_default="0.5"))


def _add(table: str, column: "sa.Column[object]") -> None:
    """Add a column whose default is for the rows that are there, and for no later ones."""
    op.add_column(table, column)
    with op.batch_alter_table(table) as changed:
        changed.alter_column(column.name, existing_type=column.type, server_default=None)

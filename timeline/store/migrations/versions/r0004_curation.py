"""Decisions on events: who changed what together, what it was before, and what undoes what."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Give each decision that there is a change of its own; make room for those on events."""
    op.create_table(
        "change",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.Text),
        sa.Column("by", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("change.id"), unique=True),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "subject",
        sa.Column("ekey", sa.Text, primary_key=True),
        sa.Column("mentions", sa.JSON, nullable=False),
    )
    op.execute(
        "INSERT INTO change (id, at, kind) SELECT seq, at, 'published' FROM edit ORDER BY seq"
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "SELECT setval(pg_get_serial_sequence('change', 'id'), "
            "(SELECT coalesce(max(id), 0) + 1 FROM change), false)"
        )
    _widen_edit()
    op.add_column("state", sa.Column("machine", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE state SET machine = version")
    with op.batch_alter_table("state") as state:
        state.alter_column("machine", existing_type=sa.Integer, server_default=None)


def _widen_edit() -> None:
    op.add_column("edit", sa.Column("change_id", sa.Integer))
    op.add_column("edit", sa.Column("machine", sa.Text))
    op.execute("UPDATE edit SET change_id = seq")
    op.drop_index("ix_edit_field_document", "edit")
    with op.batch_alter_table("edit", table_kwargs={"sqlite_autoincrement": True}) as edit:
        edit.alter_column("document", new_column_name="subject")
        edit.alter_column("change_id", existing_type=sa.Integer, nullable=False)
        edit.create_foreign_key("fk_edit_change_id", "change", ["change_id"], ["id"])
        edit.drop_column("at")
    op.create_index(None, "edit", ["subject", "field"])
    op.create_index(None, "edit", ["change_id"])

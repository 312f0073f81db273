"""Uploads that wait to be analysed: their files, who works on them, and until when that counts."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables of the queue; nothing waits."""
    op.create_table(
        "upload",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("collection_id", sa.Integer, nullable=False),
        sa.Column("run_id", sa.Text, nullable=False),
        sa.Column("given", sa.JSON, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("claim", sa.Text),
        sa.Column("claimed_until", sa.Double, nullable=False),
        sa.Column("not_before", sa.Double, nullable=False),
        sa.UniqueConstraint("run_id", name="uq_upload_run_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "upload_file",
        sa.Column("id", sa.Integer, primary_key=True),
        _part_of("upload", "upload_file"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_upload_file_upload_id", "upload_file", ["upload_id"])
    op.create_table(
        "upload_block",
        _part_of("upload_file", "upload_block", primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def _part_of(table: str, of: str, *, primary_key: bool = False) -> sa.Column[int]:
    name = f"fk_{of}_{table}_id"
    target = sa.ForeignKey(f"{table}.id", name=name, ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.Integer, target, primary_key=primary_key, nullable=False)

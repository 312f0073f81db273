"""Extractions that are under way, so that a page shows what another process does."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table; nothing is under way."""
    op.create_table(
        "run",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("begun", sa.Double, nullable=False),
        sa.Column("beat", sa.Double, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("current", sa.Text, nullable=False),
        sa.Column("ended", sa.Text, nullable=False),
        sa.Column("added", sa.JSON, nullable=False),
        sa.Column("refused", sa.JSON, nullable=False),
        sa.Column("cancel", sa.Integer, nullable=False),
    )

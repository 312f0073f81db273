"""Why a stage failed on an article, so that its missing events are explained."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Note no problem of what is there: until now an article with one was not stored."""
    for table in ("article", "publication"):
        op.add_column(table, sa.Column("problem", sa.Text))

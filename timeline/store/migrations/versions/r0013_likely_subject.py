"""Whom the pronoun of a title probably means."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    """Know nobody until the articles are read anew."""
    op.add_column("mention", sa.Column("likely_subject", sa.Text))

"""The program that analysed an article, so that what it made may be taken over."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Say of no article which program analysed it: so it is analysed anew when it is read again."""
    op.add_column("article", sa.Column("program", sa.Text))

"""Where the publisher of an article is named."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    """Leave it open until the articles are read anew."""
    op.add_column("article", sa.Column("source_basis", sa.Text))

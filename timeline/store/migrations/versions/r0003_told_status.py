"""The status of each telling, which the publication date may turn from fact into plan."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Take the status that the text alone gives, until the articles are dated anew."""
    op.add_column("telling", sa.Column("status", sa.Text))
    op.execute(
        "UPDATE telling SET status = "
        "(SELECT mention.status FROM mention WHERE mention.id = telling.mention_id)"
    )
    with op.batch_alter_table("telling") as telling:
        telling.alter_column("status", existing_type=sa.Text, nullable=False)

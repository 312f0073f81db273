"""Worth, and the confidences of date and wording."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Take the one confidence for both, and show all events, until they are read anew."""
    added = {"mention": ("confidence_wording",), "event": ("confidence_date", "confidence_wording")}
    for table, names in added.items():
        for name in (*names, "worth"):
            op.add_column(table, sa.Column(name, sa.Double, nullable=False, server_default="0.5"))
        with op.batch_alter_table(table) as changed:
            for name in (*names, "worth"):
                changed.alter_column(name, existing_type=sa.Double, server_default=None)
        taken = ", ".join(f"{name} = confidence" for name in names)
        op.execute(f"UPDATE {table} SET {taken}")  # noqa: S608 - names of our own

"""Alembic's entry: runs the steps on the connection, and in the transaction, that it is handed."""

from alembic import context

from timeline.store.presence import FORMAT_TABLE
from timeline.store.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    version_table=FORMAT_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()

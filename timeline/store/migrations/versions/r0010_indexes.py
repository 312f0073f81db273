"""An index of words for each collection, so that none weighs the words of another."""

from alembic import op
from sqlalchemy import text

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Index each collection's articles apart; PostgreSQL ranks an article by itself alone."""
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        return
    op.execute("DROP TABLE article_search")
    for number in connection.execute(text("SELECT id FROM collection")).scalars().all():
        _index(number)


def _index(number: int) -> None:
    index = f"article_search_{number}"
    op.execute(
        f"CREATE VIEW {index}_held AS "  # noqa: S608 - names of our own
        f"SELECT id, title, text FROM article WHERE collection_id = {number}"
    )
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5(title, text, "
        f"content='{index}_held', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")  # noqa: S608

"""Rows that are written only where they differ, and PostgreSQL's vectors of words kept."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

GAP = 2**32  # between two places: what comes between needs no other row to move


def upgrade() -> None:
    """Number the places with gaps, and note no version for what is there."""
    for table in ("article", "publication", "event"):
        op.add_column(table, sa.Column("written", sa.Integer, nullable=False, server_default="0"))
    op.add_column("collection", sa.Column("dated_by", sa.Text))
    for table in ("publication", "event"):
        with op.batch_alter_table(table) as changed:
            changed.alter_column("position", existing_type=sa.Integer, type_=sa.BigInteger)
        op.execute(f"UPDATE {table} SET position = position * {GAP}")  # noqa: S608 - names of our own
    if op.get_bind().dialect.name == "postgresql":
        _keep_vectors()


def _keep_vectors() -> None:
    """Keep each article's vector in a table of its own, which goes where the article goes.

    Beside the text in one row a vector would be copied with it; made for each search, it was parsed
    anew for every article that was found.
    """
    op.execute("DROP INDEX ix_article_search")
    op.execute(
        "CREATE TABLE article_search ("
        "article_id integer PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE, "
        "words tsvector NOT NULL)"
    )
    op.execute(
        "INSERT INTO article_search SELECT id, "
        "to_tsvector('simple', left(title || ' ' || text, 200000)) FROM article"
    )
    op.execute("CREATE INDEX ix_article_search_words ON article_search USING gin (words)")

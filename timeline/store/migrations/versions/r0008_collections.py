"""Several collections in one store, and an index of the words of its articles."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

# What was there becomes the first collection; a later one is never written without its own number.
_FIRST = "1"


def upgrade() -> None:
    """Give what is there to the collection "main", and index its articles."""
    _make_collection()
    for table in ("change", "edit", "run"):  # no batch: moving their rows would gain nothing
        op.add_column(table, _number(server_default=_FIRST))
    for table in ("article", "event"):
        op.add_column(table, _number(server_default=_FIRST))
        op.create_index(None, table, ["collection_id"])
    with op.batch_alter_table("article") as article:
        article.drop_constraint("uq_article_document", type_="unique")
        article.create_unique_constraint(
            "uq_article_collection_id_document", ["collection_id", "document"]
        )
    with op.batch_alter_table("mention") as mention:
        mention.drop_constraint("uq_mention_key", type_="unique")
        mention.create_unique_constraint("uq_mention_article_id_key", ["article_id", "key"])
    _widen_subject()
    _index_words()


def _number(**more: object) -> sa.Column[int]:
    return sa.Column("collection_id", sa.Integer, nullable=False, **more)  # type: ignore[arg-type]


def _make_collection() -> None:
    op.create_table(
        "collection",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False, unique=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("machine", sa.Integer, nullable=False),
    )
    op.execute(
        "INSERT INTO collection (id, name, version, machine) "
        "SELECT 1, 'main', version, machine FROM state"
    )
    op.drop_table("state")


def _widen_subject() -> None:
    op.execute("CREATE TABLE subject_before AS SELECT ekey, mentions FROM subject")
    op.drop_table("subject")
    op.create_table(
        "subject",
        sa.Column("collection_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("ekey", sa.Text, primary_key=True),
        sa.Column("mentions", sa.JSON, nullable=False),
    )
    op.execute(
        "INSERT INTO subject (collection_id, ekey, mentions) "
        "SELECT 1, ekey, mentions FROM subject_before"
    )
    op.drop_table("subject_before")


def _index_words() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE INDEX ix_article_search ON article "
            "USING gin (to_tsvector('simple', left(title || ' ' || text, 200000)))"
        )
        return
    op.execute(
        "CREATE VIRTUAL TABLE article_search USING fts5(title, text, "
        "content='article', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute("INSERT INTO article_search (article_search) VALUES ('rebuild')")

"""Articles, what their text yields, publication dates and events."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    _make_texts()
    _make_dated()


def _part_of(table: str, *, primary: bool = False) -> sa.Column[int]:
    target = sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
    return sa.Column(f"{table}_id", sa.Integer, target, primary_key=primary, nullable=False)


def _when_columns() -> tuple[sa.Column[object], ...]:
    return (
        sa.Column("start_day", sa.BigInteger),
        sa.Column("end_day", sa.BigInteger),
        sa.Column("start_open", sa.Boolean, nullable=False),
        sa.Column("end_open", sa.Boolean, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("approximate", sa.Boolean, nullable=False),
        sa.Column("clock", sa.Text),
        sa.Column("when_basis", sa.Text, nullable=False),
    )


def _make_texts() -> None:
    _make_article()
    _make_expression()
    _make_mention()


def _make_dated() -> None:
    _make_publication()
    _make_event()
    _make_event_name()
    _make_telling()
    _make_conflict()


def _make_article() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("document", sa.Text, nullable=False, unique=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("title_start", sa.Integer),
        sa.Column("title_end", sa.Integer),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("url", sa.Text),
        sa.Column("source", sa.Text),
        sa.Column("sentences", sa.JSON, nullable=False),
        sa.Column("marks", sa.JSON, nullable=False),
        sa.Column("claims", sa.JSON, nullable=False),
    )


def _make_expression() -> None:
    op.create_table(
        "expression",
        sa.Column("id", sa.Integer, primary_key=True),
        _part_of("article"),
        sa.Column("position", sa.Integer),
        sa.Column("start_char", sa.Integer, nullable=False),
        sa.Column("end_char", sa.Integer, nullable=False),
        sa.Column("phrase_start", sa.Integer, nullable=False),
        sa.Column("phrase_end", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("meaning", sa.JSON, nullable=False),
        sa.Column("rule", sa.Text, nullable=False),
        sa.Column("tense", sa.Text, nullable=False),
        sa.Column("parts", sa.JSON, nullable=False),
    )
    op.create_index(None, "expression", ["article_id"])


def _make_mention() -> None:
    op.create_table(
        "mention",
        sa.Column("id", sa.Integer, primary_key=True),
        _part_of("article"),
        _part_of("expression"),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("sentence_start", sa.Integer, nullable=False),
        sa.Column("sentence_end", sa.Integer, nullable=False),
        sa.Column("sentence_text", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("actors", sa.JSON, nullable=False),
        sa.Column("places", sa.JSON, nullable=False),
        sa.Column("attribution", sa.Text),
        sa.Column("trigger", sa.Text, nullable=False),
        sa.Column("trigger_start", sa.Integer),
        sa.Column("trigger_end", sa.Integer),
        sa.Column("confidence", sa.Double, nullable=False),
    )
    op.create_index(None, "mention", ["article_id"])
    op.create_index(None, "mention", ["expression_id"])


def _make_publication() -> None:
    op.create_table(
        "publication",
        _part_of("article", primary=True),
        sa.Column("position", sa.Integer, nullable=False),
        *_when_columns(),
        sa.Column("basis", sa.Text, nullable=False),
        sa.Column("explanation", sa.JSON, nullable=False),
    )


def _make_event() -> None:
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("ekey", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        *_when_columns(),
        sa.Column("status", sa.Text, nullable=False),
        sa.Column("category", sa.Text, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
    )
    op.create_index(None, "event", ["ekey"])
    op.create_index(None, "event", ["start_day", "end_day"])


def _make_event_name() -> None:
    op.create_table(
        "event_name",
        _part_of("event", primary=True),
        sa.Column("role", sa.Text, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("name", sa.Text, nullable=False),
    )
    op.create_index(None, "event_name", ["role", "name"])


def _make_telling() -> None:
    op.create_table(
        "telling",
        _part_of("event", primary=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        _part_of("mention"),
        *_when_columns(),
        sa.Column("timex_type", sa.Text, nullable=False),
        sa.Column("timex_value", sa.Text, nullable=False),
        sa.Column("timex_mod", sa.Text),
        sa.Column("explanation", sa.JSON, nullable=False),
        sa.UniqueConstraint("mention_id"),
    )


def _make_conflict() -> None:
    op.create_table(
        "conflict",
        _part_of("event", primary=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("aspect", sa.Text, nullable=False),
        sa.Column("statement", sa.Text, nullable=False),
        sa.Column("keys", sa.JSON, nullable=False),
    )

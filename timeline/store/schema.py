"""The tables as they are today; `migrations/` makes them, and a test compares the two.

    article ──┬─ expression
              ├─ mention ───── telling ──┐
              └─ publication             │
    event ────┬─ telling ────────────────┘
              ├─ event_name
              └─ conflict
    change ───── edit    what people edited together, field by field; append-only
    subject      the mentions of an event as they were when somebody first edited it
    run          extractions that are under way, or have just ended
    upload ───── upload_file ─ upload_block    what came through the page and waits to be analysed
    collection   one row for each collection: its name and its versions

`article`, `expression` and `mention` are what the text yields; `publication` and everything
about events follow from them and the publication dates. All of these are the program's, and
each extraction replaces them. `change`, `edit` and `subject` are what people edited; nothing ever
deletes from them, and no extraction touches them. Each row belongs to one collection, by its own
`collection_id` or that of its article or event. The index of words (`search.py`) is the database's
own kind and stands in the migrations only. In SQLite it is one a collection, over a view of
`article`: a migration that rebuilds that table has to drop the views and make them anew.
"""

from sqlalchemy import (
    JSON,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

from timeline.store.when_columns import when_columns

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _part_of(table: str, *, primary: bool = False) -> Column[int]:
    """Make a reference that goes where the row it points to goes."""
    target = ForeignKey(f"{table}.id", ondelete="CASCADE")
    return Column(f"{table}_id", Integer, target, primary_key=primary, nullable=False)


def _collection() -> Column[int]:
    return Column("collection_id", Integer, nullable=False)


COLLECTION = Table(
    "collection",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("machine", Integer, nullable=False),
)

ARTICLE = Table(
    "article",
    METADATA,
    Column("id", Integer, primary_key=True),
    _collection(),
    Column("position", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_start", Integer),
    Column("title_end", Integer),
    Column("language", Text, nullable=False),
    Column("url", Text),
    Column("source", Text),
    Column("source_basis", Text),  # where the source is named
    Column("sentences", JSON, nullable=False),
    Column("marks", JSON, nullable=False),
    Column("claims", JSON, nullable=False),
    Column("program", Text),
    Column("problem", Text),  # why a stage failed on it; NULL where none did
    UniqueConstraint("collection_id", "document"),
    Index(None, "collection_id"),
)

EXPRESSION = Table(
    "expression",
    METADATA,
    Column("id", Integer, primary_key=True),
    _part_of("article"),
    Column("position", Integer),  # NULL: it stands only in its mention, not among the article's
    Column("start_char", Integer, nullable=False),
    Column("end_char", Integer, nullable=False),
    Column("phrase_start", Integer, nullable=False),
    Column("phrase_end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("meaning", JSON, nullable=False),
    Column("rule", Text, nullable=False),
    Column("tense", Text, nullable=False),
    Column("parts", JSON, nullable=False),
    Index(None, "article_id"),
)

MENTION = Table(
    "mention",
    METADATA,
    Column("id", Integer, primary_key=True),
    _part_of("article"),
    _part_of("expression"),
    Column("position", Integer, nullable=False),
    Column("key", Text, nullable=False),
    Column("sentence_start", Integer, nullable=False),
    Column("sentence_end", Integer, nullable=False),
    Column("sentence_text", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("actors", JSON, nullable=False),
    Column("places", JSON, nullable=False),
    Column("attribution", Text),
    Column("trigger", Text, nullable=False),
    Column("trigger_start", Integer),
    Column("trigger_end", Integer),
    Column("confidence", Double, nullable=False),
    Column("figures", JSON, nullable=False),
    Column("confidence_wording", Double, nullable=False),
    Column("worth", Double, nullable=False),
    Column("likely_subject", Text),
    UniqueConstraint("article_id", "key"),
    Index(None, "article_id"),
    Index(None, "expression_id"),
)

PUBLICATION = Table(
    "publication",
    METADATA,
    _part_of("article", primary=True),
    Column("position", Integer, nullable=False),
    *when_columns(),
    Column("basis", Text, nullable=False),
    Column("explanation", JSON, nullable=False),
    Column("problem", Text),
)

EVENT = Table(
    "event",
    METADATA,
    Column("id", Integer, primary_key=True),
    _collection(),
    Column("position", Integer, nullable=False),
    Column("ekey", Text, nullable=False),
    Column("title", Text, nullable=False),
    *when_columns(),
    Column("status", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("confidence", Double, nullable=False),
    Column("aliases", JSON, nullable=False),
    Column("sources", Integer, nullable=False),
    Column("importance", Double, nullable=False),
    Column("confidence_date", Double, nullable=False),
    Column("confidence_wording", Double, nullable=False),
    Column("worth", Double, nullable=False),
    Index(None, "ekey"),
    Index(None, "start_day", "end_day"),
    Index(None, "collection_id"),
)

EVENT_NAME = Table(
    "event_name",
    METADATA,
    _part_of("event", primary=True),
    Column("role", Text, primary_key=True),  # actor or place
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Index(None, "role", "name"),
)

TELLING = Table(
    "telling",
    METADATA,
    _part_of("event", primary=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    _part_of("mention"),
    Column("status", Text, nullable=False),  # the mention's own is what its text alone says
    *when_columns(),
    Column("timex_type", Text, nullable=False),
    Column("timex_value", Text, nullable=False),
    Column("timex_mod", Text),
    Column("explanation", JSON, nullable=False),
    UniqueConstraint("mention_id"),
)

CONFLICT = Table(
    "conflict",
    METADATA,
    _part_of("event", primary=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("aspect", Text, nullable=False),
    Column("statement", Text, nullable=False),
    Column("keys", JSON, nullable=False),
)

CHANGE = Table(
    "change",
    METADATA,
    Column("id", Integer, primary_key=True),
    _collection(),
    Column("at", Text),
    Column("by", Text),
    Column("kind", Text, nullable=False),
    Column("undoes", Integer, ForeignKey("change.id"), unique=True),
    sqlite_autoincrement=True,
)

EDIT = Table(
    "edit",
    METADATA,
    Column("seq", Integer, primary_key=True),
    Column("change_id", Integer, ForeignKey("change.id"), nullable=False),
    _collection(),
    Column("subject", Text, nullable=False),  # a document for its date, else an event
    Column("field", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    Column("machine", Text),
    Index(None, "subject", "field"),
    Index(None, "change_id"),
    sqlite_autoincrement=True,
)

SUBJECT = Table(
    "subject",
    METADATA,
    Column("collection_id", Integer, primary_key=True, autoincrement=False),
    Column("ekey", Text, primary_key=True),
    Column("mentions", JSON, nullable=False),
)

RUN = Table(
    "run",
    METADATA,
    Column("id", Text, primary_key=True),
    _collection(),
    Column("kind", Text, nullable=False),
    Column("label", Text, nullable=False),
    Column("begun", Double, nullable=False),
    Column("beat", Double, nullable=False),
    Column("done", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("current", Text, nullable=False),
    Column("ended", Text, nullable=False),
    Column("added", JSON, nullable=False),
    Column("refused", JSON, nullable=False),
    Column("cancel", Integer, nullable=False),
)

UPLOAD = Table(
    "upload",
    METADATA,
    Column("id", Integer, primary_key=True),
    _collection(),
    Column("run_id", Text, nullable=False),
    Column("given", JSON, nullable=False),  # publication dates that came with it, by document
    Column("tries", Integer, nullable=False),  # how often its process ended without a word
    Column("claim", Text),  # who works on it
    Column("claimed_until", Double, nullable=False),
    Column("not_before", Double, nullable=False),
    UniqueConstraint("run_id"),
    sqlite_autoincrement=True,
)

UPLOAD_FILE = Table(
    "upload_file",
    METADATA,
    Column("id", Integer, primary_key=True),
    _part_of("upload"),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("size", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
    Index(None, "upload_id"),
    sqlite_autoincrement=True,
)

# In blocks, so that a large file never lies in memory as a whole.
UPLOAD_BLOCK = Table(
    "upload_block",
    METADATA,
    _part_of("upload_file", primary=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)

"""Articles by their words: SQLite's FTS5 and PostgreSQL's tsvector, asked in the same way.

Each collection has an index of its own in SQLite; PostgreSQL keeps a vector beside each article,
under one GIN index. Either changes in the same transaction as the articles, so that both always
agree. Words are found without regard to case, in SQLite to accents as well; words
between quotation marks stand beside one another, and the last word may be the beginning of one. A
search is read by `query/search_parser.py`; of its clauses those count here that ask for words of
the text alone, for what its field words say the index does not know.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Engine, TextClause, bindparam, text

from timeline.query.search_parser import parse
from timeline.query.search_terms import Clause, Letters, Part
from timeline.store.address import SQLITE
from timeline.store.engine import current_collection, reading, writing
from timeline.store.rows import portions

MOST = 50
INDEXED = 200_000  # characters of an article that PostgreSQL indexes: a tsvector holds 1 MB
_WORDS = re.compile(r"\w+")
_FTS = (
    "SELECT a.document, a.title, snippet({index}, 1, '', '', ' … ', 24) AS excerpt "
    "FROM {index} JOIN article a ON a.id = {index}.rowid WHERE {index} MATCH :query "
    "ORDER BY rank, a.position LIMIT :most"
)
_NONE_OF = (
    "SELECT document, title FROM article WHERE collection_id = :number AND id NOT IN "
    "(SELECT rowid FROM {index} WHERE {index} MATCH :query) ORDER BY position LIMIT :most"
)
_TSVECTOR = "to_tsvector('simple', left(title || ' ' || text, 200000))"
# Ranked by the vectors that are kept; of a text only what stands around the first word is parsed.
_TS = text(
    "SELECT a.document, a.title, ts_headline('simple', substr(a.text, "
    "greatest(1, strpos(lower(a.text), :near) - 300), 900), best.q, "
    '\'StartSel="", StopSel="", MaxWords=24, MinWords=12\') AS excerpt FROM ('
    "SELECT o.id, ts_rank(s.words, q) AS rank, o.position, q "
    "FROM to_tsquery('simple', :query) q, article_search s JOIN article o ON o.id = s.article_id "
    "WHERE s.words @@ q AND o.collection_id = :number "
    "ORDER BY rank DESC, o.position LIMIT :most"
    ") best JOIN article a ON a.id = best.id ORDER BY best.rank DESC, best.position"
)
_VECTORS = (
    "INSERT INTO article_search (article_id, words) "  # noqa: S608 - no values
    f"SELECT id, {_TSVECTOR} FROM article"
)
_DIFFERING = text(
    "SELECT 1 FROM article LEFT JOIN article_search ON article_id = id "  # noqa: S608 - no values
    f"WHERE collection_id = :number AND words IS DISTINCT FROM {_TSVECTOR} LIMIT 1"
)
_TS_NONE_OF = text(
    "SELECT document, title FROM article WHERE collection_id = :number "  # noqa: S608 - no values
    f"AND NOT {_TSVECTOR} @@ to_tsquery('simple', :query) ORDER BY position LIMIT :most"
)
_Any = list[tuple[list[str], bool]]  # alternatives: the words of a term, and whether one is begun


_GONE = (
    "INSERT INTO {index} ({index}, rowid, title, text) "
    "SELECT 'delete', id, title, text FROM article"
)
_NEW = "INSERT INTO {index} (rowid, title, text) SELECT id, title, text FROM article"
# The words of one collection are weighed by how rare they are in it, and in no other.
_MADE = (
    (
        "CREATE VIEW IF NOT EXISTS {index}_held AS "
        "SELECT id, title, text FROM article WHERE collection_id = {number}"
    ),
    (
        "CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5(title, text, "
        "content='{index}_held', content_rowid='id', tokenize='unicode61 remove_diacritics 2')"
    ),
)
_DROPPED = ("DROP TABLE IF EXISTS {index}", "DROP VIEW IF EXISTS {index}_held")


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words, with some of what stands around them."""

    document: str
    title: str
    excerpt: str


class SearchIndex:
    """The index of the words of a collection's articles. Safe to share between threads."""

    def __init__(self, engine: Engine) -> None:
        """Take the engine of the store, set on a collection."""
        self._engine = engine

    def find(self, words: str, most: int = MOST) -> tuple[Hit, ...]:
        """Return the articles that a search finds by their words, the best first."""
        with reading(self._engine) as connection:
            return find(connection, words, most)

    def is_consistent(self) -> bool:
        """Return whether the index holds what the articles say."""
        with writing(self._engine) as connection:
            return is_consistent(connection)


def find(connection: Connection, words: str, most: int = MOST) -> tuple[Hit, ...]:
    """Return the articles of the connection's collection that a search finds, the best first."""
    wanted, unwanted = _terms(words)
    if not wanted:
        return () if not unwanted else _others(connection, unwanted, most)
    sqlite = connection.dialect.name == SQLITE
    query = _fts_query(wanted, unwanted) if sqlite else _ts_query(wanted, unwanted)
    values = {"query": query, "most": most}
    if sqlite:
        rows = connection.execute(_of(connection, _FTS), values)
    else:
        more = {"number": current_collection(connection), "near": wanted[0][0][0][0].lower()}
        rows = connection.execute(_TS, values | more)
    return tuple(Hit(row.document, row.title, " ".join(row.excerpt.split())) for row in rows)


def _others(connection: Connection, unwanted: list[_Any], most: int) -> tuple[Hit, ...]:
    """Return the articles that hold nothing of what is unwanted, in their order."""
    number = {"number": current_collection(connection), "most": most}
    if connection.dialect.name == SQLITE:
        statement = _of(connection, _NONE_OF)
        rows = connection.execute(statement, number | {"query": _fts_any(unwanted)})
    else:
        rows = connection.execute(_TS_NONE_OF, number | {"query": _ts_any(unwanted)})
    return tuple(Hit(row.document, row.title, "") for row in rows)


def make(connection: Connection, number: int) -> None:
    """Make the index of a collection, empty, where there is none."""
    _change_schema(connection, number, _MADE)


def drop(connection: Connection, number: int) -> None:
    """Drop the index of a collection."""
    _change_schema(connection, number, _DROPPED)


def _change_schema(connection: Connection, number: int, steps: Sequence[str]) -> None:
    if connection.dialect.name != SQLITE:
        return
    for step in steps:
        connection.execute(text(step.format(index=_name(number), number=number)))


def forget(connection: Connection, ids: Sequence[int] | None = None) -> None:
    """Take articles by row id, or all, out of the index; before they are deleted."""
    if connection.dialect.name != SQLITE:
        return  # a vector goes where its article goes
    if ids is not None:
        _some(connection, _GONE, ids)
        return
    connection.execute(_of(connection, "INSERT INTO {index} ({index}) VALUES ('delete-all')"))


def learn(connection: Connection, ids: Sequence[int] | None = None) -> None:
    """Index articles by row id, or all of the collection; after they are written."""
    new = _NEW if connection.dialect.name == SQLITE else _VECTORS
    if ids is not None:
        _some(connection, new, ids)
        return
    own = {"number": current_collection(connection)}
    connection.execute(_of(connection, f"{new} WHERE collection_id = :number"), own)


def _name(number: int) -> str:
    return f"article_search_{number}"


def _of(connection: Connection, statement: str) -> TextClause:
    """Return a statement on the index of the connection's collection."""
    return text(statement.format(index=_name(current_collection(connection))))


def _some(connection: Connection, statement: str, ids: Sequence[int]) -> None:
    chosen = _of(connection, f"{statement} WHERE id IN :ids")
    chosen = chosen.bindparams(bindparam("ids", expanding=True))
    for portion in portions(ids):
        connection.execute(chosen, {"ids": list(portion)})


def is_consistent(connection: Connection) -> bool:
    """Return whether the index holds what the articles say."""
    if connection.dialect.name != SQLITE:
        own = {"number": current_collection(connection)}
        return connection.execute(_DIFFERING, own).first() is None
    from sqlalchemy.exc import DatabaseError  # noqa: PLC0415 - with the check only

    try:
        check = "INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
        connection.execute(_of(connection, check))
    except DatabaseError:
        return False
    return True


def _terms(words: str) -> tuple[list[_Any], list[_Any]]:
    """Read a search: of each clause on words alone its alternatives; wanted, then unwanted."""
    wanted: list[_Any] = []
    unwanted: list[_Any] = []
    clauses = parse(words).clauses
    for clause in clauses:
        if clause.textual:
            begun = clause is clauses[-1] and not clause.excluded
            terms = _alternatives(clause, begun=begun)
            if terms:
                (unwanted if clause.excluded else wanted).append(terms)
    return wanted, unwanted


def _alternatives(clause: Clause, *, begun: bool) -> _Any:
    """Return the alternatives of a clause; the last of the whole search may be `begun` only."""
    last = len(clause.parts) - 1
    found = ((_words_of(part), begun and at == last) for at, part in enumerate(clause.parts))
    return [(term, prefix) for term, prefix in found if term]


def _words_of(part: Part) -> list[str]:
    """Return the words that the index has of a part; only letters and digits are left in them."""
    if isinstance(part, Letters):
        return _WORDS.findall(part.letters)
    return [word for typed in getattr(part, "words", ()) for word in _WORDS.findall(typed)]


def _fts_query(wanted: list[_Any], unwanted: list[_Any]) -> str:
    kept = " AND ".join(_fts_any([terms]) for terms in wanted)
    return f"({kept}) NOT ({_fts_any(unwanted)})" if unwanted else kept


def _fts_any(alternatives: list[_Any]) -> str:
    terms = [one for terms in alternatives for one in terms]
    phrases = ['"' + " ".join(words) + '"' + ("*" if begun else "") for words, begun in terms]
    return f"({' OR '.join(phrases)})"


def _ts_query(wanted: list[_Any], unwanted: list[_Any]) -> str:
    kept = [_ts_any([terms]) for terms in wanted]
    return " & ".join((*kept, *([f"!{_ts_any(unwanted)}"] if unwanted else [])))


def _ts_any(alternatives: list[_Any]) -> str:
    return f"({' | '.join(_ts_phrase(*one) for terms in alternatives for one in terms)})"


def _ts_phrase(words: list[str], begun: bool) -> str:  # noqa: FBT001 - as the term has it
    return "(" + " <-> ".join(f"'{word}'" for word in words) + (":*" if begun else "") + ")"

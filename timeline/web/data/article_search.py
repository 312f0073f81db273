"""Which articles a search finds: their words by the store's index, the rest by what they tell.

A field word finds the articles that tell an event which has its value, a date those that were
published then; `article:` and `source:` find the articles themselves.
"""

from collections.abc import Iterable

import numpy as np

from timeline.model.timeline import DatedArticle
from timeline.query.search_parser import parse
from timeline.query.search_terms import Clause, FieldWord, Part, Period, stands_in
from timeline.store import Hit
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import MOST_HITS, CollectionCache


def articles_found(cache: CollectionCache, collection: Collection, words: str) -> tuple[Hit, ...]:
    """Return the articles of a collection that a search finds, the best first."""
    clauses = parse(words).clauses
    others = [clause for clause in clauses if not clause.textual]
    if not others:
        return cache.search(words)
    passing = set.intersection(*(_documents(collection, clause) for clause in others))
    if len(others) == len(clauses):
        hits: Iterable[Hit] = (
            Hit(name, collection.title(name), "") for name in collection.documents
        )
    else:
        hits = cache.search(words, len(collection.documents))
    return tuple(hit for hit in hits if hit.document in passing)[:MOST_HITS]


def _documents(collection: Collection, clause: Clause) -> set[str]:
    """Return the articles in which a clause holds."""
    found = set().union(*(_having(collection, part) for part in clause.parts))
    return set(collection.documents) - found if clause.excluded else found


def _having(collection: Collection, part: Part) -> set[str]:
    articles = collection.documents
    if isinstance(part, Period):
        return {name for name, dated in articles.items() if _published(dated, part)}
    if not isinstance(part, FieldWord):
        return {
            name
            for name, dated in articles.items()
            if stands_in(part, (dated.article.title, dated.article.text))
        }
    if part.facet == "document":
        return {name for name in articles if part.takes(name)}
    columns, told = collection.columns, collection.columns.facet("document")
    column = columns.facet(part.facet)
    rows = column.having([value for value in column.values if part.takes(value)], len(columns))
    return {told.values[code] for code in np.unique(told.codes[rows[told.rows]]).tolist()}


def _published(dated: DatedArticle, period: Period) -> bool:
    when = dated.published.when
    if not when.resolved:
        return False
    in_time = period.last is None or when.first is None or when.first <= period.last
    return in_time and (period.first is None or when.last is None or when.last >= period.first)

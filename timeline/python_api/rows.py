"""Events as rows of a table, a row for each."""

from collections.abc import Iterable, Iterator

from timeline.python_api.views import Event

ROW_COLUMNS = (
    *("id", "title", "when", "edtf", "start", "end", "precision", "approximate", "basis"),
    *("status", "category", "actors", "places", "confidence", "worth", "importance"),
    *("documents", "mentions", "conflicts", "sentence"),
)


def rows_of(events: Iterable[Event]) -> Iterator[tuple[object, ...]]:
    """Yield the cells of each event, in the order of ROW_COLUMNS; names are lists."""
    for event in events:
        when = event.when
        yield (
            *(event.id, event.title, when.words, when.edtf, when.start, when.end),
            *(when.precision, when.approximate, when.basis, event.status, event.category),
            *(list(event.actors), list(event.places)),
            *(event.confidence, event.worth, event.importance),
            *(list(event.documents), len(event.mentions), list(event.conflicts)),
            event.mentions[0].sentence,
        )

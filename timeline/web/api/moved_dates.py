"""What a new publication date moves, or would move: for the user to read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.web.data.collection import Collection
from timeline.web.page.publication_form import published_words
from timeline.wording.dates import UNKNOWN, date_in_words
from timeline.wording.strings import counted, text


@dataclass(frozen=True, slots=True)
class Move:
    """A date that reads differently now, in words."""

    title: str
    before: str
    after: str


Told = Mapping[str, str]  # dates in words, by the key of the mention


def dates_told(collection: Collection, document: str) -> Told:
    """Return the dates that an article tells; to be asked for before they are changed."""
    return {m.mention.key: date_in_words(m.when) for _, m in collection.told_in(document)}


def moves(before: Told, after: Collection, document: str) -> Iterator[Move]:
    """Yield the dates told in an article that differ, in the order of its text."""
    for event, told in after.told_in(document):
        said = date_in_words(told.when)
        if before.get(told.mention.key) != said:
            yield Move(event.title, before.get(told.mention.key, UNKNOWN), said)


def changes_in_words(before: Told, after: Collection, document: str) -> str:
    """Write an article's present date and how many of its dates read differently now."""
    dated = after.documents.get(document)
    if dated is None:
        return text("answers.article-gone")
    count = len(list(moves(before, after, document)))
    return text(
        "answers.moved" if count else "answers.none-moved",
        published=published_words(dated),
        dates=counted(count, "date"),
    )


def forecast_in_words(before: Told, after: Collection, document: str) -> str:
    """Return how many dates would read differently under another publication date."""
    if after.documents.get(document) is None:
        return text("answers.article-gone")
    count = len(list(moves(before, after, document)))
    name = "answers.would-move" if count else "answers.none-would-move"
    return text(name, dates=counted(count, "date"))

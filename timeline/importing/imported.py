"""What a list yields: events as their lines state them, and what could not be read."""

from collections.abc import Iterable
from dataclasses import dataclass

from timeline.editing.added_event import AddedEvent
from timeline.model.event import Category, Coordinates, Status
from timeline.model.figure import Bound, Figure, Measure
from timeline.model.span import Span
from timeline.model.when import When
from timeline.wording.dates import date_in_words
from timeline.wording.plain_text import one_line

Count = tuple[Measure, float, Bound]


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """One line of a list, before it has a place in it; `source` is whom it names for the event."""

    title: str
    when: When
    status: Status = Status.HAPPENED
    category: Category = Category.OTHER
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    said: str = ""
    url: str | None = None
    source: str | None = None
    coordinates: Coordinates | None = None
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Imported:
    """The events of a list, and its lines that were refused, each with the reason."""

    events: tuple[AddedEvent, ...]
    refused: tuple[str, ...] = ()


def laid_out(name: str, lines: Iterable[ListedEvent]) -> tuple[AddedEvent, ...]:
    """Return the events, each with its line in the list, so that it can be quoted."""
    events = []
    start = 0
    for line in lines:
        quote, figures = _quoted(line, start)
        events.append(
            AddedEvent(
                title=line.title,
                when=line.when,
                document=name,
                quote=quote,
                start=start,
                status=line.status,
                category=line.category,
                actors=line.actors,
                places=line.places,
                url=line.url,
                listed=True,
                coordinates=line.coordinates,
                figures=figures,
            )
        )
        start += len(quote) + 1
    return tuple(events)


def _quoted(line: ListedEvent, start: int) -> tuple[str, tuple[Figure, ...]]:
    """Write a line as its list shows it, with the figures at their places in the list's text."""
    quote = f"{one_line(line.title)} ({date_in_words(line.when)})"
    said = one_line(line.said)
    quote = f"{quote}: {said}" if said else quote
    figures = []
    for measure, number, bound in line.counts:
        text = Figure(measure, number, "people", "", Span(0, 1), bound).in_words()
        quote += f" [{text}"
        place = start + len(quote)
        figures.append(
            Figure(measure, number, "people", text, Span(place - len(text), place), bound)
        )
        quote += "]"
    source = one_line(line.source or "")
    return (f"{quote} [source: {source}]" if source else quote), tuple(figures)

"""Events, their mentions as dated, and their conflicts as rows and back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from sys import intern
from typing import Any

from timeline.model.event import (
    Alias,
    Category,
    Conflict,
    DatedMention,
    Event,
    EventMention,
    Status,
)
from timeline.model.expression import Reading
from timeline.model.interning import shared
from timeline.model.timex import Timex, TimexType
from timeline.store.when_columns import pack_when, unpack_when

Row = Mapping[str, Any]
ACTOR = "actor"
PLACE = "place"


def event_row(event: Event) -> dict[str, Any]:
    """Return an event's columns, all but its row id and position."""
    return {
        "ekey": event.id,
        "title": event.title,
        **pack_when(event.when),
        "status": event.status.value,
        "category": event.category.value,
        "confidence": event.confidence,
        "aliases": [[alias.name, list(alias.forms)] for alias in event.aliases],
        "sources": event.sources,
        "importance": event.importance,
        "confidence_date": event.confidence_date,
        "confidence_wording": event.confidence_wording,
        "worth": event.worth,
    }


def name_rows(event: Event) -> Iterator[dict[str, Any]]:
    """Yield the rows of an event's actors and places, all but the event's row id."""
    for role, names in ((ACTOR, event.actors), (PLACE, event.places)):
        for position, name in enumerate(names):
            yield {"role": role, "position": position, "name": name}


def conflict_row(conflict: Conflict) -> dict[str, Any]:
    """Return a conflict's columns, all but event and position."""
    return {
        "aspect": conflict.aspect,
        "statement": conflict.statement,
        "keys": list(conflict.keys),
    }


def conflict_of(row: Row) -> Conflict:
    """Read a conflict from its columns."""
    return Conflict(row["aspect"], row["statement"], tuple(row["keys"]))


def telling_row(dated_mention: DatedMention) -> dict[str, Any]:
    """Return what the publication date makes of a mention, all but event, position and mention."""
    reading = dated_mention.reading
    return {
        "status": dated_mention.mention.status.value,
        **pack_when(reading.when),
        "timex_type": reading.timex.type.value,
        "timex_value": reading.timex.value,
        "timex_mod": reading.timex.mod,
        "explanation": list(reading.explanation),
    }


def telling_of(row: Row, mention: EventMention, publisher: str | None = None) -> DatedMention:
    """Read a dated mention from its telling's columns and the mention as its text has it."""
    timex = shared(Timex(TimexType(row["timex_type"]), row["timex_value"], row["timex_mod"]))
    steps = shared(tuple(map(intern, row["explanation"])))
    reading = Reading(unpack_when(row), timex, steps)
    status = Status(row["status"])
    dated = mention if mention.status is status else replace(mention, status=status)
    return DatedMention(dated, reading, publisher)


def event_of(
    row: Row,
    mentions: Sequence[DatedMention],
    names: Sequence[Row],
    conflicts: Sequence[Conflict],
) -> Event:
    """Build an event from its row and what belongs to it, in order."""
    title: str = row["title"]
    return Event(
        id=row["ekey"],
        title=next((one.mention.title for one in mentions if one.mention.title == title), title),
        when=unpack_when(row),
        status=Status(row["status"]),
        category=Category(row["category"]),
        mentions=tuple(mentions),
        actors=shared(tuple(name["name"] for name in names if name["role"] == ACTOR)),
        places=shared(tuple(name["name"] for name in names if name["role"] == PLACE)),
        confidence=row["confidence"],
        conflicts=tuple(conflicts),
        aliases=tuple(Alias(name, tuple(forms)) for name, forms in row["aliases"]),
        sources=row["sources"],
        importance=row["importance"],
        confidence_date=row["confidence_date"],
        confidence_wording=row["confidence_wording"],
        worth=row["worth"],
    )

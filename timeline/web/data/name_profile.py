"""What a collection tells of one name: its events, whom it meets, where, and who says what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.model.event import DatedMention, Event
from timeline.query.event_columns import FAR_AHEAD, LONG_AGO
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection

REMEMBERED = 32
_EVERYTHING = Selection()
FEW_DAYS = 92  # a line of time over more of them has a bar for each month
MOST = 12  # names met, places, and publishers
MOST_QUOTES = 20


@dataclass(frozen=True, slots=True)
class Met:
    """Another name of the same events: how many, and the first and last day they may be on."""

    name: str
    events: int
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a publisher says: its articles, and its best sentence."""

    publisher: str
    articles: int
    best: DatedMention


@dataclass(frozen=True, slots=True)
class NameProfile:
    """A name under all its spellings; events are the most important first.

    `days` are the first days of the dated events, in order; `hidden` counts events that are left
    out for their little worth.
    """

    name: str
    facet: str
    forms: tuple[str, ...]
    events: tuple[Event, ...]
    days: tuple[int, ...]
    meets: tuple[Met, ...]
    places: tuple[Met, ...]
    publishers: tuple[Said, ...]
    quotes: tuple[DatedMention, ...]
    hidden: int = 0


def profile(collection: Collection, name: str, seen: Selection = _EVERYTHING) -> NameProfile | None:
    """Return the profile of an actor or a place, None where no event has it; found once.

    Of what is `seen` only what it hides for its little worth counts; a name's page has no filters.
    """
    known: dict[tuple[str, Selection], NameProfile | None] = collection.names_known
    shown = Selection(hiding=seen.hiding if seen.hides else None)
    if (name, shown) not in known:
        if len(known) >= REMEMBERED:
            known.clear()
        known[name, shown] = _found(collection, name, shown)
    return known[name, shown]


def _found(collection: Collection, name: str, shown: Selection) -> NameProfile | None:
    columns = collection.columns
    masks = {f: columns.facet(f).having((name,), len(columns)) for f in ("actor", "place")}
    every = masks["actor"] | masks["place"]
    kept = every & columns.mask(shown)
    if not kept.any():  # a page of nothing would help nobody
        kept = every
    found = columns.at(np.flatnonzero(kept))
    if not found:
        return None
    forms = {form for e in found for a in e.aliases if a.name == name for form in a.forms}
    telling = [told for event in found for told in _naming(event, forms | {name})]
    days = (_day(event) for event in found)
    return NameProfile(
        name=name,
        facet=max(masks, key=lambda facet: int(masks[facet].sum())),
        forms=tuple(sorted(forms - {name})),
        events=tuple(sorted(found, key=_weight)),
        days=tuple(sorted(day for day in days if day is not None)),
        meets=_met(((e, e.actors) for e in found), name),
        places=_met(((e, e.places) for e in found), name),
        publishers=_said(telling),
        quotes=_quotes(telling, forms | {name}),
        hidden=int(every.sum()) - len(found),
    )


def _naming(event: Event, forms: set[str]) -> Sequence[DatedMention]:
    """Return the mentions that name it; all of an event to which a person gave the name."""
    own = [
        told
        for told in event.mentions
        if not forms.isdisjoint((*told.mention.actors, *told.mention.places))
    ]
    return own or event.mentions


def _weight(event: Event) -> tuple[float, int, str]:
    return -event.worth * event.importance, -len(event.documents), event.id


def _day(event: Event) -> int | None:
    first = event.when.first if event.dated else None
    return first if first is not None and LONG_AGO < first < FAR_AHEAD else None


def _met(told: Iterable[tuple[Event, Sequence[str]]], name: str) -> tuple[Met, ...]:
    counts: Counter[str] = Counter()
    days: dict[str, list[int]] = defaultdict(list)
    for event, names in told:
        ends = event.when.first, event.when.last
        known = [day for day in ends if day is not None and LONG_AGO < day < FAR_AHEAD]
        for other in {*names} - {name}:
            counts[other] += 1
            days[other] += known
    ranked = sorted(counts, key=lambda other: (-counts[other], other))[:MOST]
    return tuple(
        Met(other, counts[other], min(days[other], default=None), max(days[other], default=None))
        for other in ranked
    )


def _said(telling: Sequence[DatedMention]) -> tuple[Said, ...]:
    by_publisher: dict[str, list[DatedMention]] = defaultdict(list)
    for told in telling:
        by_publisher[told.publisher or ""].append(told)
    said = [
        Said(publisher, len({one.mention.document for one in found}), min(found, key=_best))
        for publisher, found in by_publisher.items()
    ]
    return tuple(sorted(said, key=lambda one: (-one.articles, one.publisher))[:MOST])


def _quotes(telling: Sequence[DatedMention], forms: set[str]) -> tuple[DatedMention, ...]:
    """Return sentences that are attributed to the name, each once."""
    attributed = (one for one in sorted(telling, key=_best) if one.mention.attribution in forms)
    once = {" ".join(one.mention.sentence_text.split()): one for one in attributed}
    return tuple(once.values())[:MOST_QUOTES]


def _best(told: DatedMention) -> tuple[float, float, str]:
    return -told.mention.worth, -told.mention.confidence, told.mention.key

"""Which event a date dates: the event words found beside those that people linked, on TimeML.

    TIMELINE_CORPORA=<folder> python -m tests.quality.links [--errors] [SET...]

Counted are the dates and clock times (TIMEX3 types DATE and TIME) that people linked to an event
of the same sentence as its time (`WHEN`). An event word is right where it is, or overlaps, one of
those events. End to end: the expression, its sentence and the event word are the program's own,
and what it does not find is wrong. Beside it stands the share of those that it found.
"""

import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.quality.timeml_gold import GoldDocument, spans_of
from timeline.events import find_events
from timeline.model.article import Article
from timeline.model.event import EventMention
from timeline.model.span import Span
from timeline.reading import Facts, read_text
from timeline.reading.creation_time import creation_claim
from timeline.tagging import tag

SETS = ("timebank", "aquaint")
WHEN = frozenset({"IS_INCLUDED", "SIMULTANEOUS", "DURING"})
POINTS = frozenset({"DATE", "TIME"})
INVERSE = frozenset({"INCLUDES", "SIMULTANEOUS", "DURING_INV"})


@dataclass(frozen=True, slots=True)
class Linked:
    """A time expression with the events of its sentence that people put at its time."""

    document: str
    time: Span
    events: frozenset[Span]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the program found for a linked expression: its mentions, none where it found none."""

    linked: Linked
    article: Article
    found: tuple[EventMention, ...]

    @property
    def right(self) -> bool:
        """Whether an event word of a mention is one of the linked events."""
        words = [m.trigger_span for m in self.found if m.trigger_span]
        return any(w.overlaps(e) for w in words for e in self.linked.events)


def outcomes(folder: Path) -> Iterator[Outcome]:
    """Run the program on every document of a set."""
    for path in sorted(p for p in folder.glob("*.tml") if p.stat().st_size):
        root = ET.parse(path).getroot()  # noqa: S314 - a corpus that the user chose
        document = spans_of(path.stem, root)
        created = creation_claim(document.created)
        facts = Facts((created,) if created else ())
        article = read_text(path.stem, document.text, facts, whole=True)
        mentions = find_events(article, tag(article))
        for linked in _linked(document, root, article):
            hits = (m for m in mentions if m.expression.phrase.overlaps(linked.time))
            yield Outcome(linked, article, tuple(hits))


def _linked(document: GoldDocument, root: ET.Element, article: Article) -> Iterator[Linked]:
    instances = {m.get("eiid"): m.get("eventID") for m in root.iter("MAKEINSTANCE")}
    events: dict[str, set[Span]] = defaultdict(set)
    points = {m.span for m in document.marked if m.type in POINTS}
    for instance, time in _links(root.iter("TLINK")):
        event = document.places.get(instances.get(instance) or "")
        place = document.places.get(time)
        if event is None or place not in points:
            continue
        sentence = article.sentence_at(place)
        if sentence is not None and sentence == article.sentence_at(event):
            events[time].add(event)
    for time, linked in events.items():
        yield Linked(document.name, document.places[time], frozenset(linked))


def _links(links: Iterable[ET.Element]) -> Iterator[tuple[str, str]]:
    """Yield the links of an event to its time, whichever of the two comes first."""
    for link in links:
        kind = link.get("relType", "")
        event, time = link.get("eventInstanceID"), link.get("relatedToTime")
        if event and time and kind in WHEN:
            yield event, time
        event, time = link.get("relatedToEventInstance"), link.get("timeID")
        if event and time and kind in INVERSE:
            yield event, time


def share(found: Iterable[Outcome]) -> float:
    """Return the share of outcomes with a right event word."""
    verdicts = [outcome.right for outcome in found]
    return sum(verdicts) / len(verdicts)


def _told(outcome: Outcome) -> str:
    article, linked = outcome.article, outcome.linked
    text = article.text
    wanted = "|".join(sorted(e.of(text) for e in linked.events))
    got = "|".join(m.trigger_span.of(text) if m.trigger_span else "-" for m in outcome.found)
    sentence = article.sentence_at(linked.time)
    said = " ".join(sentence.of(text).split()) if sentence else ""
    return (
        f"{linked.document[:18]} {linked.time.of(text)!r}: {wanted} <> {got or 'nothing'} :: {said}"
    )


def main(arguments: list[str]) -> int:
    """Print the share for each set, and the errors on request."""
    corpora = os.environ.get("TIMELINE_CORPORA")
    if not corpora:
        print("Set TIMELINE_CORPORA to the folder that holds the sets.", file=sys.stderr)
        return 2
    for name in [a for a in arguments if not a.startswith("-")] or SETS:
        found = list(outcomes(Path(corpora) / name))
        dated = [outcome for outcome in found if outcome.found]
        print(
            f"{name:10} event word {share(found):.3f} of {len(found)},"
            f" {share(dated):.3f} of the {len(dated)} expressions that were found"
        )
        if "--errors" in arguments:
            print(*(f"  {_told(o)}" for o in found if not o.right), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The mentions that people saw, found among those of today."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from timeline.editing.quote_search import exact_place, likest_sentence
from timeline.editing.snapshot import Snapshot, moved, placed, restored
from timeline.model.article import Article
from timeline.model.event import DatedMention, Event
from timeline.model.event_order import by_date
from timeline.model.span import Span
from timeline.model.timeline import Timeline

EARLIER = " (earlier text)"  # ends the name of a document whose text no longer holds a quote
_SURE = 4
_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Anchored:
    """A mention that somebody saw, as it is now.

    `present` says that the program still finds it, and `dated_mention` is then the program's own;
    else it is the one that was seen, moved to where its sentence stands now. `stands` says that
    the text still holds the sentence.
    """

    dated_mention: DatedMention
    present: bool
    stands: bool


@dataclass(frozen=True, slots=True)
class Before:
    """What was found for a edited event before, over the same timeline, and from what."""

    anchored: dict[str, tuple[Sequence[Snapshot], Sequence[Anchored]]]
    events: dict[str, tuple[tuple[object, ...], Event | None]]


class Index:
    """Where the program's timeline tells of what; made once for a timeline.

    It keeps what applying edits found `before`, so that a further edit costs no more than itself.
    """

    def __init__(self, timeline: Timeline) -> None:
        """Look once over the whole timeline."""
        self.before = Before({}, {})
        self.articles: Mapping[str, Article] = {
            d.article.document: d.article for d in timeline.documents
        }
        self.places = [by_date(event) for event in timeline.events]
        self.events: dict[str, list[Event]] = defaultdict(list)
        for event in timeline.events:
            for document in {one.mention.document for one in event.mentions}:
                self.events[document].append(event)


class Today:
    """The articles that edits are about, and the mentions in them today."""

    def __init__(self, index: Index, added: Collection[Event], documents: Iterable[str]) -> None:
        """Look only into the given documents; `added` are the events that people brought."""
        self.articles = index.articles
        self.mentions: dict[str, list[DatedMention]] = defaultdict(list)
        self.home: dict[str, Event] = {}
        self.added = {one.mention.document for event in added for one in event.mentions}
        found = [event for name in sorted(set(documents)) for event in index.events.get(name, ())]
        for event in {id(event): event for event in (*found, *added)}.values():
            for one in event.mentions:
                self.mentions[one.mention.document].append(one)
                self.home[one.mention.key] = event

    def anchored(self, taken: Sequence[Snapshot]) -> list[Anchored]:
        """Find each of the mentions that were seen; no two are the same mention of today."""
        used: set[str] = set()
        found: dict[int, Anchored] = {}
        waiting = list(enumerate(map(restored, taken)))
        for number, was in waiting:
            same = self._same(was, used)
            if same:
                used.add(same.mention.key)
                found[number] = Anchored(same, present=True, stands=True)
        for number, was in waiting:
            if number not in found:
                found[number] = self._elsewhere(was, taken[number], used)
        return [found[number] for number, _ in waiting]

    def _same(self, was: DatedMention, used: set[str]) -> DatedMention | None:
        """Return the mention with the same place in the same sentence."""
        for one in self.mentions.get(was.mention.document, ()):
            same_key = one.mention.key == was.mention.key and one.mention.key not in used
            if same_key and one.mention.sentence_text == was.mention.sentence_text:
                return one
        return None

    def _elsewhere(self, was: DatedMention, taken: Snapshot, used: set[str]) -> Anchored:
        mention = was.mention
        article = self.articles.get(mention.document)
        if article is None:
            return Anchored(was, present=False, stands=False)
        was = replace(was, publisher=article.source)
        around = (taken["before"], taken["after"])
        start = mention.sentence.start
        place = exact_place(mention.sentence_text, around, start, article.text)
        if place:
            here = moved(was, place.start - start)
        else:
            likest = likest_sentence(mention.sentence_text, start, article.text, article.sentences)
            if likest is None:
                return Anchored(_of_earlier_text(was), present=False, stands=False)
            place, here = likest, placed(was, likest, article.text)
        return self._at(here, place, used) or Anchored(here, present=False, stands=True)

    def _at(self, here: DatedMention, place: Span, used: set[str]) -> Anchored | None:
        """Return the mention of today that lies at a place and tells the same."""
        near = [
            one
            for one in self.mentions.get(here.mention.document, ())
            if one.mention.sentence.overlaps(place) and one.mention.key not in used
        ]
        best = max(near, key=lambda one: _likeness(one, here), default=None)
        if best is None or _likeness(best, here) < _ENOUGH:
            return None
        used.add(best.mention.key)
        return Anchored(best, present=True, stands=True)


def _likeness(one: DatedMention, other: DatedMention) -> int:
    """Rate how surely two mentions of one sentence are the same: event word, phrase, place."""
    mine, its = one.mention, other.mention
    same_word = bool(mine.trigger) and mine.trigger == its.trigger
    same_phrase = mine.expression.text == its.expression.text
    overlapping = mine.expression.span.overlaps(its.expression.span)
    return _SURE * (same_word + same_phrase) + 2 * overlapping + (mine.title == its.title)


def _of_earlier_text(was: DatedMention) -> DatedMention:
    """Name the document so that nobody looks for the quote in a text that no longer holds it."""
    name = was.mention.document
    if name.endswith(EARLIER):
        return was
    return replace(was, mention=replace(was.mention, document=name + EARLIER))

"""What articles tell of each day: one entry for each mention that is dated to the day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from timeline.digest.asked import DigestRequest
from timeline.digest.telling import Telling, publisher_of
from timeline.digest.voices import Voice, voices_of
from timeline.model.event import DatedMention, Event
from timeline.model.meaning import Meaning, parts
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.when import When

_WHEN = "when"


Days = Mapping[int, tuple[Telling, ...]]
Voices = Mapping[int, tuple[Voice, ...]]


_Told = tuple[int, DatedMention, str, bool]
_Read = dict[int, tuple[Event, tuple[_Told, ...]]]


class Tellings:
    """The tellings of a timeline by day; made once, asked for many digests."""

    def __init__(self, timeline: Timeline, before: "Tellings | None" = None) -> None:
        """Take the timeline; nothing is looked at yet.

        What is known `before` of the events that are in both is not read anew.
        """
        self.timeline = timeline
        self._known: _Read = {} if before is None else before.known()

    def known(self) -> _Read:
        """Return what has been read of events so far; nothing is read for it."""
        read: _Read = self.__dict__.get("_read", self._known)
        return read

    @cached_property
    def articles(self) -> Mapping[str, DatedArticle]:
        """The articles by document."""
        return {dated.article.document: dated for dated in self.timeline.documents}

    @cached_property
    def sources(self) -> Counter[str]:
        """How many articles each publisher has."""
        known = (publisher_of(dated.article) for dated in self.timeline.documents)
        return Counter(name for name in known if name)

    def size(self, sources: tuple[str, ...]) -> tuple[int, int]:
        """Return how many articles some publishers have, and how many publishers they are."""
        if sources:
            return sum(self.sources[name] for name in sources), len(set(sources))
        return len(self.timeline.documents), len(self.sources)

    @cached_property
    def names(self) -> Counter[str]:
        """How many events name each actor and place, under each of its forms."""
        return Counter(name for event in self.timeline.events for name in names_of(event))

    @cached_property
    def days(self) -> Days:
        """The tellings of each day that any mention names, in an order of their own."""
        found: dict[int, list[Telling]] = defaultdict(list)
        facts = {name: _facts(dated) for name, dated in self.articles.items()}
        for event in self.timeline.events:
            for day, told, sentence, says_it in self._read[id(event)][1]:
                publisher, published = facts.get(told.mention.document, (None, None))
                found[day].append(Telling(told, event, publisher, published, sentence, says_it))
        return {day: tuple(sorted(told, key=_place)) for day, told in found.items()}

    @cached_property
    def _read(self) -> _Read:
        """What each event tells of which days, by the event's identity; its mentions read once."""
        known, self._known = self._known, {}
        read: _Read = {}
        for event in self.timeline.events:
            held = known.get(id(event))
            same = held is not None and held[0] is event
            read[id(event)] = held if held and same else (event, tuple(_told_by(event)))
        return read

    @cached_property
    def voices(self) -> Voices:
        """The voices of each day, where nothing narrows them."""
        return {day: voices_of(day, told) for day, told in self.days.items()}

    def asked(self, asked: DigestRequest) -> Voices:
        """Return the voices of the days that may be chosen, of what is asked for."""
        if not asked.narrows:
            return {day: told for day, told in self.voices.items() if asked.holds(day)}
        return {
            day: voices_of(day, kept)
            for day, told in self.days.items()
            if asked.holds(day) and (kept := about(told, asked.sources, asked.name, asked.events))
        }


def names_of(event: Event) -> frozenset[str]:
    """Return the actors and places of an event, under each of their forms."""
    forms = (form for alias in event.aliases for form in (alias.name, *alias.forms))
    return frozenset((*event.actors, *event.places, *forms))


def _facts(dated: DatedArticle) -> tuple[str | None, int | None]:
    when = dated.published.when
    return publisher_of(dated.article), when.first if when.days == 1 else None


def _told_by(event: Event) -> Iterator[_Told]:
    """Yield the days of an event with their mentions, sentences, and whether these say the date."""
    for day, told in _days_of(event):
        sentence = " ".join(told.mention.sentence_text.split())
        yield day, told, sentence, _names_a_day(told.mention.expression.meaning)


def _days_of(event: Event) -> Iterator[tuple[int, DatedMention]]:
    """Yield the mentions with their days: the event's where people set it or a mention is vague."""
    own = _day(event.when)
    edited = event.edits is not None and any(one.field == _WHEN for one in event.edits.fields)
    for told in event.mentions:
        day = own if edited else _day(told.when)
        day = own if day is None else day
        if day is not None:
            yield day, told


def _day(when: When) -> int | None:
    return when.start if isinstance(when.start, int) and when.start == when.end else None


def _place(telling: Telling) -> tuple[str, int, int, int, str]:
    mention = telling.told.mention
    trigger = mention.trigger_span
    return (
        mention.document,
        mention.sentence.start,
        mention.expression.span.start,
        -1 if trigger is None else trigger.start,
        telling.event.id,
    )


def _names_a_day(meaning: Meaning) -> bool:
    fields = getattr(meaning, "fields", None)
    if fields is not None and fields.day is not None and fields.month is not None:
        return True
    return any(map(_names_a_day, parts(meaning)))


def about(
    tellings: Iterable[Telling],
    sources: tuple[str, ...],
    name: str | None,
    events: frozenset[str] | None = None,
) -> list[Telling]:
    """Keep the tellings of some publishers, of some events, and of those that name somebody."""
    folded = None if name is None else name.casefold()
    return [
        telling
        for telling in tellings
        if (not sources or telling.publisher in sources)
        and (events is None or telling.event.id in events)
        and (folded is None or any(n.casefold() == folded for n in names_of(telling.event)))
    ]

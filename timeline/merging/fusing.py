"""One event out of its mentions: each of its fields by a rule of its own."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from hashlib import sha256
from math import inf

from timeline.merging.certainty import confidence_of_date, confidence_of_event
from timeline.merging.conflicts import conflicts
from timeline.merging.copies import Copies
from timeline.merging.dates import agree
from timeline.merging.names import SPELLING_ONLY, Names
from timeline.merging.vocabulary import vocabulary
from timeline.model.event import Category, DatedMention, Event, EventMention, Status
from timeline.model.when import When

_ID_DIGITS = 12
_AS_SURE = 0.05  # titles of about the same confidence


def fuse(
    mentions: Sequence[DatedMention], names: Names = SPELLING_ONLY, copies: Copies | None = None
) -> Event:
    """Make one event of mentions in canonical order; the first has its place in the text.

    `names` and `copies` tell what is known of the collection; without them, spelling decides.
    """
    copies = copies or Copies()
    first = mentions[0].mention
    titled = _titled(mentions)
    actors = _names(mentions, lambda mention: mention.actors)
    places = _names(mentions, lambda mention: mention.places)
    sources = copies.sources(mentions)
    return Event(
        id=identity(first),
        title=titled.title,
        when=_when(mentions),
        status=_status(mentions),
        category=_category(mentions),
        mentions=tuple(mentions),
        actors=names.united(actors),
        places=names.united(places),
        confidence=confidence_of_event(mentions, sources),
        conflicts=conflicts(mentions, names, copies.texts),
        aliases=names.forms_among((*actors, *places)),
        sources=sources,
        confidence_date=confidence_of_date(mentions, sources),
        confidence_wording=titled.confidence_wording,
        worth=max(told.mention.worth for told in mentions),
    )


def identity(first: EventMention) -> str:
    """Return an event's id: the same text, in a document of the same name, gives the same."""
    return sha256(first.key.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_DIGITS]


def _titled(mentions: Sequence[DatedMention]) -> EventMention:
    """Choose the mention whose title stands over the event: the surest that has its status.

    Of several the first. A plan's title must not stand over what came of it, nor a pronoun over
    a name.
    """
    status = _status(mentions)
    fitting = [told.mention for told in mentions if told.mention.status is status]
    best = max(mention.confidence for mention in fitting)
    sure = [mention for mention in fitting if mention.confidence >= best - _AS_SURE]
    return next((m for m in sure if m.actors or m.places), sure[0])


def _when(mentions: Sequence[DatedMention]) -> When:
    """Choose the most precise of the dates that most articles agree with."""
    documents: dict[When, set[str]] = defaultdict(set)
    for told in mentions:
        documents[told.when].add(told.mention.document)

    def preference(when: When) -> tuple[float, float, bool]:
        agreeing = set().union(*(documents[w] for w in documents if agree(w, when)))
        days = inf if when.days is None else when.days
        return -len(agreeing), days, when.approximate

    return min(documents, key=preference)


def _status(mentions: Sequence[DatedMention]) -> Status:
    """Choose the first mention's status, but what came of a plan over the plan."""
    statuses = [told.mention.status for told in mentions]
    known = vocabulary()
    decided = [status for status in statuses if status in known.real | known.unreal]
    return (decided or statuses)[0] if statuses[0] is Status.PLANNED else statuses[0]


def _category(mentions: Sequence[DatedMention]) -> Category:
    named = (m.mention.category for m in mentions if m.mention.category is not Category.OTHER)
    return next(named, Category.OTHER)


def _names(
    mentions: Sequence[DatedMention], of: Callable[[EventMention], tuple[str, ...]]
) -> tuple[str, ...]:
    return tuple(name for told in mentions for name in of(told.mention))

"""Gold events beside the mentions that the system found for their expressions."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tests.quality.gold_model import GoldArticle, GoldEvent, GoldSet
from tests.quality.verdicts import actor_right, date_right, honest, status_right, title_right
from timeline.model.article import Published
from timeline.model.event import DatedMention, Event, details_of
from timeline.model.span import Span
from timeline.model.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Found:
    """A mention and the event that it became part of."""

    dated: DatedMention
    event: Event

    @property
    def actors(self) -> tuple[str, ...]:
        """The actors of the mention, under the forms that the event shows."""
        shown = {form: alias.name for alias in self.event.aliases for form in alias.forms}
        return tuple(shown.get(name, name) for name in self.dated.mention.actors)

    @property
    def text(self) -> str:
        """The phrase, its preposition included."""
        mention = self.dated.mention
        start = mention.expression.phrase.start - mention.sentence.start
        end = mention.expression.phrase.end - mention.sentence.start
        return mention.sentence_text[max(0, start) : end]


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold event with all that was found for it, and in which of it the date is right."""

    gold: GoldEvent
    found: tuple[Found, ...]
    right: tuple[Found, ...]
    honest: bool

    @property
    def titled(self) -> bool:
        """Whether a mention with the right date has a good title, too."""
        return any(title_right(self.gold, f.dated.mention.title) for f in self.right)

    @property
    def actors(self) -> Counter[str]:
        """Count actors of the gold, of the mention with the right date, and those in both."""
        if self.gold.actors is None or not self.right:
            return Counter()
        told = self.right[0].actors
        hits = sum(any(actor_right(name, got) for got in told) for name in self.gold.actors)
        return Counter(gold=len(self.gold.actors), found=len(told), right=hits)

    @property
    def status_right(self) -> bool:
        """Whether a mention with the right date has the right status, too."""
        return any(status_right(self.gold, f.dated.mention.status.value) for f in self.right)

    @property
    def miss(self) -> str:
        """Name what is wrong: missed, date, title, status; "" where nothing is."""
        if not self.right:
            return "date" if self.found else "missed"
        if not self.titled:
            return "title"
        return "" if self.status_right else "status"


@dataclass(frozen=True, slots=True)
class Scored:
    """What became of one article.

    `dated` are all mentions with a date, `spurious` those that the gold has not, `traps` those of
    them that dated no date.
    """

    article: GoldArticle
    published: Published
    pairs: tuple[Pair, ...]
    dated: tuple[Found, ...]
    spurious: tuple[Found, ...]
    traps: tuple[Found, ...]

    @property
    def graded(self) -> tuple[Pair, ...]:
        """The pairs that count."""
        return tuple(pair for pair in self.pairs if pair.gold.graded)


def scored(gold: GoldSet, timeline: Timeline, *, undated: bool) -> tuple[Scored, ...]:
    """Pair every article of a set with what a timeline tells of it."""
    by_document: dict[str, list[Found]] = {}
    for event in timeline.events:
        details = details_of(dated.mention for dated in event.mentions)  # no events of their own
        for dated in (d for d in event.mentions if d.mention.key not in details):
            by_document.setdefault(dated.mention.document, []).append(Found(dated, event))
    return tuple(_scored(gold.articles, timeline, by_document, undated=undated))


def _scored(
    articles: Iterable[GoldArticle],
    timeline: Timeline,
    by_document: dict[str, list[Found]],
    *,
    undated: bool,
) -> Iterator[Scored]:
    for article in articles:
        document = timeline.document(article.document)
        if document is None:
            raise ValueError(f"{article.document} was not read")
        found = by_document.get(article.document, [])
        pairs = tuple(_pair(event, found, undated=undated) for event in article.events)
        taken = {id(f) for pair in pairs for f in pair.found}
        dated = tuple(f for f in found if f.dated.when.resolved)
        rest = [f for f in dated if id(f) not in taken]
        spurious = tuple(f for f in rest if not _stands_in(article.ignore, f))
        traps = tuple(f for f in spurious if _stands_in(article.not_dates, f))
        yield Scored(article, document.published, pairs, dated, spurious, traps)


def _pair(gold: GoldEvent, found: Iterable[Found], *, undated: bool) -> Pair:
    hits = tuple(f for f in found if f.dated.mention.expression.phrase.overlaps(gold.span))
    right = tuple(f for f in hits if date_right(gold, f.dated.when, undated=undated))
    return Pair(gold, hits, right, all(honest(gold, f.dated.when) for f in hits))


def _stands_in(places: Iterable[Span], found: Found) -> bool:
    return any(found.dated.mention.expression.span.overlaps(place) for place in places)

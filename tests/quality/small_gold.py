"""Gold of a few words, for the tests of the scorer: the events of one article, by their places."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.merging.mentions import told
from tests.quality.gold_model import GoldArticle, GoldEvent, GoldPublished, GoldSet, Telling
from timeline.model.article import Article, Published
from timeline.model.edtf import from_edtf
from timeline.model.event import Event
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle, Timeline
from timeline.model.when import Basis

DOCUMENT = "article.txt"
DAY = "2022-06-14"
TITLE = "The bridge opened"


def wanted(at: int, when: str = DAY, **others: Any) -> GoldEvent:  # noqa: ANN401 - any field
    """Return a gold event whose quote starts at a place, which is its number, too."""
    plain = GoldEvent(
        key=key(at),
        span=Span(at, at + 4),
        quote="then",
        when=from_edtf(when),
        relative=False,
        words=("bridge", "opened"),
        status="happened",
        optional=False,
    )
    return replace(plain, **others)


def key(at: int) -> str:
    """Return the key of the gold event at a place."""
    return f"article#{at}"


def event(*ats: int, when: str = DAY, title: str = TITLE, confidence: float = 0.5) -> Event:
    """Return an event with a mention at each of these places: its date sure, its title not."""
    mentions = tuple(told(DOCUMENT, when, title, start=at) for at in ats)
    mention = mentions[0].mention
    return Event(
        id=f"event-{ats[0]}",
        title=title,
        when=from_edtf(when),
        status=mention.status,
        category=mention.category,
        mentions=mentions,
        confidence=confidence,
        confidence_date=1.0,
        confidence_wording=0.5,
    )


def gold_set(
    *events: GoldEvent,
    language: str = "en",
    same: tuple[Telling, ...] = (),
    undecided: tuple[tuple[str, ...], ...] = (),
) -> GoldSet:
    """Return a set of one article, published on a day in June 2022."""
    day = from_edtf(DAY)
    published = GoldPublished(day, DAY, stated=True, inferable=day, why="invented")
    article = GoldArticle(DOCUMENT, Path(DOCUMENT), "", published, events, (), (), language)
    return GoldSet(name="small", articles=(article,), same=same, open=undecided, digest="")


def timeline(*events: Event) -> Timeline:
    """Return a timeline of one article with these events."""
    article = Article(DOCUMENT, "", "", ())
    dated = DatedArticle(article, Published(from_edtf(DAY), Basis.STATED))
    return Timeline((dated,), events)

"""What stands in the panel of an event that many mentions tell: summed up first, then paged."""

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Event
from timeline.telling import Telling, account_among
from timeline.web.data.collection import Collection
from timeline.web.features.evidence.changes import alone, changed, disputed
from timeline.web.features.evidence.charts import charts
from timeline.web.features.evidence.mention import mention_section
from timeline.web.page.pieces import action
from timeline.wording.strings import counted, text

FIRST, STEP = 10, 20  # tellings that are shown, and how many more at a time
_COPIES = 20  # copies of a sentence that are named


def much_told(collection: Collection, event: Event, words: str, most: int) -> list[Component]:
    """Return the best witness, how the telling changed, what disagrees, and `most` tellings."""
    found = account_among(event, collection.documents)
    best = _agency(found.best)
    return [
        html.H3(text("evidence.best")),
        mention_section(collection, event, found.best.place, words, *best, form=False),
        *changed(collection, event, found),
        *charts(found),
        *disputed(event, found),
        *alone(collection, event, found),
        html.H3(_told(event)),
        html.P(text("evidence.in-order"), className="muted"),
        *(_telling(collection, event, one, words) for one in found.tellings[:most]),
        *_more(event, len(found.tellings), most),
    ]


def shown_of(asked: str | None, event: str) -> int:
    """Return how many tellings of an event are asked for: those asked of others do not count."""
    name, _, count = (asked or "").rpartition(" ")
    return int(count) if name == event and count.isdecimal() else FIRST


def _told(event: Event) -> str:
    articles = counted(len(event.documents), "article")
    return text("evidence.told", mentions=f"{len(event.mentions):,}", articles=articles)


def _telling(collection: Collection, event: Event, one: Telling, words: str) -> Component:
    beside = [*_agency(one), *_copies(collection, event, one)]
    return mention_section(collection, event, one.place, words, *beside)


def _agency(one: Telling) -> list[Component]:
    if not one.agency:
        return []
    return [html.P(text("evidence.agency", name=one.agency), className="muted")]


def _copies(collection: Collection, event: Event, one: Telling) -> list[Component]:
    """Return the mentions that say the same words, folded."""
    if not one.copies:
        return []
    names = [event.mentions[place].mention.document for place in one.copies]
    rows = [
        html.Li(
            action(
                "open-article",
                collection.title(name),
                document=name,
                at=event.mentions[place].mention.sentence.start,
                className="link-button",
                dir="auto",
            )
        )
        for name, place in zip(names[:_COPIES], one.copies, strict=False)
    ]
    beyond = len(names) - _COPIES
    rest = [html.Li(text("evidence.more-copies", count=f"{beyond:,}"))] if beyond > 0 else []
    summary = html.Summary(text("evidence.copies", sentences=counted(len(names), "mention")))
    return [html.Details([summary, html.Ul([*rows, *rest])], className="reading")]


def _more(event: Event, total: int, most: int) -> list[Component]:
    left = total - most
    if left <= 0:
        return []
    words = text("evidence.more-tellings", count=min(STEP, left), left=f"{left:,}")
    value = f"{event.id} {most + STEP}"
    return [action("more-tellings", words, value=value, className="button more-rows")]

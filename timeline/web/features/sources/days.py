"""Publishers beside the days that matter: who reports which, how much, and who is silent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from timeline.digest import DigestDay
from timeline.model.event import Event
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import HIDDEN_FROM_READERS
from timeline.web.page.pieces import action, hidden_words
from timeline.web.page.state import State
from timeline.wording.dates import day_in_words
from timeline.wording.strings import counted, text

MOST_PUBLISHERS = 12
MOST_DAYS = 20
_STEPS = 4  # of shade, by the share of a day's articles


@dataclass(frozen=True, slots=True)
class Told:
    """What a publisher tells of a day: its articles, and those of them that tell each event."""

    articles: set[str] = field(default_factory=set)
    events: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    @property
    def event(self) -> str:
        """The id of the event that most of its articles tell; of equal ones the first told."""
        return max(self.events, key=lambda key: len(self.events[key]))


def told_on(collection: Collection, day: DigestDay) -> Mapping[str, Told]:
    """Return what each publisher tells of a day."""
    found: dict[str, Told] = defaultdict(Told)
    for key in day.events:
        event = collection.event(key)
        for publisher, document in _tellers(event) if event else ():
            found[publisher].articles.add(document)
            found[publisher].events[key].add(document)
    return found


def days_by_publisher(collection: Collection, state: State) -> list[Component]:
    """Return the table of publishers and days; nothing where there are no days that matter."""
    days = collection.days(state.selection, min(state.days, MOST_DAYS)).days
    told = [told_on(collection, day) for day in days]
    totals: dict[str, int] = defaultdict(int)
    for one in told:
        for publisher, said in one.items():
            totals[publisher] += len(said.articles)
    if len(totals) < 2:  # noqa: PLR2004 - one alone is compared with nobody
        return []
    shown = sorted(totals, key=lambda name: (-totals[name], name))[:MOST_PUBLISHERS]
    heads = [html.Th(text("sources.publisher"), scope="col"), *map(_head, days)]
    table = html.Table(
        [
            html.Caption(hidden_words(text("sources.days-caption"))),
            html.Thead(html.Tr(heads)),
            html.Tbody([_row(publisher, days, told) for publisher in shown]),
        ],
        className="matrix days-matrix",
    )
    heading = html.H3(text("sources.days"), className="matrix-title")
    return [heading, html.Div(table, className="matrix-wrap")]


def _tellers(event: Event) -> set[tuple[str, str]]:
    return {(one.publisher, one.mention.document) for one in event.mentions if one.publisher}


def _head(day: DigestDay) -> Component:
    return html.Th(
        html.Span(day_in_words(day.day), title=day.title), scope="col", className="day-head"
    )


def _row(
    publisher: str, days: Sequence[DigestDay], told: Sequence[Mapping[str, Told]]
) -> Component:
    cells = [_cell(publisher, day, said) for day, said in zip(days, told, strict=True)]
    return html.Tr([html.Th(publisher, scope="row", dir="auto"), *cells])


def _cell(publisher: str, day: DigestDay, told: Mapping[str, Told]) -> Component:
    said = told.get(publisher)
    if said is None:
        silent = hidden_words(text("sources.silent"))
        return html.Td([html.Span("·", **HIDDEN_FROM_READERS), silent], className="silent")
    most = max(len(one.articles) for one in told.values())
    shade = -(-_STEPS * len(said.articles) // most)
    articles = counted(len(said.articles), "article")
    what = text("sources.on-day", publisher=publisher, articles=articles, day=day_in_words(day.day))
    number = f"{len(said.articles):,}"
    count = action(
        "select", number, event=said.event, className="day-count", title=what, aria_label=what
    )
    return html.Td(count, className=f"says shade-{shade}")

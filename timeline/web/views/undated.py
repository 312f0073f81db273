"""What has no place on the timeline, why, and the way to date it."""

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Event
from timeline.model.meaning import Point, depends_on
from timeline.model.selection import Selection
from timeline.model.timeline import DatedArticle
from timeline.web.attributes import data
from timeline.web.collection import Collection
from timeline.web.views.passage import Marking, marked
from timeline.web.views.pieces import action, empty, status_badge
from timeline.web.views.publishing import publishing
from timeline.web.wording import TOLD_BY_ITSELF, undated_reason

NO_DATE = "No date in it: no sentence says when something happened."
NO_HELP = "These words name no date, whatever the day of publication."
MOST_SHOWN = 100


def undated_documents(collection: Collection) -> list[DatedArticle]:
    """Give the articles that tell something undated, or nothing at all, in their order."""
    return [
        dated
        for dated in collection.timeline.documents
        if not (told := collection.told_in[dated.article.document])
        or any(not event.dated for event, _ in told)
    ]


def undated(collection: Collection, selection: Selection) -> Component:
    """Give the undated events by article, those that pass the filters, and articles without any."""
    kept = {event.id for event in selection.of(collection.undated)}
    found = [
        _article(collection, dated, kept)
        for dated in undated_documents(collection)
        if _shown(collection, dated, selection, kept)
    ]
    if not found:
        return empty(
            "Nothing undated" if not collection.undated else "Nothing undated matches",
            "Every event that passes the filters has its place on the timeline.",
        )
    return html.Div(found[:MOST_SHOWN], className="undated-list")


def undated_count(collection: Collection, selection: Selection) -> int:
    """Count the undated events that pass the filters, and the articles without any event."""
    kept = {event.id for event in selection.of(collection.undated)}
    bare = sum(
        not collection.told_in[dated.article.document]
        and _shown(collection, dated, selection, kept)
        for dated in undated_documents(collection)
    )
    return len(kept) + bare


def _shown(
    collection: Collection, dated: DatedArticle, selection: Selection, kept: set[str]
) -> bool:
    document = dated.article.document
    told = collection.told_in[document]
    if told:
        return any(event.id in kept for event, _ in told)
    chosen = selection.choice("document")
    unfiltered = not selection.words.strip() and len(selection.chosen) == bool(chosen)
    return unfiltered and (not chosen or document in chosen)


def _article(collection: Collection, dated: DatedArticle, kept: set[str]) -> Component:
    document = dated.article.document
    told = collection.told_in[document]
    events = [
        event for event in {event.id: event for event, _ in told}.values() if event.id in kept
    ]
    items = [_item(dated, event) for event in events]
    reason = [] if items else [html.P(NO_DATE, className="undated-reason")]
    return html.Section(
        [
            html.Header(
                [
                    html.H3(collection.title(document), dir="auto"),
                    action(
                        "open-article", "Open article", document=document, className="link-button"
                    ),
                ]
            ),
            *reason,
            html.Ul(items),
            *_way(dated, events),
        ],
        className="undated-article",
        **data(document=document),
    )


def _item(dated: DatedArticle, event: Event) -> Component:
    mention = next(
        (m for m in event.mentions if m.mention.document == dated.article.document),
        event.mentions[0],
    ).mention
    marks = [Marking(mention.expression.phrase, "told-date")]
    return html.Li(
        [
            html.Div(
                [
                    action("select", event.title, event=event.id, className="row-button"),
                    status_badge(event.status.value),
                ]
            ),
            html.P(marked(dated.article.text, mention.sentence, marks), className="undated-quote"),
            html.P(["Why: ", undated_reason(event)], className="undated-reason"),
        ],
        **data(event=event.id),
    )


def _way(dated: DatedArticle, events: list[Event]) -> list[Component]:
    """Give the form for the publication date, open where that would place something."""
    if not events:
        return []
    known = dated.published.basis in TOLD_BY_ITSELF
    helps = any(_waits_for_publication(event) for event in events)
    summary = "Change the publication date" if known else "Date this article"
    note = [] if helps else [html.P(NO_HELP, className="undated-reason")]
    form = html.Details(
        [html.Summary(summary), *note, publishing(dated, "undated")], open=helps and not known
    )
    return [form]


def _waits_for_publication(event: Event) -> bool:
    return any(
        depends_on(told.mention.expression.meaning, Point.PUBLICATION) for told in event.mentions
    )

"""What has no place on the timeline, why, and the way to date it."""

from itertools import islice

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Event
from timeline.model.meaning import Point, depends_on
from timeline.model.timeline import DatedArticle
from timeline.query.event_columns import Mask
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.page.attributes import data
from timeline.web.page.passage import Marking, marked
from timeline.web.page.pieces import action, empty, status_badge
from timeline.web.page.publication_form import form_name, publishing
from timeline.wording.labels import TOLD_BY_ITSELF, problem_words, undated_reason
from timeline.wording.strings import text

NO_DATE = text("undated.no-date")
MOST_SHOWN = 100


def undated(collection: Collection, selection: Selection) -> Component:
    """Return the undated events by article.

    Those that pass the filters, and articles without any.
    """
    kept = collection.columns.mask(selection) & ~collection.columns.dated
    shown = (dated for dated in collection.incomplete if _shown(collection, dated, selection, kept))
    found = [_article(collection, dated, kept) for dated in islice(shown, MOST_SHOWN)]
    if not found:
        return empty(
            text("undated.no-match" if collection.undated else "undated.none"),
            text("undated.none-why"),
        )
    return html.Div(found, className="undated-list")


def undated_count(collection: Collection, selection: Selection) -> int:
    """Count the undated events that pass the filters, and the articles without any event."""
    kept = collection.columns.mask(selection) & ~collection.columns.dated
    bare = sum(
        not collection.rows_in[dated.article.document]
        and _shown(collection, dated, selection, kept)
        for dated in collection.incomplete
    )
    return int(kept.sum()) + bare


def _shown(collection: Collection, dated: DatedArticle, selection: Selection, kept: Mask) -> bool:
    document = dated.article.document
    rows = collection.rows_in[document]
    if rows:
        return bool(kept[rows].any())
    chosen = selection.choice("document")
    unfiltered = not selection.words.strip() and len(selection.chosen) == bool(chosen)
    return unfiltered and (not chosen or document in chosen)


def _article(collection: Collection, dated: DatedArticle, kept: Mask) -> Component:
    document = dated.article.document
    events = [collection.columns[row] for row in collection.rows_in[document] if kept[row]]
    items = [_item(dated, event) for event in events]
    why = problem_words(dated) or ("" if items else NO_DATE)
    reason = [html.P(why, className="undated-reason")] if why else []
    return html.Section(
        [
            html.Header(
                [
                    html.H3(collection.title(document), dir="auto"),
                    action(
                        "open-article",
                        text("undated.open-article"),
                        document=document,
                        className="link-button",
                    ),
                ]
            ),
            *reason,
            html.Ul(items),
            *_way(collection, dated, events),
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
            html.P([text("undated.why"), undated_reason(event)], className="undated-reason"),
        ],
        **data(event=event.id),
    )


def _way(collection: Collection, dated: DatedArticle, events: list[Event]) -> list[Component]:
    """Return the form for the publication date, open where that would place something."""
    if not events:
        return []
    known = dated.published.basis in TOLD_BY_ITSELF
    helps = any(_waits_for_publication(event) for event in events)
    note = [] if helps else [html.P(text("undated.no-help"), className="undated-reason")]
    may = collection.may
    setting = publishing(dated, "undated", may, collection.as_of)
    form = html.Details(
        [html.Summary(form_name(dated, may)), *note, setting],
        open=helps and not known,
    )
    return [form]


def _waits_for_publication(event: Event) -> bool:
    return any(
        depends_on(told.mention.expression.meaning, Point.PUBLICATION) for told in event.mentions
    )

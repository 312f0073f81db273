"""A whole article with every date and event in it marked."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from timeline.model.event import DatedMention, Event
from timeline.model.expression import TimeExpression
from timeline.model.timeline import DatedArticle
from timeline.web.data.collection import Collection
from timeline.web.features.article.left_out import left_out, recognised
from timeline.web.page.attributes import aria, data
from timeline.web.page.passage import Marking, marked, paragraphs
from timeline.web.page.pieces import action, icon
from timeline.web.page.publication_form import publishing
from timeline.web.page.small_axis import AxisDate, small_axis
from timeline.wording.dates import date_in_words
from timeline.wording.labels import problem_words
from timeline.wording.strings import counted, text

Told = tuple[Event, DatedMention]


def article(
    collection: Collection, document: str, expressions: Iterable[TimeExpression] = ()
) -> Component:
    """Return an article; `expressions` are all its dates, those that date no event included."""
    dated = collection.documents.get(document)
    if dated is None:
        return _missing(document)
    told = collection.told_in(document)
    return html.Div(
        [
            _head(dated),
            *_problem(dated),
            html.Div(
                [_text(dated, told, expressions), _beside(collection, dated, told)],
                className="article-columns",
            ),
        ],
        className="article",
    )


def _problem(dated: DatedArticle) -> list[Component]:
    words = problem_words(dated)
    return [html.P(words, className="problem", role="status")] if words else []


def _missing(document: str) -> Component:
    return html.Div(
        [
            html.H2(text("article.missing"), id="article-title"),
            html.P(text("article.missing-why", name=document)),
            _close(),
        ],
        className="article",
    )


def _close() -> Component:
    return action(
        "close-article", icon("close"), aria_label=text("article.close"), className="icon-button"
    )


def _head(dated: DatedArticle) -> Component:
    article = dated.article
    about = [part for part in (article.document, article.source, article.language) if part]
    return html.Header(
        [
            html.Div(
                [
                    html.H2(
                        article.title or article.document,
                        id="article-title",
                        tabIndex=-1,
                        dir="auto",
                    ),
                    html.P(" · ".join(about), className="muted"),
                ]
            ),
            _close(),
        ]
    )


def _text(
    dated: DatedArticle, told: Iterable[Told], expressions: Iterable[TimeExpression]
) -> Component:
    whole = dated.article.text
    markings = [
        *(Marking(mark.span, "aside") for mark in dated.article.marks),
        *(Marking(expression.phrase, "read-date") for expression in expressions),
        *(Marking(m.mention.sentence, "told", event.id) for event, m in told),
        *(Marking(m.mention.expression.phrase, "told-date", event.id) for event, m in told),
    ]
    lines = [
        html.P(marked(whole, place, markings), dir="auto", **data(start=place.start))
        for place in paragraphs(whole)
    ]
    return html.Div(
        lines,
        className="article-text",
        tabIndex=0,
        role="region",
        **aria(label=text("article.body")),
    )


def _beside(collection: Collection, dated: DatedArticle, told: Iterable[Told]) -> Component:
    items = [_told(event, mention) for event, mention in told]
    events = counted(len(items), "event")
    heading = text("article.told-here", events=events) if items else text("article.no-event")
    return html.Aside(
        [
            action(
                "add-event",
                [icon("plus"), text("article.add")],
                document=dated.article.document,
                className="button quiet add-event",
            ),
            html.H3(text("article.published")),
            publishing(dated, "article", collection.may, collection.as_of),
            *recognised(dated.article),
            html.H3(heading),
            *small_axis(_dates(told), text("article.axis")),
            html.Ol(items, className="told-list"),
            *left_out(dated.article),
        ]
    )


def _dates(told: Iterable[Told]) -> list[AxisDate]:
    return [AxisDate(m.when, e.title, e.category.value, e.id) for e, m in told]


def _told(event: Event, mention: DatedMention) -> Component:
    when = date_in_words(mention.when) if mention.when.resolved else text("article.undated")
    return html.Li(
        action(
            "select",
            [html.Span(when, className="told-when"), html.Span(event.title)],
            event=event.id,
            className="told-button",
        )
    )

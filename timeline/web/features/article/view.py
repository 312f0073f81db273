"""A whole article with every date and event in it marked."""

from collections.abc import Iterable

from dash import html
from dash.development.base_component import Component

from timeline.model.event import DatedMention, Event
from timeline.model.expression import TimeExpression
from timeline.model.timeline import DatedArticle
from timeline.web.data.collection import Collection
from timeline.web.features.article.left_out import left_out
from timeline.web.page.attributes import aria, data
from timeline.web.page.passage import Marking, marked, paragraphs
from timeline.web.page.pieces import action, icon
from timeline.web.page.publication_form import publishing
from timeline.web.page.small_axis import Dated, small_axis
from timeline.wording.dates import date_in_words
from timeline.wording.labels import counted, problem_words

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
            html.H2("No such article", id="article-title"),
            html.P(f"The collection holds no article named {document}."),
            _close(),
        ],
        className="article",
    )


def _close() -> Component:
    return action(
        "close-article", icon("close"), aria_label="Close the article", className="icon-button"
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
    text = dated.article.text
    markings = [
        *(Marking(mark.span, "aside") for mark in dated.article.marks),
        *(Marking(expression.phrase, "read-date") for expression in expressions),
        *(Marking(m.mention.sentence, "told", event.id) for event, m in told),
        *(Marking(m.mention.expression.phrase, "told-date", event.id) for event, m in told),
    ]
    lines = [
        html.P(marked(text, place, markings), dir="auto", **data(start=place.start))
        for place in paragraphs(text)
    ]
    return html.Div(
        lines,
        className="article-text",
        tabIndex=0,
        role="region",
        **aria(label="Text of the article"),
    )


def _beside(collection: Collection, dated: DatedArticle, told: Iterable[Told]) -> Component:
    items = [_told(event, mention) for event, mention in told]
    heading = counted(len(items), "event") if items else "No event in it"
    return html.Aside(
        [
            action(
                "add-event",
                [icon("plus"), "Add an event"],
                document=dated.article.document,
                className="button quiet add-event",
            ),
            html.H3("Publication date"),
            publishing(dated, "article", collection.may, collection.as_of),
            html.H3(f"{heading} told here" if items else heading),
            *small_axis(_dates(told), "The events told here, in time"),
            html.Ol(items, className="told-list"),
            *left_out(dated.article),
        ]
    )


def _dates(told: Iterable[Told]) -> list[Dated]:
    return [Dated(m.when, e.title, e.category.value, e.id) for e, m in told]


def _told(event: Event, mention: DatedMention) -> Component:
    when = date_in_words(mention.when) if mention.when.resolved else "undated"
    return html.Li(
        action(
            "select",
            [html.Span(when, className="told-when"), html.Span(event.title)],
            event=event.id,
            className="told-button",
        )
    )

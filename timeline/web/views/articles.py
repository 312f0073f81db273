"""The articles of the collection: when each was published, how that is known, what it tells."""

from dash import html
from dash.development.base_component import Component

from timeline.model.timeline import DatedArticle
from timeline.model.words import date_in_words
from timeline.web.collection import Collection
from timeline.web.views.pieces import action, empty, hidden_words
from timeline.web.views.table import add_button
from timeline.web.wording import basis_words

MOST_SHOWN = 200


def articles(collection: Collection) -> Component:
    """Give the table of the articles, in the collection's order."""
    if not collection.documents:
        return empty(
            "No articles yet", "Those that are read are listed here.", *add_button(collection.may)
        )
    rows = [_row(collection, dated) for dated in collection.timeline.documents[:MOST_SHOWN]]
    heads = [
        html.Th(head, scope="col") for head in ("Article", "Published", "Known from", "Events")
    ]
    if collection.may.add:
        heads.append(html.Th(hidden_words("Remove"), scope="col"))
    return html.Table(
        [
            html.Thead(html.Tr(heads)),
            html.Tbody(rows),
        ]
    )


def _row(collection: Collection, dated: DatedArticle) -> Component:
    document = dated.article.document
    when = dated.published.when
    title = collection.title(document)
    return html.Tr(
        [
            html.Td(
                [
                    action("open-article", title, document=document, className="row-button"),
                    *([html.Span(document, className="muted")] if title != document else []),
                ],
                className="col-title",
            ),
            html.Td(date_in_words(when) if when.resolved else "unknown", className="col-date"),
            html.Td(basis_words(dated.published)),
            html.Td(f"{len(collection.rows_in[document]):,}"),
            *([_remove(document)] if collection.may.add else []),
        ]
    )


def _remove(document: str) -> Component:
    words: list[str | Component] = ["Remove …", hidden_words(f" {document}")]
    return html.Td(action("ask-remove", words, document=document, className="link-button"))

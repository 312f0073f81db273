"""The articles of the collection: when each was published, how that is known, what it tells."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from timeline.model.timeline import DatedArticle
from timeline.store import Hit
from timeline.web.data.collection import Collection
from timeline.web.page.event_rows import add_button
from timeline.web.page.highlight import found_in
from timeline.web.page.pieces import action, empty, hidden_words
from timeline.wording.dates import date_in_words
from timeline.wording.labels import basis_words, problem_words
from timeline.wording.strings import text

MOST_SHOWN = 200
_HEADS = ("articles.article", "articles.published", "articles.known-from", "articles.events")


def articles(collection: Collection, words: str = "", hits: Sequence[Hit] = ()) -> Component:
    """Return the table of the articles in the collection's order; the hits of a search, best first.

    Hits of articles that the collection has not loaded yet are left out.
    """
    if not collection.documents:
        return empty(text("articles.none"), text("articles.none-why"), *add_button(collection.may))
    documents = collection.documents
    if words:
        found = [hit for hit in hits if hit.document in documents]
        if not found:
            return empty(text("articles.no-match"), text("articles.no-match-why"))
        rows = [_row(collection, documents[h.document], found_in(h.excerpt, words)) for h in found]
    else:
        rows = [_row(collection, dated) for dated in collection.timeline.documents[:MOST_SHOWN]]
    heads = [html.Th(text(name), scope="col") for name in _HEADS]
    if collection.may.add:
        heads.append(html.Th(hidden_words(text("articles.remove-head")), scope="col"))
    return html.Table(
        [
            html.Thead(html.Tr(heads)),
            html.Tbody(rows),
        ]
    )


def _row(
    collection: Collection, dated: DatedArticle, excerpt: Sequence[str | Component] = ()
) -> Component:
    document = dated.article.document
    when = dated.published.when
    title = collection.title(document)
    return html.Tr(
        [
            html.Td(
                [
                    action("open-article", title, document=document, className="row-button"),
                    *([html.Span(document, className="muted")] if title != document else []),
                    *([html.Span(excerpt, className="excerpt")] if excerpt else []),
                    *_problem(dated),
                ],
                className="col-title",
            ),
            html.Td(
                date_in_words(when) if when.resolved else text("articles.unknown"),
                className="col-date",
            ),
            html.Td(basis_words(dated.published)),
            html.Td(f"{len(collection.rows_in[document]):,}"),
            *([_remove(document)] if collection.may.add else []),
        ]
    )


def _problem(dated: DatedArticle) -> list[Component]:
    words = problem_words(dated)
    return [html.Span(words, className="problem")] if words else []


def _remove(document: str) -> Component:
    which = hidden_words(text("articles.which", name=document))
    words: list[str | Component] = [text("articles.remove"), which]
    return html.Td(action("ask-remove", words, document=document, className="link-button"))

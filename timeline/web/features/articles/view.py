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

MOST_SHOWN = 200


def articles(collection: Collection, words: str = "", hits: Sequence[Hit] = ()) -> Component:
    """Return the table of the articles in the collection's order; the hits of a search, best first.

    Hits of articles that the collection has not loaded yet are left out.
    """
    if not collection.documents:
        return empty(
            "No articles yet", "Those that are read are listed here.", *add_button(collection.may)
        )
    documents = collection.documents
    if words:
        found = [hit for hit in hits if hit.document in documents]
        if not found:
            told = "The search looks for whole words, and for beginnings of the last one."
            return empty("No article holds these words", told)
        rows = [_row(collection, documents[h.document], found_in(h.excerpt, words)) for h in found]
    else:
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
            html.Td(date_in_words(when) if when.resolved else "unknown", className="col-date"),
            html.Td(basis_words(dated.published)),
            html.Td(f"{len(collection.rows_in[document]):,}"),
            *([_remove(document)] if collection.may.add else []),
        ]
    )


def _problem(dated: DatedArticle) -> list[Component]:
    words = problem_words(dated)
    return [html.Span(words, className="problem")] if words else []


def _remove(document: str) -> Component:
    words: list[str | Component] = ["Remove …", hidden_words(f" {document}")]
    return html.Td(action("ask-remove", words, document=document, className="link-button"))

"""The dialog with a whole article."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.pieces import action, icon
from timeline.wording.strings import text


def layout() -> Component:
    """Return the dialog, closed; the scripts open it where the address names an article."""
    return html.Dialog(
        [
            html.Div(id=ids.ARTICLE_BODY),
            html.Div(
                action(
                    "add-event",
                    [icon("plus"), text("article.add-selected")],
                    className="button",
                ),
                id="selection-bar",
                className="selection-bar",
                hidden=True,
            ),
        ],
        id="article-dialog",
        className="dialog dialog-article",
        **aria(labelledby="article-title"),
    )

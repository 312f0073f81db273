"""The form that gives an article its publication date."""

from dash import html
from dash.development.base_component import Component

from timeline.model.timeline import DatedArticle
from timeline.model.when import Basis
from timeline.web.data.collection import CHANGED, Permissions
from timeline.web.page import limits
from timeline.web.page.attributes import data
from timeline.web.page.components import Field
from timeline.web.page.pieces import action, hidden_words
from timeline.wording.dates import date_in_words
from timeline.wording.labels import TOLD_BY_ITSELF, basis_words
from timeline.wording.strings import text


def published_words(dated: DatedArticle) -> str:
    """Return when an article was published and how that is known."""
    published = dated.published
    if not published.when.resolved:
        return text("publication_dates.unknown")
    return text(
        "publication_dates.published",
        date=date_in_words(published.when),
        basis=basis_words(published),
    )


def publishing(
    dated: DatedArticle, where: str, may: Permissions = CHANGED, as_of: int = 0
) -> Component:
    """Return the form, the present date and its reasons; `where` tells forms of one page apart.

    `as_of` is the number of the last edit that is shown.

    Where nothing may be changed there is no form.
    """
    if not may.change:
        return html.Div(_known(dated), className="publishing")
    document = dated.article.document
    field, hint = f"published-{where}-{document}", f"hint-{where}-{document}"
    return html.Form(
        [
            *_known(dated),
            html.Label(text("publication_dates.field"), htmlFor=_safe(field)),
            html.Div(
                [
                    Field(
                        id=_safe(field),
                        type="text",
                        placeholder=text("publication_dates.date-sample"),
                        maxLength=limits.DATE,
                        autoComplete="off",
                        className="date-field",
                    ),
                    html.Button(
                        [
                            text("publication_dates.set"),
                            hidden_words(text("publication_dates.which")),
                        ],
                        type="submit",
                        className="button",
                    ),
                    action(
                        "foresee",
                        text("publication_dates.foresee"),
                        document=document,
                        className="button quiet",
                    ),
                    *_take_back(dated),
                ],
                className="field-row",
            ),
            html.P(
                text("publication_dates.samples"),
                className="hint",
                id=_safe(hint),
            ),
            html.P(className="field-error", role="alert"),
            html.Div(className="foreseen", role="status"),
        ],
        id=_safe(f"form-{where}-{document}"),
        className="publishing",
        **data(form="publish", document=document, asof=as_of),
    )


def _known(dated: DatedArticle) -> list[Component]:
    return [
        html.P(published_words(dated), className="published-now"),
        html.Ul([html.Li(step) for step in dated.published.explanation], className="reasons"),
    ]


def _take_back(dated: DatedArticle) -> list[Component]:
    if dated.published.basis is not Basis.GIVEN:
        return []
    return [
        action(
            "take-back",
            text("publication_dates.back"),
            document=dated.article.document,
            className="button quiet",
        )
    ]


def _safe(text: str) -> str:
    """Make an id of a document name: Dash refuses dots and braces in ids."""
    return "".join(c if c.isalnum() else f"_{ord(c):x}" for c in text)


def form_name(dated: DatedArticle, may: Permissions) -> str:
    """Return what stands behind a fold that holds the form."""
    if not may.change:
        return text("publication_dates.heading")
    known = dated.published.basis in TOLD_BY_ITSELF
    return text("publication_dates.change") if known else text("publication_dates.give")

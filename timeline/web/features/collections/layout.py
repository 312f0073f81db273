"""The switch between the collections of a store, and the way to a new one."""

from dash import html
from dash.development.base_component import Component

from timeline.store import CollectionInfo
from timeline.web.data.mount import Mount, address_of
from timeline.web.page import limits
from timeline.web.page.attributes import aria
from timeline.web.page.components import Field, Still
from timeline.web.page.pieces import hidden_words, icon
from timeline.wording.strings import counted, text


def layout(mount: Mount | None, *, adds: bool) -> list[Component]:
    """Return the menu of collections; nothing for a page that has no store behind it."""
    if mount is None:
        return []
    head = html.Summary(
        [
            hidden_words(text("collections.which")),
            html.Span(mount.name, className="collection-name"),
            icon("down"),
        ],
        className="button quiet",
        title=text("collections.heading"),
    )
    menu = html.Div(
        [
            html.H2(text("collections.heading")),
            html.Ul([_entry(info, mount) for info in mount.listed()]),
            *([_form()] if adds else []),
        ],
        className="menu collections",
    )
    return [Still(html.Details([head, menu], className="has-menu collection-switch"))]


def _entry(info: CollectionInfo, mount: Mount) -> Component:
    held = text(
        "collections.holds",
        events=counted(info.events, "event"),
        articles=counted(info.articles, "article"),
    )
    words = [html.Span(info.name, className="option-name"), html.Span(held, className="muted")]
    here = aria(current="page") if info.name == mount.name else {}
    return html.Li(html.A(words, href=address_of(info.name), className="option", **here))


def _form() -> Component:
    return html.Form(
        [
            html.Label(text("collections.new"), htmlFor="new-collection"),
            html.Div(
                [
                    Field(
                        id="new-collection",
                        type="text",
                        maxLength=limits.COLLECTION,
                        autoComplete="off",
                        className="text-field",
                    ),
                    html.Button(text("collections.make"), type="submit", className="button"),
                ],
                className="with-button",
            ),
            html.P(className="field-error", role="alert"),
        ],
        id="collection-form",
    )

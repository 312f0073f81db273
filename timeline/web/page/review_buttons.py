"""The buttons that decide: on the selected event, and on all that are ticked in the table."""

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Category, Status
from timeline.web.page import limits
from timeline.web.page.attributes import aria, data
from timeline.web.page.components import Field
from timeline.web.page.pieces import action, category_mark, icon
from timeline.wording.fields import FIELDS
from timeline.wording.strings import text


def decide_bar() -> Component:
    """Return the bar below the evidence."""
    return html.Div(
        [
            action(
                "decide",
                [icon("tick"), text("edits.confirm")],
                do="confirm",
                className="button quiet",
            ),
            action(
                "decide",
                [icon("close"), text("edits.reject")],
                do="reject",
                className="button quiet",
            ),
            action("edit", [icon("edit"), text("edits.edit-button")], className="button quiet"),
            action(
                "decide",
                icon("pin"),
                do="pin",
                aria_label=text("edits.pin"),
                aria_pressed="false",
                className="button quiet",
            ),
        ],
        id="decide-bar",
        className="decide-bar",
        role="group",
        **aria(label=text("edits.decide")),
    )


def bulk_bar() -> Component:
    """Return the bar over the table, hidden while no event is ticked."""
    return html.Div(
        [
            html.Span(id="bulk-count", className="bulk-count", role="status"),
            action(
                "bulk",
                [icon("tick"), text("edits.confirm")],
                do="confirm",
                className="button quiet",
            ),
            action(
                "bulk", [icon("close"), text("edits.reject")], do="reject", className="button quiet"
            ),
            action("bulk", [icon("pin"), text("edits.pin")], do="pin", className="button quiet"),
            action("bulk", text("edits.merge"), do="merge", className="button quiet"),
            _menu(FIELDS["status"].title, [_option("status", item.value) for item in Status]),
            _menu(FIELDS["category"].title, [_option("category", item.value) for item in Category]),
            _menu(text("edits.tag-menu"), [_tagging()]),
            action("untick", text("edits.clear"), className="link-button"),
        ],
        id="bulk-bar",
        className="bulk-bar",
        hidden=True,
        role="group",
        **aria(label=text("edits.decide-ticked")),
    )


def _menu(name: str, content: list[Component]) -> Component:
    head = html.Summary(name, className="button quiet")
    return html.Details([head, html.Div(content, className="menu")], className="has-menu")


def _option(do: str, value: str) -> Component:
    mark = [category_mark(value)] if do == "category" else []
    return action("bulk", [*mark, value.capitalize()], do=do, value=value, className="option")


def _tagging() -> Component:
    return html.Form(
        [
            html.Label(text("edits.tag-as"), htmlFor="bulk-tag"),
            Field(id="bulk-tag", type="text", autoComplete="off", maxLength=limits.TAG),
            html.Button(text("edits.tag"), type="submit", className="button"),
        ],
        id="bulk-tagging",
        className="editing",
        **data(form="bulk-tag"),
    )

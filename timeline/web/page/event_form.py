"""The fields in which a person puts an event right, or adds one; the scripts fill them."""

from dash import html
from dash.development.base_component import Component

from timeline.model.event import Category, Status
from timeline.web.page import limits
from timeline.web.page.attributes import aria, data
from timeline.web.page.components import Field
from timeline.web.page.pieces import action, icon

DATE_HINT = "Words such as early March 2024, or EDTF such as 2001/2005. XXXX-XX-XX: not known."


def edit_form() -> Component:
    """Return the form that corrects the selected event, hidden until somebody asks for it."""
    return html.Form(
        [
            html.Div(
                [
                    html.P("Edit the event", className="form-title"),
                    action(
                        "close-edit",
                        icon("close"),
                        aria_label="Close the form",
                        className="icon-button",
                    ),
                ],
                className="form-head",
            ),
            *fields("edit"),
            _line("edit", "tags", "Tags", "between semicolons", most=limits.NAMES),
            _note(),
            html.P(className="field-error", role="alert"),
            html.Div(
                [
                    html.Button("Save", type="submit", className="button"),
                    action("close-edit", "Cancel", className="button quiet"),
                    html.Span(["as ", html.Span(className="who")], className="muted"),
                ],
                className="field-row",
            ),
        ],
        id="edit-form",
        className="editing",
        hidden=True,
        **aria(label="Edit the event"),
        **data(form="edit"),
    )


def adding_dialog() -> Component:
    """Return the dialog that adds an event, closed."""
    head = html.Header(
        [
            html.H2("Add an event", id="event-heading", tabIndex=-1),
            action("close-adding", icon("close"), aria_label="Close", className="icon-button"),
        ]
    )
    passage = html.Div(
        [
            html.Label("Passage of the article, word for word", htmlFor="event-quote"),
            html.Textarea(
                id="event-quote",
                rows=3,
                dir="auto",
                maxLength=limits.QUOTE,
                **data(field="quote"),
            ),
        ],
        className="field passage",
    )
    form = html.Form(
        [
            passage,
            *fields("event"),
            html.P(className="field-error", role="alert"),
            html.Div(
                [
                    html.Button("Add", type="submit", className="button"),
                    action("close-adding", "Cancel", className="button quiet"),
                    html.Span(["as ", html.Span(className="who")], className="muted"),
                ],
                className="field-row",
            ),
        ],
        id="event-form",
        className="editing",
        **data(form="event"),
    )
    return html.Dialog(
        [head, form],
        id="event-dialog",
        className="dialog adding-dialog",
        **aria(labelledby="event-heading"),
    )


def conflict_dialog() -> Component:
    """Return the dialog with what others put while somebody edited, closed; a script fills it."""
    head = html.Header(
        [
            html.H2("Changed meanwhile", id="conflict-heading", tabIndex=-1),
            action("close-conflict", icon("close"), aria_label="Close", className="icon-button"),
        ]
    )
    body = html.Div(
        [
            html.P(id="conflict-said"),
            html.Ul(id="conflict-list", className="conflict-list"),
            html.P(id="conflict-more", className="muted", hidden=True),
            html.Div(
                [
                    action("keep-theirs", "Keep theirs", className="button"),
                    action("save-mine", "Save mine anyway", className="button quiet"),
                ],
                className="field-row",
            ),
        ],
        className="editing",
    )
    return html.Dialog(
        [head, body],
        id="conflict-dialog",
        className="dialog adding-dialog",
        **aria(labelledby="conflict-heading", describedby="conflict-said"),
    )


def fields(form: str) -> list[Component]:
    """Return the fields that every event has."""
    hint = f"{form}-when-hint"
    date = [
        html.Label("Date", htmlFor=f"{form}-when"),
        Field(
            id=f"{form}-when",
            type="text",
            autoComplete="off",
            className="date-field",
            placeholder="early March 2024",
            maxLength=limits.DATE,
        ),
        html.P(DATE_HINT, className="hint", id=hint),
        html.P(className="date-reading", role="status", id=f"{form}-reading"),
    ]
    return [
        _line(form, "title", "Title"),
        html.Div(date, className="field", **data(reads=f"{form}-when")),
        html.Div(
            [
                _choice(form, "status", "Status", [item.value for item in Status]),
                _choice(form, "category", "Category", [item.value for item in Category]),
            ],
            className="field-pair",
        ),
        _line(form, "actors", "Actors", "between semicolons", most=limits.NAMES),
        _line(form, "places", "Places", "between semicolons", most=limits.NAMES),
    ]


def who_field(where: str) -> Component:
    """Return the field with the name that decisions are kept under; the browser remembers it."""
    name = f"who-{where}"
    return html.Div(
        [
            html.Label("Your name", htmlFor=name),
            Field(
                id=name,
                type="text",
                autoComplete="off",
                className="who-field",
                maxLength=limits.PERSON,
            ),
        ],
        className="who-box",
    )


def _line(
    form: str, name: str, words: str, hint: str = "", *, most: int = limits.TITLE
) -> Component:
    more = [html.Span(f" ({hint})", className="muted")] if hint else []
    return html.Div(
        [
            html.Label([words, *more], htmlFor=f"{form}-{name}"),
            Field(id=f"{form}-{name}", type="text", autoComplete="off", maxLength=most),
        ],
        className="field",
    )


def _note() -> Component:
    return html.Div(
        [
            html.Label("Note", htmlFor="edit-note"),
            html.Textarea(id="edit-note", rows=3, dir="auto", maxLength=limits.NOTE),
        ],
        className="field",
    )


def _choice(form: str, name: str, words: str, values: list[str]) -> Component:
    options = [html.Option(value.capitalize(), value=value) for value in values]
    return html.Div(
        [
            html.Label(words, htmlFor=f"{form}-{name}"),
            html.Select(options, id=f"{form}-{name}"),
        ],
        className="field",
    )

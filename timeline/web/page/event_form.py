"""The fields in which a person puts an event right, or adds one; the scripts fill them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from timeline.web.page import limits
from timeline.web.page.attributes import aria, data
from timeline.web.page.components import Field
from timeline.web.page.pieces import action, icon
from timeline.wording.fields import TYPED, EventField, FieldKind
from timeline.wording.strings import text


def edit_form() -> Component:
    """Return the form that corrects the selected event, hidden until somebody asks for it."""
    return html.Form(
        [
            html.Div(
                [
                    html.P(text("edits.edit"), className="form-title"),
                    action(
                        "close-edit",
                        icon("close"),
                        aria_label=text("edits.close-form"),
                        className="icon-button",
                    ),
                ],
                className="form-head",
            ),
            *fields("edit", TYPED),
            html.P(className="field-error", role="alert"),
            html.Div(
                [
                    html.Button(text("edits.save"), type="submit", className="button"),
                    action("close-edit", text("edits.cancel"), className="button quiet"),
                    html.Span(
                        [text("edits.signed"), html.Span(className="who")], className="muted"
                    ),
                ],
                className="field-row",
            ),
        ],
        id="edit-form",
        className="editing",
        hidden=True,
        **aria(label=text("edits.edit")),
        **data(form="edit"),
    )


def adding_dialog() -> Component:
    """Return the dialog that adds an event, closed."""
    head = html.Header(
        [
            html.H2(text("edits.add-heading"), id="event-heading", tabIndex=-1),
            action(
                "close-adding",
                icon("close"),
                aria_label=text("edits.close"),
                className="icon-button",
            ),
        ]
    )
    passage = html.Div(
        [
            html.Label(text("edits.passage"), htmlFor="event-quote"),
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
            *fields("event", [field for field in TYPED if field.adds]),
            html.P(className="field-error", role="alert"),
            html.Div(
                [
                    html.Button(text("edits.add"), type="submit", className="button"),
                    action("close-adding", text("edits.cancel"), className="button quiet"),
                    html.Span(
                        [text("edits.signed"), html.Span(className="who")], className="muted"
                    ),
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
            html.H2(text("edits.conflict-heading"), id="conflict-heading", tabIndex=-1),
            action(
                "close-conflict",
                icon("close"),
                aria_label=text("edits.close"),
                className="icon-button",
            ),
        ]
    )
    body = html.Div(
        [
            html.P(id="conflict-said"),
            html.Ul(id="conflict-list", className="conflict-list"),
            html.P(id="conflict-more", className="muted", hidden=True),
            html.Div(
                [
                    action("keep-theirs", text("edits.keep-theirs"), className="button"),
                    action("save-mine", text("edits.save-mine"), className="button quiet"),
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


def fields(form: str, shown: Sequence[EventField]) -> Iterator[Component]:
    """Yield fields in their order, choices beside each other."""
    for kind, group in groupby(shown, key=lambda field: field.kind):
        made = [_field(form, field) for field in group]
        if kind is FieldKind.CHOICE:
            yield html.Div(made, className="field-pair")
        else:
            yield from made


def _field(form: str, field: EventField) -> Component:
    match field.kind:
        case FieldKind.DATE:
            return _date(form, field)
        case FieldKind.CHOICE:
            return _choice(form, field)
        case FieldKind.PROSE:
            return _prose(form, field)
        case FieldKind.NAMES:
            return _line(form, field, limits.NAMES)
        case _:
            return _line(form, field, limits.TITLE)


def _date(form: str, field: EventField) -> Component:
    name, hint = f"{form}-{field.key}", f"{form}-{field.key}-hint"
    parts = [
        html.Label(field.title, htmlFor=name),
        Field(
            id=name,
            name=field.key,
            type="text",
            autoComplete="off",
            className="date-field",
            placeholder=text("edits.date-sample"),
            maxLength=limits.DATE,
        ),
        html.P(text("edits.date-hint"), className="hint", id=hint),
        html.P(className="date-reading", role="status", id=f"{form}-reading"),
    ]
    return html.Div(parts, className="field", **data(reads=name))


def who_field(where: str) -> Component:
    """Return the field with the name that decisions are kept under; the browser remembers it."""
    name = f"who-{where}"
    return html.Div(
        [
            html.Label(text("edits.your-name"), htmlFor=name),
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


def _line(form: str, field: EventField, most: int) -> Component:
    more = (
        [html.Span(text("edits.field-hint", hint=field.hint), className="muted")]
        if field.hint
        else []
    )
    return html.Div(
        [
            html.Label([field.title, *more], htmlFor=f"{form}-{field.key}"),
            Field(
                id=f"{form}-{field.key}",
                name=field.key,
                type="text",
                autoComplete="off",
                maxLength=most,
            ),
        ],
        className="field",
    )


def _prose(form: str, field: EventField) -> Component:
    name = f"{form}-{field.key}"
    return html.Div(
        [
            html.Label(field.title, htmlFor=name),
            html.Textarea(id=name, name=field.key, rows=3, dir="auto", maxLength=limits.NOTE),
        ],
        className="field",
    )


def _choice(form: str, field: EventField) -> Component:
    name = f"{form}-{field.key}"
    values = [one.value for one in field.choices or ()]
    options = [html.Option(value.capitalize(), value=value) for value in values]
    return html.Div(
        [html.Label(field.title, htmlFor=name), html.Select(options, id=name, name=field.key)],
        className="field",
    )

"""The dialogs that add and remove articles, and the strip for what is being read."""

from dash import html
from dash.development.base_component import Component

from timeline.reading.kinds import NAMES
from timeline.web.data.collection import Permissions
from timeline.web.page import ids, limits
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria, data
from timeline.web.page.components import Field, Still
from timeline.web.page.pieces import action, icon
from timeline.web.uploads.intake import LARGEST_UPLOAD, MOST_FILES
from timeline.web.uploads.spool import LARGEST_FILE
from timeline.wording.strings import text


def strip() -> Component:
    """Return the place below the header where runs are shown."""
    runs = html.Div(id=ids.RUNS, className="runs")
    return html.Section(runs, **aria(label=text("uploads.strip")))


def layout(may: Permissions) -> list[Component]:
    """Return the dialog, closed, and what shows where files may be dropped."""
    if not may.add:
        return []
    close = action(
        "close-add", icon("close"), aria_label=text("uploads.close"), className="icon-button"
    )
    parts = [
        html.Dialog(
            [
                html.Header([html.H2(text("uploads.heading"), id="add-title", tabIndex=-1), close]),
                html.Form([_files(), _same(), _paste(), _footer()], id="add-form"),
            ],
            id="add-dialog",
            className="dialog add-dialog",
            **aria(labelledby="add-title"),
            **data(
                **{
                    "largest-file": LARGEST_FILE,
                    "largest": LARGEST_UPLOAD,
                    "most": MOST_FILES,
                }
            ),
        ),
        _question(),
        html.Div(text("uploads.drop-anywhere"), id="drop-veil", **HIDDEN_FROM_READERS),
    ]
    return [Still(parts)]


def _question() -> Component:
    """Return the question that stands before an article is removed."""
    return html.Dialog(
        [
            html.H2(text("uploads.remove-question"), id="remove-title"),
            html.P(html.Strong(id="remove-name")),
            html.P(text("uploads.remove-effect")),
            html.Footer(
                [
                    action("close-remove", text("uploads.keep"), className="button quiet"),
                    action("remove", text("uploads.remove"), id="remove-yes", className="button"),
                ]
            ),
        ],
        id="remove-dialog",
        className="dialog remove-dialog",
        **aria(labelledby="remove-title"),
    )


def _files() -> Component:
    most = text(
        "uploads.most",
        kinds=NAMES,
        file=LARGEST_FILE // 1_000_000,
        all=LARGEST_UPLOAD // 1_000_000,
    )
    return html.Section(
        [
            html.Div(
                [
                    html.P(text("uploads.drop-here")),
                    action("choose-files", text("uploads.choose"), className="button quiet"),
                    html.P(most, className="hint"),
                ],
                id="add-drop",
                className="add-drop",
            ),
            html.Ul(id="add-files", className="add-files", **aria(label=text("uploads.chosen"))),
        ]
    )


def _paste() -> Component:
    return html.Details(
        [
            html.Summary(text("uploads.paste")),
            html.Label(text("uploads.text"), htmlFor="add-text"),
            html.Textarea(id="add-text", className="text-field", rows=7),
            html.Div(
                [
                    _field("add-title-field", text("uploads.title"), "", limits.TITLE),
                    _field(
                        "add-published",
                        text("uploads.published"),
                        text("uploads.date-sample"),
                        limits.DATE,
                    ),
                ],
                className="add-facts",
            ),
        ],
        id="add-paste",
        className="add-paste",
    )


def _field(name: str, words: str, example: str, most: int) -> Component:
    return html.Div(
        [
            html.Label(words, htmlFor=name),
            Field(
                id=name,
                type="text",
                placeholder=example,
                maxLength=most,
                autoComplete="off",
                className="text-field",
            ),
        ]
    )


def _same() -> Component:
    """Return the question that comes up where the collection holds an article of the same name."""
    return html.Fieldset(
        [
            html.Legend(id="add-same-words"),
            html.Div(
                [
                    _choice(
                        "replace",
                        text("uploads.replace"),
                        text("uploads.replace-effect"),
                    ),
                    _choice("both", text("uploads.both"), text("uploads.both-effect")),
                ],
                role="radiogroup",
                **aria(labelledby="add-same-words"),
            ),
        ],
        id="add-same",
        hidden=True,
    )


def _choice(value: str, words: str, effect: str) -> Component:
    return action(
        "choose-same",
        [
            html.Span(className="tick tick-round", **HIDDEN_FROM_READERS),
            html.Span([html.Strong(words), " ", html.Span(effect, className="muted")]),
        ],
        value=value,
        role="radio",
        aria_checked="false",
        className="option",
    )


def _footer() -> Component:
    return html.Footer(
        [
            html.P(id="add-blame", className="field-error", role="alert"),
            html.Progress(
                id="add-sent",
                max="1",
                value="0",
                hidden=True,
                **aria(label=text("uploads.sent")),
            ),
            html.Button(text("uploads.add"), id="add-submit", type="submit", className="button"),
        ]
    )

"""The dialogs that add and remove articles, and the strip for what is being read."""

from dash import html
from dash.development.base_component import Component

from timeline.reading.kinds import NAMES
from timeline.web.data.collection import May
from timeline.web.page import ids, limits
from timeline.web.page.attributes import HIDDEN_FROM_READERS, aria, data
from timeline.web.page.components import Field, Still
from timeline.web.page.pieces import action, icon
from timeline.web.uploads.intake import LARGEST_UPLOAD, MOST_FILES
from timeline.web.uploads.spool import LARGEST_FILE


def strip() -> Component:
    """Return the place below the header where runs are shown."""
    runs = html.Div(id=ids.RUNS, className="runs")
    return html.Section(runs, **aria(label="What is being read"))


def layout(may: May) -> list[Component]:
    """Return the dialog, closed, and what shows where files may be dropped."""
    if not may.add:
        return []
    close = action("close-add", icon("close"), aria_label="Close", className="icon-button")
    parts = [
        html.Dialog(
            [
                html.Header([html.H2("Add articles", id="add-title", tabIndex=-1), close]),
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
        html.Div("Drop the files to add them", id="drop-veil", **HIDDEN_FROM_READERS),
    ]
    return [Still(parts)]


def _question() -> Component:
    """Return the question that stands before an article is removed."""
    return html.Dialog(
        [
            html.H2("Remove this article?", id="remove-title"),
            html.P(html.Strong(id="remove-name")),
            html.P(
                "Its text goes, and the events that it alone tells. What people decided on events "
                "stays, and finds the article again where it is added again."
            ),
            html.Footer(
                [
                    action("close-remove", "Keep it", className="button quiet"),
                    action("remove", "Remove", id="remove-yes", className="button"),
                ]
            ),
        ],
        id="remove-dialog",
        className="dialog remove-dialog",
        **aria(labelledby="remove-title"),
    )


def _files() -> Component:
    most = f"Up to {LARGEST_FILE // 1_000_000} MB a file, {LARGEST_UPLOAD // 1_000_000} MB at once."
    return html.Section(
        [
            html.Div(
                [
                    html.P("Drop files or a folder here, or anywhere on the page."),
                    action("choose-files", "Choose files", className="button quiet"),
                    html.P(f"{NAMES} of these. {most}", className="hint"),
                ],
                id="add-drop",
                className="add-drop",
            ),
            html.Ul(id="add-files", className="add-files", **aria(label="Chosen files")),
        ]
    )


def _paste() -> Component:
    return html.Details(
        [
            html.Summary("Or paste a text"),
            html.Label("Text", htmlFor="add-text"),
            html.Textarea(id="add-text", className="text-field", rows=7),
            html.Div(
                [
                    _field("add-title-field", "Title", "", limits.TITLE),
                    _field(
                        "add-published",
                        "Published (if you know it)",
                        "8 February 2023",
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
                        "Replace",
                        "The new text takes its place; what people decided on its events stays.",
                    ),
                    _choice("both", "Keep both", "The new one gets a number behind its name."),
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
            html.Progress(id="add-sent", max="1", value="0", hidden=True, **aria(label="Sent")),
            html.Button("Add", id="add-submit", type="submit", className="button"),
        ]
    )

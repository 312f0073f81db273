"""What is hidden for its little worth: counted, and one click away."""

from dash import html
from dash.development.base_component import Component

from timeline.query.selection import Selection
from timeline.query.worth import WORTH
from timeline.web.data.collection import Collection
from timeline.web.page.pieces import action, show_little
from timeline.wording.strings import text


def worth_note(collection: Collection, selection: Selection) -> list[Component]:
    """Return how many events in view are hidden, or shown though of little worth; else nothing."""
    hidden = collection.hidden(selection)
    if hidden:
        key = "filters.hidden-match" if selection.words.strip() else "filters.hidden"
        return [_note([text(key, count=f"{hidden:,}"), show_little()])]
    if not collection.hides_little or selection.hides or selection.choice(WORTH):
        return []
    shown = collection.shown_little(selection)
    hide = action("clear", text("filters.hide-little"), facet=WORTH, className="link-button")
    return [_note([text("filters.little-shown", count=f"{shown:,}"), hide])] if shown else []


def _note(parts: list[str | Component]) -> Component:
    return html.P(parts, className="chips-note worth-note", role="status")

"""The two lists of deciding: the queue of what nobody has decided on, and the history."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.model.edit import Verdict
from timeline.web.api.context import Editors
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.review.history import HistoryView, history
from timeline.web.features.review.view import review, waiting
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.edit_words import events_of
from timeline.web.page.state import State, read
from timeline.web.page.tabs import Drawn, Tab, register_tab

SHOWN = 100  # changes
TAB = Tab("review", ids.REVIEW, ids.REVIEW_COUNT, (ids.LATER, ids.LISTING))


def register(app: Dash, cache: CollectionCache, editors: Editors | None) -> None:
    """Fill the list that is open, and the counts of both, where there are editors to decide at."""
    if editors is None:
        return

    def look(collection: Collection, state: State) -> Drawn:
        def draw() -> Component:
            held = editors("").events().values()
            rejected = [e for e in held if e.edits and e.edits.verdict is Verdict.REJECTED]
            return review(collection, state, rejected)

        return draw, f"{len(waiting(collection, state)):,}"

    register_tab(app, cache, TAB, look)

    @app.callback(
        Output(ids.HISTORY, "children"),
        Output(ids.HISTORY_COUNT, "children"),
        Input(ids.VALUES, ids.WHO),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_history(who: str | None, tab: str, _version: int) -> tuple[Component | None, str]:
        editor = editors(who or "")
        total = editor.count_changes()
        if read(tab).tab != "history":
            return None, f"{total:,}"
        changes, (undo, redo) = editor.history(SHOWN), editor.at_hand()
        subjects = {one for change in changes for edit in change.edits for one in events_of(edit)}
        events = editor.events()
        titles = {key: events[key].title for key in subjects if key in events}
        shown = history(HistoryView(changes, total, undo, redo, titles))
        return Still(shown), f"{total:,}"

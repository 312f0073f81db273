"""The two lists of deciding: the queue of what nobody has decided on, and the history."""

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.model.edit import Verdict
from timeline.web.api.context import Editors
from timeline.web.data.collection import CollectionCache
from timeline.web.features.review.history import HistoryView, history
from timeline.web.features.review.view import review, waiting
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.seen import seen
from timeline.web.page.state import read

SHOWN = 100  # changes


def register(app: Dash, cache: CollectionCache, editors: Editors | None) -> None:
    """Fill the list that is open, and the counts of both, where there are editors to decide at."""
    if editors is None:
        return

    @app.callback(
        Output(ids.REVIEW, "children"),
        Output(ids.REVIEW_COUNT, "children"),
        Input(ids.VALUES, ids.LATER),
        Input(ids.VALUES, ids.LISTING),
        Input(ids.VALUES, ids.TAB),
        Input(ids.VALUES, ids.VERSION),
        prevent_initial_call=True,
    )
    def show_review(
        view: str, listing: str, tab: str, _version: int
    ) -> tuple[Component | None, str]:
        collection = cache.collection()
        state = seen(f"{view}&{listing}&{tab}", collection)
        count = f"{len(waiting(collection, state)):,}"
        if state.tab != "review":
            return None, count
        held = editors("").events().values()
        rejected = [e for e in held if e.edits and e.edits.verdict is Verdict.REJECTED]
        return Still(review(collection, state, rejected)), count

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
        subjects = {edit.subject for change in changes for edit in change.edits}
        events = editor.events()
        titles = {key: events[key].title for key in subjects if key in events}
        shown = history(HistoryView(changes, total, undo, redo, titles))
        return Still(shown), f"{total:,}"

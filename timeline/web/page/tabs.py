"""A tab of the page: what is drawn on it while it is open, and the count beside its name."""

from collections.abc import Callable
from dataclasses import dataclass

from dash import Dash, Input, Output
from dash.development.base_component import Component

from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.page import ids
from timeline.web.page.components import Still
from timeline.web.page.seen import seen
from timeline.web.page.state import State

Drawn = tuple[Callable[[], Component], str]  # how the tab is drawn, and its count
Look = Callable[[Collection, State], Drawn]


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab by its name in the address, with the elements that hold its content and its count.

    `parts` are the parts of the address that it follows, as `ids` names them.
    """

    name: str
    content: str
    count: str
    parts: tuple[str, ...]


def register_tab(app: Dash, cache: CollectionCache, tab: Tab, look: Look) -> None:
    """Keep a tab in step with the parts of the address that it follows, and with the store."""

    @app.callback(
        Output(tab.content, "children"),
        Output(tab.count, "children"),
        *(Input(ids.VALUES, part) for part in (*tab.parts, ids.TAB, ids.VERSION)),
        prevent_initial_call=True,
    )
    def show_tab(*values: str | None) -> tuple[Component | None, str]:
        *address, _version = values

        def drawn(collection: Collection) -> tuple[Component | None, str]:
            state = seen("&".join(one or "" for one in address), collection)
            draw, count = look(collection, state)
            return Still(draw()) if state.tab == tab.name else None, count

        return cache.look(drawn)

"""What a viewer sees of a collection: the state of the address, and what is hidden by default."""

from dataclasses import replace

from timeline.web.data.collection import Collection
from timeline.web.page.state import State, read


def seen(query: str | None, collection: Collection) -> State:
    """Read a query as `read` does, with what the collection hides unless somebody asks for it.

    What is selected or in the story is never hidden.
    """
    state = read(query)
    selection = collection.by_default(state.selection, (state.event, *state.story))
    return replace(state, selection=selection)

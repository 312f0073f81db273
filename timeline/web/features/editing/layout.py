"""The dialogs that add events and show conflicts; what they send goes to the API."""

from typing import Any

from dash.development.base_component import Component

from timeline.editing.author import author_name
from timeline.web.api.context import Editors
from timeline.web.page.attributes import data
from timeline.web.page.components import Still
from timeline.web.page.event_form import adding_dialog, conflict_dialog


def layout(editors: Editors | None) -> list[Component]:
    """Return the dialogs that add events and show conflicts.

    Where there are editors to decide at.
    """
    return [] if editors is None else [Still(adding_dialog()), Still(conflict_dialog())]


def default_name() -> dict[str, Any]:
    """Return the attribute that tells the scripts whose name stands for who has given none."""
    return data(name=author_name(None))

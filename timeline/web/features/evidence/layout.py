"""The panel at the right or, on a phone, a sheet from below."""

from dash import html
from dash.development.base_component import Component

from timeline.web.page import ids
from timeline.web.page.attributes import aria
from timeline.web.page.components import Still
from timeline.web.page.event_form import edit_form
from timeline.web.page.review_buttons import decide_bar
from timeline.wording.strings import text


def layout(*, offered: bool = False) -> Component:
    """Return the panel, empty until the state is known; with what decides where it is `offered`."""
    shown = html.Div(id=ids.EVIDENCE)
    likely = html.Div(id=ids.LIKELY)
    return html.Aside(
        [Still(edit_form()), shown, likely, Still(decide_bar())] if offered else shown,
        className="panel evidence-panel",
        id="evidence-panel",
        **aria(label=text("evidence.panel")),
    )

"""The page's own components; `assets/scripts/adapter/components.js` makes them in the browser.

Dash asks each component that it knows anew at every step of every callback; what only shows
something, and is reached by no callback, is cheaper as one, into which it does not look. And Dash's
own graphs, fields, stores and timers bring a large script that the page does without.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dash.development.base_component import Component

from timeline.web.page.dash_adapter import OwnComponent

Tree = Component | str | Sequence[Component | str] | None


class Still(OwnComponent):
    """A part of the page made of HTML components and fields, none of which a callback names."""

    _type = "Still"

    def __init__(self, tree: Tree) -> None:
        """Take what it holds; text stays text."""
        super().__init__(tree=[tree] if isinstance(tree, Component) else tree)


class Drawing(OwnComponent):
    """A figure of Plotly: `figure` is drawn when it comes, `config` is Plotly's."""

    _type = "Drawing"

    def __init__(self, name: str, config: Mapping[str, Any], className: str) -> None:  # noqa: N803 - as HTML has it
        """Take its name; nothing is drawn yet."""
        super().__init__(id=name, config=config, className=className)


class Values(OwnComponent):
    """Values that callbacks take and give, each a property; nothing of them is seen.

    As a `dcc.Store` each would be a component of its own.
    """

    _type = "Values"

    def __init__(self, name: str, **values: Any) -> None:  # noqa: ANN401 - any JSON value
        """Take its name and the values that hold from the beginning."""
        super().__init__(id=name, **values)


class Field(OwnComponent):
    """A field to type in, within a `Still`: HTML's `input`; the scripts read and set its value."""

    _type = "Field"

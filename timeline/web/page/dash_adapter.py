"""What the page needs of Dash beyond its public interface, in one place.

Dash has no door for components without a build of their own, for the tag of a component, for
leaving out scripts that a page does not use, or for the list of its callbacks. pyproject.toml
bounds the versions, and `tests/web/test_dash_adapter.py` holds each of these against the one
installed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from dash import Dash
from dash.development.base_component import Component
from werkzeug.exceptions import NotFound

from timeline.web.http.base_path import base_path

Pair = tuple[str, str]  # a component's id, and a property of it
UPDATE = "/_dash-update-component"
LAYOUT = "/_dash-layout"
DEPENDENCIES = "/_dash-dependencies"
COMPONENT_FILES = "/_dash-component-suites/"
# What Dash brings for browsers of long ago, and components that this page does not use.
_UNUSED = re.compile(r'<script src="[^"]*/(?:polyfill@|dash_table/|dcc/)[^"]*"></script>')


_BEFORE = re.compile(r'(<script src=")/')  # at the top of the host


class OwnComponent(Component):
    """A component that the page's own scripts draw; any property and any `data-` may be given."""

    _namespace = "timeline_parts"

    def __init__(self, **properties: Any) -> None:  # noqa: ANN401 - any attribute of HTML
        self._prop_names = list(properties)
        self._valid_wildcard_attributes: list[str] = ["data-", "aria-"]
        self.available_properties = self._prop_names
        self.available_wildcard_properties = self._valid_wildcard_attributes
        super().__init__(**properties)  # type: ignore[no-untyped-call]


def is_html(component: Component) -> bool:
    """Return whether a component is an element of HTML, by the library that it comes from."""
    return bool(component._namespace == "dash_html_components")  # noqa: SLF001 - no public name


def properties_of(component: Component) -> dict[str, Any]:
    """Return the properties of a component that are set, `children` among them."""
    return dict(component.to_plotly_json()["props"])  # type: ignore[no-untyped-call]


class OutlinedDash(Dash):
    """Dash with an outline of the page in place of the word "Loading", and less to load."""

    outline = ""

    def index(self, *parts: Any, **named: Any) -> str:  # noqa: ANN401 - as Dash has it
        """Return the page; for any other path than its own raise NotFound."""
        if named.get("path"):
            raise NotFound
        return str(super().index(*parts, **named))  # type: ignore[no-untyped-call]

    def _config(self) -> dict[str, Any]:
        """Return the settings for the browser, with the path below which it asks us."""
        told: dict[str, Any] = super()._config()  # type: ignore[no-untyped-call]
        path = f"{base_path()}{self.config.requests_pathname_prefix}"
        return {**told, "requests_pathname_prefix": path}

    def interpolate_index(self, *parts: Any, **named: Any) -> str:  # noqa: ANN401 - as Dash has it
        """Return the page with the outline where the application will render."""
        named["app_entry"] = self.outline
        named["scripts"] = _BEFORE.sub(rf"\1{base_path()}/", _UNUSED.sub("", named["scripts"]))
        return str(super().interpolate_index(*parts, **named))  # type: ignore[no-untyped-call]


@dataclass(frozen=True, slots=True)
class DeclaredCallback:
    """A callback that runs on the server: the components and properties that it declares."""

    outputs: tuple[Pair, ...]
    inputs: tuple[Pair, ...]
    state: tuple[Pair, ...]


def declared_callback(app: Dash, output: str) -> DeclaredCallback | None:
    """Return the callback of an output as requests name it; None where the server has none."""
    entry = app.callback_map.get(output)
    return None if entry is None or "callback" not in entry else _declared(entry)


def declared_callbacks(app: Dash) -> Iterator[DeclaredCallback]:
    """Yield every callback that runs on the server."""
    return (_declared(entry) for entry in app.callback_map.values() if "callback" in entry)


def _declared(entry: Mapping[str, Any]) -> DeclaredCallback:
    output = entry["output"]
    several = output if isinstance(output, (list, tuple)) else [output]
    return DeclaredCallback(
        tuple((one.component_id, one.component_property) for one in several),
        _pairs(entry["inputs"]),
        _pairs(entry["state"]),
    )


def _pairs(parts: Iterable[Mapping[str, Any]]) -> tuple[Pair, ...]:
    return tuple((part["id"], part["property"]) for part in parts)

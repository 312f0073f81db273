"""Attributes of HTML that Dash passes on as they are, spread into a component with `**`."""

from typing import Any


def aria(**values: str) -> dict[str, Any]:
    """Return `aria-…` attributes: `aria(label="Close")`."""
    return {f"aria-{name}": value for name, value in values.items()}


def data(**values: object) -> dict[str, Any]:
    """Return `data-…` attributes, which the scripts read: `data(event="e1")`."""
    return {f"data-{name}": str(value) for name, value in values.items()}


HIDDEN_FROM_READERS = aria(hidden="true")

"""Looking into component trees: their words and the components of a kind."""

from collections.abc import Iterator

from dash.development.base_component import Component

from timeline.web.page.components import Still


def walk(tree: object) -> Iterator[Component | str]:
    """Yield every component and every text of a tree, parents first."""
    if isinstance(tree, (list, tuple)):
        for item in tree:
            yield from walk(item)
    elif isinstance(tree, Component):
        yield tree
        yield from walk(getattr(tree, "tree" if isinstance(tree, Still) else "children", None))
    elif tree is not None:
        yield str(tree)


def words(tree: object) -> str:
    """Return all text of a tree, as a reader sees it."""
    return " ".join("".join(f"{item}|" for item in walk(tree) if isinstance(item, str)).split())


def text(tree: object) -> str:
    """Return all text of a tree with nothing between."""
    return "".join(item for item in walk(tree) if isinstance(item, str))


def kinds(tree: object, kind: str) -> list[Component]:
    """Return the components of an HTML element's name."""
    return [c for c in walk(tree) if isinstance(c, Component) and type(c).__name__ == kind]


def having(tree: object, name: str, value: str | None = None) -> list[Component]:
    """Return the components that have an attribute, of that value on request."""
    found = [
        c for c in walk(tree) if isinstance(c, Component) and getattr(c, name, None) is not None
    ]
    return [c for c in found if value is None or getattr(c, name) == value]


def attribute(component: Component, name: str) -> object:
    """Return an attribute that only some components have."""
    return getattr(component, name)

"""Components written as HTML, for what never changes and so needs no script to be there."""

from html import escape

from dash.development.base_component import Component

from timeline.web.page.dash_adapter import is_html, properties_of

_NAMES = {"className": "class", "tabIndex": "tabindex", "htmlFor": "for"}


def markup(tree: object) -> str:
    """Write a component, a text, or a sequence of them as HTML; text stays text.

    Raises TypeError on components that are no HTML elements.
    """
    if isinstance(tree, (list, tuple)):
        return "".join(map(markup, tree))
    if not isinstance(tree, Component):
        return "" if tree is None else escape(str(tree), quote=False)
    if not is_html(tree):
        msg = f"{type(tree).__name__}: only HTML elements can be written as HTML"
        raise TypeError(msg)
    name = type(tree).__name__.lower()
    details = properties_of(tree)
    inner = markup(details.pop("children", None))
    return f"<{name}{''.join(map(_attribute, details.items()))}>{inner}</{name}>"


def _attribute(named: tuple[str, object]) -> str:
    name, value = named
    if value is None or value is False:
        return ""
    written = _NAMES.get(name, name)
    return f" {written}" if value is True else f' {written}="{escape(str(value))}"'

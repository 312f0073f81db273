"""SVG elements as text: escaped, with numbers to a tenth of a pixel."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from timeline.wording.plain_text import one_line

SVG_NAMESPACE = "http://www.w3.org/2000/svg"


def element(name: str, content: str | None = None, **attributes: object) -> str:
    """Write an element; `_` in a name of an attribute stands for `-`, None leaves it out."""
    written = "".join(
        f" {key.rstrip('_').replace('_', '-')}={quoteattr(_value(value))}"
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}/>" if content is None else f"<{name}{written}>{content}</{name}>"


def group(parts: Iterable[str], **attributes: object) -> str:
    """Write a group of elements."""
    return element("g", "".join(parts), **attributes)


def text(content: str, x: float, y: float, **attributes: object) -> str:
    """Write a line of text, whose middle is at the height `y`."""
    return element("text", said(content), x=x, y=y, dy="0.35em", **attributes)


def said(content: str) -> str:
    """Escape text of an article."""
    return escape(one_line(content))


def _value(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)

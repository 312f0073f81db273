"""The text that appears over a mark."""

from collections.abc import Sequence

from timeline.drawing.scene.plain import markup, wrapped

LINE = 52  # characters


def hover_text(told: Sequence[str]) -> str:
    """Return plain lines as plotly's markup.

    The first one bold, all of them escaped and wrapped.
    """
    if not told:
        return ""
    title = "<br>".join(f"<b>{markup(line)}</b>" for line in wrapped(told[0], LINE))
    rest = (markup(line) for text in told[1:] for line in wrapped(text, LINE + 6))
    return "<br>".join((title, *rest))

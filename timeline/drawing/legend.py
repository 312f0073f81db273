"""What each style of drawing means: a title, a sentence and a small picture."""

import base64
from dataclasses import dataclass

from timeline.drawing.theme import DISPUTED, LIGHT, SIGNS, SYMBOLS, Theme
from timeline.model.event import Category, Status

WIDTH, HEIGHT = 46, 18
_MIDDLE = HEIGHT / 2


@dataclass(frozen=True, slots=True)
class LegendItem:
    """One style; `svg` is a picture of 46 × 18 pixels in the theme's own colours."""

    key: str
    title: str
    explanation: str
    svg: str

    @property
    def data_uri(self) -> str:
        """The picture as the address of an image, which needs no markup in the page."""
        code = base64.b64encode(self.svg.encode()).decode()
        return f"data:image/svg+xml;base64,{code}"


_SIGN_WORDS = {
    Status.ALLEGED: "somebody says so, without proof",
    Status.THREATENED: "announced as a threat",
    Status.DENIED: "somebody says it did not happen",
    Status.HYPOTHETICAL: "only under a condition",
    Status.CANCELLED: "was planned and called off",
}
# Half-size outlines around 0,0, after plotly's symbols of the same names.
OUTLINES = {
    "diamond": "M0-6 6 0 0 6-6 0Z",
    "circle": "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0Z",
    "square": "M-5-5H5V5H-5Z",
    "triangle-up": "M0-5.5 6 4.5H-6Z",
    "triangle-down": "M0 5.5 6-4.5H-6Z",
    "star": "M0-6.5 1.6-2H6.3L2.5.8 3.9 5.5 0 2.7-3.9 5.5-2.5.8-6.3-2H-1.6Z",
    "hexagon": "M0-6 5.2-3V3L0 6-5.2 3V-3Z",
    "cross": "M-2-5.5H2V-2H5.5V2H2V5.5H-2V2H-5.5V-2H-2Z",
}


def legend(theme: Theme = LIGHT) -> tuple[LegendItem, ...]:
    """Explain every style of the timeline, in the order in which a reader meets them."""
    ink = theme.colour(Category.DIPLOMACY)
    return (*_time_items(ink, theme), *_status_items(ink, theme), *_other_items(ink, theme))


def category_legend(theme: Theme = LIGHT) -> tuple[LegendItem, ...]:
    """Explain the colour and the symbol of each category."""
    return tuple(
        LegendItem(
            category.value,
            category.value.capitalize(),
            f"Its symbol, in every lane and on every bar: {SYMBOLS[category].replace('-', ' ')}.",
            _svg(_symbol(SYMBOLS[category], theme.colour(category))),
        )
        for category in Category
    )


def _time_items(ink: str, theme: Theme) -> tuple[LegendItem, ...]:
    soft = "".join(_bar(4 + i * 5, 38 - i * 10, ink, o) for i, o in enumerate(theme.shades[:3]))
    pale, middle = theme.shades[:2]
    approximate = _bar(2, 42, ink, pale) + _bar(7, 32, ink, pale) + _bar(12, 22, ink, 1)
    open_end = (
        _bar(2, 40, ink, pale)
        + _bar(2, 26, ink, middle)
        + _bar(2, 14, ink, 1)
        + f'<path d="M38 4.5 44.5 9 38 13.5Z" fill="{ink}"/>'
    )
    cut = _bar(0, 40, ink, 0.45) + f'<path d="M8 5.5 2 9 8 12.5Z" fill="{ink}"/>'
    return (
        LegendItem(
            "day", "Known day", "The date is known to the day.", _svg(_symbol("circle", ink))
        ),
        LegendItem(
            "within",
            "Some time within",
            "It happened at some time in this stretch; nobody says on which day.",
            _svg(soft),
        ),
        LegendItem(
            "throughout",
            "Throughout",
            "It lasted for the whole stretch.",
            _svg(_bar(4, 38, ink, 1)),
        ),
        LegendItem(
            "approximate",
            "About then",
            "The ends fade where the date is only approximate.",
            _svg(approximate),
        ),
        LegendItem(
            "open",
            "Open end",
            "It goes on; no end is stated. Without an arrow: nobody says when it ended.",
            _svg(open_end),
        ),
        LegendItem("cut", "Goes on", "It continues beyond the edge of the view.", _svg(cut)),
    )


def _status_items(ink: str, theme: Theme) -> tuple[LegendItem, ...]:
    lines = "".join(f"M{x} 15 {x + 12} 3" for x in range(-6, 42, 6))
    hatched = (
        f'<clipPath id="c"><rect x="4" y="2.5" width="38" height="13" rx="3.5"/></clipPath>'
        f'<path clip-path="url(#c)" d="{lines}" stroke="{ink}" stroke-width="1.6"/>{_frame(ink)}'
    )
    planned = LegendItem(
        "planned",
        "Planned",
        "Hatched: announced for this time. A planned day is a ring with a dot.",
        _svg(hatched),
    )
    signed = (
        LegendItem(
            status.value,
            status.value.capitalize(),
            f"An outline with the sign {sign}: {_SIGN_WORDS[status]}.",
            _svg(_frame(ink, 28) + _text(sign, 39, theme.text)),
        )
        for status, sign in SIGNS.items()
    )
    return (planned, *signed)


def _other_items(ink: str, theme: Theme) -> tuple[LegendItem, ...]:
    disputed = _symbol("circle", ink, 16) + _text(DISPUTED, 31, theme.disputed)
    columns = "".join(
        f'<rect x="{4 + i * 8}" y="{16 - h}" width="7" height="{h}" fill="{ink}"/>'
        for i, h in enumerate((5, 11, 14, 8, 3))
    )
    return (
        LegendItem(
            "disputed",
            "Disputed",
            "The sources differ, about the date for example.",
            _svg(disputed),
        ),
        LegendItem(
            "density",
            "Density",
            "Too many for single marks: the higher, the more events. Zoom in to see each.",
            _svg(columns),
        ),
    )


def _svg(inner: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}"'
        f' viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true">{inner}</svg>'
    )


def _bar(x: float, width: float, fill: str, opacity: float) -> str:
    return (
        f'<rect x="{x}" y="2.5" width="{width}" height="13" rx="3.5" fill="{fill}"'
        f' fill-opacity="{opacity}"/>'
    )


def _frame(stroke: str, width: float = 38) -> str:
    return (
        f'<rect x="4" y="2.5" width="{width}" height="13" rx="3.5" fill="none"'
        f' stroke="{stroke}" stroke-width="1.6"/>'
    )


def _symbol(name: str, fill: str, x: float = WIDTH / 2) -> str:
    return f'<path transform="translate({x} {_MIDDLE})" d="{OUTLINES[name]}" fill="{fill}"/>'


def _text(text: str, x: float, fill: str) -> str:
    return (
        f'<text x="{x}" y="13.5" text-anchor="middle" font-family="Inter, system-ui, sans-serif"'
        f' font-size="12" font-weight="700" fill="{fill}">{text}</text>'
    )

"""The one legend: what each way of drawing means, for the page, for pictures and exported pages."""

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from timeline.drawing.style import (
    DISPUTED,
    OUTLINES,
    PINNED,
    STYLES,
    SYMBOLS,
    Hatch,
    Look,
    PointPaint,
    explained,
    paint_of,
)
from timeline.drawing.theme import LIGHT, Theme, blended
from timeline.model.event import Category, Status
from timeline.wording.statuses import STATUS_WORDS

WIDTH, HEIGHT = 46, 18
_MIDDLE = HEIGHT / 2


@dataclass(frozen=True, slots=True)
class Sample:
    """An entry of the page's legend: the class of its sample, its words, and what they mean."""

    name: str
    words: str
    meaning: str


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


def samples() -> tuple[Sample, ...]:
    """Return the entries of the page's legend, whose samples the style sheet draws."""
    looks = (
        Sample(paint_of(look).sample, _named(look), paint_of(look).meaning)
        for look in Look
        if explained(look)
    )
    return (
        Sample("day", "day", "The day is known"),
        Sample("soft", "some time in", "Some time within these days; which of them is not said"),
        Sample("solid", "throughout", "It lasted from the first day to the last"),
        Sample("faded", "about", "Approximate: it may lie somewhat before or after"),
        Sample("open", "open end", "It goes on, or nobody says when it ended"),
        *looks,
        Sample(
            "fold",
            "folded",
            "A stretch of time without events, folded up; its length stands in it",
        ),
        Sample("disputed", "disputed", "The sources give different dates or facts"),
        Sample("curated", f"confirmed {PINNED} pinned", "Somebody has looked at it and said so"),
    )


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


def _named(look: Look) -> str:
    """Name the statuses of a look with their signs."""
    return " ".join(f"{s.value} {STYLES[s].sign}".strip() for s in explained(look))


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


def _status_items(ink: str, theme: Theme) -> Iterator[LegendItem]:
    """Yield an entry for each status that is drawn otherwise than a plain fact."""
    for status in (one for look in Look for one in explained(look)):
        drawn = _status_picture(status, ink, theme)
        yield LegendItem(status.value, status.value.capitalize(), _told(status), _svg(drawn))


def _told(status: Status) -> str:
    style, paint = STYLES[status], paint_of(STYLES[status].look)
    signed = f" with the sign {style.sign}" if style.sign else ""
    told = f"{paint.drawn}{signed}: {STATUS_WORDS[status].meaning}."
    dotted = paint.point is PointPaint.DOTTED
    return f"{told} A {status.value} day is a ring with a dot." if dotted else told


def _status_picture(status: Status, ink: str, theme: Theme) -> str:
    style, paint = STYLES[status], paint_of(STYLES[status].look)
    width = 28 if style.sign else 38
    if paint.hatch is not None:
        body = _hatched(paint.hatch, ink, width, f"{status.value}-{theme.name}")
    else:
        body = "" if paint.tint is not None else _bar(4, width, ink, 1)
    frame = _frame(ink, width, paint.outline, _ground(paint.tint, ink, theme))
    sign = _text(style.sign, 39, theme.text) if style.sign else ""
    return (body + frame if paint.hatch else frame + body) + sign


def _ground(tint: float | None, ink: str, theme: Theme) -> str:
    return "none" if tint is None else blended(ink, theme.background, tint)


def _hatched(hatch: Hatch, ink: str, width: float, name: str) -> str:
    lines = hatching(hatch, ink)
    return (
        f'<pattern id="legend-{name}" width="{hatch.gap:g}" height="{hatch.gap:g}"'
        f' patternUnits="userSpaceOnUse" patternTransform="rotate({hatch.angle})">{lines}</pattern>'
        f'<rect x="4" y="2.5" width="{width}" height="13" rx="3.5" fill="url(#legend-{name})"/>'
    )


def hatching(hatch: Hatch, ink: str) -> str:
    """Return the lines of one tile of a hatching, before it is turned by its angle."""
    upright = f'<rect width="{hatch.line:g}" height="{hatch.gap:g}" fill="{ink}"/>'
    across = f'<rect width="{hatch.gap:g}" height="{hatch.line:g}" fill="{ink}"/>'
    return upright + across if hatch.crossed else upright


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


def _frame(stroke: str, width: float, line: float, fill: str = "none") -> str:
    if not line:
        return ""
    return (
        f'<rect x="4" y="2.5" width="{width}" height="13" rx="3.5" fill="{fill}"'
        f' stroke="{stroke}" stroke-width="{line}"/>'
    )


def _symbol(name: str, fill: str, x: float = WIDTH / 2) -> str:
    return f'<path transform="translate({x} {_MIDDLE})" d="{OUTLINES[name]}" fill="{fill}"/>'


def _text(text: str, x: float, fill: str) -> str:
    return (
        f'<text x="{x}" y="13.5" text-anchor="middle" font-family="Inter, system-ui, sans-serif"'
        f' font-size="12" font-weight="700" fill="{fill}">{text}</text>'
    )

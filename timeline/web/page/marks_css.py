"""The marks of the timeline as rules of the page's style sheet, made from the table of styles.

Samples of the legend, badges of statuses, dots and bars of categories: what depends on a status,
a category or a sign. How each of them is sized and placed stands in `assets/`.
"""

from collections.abc import Iterator

from timeline.drawing.legend import samples
from timeline.drawing.style import (
    CONFIRMED,
    DISPUTED,
    PINNED,
    SHAPES,
    Hatch,
    Look,
    Paint,
    Symbol,
    explained,
    paint_of,
)

_SIGNED = {"confirmed": CONFIRMED, "pinned": PINNED, "disputed": DISPUTED}  # badges
_SAMPLE_SIGNS = {"curated": CONFIRMED, "disputed": DISPUTED}


def mark_rules() -> str:
    """Return the rules; they come after those of `assets/`, some of which they refine."""
    return "".join(
        f"{selector} {{ {body} }}\n"
        for part in (_categories(), _looks(), _signs())
        for selector, body in part
    )


def _categories() -> Iterator[tuple[str, str]]:
    for category, symbol in SHAPES.items():
        hue = f"--hue: var(--category-{category.value});"
        yield f".dot-{category.value}", f"{hue} {_shape(symbol)}".strip()
        yield f".hue-{category.value}", hue


def _shape(symbol: Symbol) -> str:
    if not symbol.clip:
        return ""
    return (
        "border-radius: 50%;" if symbol.clip == "circle" else f"clip-path: polygon({symbol.clip});"
    )


def _looks() -> Iterator[tuple[str, str]]:
    drawn = {sample.name for sample in samples()}
    for look in Look:
        paint = paint_of(look)
        if paint.sample in drawn:
            yield f".sample-{paint.sample}", _sample(paint)
        if not paint.solid:
            for status in explained(look):
                yield f".badge-{status.value}", _badge(paint)


def _sample(paint: Paint) -> str:
    if paint.hatch is not None:
        lines = _lines(paint.hatch, "transparent 0 3px, var(--ink) 3px 4.5px")
        return f"border: 1px solid var(--ink); background: {lines};"
    if paint.tint is None:
        return "background: var(--ink);"
    return "border: 1.5px solid var(--ink);"


def _badge(paint: Paint) -> str:
    if paint.hatch is not None:
        line = "color-mix(in srgb, var(--muted) 24%, var(--band))"
        ground = "transparent" if paint.hatch.crossed else "var(--band)"
        lines = _lines(paint.hatch, f"{ground} 0 4px, {line} 4px 6px")
        return f"color: var(--text); background: {lines};"
    return "background: none; border: 1px dashed var(--muted); color: var(--text);"


def _lines(hatch: Hatch, stops: str) -> str:
    """Return gradients that lean as the hatching does: CSS turns lines across their direction."""
    angle = hatch.angle - 90
    turned = (angle, angle + 90) if hatch.crossed else (angle,)
    return ", ".join(f"repeating-linear-gradient({one}deg, {stops})" for one in turned)


def _signs() -> Iterator[tuple[str, str]]:
    for name, sign in _SIGNED.items():
        yield f".badge-{name}::before", f'content: "{sign} ";'
    for name, sign in _SAMPLE_SIGNS.items():
        yield f".sample-{name}::before", f'content: "{sign}";'

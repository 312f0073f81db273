"""How a view is drawn."""

from dataclasses import dataclass

WIDTH = 1200


@dataclass(frozen=True, slots=True)
class DrawingOptions:
    """How the view is drawn in the formats that are pictures; the others ignore it.

    `lanes` is one of category, status, actor, place, document and none; `window` the first and
    last day in view, None for all; `width` that of the picture in pixels.
    """

    lanes: str = "category"
    window: tuple[int, int] | None = None
    width: int = WIDTH
    dark: bool = False

"""Elements of SVG for small pictures within a `Still`; React draws them as it does HTML."""

from timeline.web.page.dash_adapter import OwnComponent


class Svg(OwnComponent):
    """A picture: `viewBox`, and what it holds."""

    _type = "Svg"


class Path(OwnComponent):
    """A line: `d`."""

    _type = "Path"


class Circle(OwnComponent):
    """A dot: `cx`, `cy` and `r`."""

    _type = "Circle"


class Rect(OwnComponent):
    """A bar: `x`, `y`, `width` and `height`."""

    _type = "Rect"

"""Colours of the light and the dark look, for figures and for the page around them.

Contrast and distance under colour blindness are held by tests; what is told beside colour stands in
`style.py`.
"""

from dataclasses import dataclass, fields

from timeline.model.event import Category

FONT_FAMILY = "Inter, system-ui, sans-serif"


@dataclass(frozen=True, slots=True)
class Theme:
    """One look; all colours as `#rrggbb`.

    `background` lies behind the marks, `paper` is the page around the panels, `band` the shade
    of every other lane; `dark_ink` and `light_ink` are for text on a category's colour.
    `shades` are opacities of bars, palest first; the first three lie over each other.
    """

    name: str
    background: str
    paper: str
    band: str
    text: str
    muted: str
    grid: str
    accent: str
    disputed: str
    dark_ink: str
    light_ink: str
    categories: tuple[tuple[Category, str], ...]
    shades: tuple[float, float, float, float]

    def colour(self, category: Category) -> str:
        """The colour of a category."""
        return dict(self.categories)[category]

    def ink(self, category: Category) -> str:
        """The text colour that reads better on a category's colour."""
        ground = self.colour(category)
        return max((self.dark_ink, self.light_ink), key=lambda ink: contrast(ink, ground))


LIGHT = Theme(
    name="light",
    background="#ffffff",
    paper="#f5f7f9",
    band="#f7f8fb",
    text="#16202c",
    muted="#556271",
    grid="#e4e8ee",
    accent="#1f4fd1",
    disputed="#b3261e",
    dark_ink="#0d1117",
    light_ink="#ffffff",
    categories=(
        (Category.CONFLICT, "#c8281f"),
        (Category.DIPLOMACY, "#2d60e0"),
        (Category.POLITICS, "#6a35a0"),
        (Category.LAW, "#2b97a3"),
        (Category.DISASTER, "#c27a08"),
        (Category.STATEMENT, "#86296b"),
        (Category.ECONOMY, "#1d7233"),
        (Category.OTHER, "#6f757c"),
    ),
    shades=(0.16, 0.22, 0.30, 1.0),
)
DARK = Theme(
    name="dark",
    background="#161b24",
    paper="#0d1117",
    band="#1a202a",
    text="#e8edf3",
    muted="#9aa7b6",
    grid="#2a3340",
    accent="#7aa2ff",
    disputed="#ff8a80",
    dark_ink="#0d1117",
    light_ink="#ffffff",
    categories=(
        (Category.CONFLICT, "#f2544c"),
        (Category.DIPLOMACY, "#5b88f2"),
        (Category.POLITICS, "#bb9afe"),
        (Category.LAW, "#5ac5ba"),
        (Category.DISASTER, "#e89a3a"),
        (Category.STATEMENT, "#c66390"),
        (Category.ECONOMY, "#86e88f"),
        (Category.OTHER, "#d6dbe3"),
    ),
    shades=(0.14, 0.15, 0.18, 1.0),
)


def css_variables(theme: Theme) -> str:
    """Return the colours as CSS declarations, `--background: #ffffff;` and `--category-law: …;`."""
    plain = [
        (f.name.replace("_", "-"), getattr(theme, f.name))
        for f in fields(theme)
        if f.name not in {"name", "categories", "shades"}
    ]
    hues = [(f"category-{category.value}", colour) for category, colour in theme.categories]
    return "\n".join(f"--{name}: {value};" for name, value in (*plain, *hues))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def rgba(colour: str, opacity: float) -> str:
    """Return a colour with an opacity, as CSS and plotly write it."""
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{opacity:g})"


def blended(colour: str, ground: str, opacity: float) -> str:
    """Return the opaque colour that a translucent one makes on a ground."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    mixed = (round(top * opacity + under * (1 - opacity)) for top, under in pairs)
    return "#" + "".join(f"{value:02x}" for value in mixed)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    shares = (value / 255 for value in _channels(colour))
    red, green, blue = (
        s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB's own
        for s in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

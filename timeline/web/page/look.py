"""The light and the dark theme: for figures by name, for the page as a style sheet."""

from timeline.drawing.theme import DARK, LIGHT, Theme, css_variables


def theme_named(name: str | None) -> Theme:
    """Return the theme of that name; light where there is none."""
    return DARK if name == DARK.name else LIGHT


def style_sheet() -> str:
    """Write the colours of both looks as CSS variables, so that page and figures agree."""
    light, dark = css_variables(LIGHT), css_variables(DARK)
    return f':root {{\n{light}\n}}\n:root[data-theme="dark"] {{\n{dark}\n}}\n'

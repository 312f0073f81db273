import math
from itertools import combinations

import pytest

from timeline.drawing.style import SIGNS, SYMBOLS
from timeline.drawing.theme import (
    DARK,
    LIGHT,
    Theme,
    blended,
    contrast,
    css_variables,
)
from timeline.model.event import Category, Status

# Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
SIGHTS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
JUST_NOTICEABLE = 0.02  # of OKLab
themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def linear(colour: str) -> list[float]:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]


def oklab(red: float, green: float, blue: float) -> tuple[float, float, float]:
    red, green, blue = (min(max(c, 0), 1) for c in (red, green, blue))
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    channels = linear(colour)
    return oklab(*(sum(a * b for a, b in zip(row, channels, strict=True)) for row in SIGHTS[sight]))


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@themes
def test_marks_stand_out_from_what_lies_behind_them(theme: Theme) -> None:
    for _, colour in theme.categories:
        assert contrast(colour, theme.background) >= 3
        assert contrast(colour, theme.band) >= 3
    assert contrast(theme.accent, theme.band) >= 3


@themes
def test_text_can_be_read(theme: Theme) -> None:
    for ground in (theme.background, theme.paper, theme.band):
        assert contrast(theme.text, ground) >= 7
        assert contrast(theme.muted, ground) >= 4.5
        assert contrast(theme.disputed, ground) >= 4.5


@themes
def test_titles_can_be_read_inside_bars(theme: Theme) -> None:
    core = 1 - math.prod(1 - shade for shade in theme.shades[:3])
    for category, colour in theme.categories:
        assert contrast(theme.ink(category), colour) >= 4.5
        assert contrast(theme.text, blended(colour, theme.background, core)) >= 4.5


@themes
@pytest.mark.parametrize("sight", SIGHTS)
def test_categories_differ_whoever_looks(theme: Theme, sight: str) -> None:
    for (one, first), (other, second) in combinations(theme.categories, 2):
        distance = math.dist(seen(first, sight), seen(second, sight))
        assert distance > 3 * JUST_NOTICEABLE, (one, other)


@themes
def test_every_category_has_a_colour_and_a_symbol_of_its_own(theme: Theme) -> None:
    assert [category for category, _ in theme.categories] == list(Category)
    assert len({SYMBOLS[category] for category in Category}) == len(Category)


def test_every_status_that_is_no_fact_has_a_sign_of_its_own() -> None:
    facts = {Status.HAPPENED, Status.ONGOING, Status.PLANNED}
    assert set(SIGNS) == set(Status) - facts
    assert len(set(SIGNS.values())) == len(SIGNS)


@themes
def test_the_page_gets_every_colour(theme: Theme) -> None:
    css = css_variables(theme)
    assert f"--background: {theme.background};" in css
    assert f"--dark-ink: {theme.dark_ink};" in css
    assert all(f"--category-{c.value}: {colour};" in css for c, colour in theme.categories)
    assert "name" not in css

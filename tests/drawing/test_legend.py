import xml.etree.ElementTree as ET
from base64 import b64decode

import pytest

from timeline.drawing.legend import LegendItem, category_legend, legend
from timeline.drawing.style import SIGNS, SYMBOLS
from timeline.drawing.theme import DARK, LIGHT, Theme
from timeline.model.event import Category


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_every_style_has_a_picture_and_a_sentence(theme: Theme) -> None:
    items: tuple[LegendItem, ...] = (*legend(theme), *category_legend(theme))
    assert len({item.key for item in items}) == len(items)
    for item in items:
        root = ET.fromstring(item.svg)  # noqa: S314 - our own text
        assert root.tag == "{http://www.w3.org/2000/svg}svg"
        assert item.title
        assert item.explanation.endswith(".")


def test_every_sign_and_every_category_is_explained() -> None:
    keys = {item.key for item in legend()}
    assert {status.value for status in SIGNS} <= keys
    assert {"day", "within", "throughout", "approximate", "open", "planned", "disputed"} <= keys
    assert [item.key for item in category_legend()] == [c.value for c in Category]
    assert set(SYMBOLS) == set(Category)


def test_the_picture_comes_as_an_address_too() -> None:
    item = legend()[0]
    kind, _, code = item.data_uri.partition(",")
    assert kind == "data:image/svg+xml;base64"
    assert b64decode(code).decode() == item.svg

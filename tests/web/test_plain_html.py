"""Components written as HTML: the elements as they are, text as text."""

import pytest
from dash import html
from lxml.html import fromstring

from timeline.web.layout import static
from timeline.web.page.components import Values
from timeline.web.page.pieces import action
from timeline.web.page.plain_html import markup


def test_attributes_have_the_names_of_html() -> None:
    written = markup(action("go", "On", className="button", hidden=True, tabIndex=-1))
    button = fromstring(written)
    assert dict(button.attrib) == {
        "type": "button",
        "data-action": "go",
        "class": "button",
        "hidden": "",
        "tabindex": "-1",
    }
    assert button.text == "On"


def test_what_is_not_set_is_not_written() -> None:
    assert markup(html.Span(["a", None, html.B("b")], hidden=False)) == "<span>a<b>b</b></span>"


def test_text_never_becomes_markup() -> None:
    written = markup(html.P("<script>1 & 2</script>", title='"><script>'))
    assert "<script>" not in written
    parsed = fromstring(written)
    assert parsed.text == "<script>1 & 2</script>"
    assert parsed.get("title") == '"><script>'


def test_only_elements_are_written() -> None:
    with pytest.raises(TypeError, match="Values"):
        markup(Values("a"))


def test_the_furniture_is_whole() -> None:
    parsed = fromstring(f"<div>{markup(static.layout())}</div>")
    assert {"help-dialog", "announce", "toast", "toast-undo"} <= set(parsed.xpath("//@id"))
    assert len(parsed.xpath("//dl/dt")) == len(parsed.xpath("//dl/dd")) > 10

"""The HTML export: one file, no request, and nothing in it that an article brought as markup."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

import timeline
from tests.export.samples import article, event, mention, two_sources
from timeline.bundler import modules_of
from timeline.export import exported
from timeline.model.timeline import Timeline
from timeline.wording.plain_text import one_line

FETCHING = ("src", "srcset", "action", "data", "poster", "background", "formaction", "ping")


def page(timeline: Timeline) -> html.HtmlElement:
    return html.document_fromstring(exported(timeline, "html"))


def test_the_list_reads_without_a_script() -> None:
    made = page(two_sources())
    assert [h.text_content() for h in made.iter("h2")] == ["2022", "Date unknown"]
    first, second = made.iter("details")
    assert first.find("summary").text_content() == "June 2022 Harbour opens"
    assert "The sources differ (date)" in first.text_content()
    assert "“June last year” could not be dated" in second.text_content()


def test_it_asks_for_nothing() -> None:
    made = page(two_sources())
    for node in made.iter():
        assert not set(FETCHING) & set(node.attrib), node.tag
        assert node.tag not in ("link", "img", "iframe", "object", "embed", "base", "form")
    policy = next(m.get("content") for m in made.iter("meta") if m.get("http-equiv"))
    assert policy.startswith("default-src 'none'; ")
    style = str(made.find(".//style").text)
    assert "url(" not in style
    assert "@import" not in style


@pytest.mark.parametrize(
    "text", ["</script><script>alert(1)</script>", "<img src=x>", "<!--<script>"]
)
def test_text_is_never_markup(text: str) -> None:
    made = page(Timeline((article(title=text),), (event(mention(title=text), title=text),)))
    assert len(list(made.iter("script"))) == 2
    assert not list(made.iter("img"))
    assert text in made.find(".//summary").text_content()


@given(st.text(min_size=1).filter(str.strip))
def test_the_script_gets_the_events_as_they_are(title: str) -> None:
    text = exported(Timeline((article(),), (event(title=title),)), "html").decode()
    found = re.search(
        r'<script type="application/json" id="events">(.*?)</script>', text, re.DOTALL
    )
    assert found
    (told,) = json.loads(found[1])["events"]
    assert told["title"] == one_line(title)
    assert told["date"] == "June 2022"


def test_all_that_it_is_made_of_lies_in_the_package() -> None:
    """The package is all that an installed product has."""
    inside = Path(timeline.__file__).parent
    modules = modules_of(inside / "export" / "standalone" / "page.js")
    assert len(modules) > 1
    assert [one.path for one in modules if not one.path.is_relative_to(inside)] == []


def test_it_is_light_or_dark_as_the_system_asks() -> None:
    text = exported(two_sources(), "html").decode()
    assert "@media (prefers-color-scheme: dark)" in text
    (data,) = re.findall(r'id="events">(.*?)</script>', text, re.DOTALL)
    palettes = json.loads(data)["palettes"]
    assert palettes["dark"] != palettes["light"]

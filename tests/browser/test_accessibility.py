"""axe-core, served with the tests, finds nothing in any state of the page, light or dark."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle
from tests.web import sample
from timeline.model.timeline import Timeline

Open = Callable[..., Page]
Serve = Callable[[Timeline], str]
AXE = Path(__file__).with_name("vendor") / "axe.min.js"
RUN = """async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.flatMap(
    v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary}`))"""
PHONE = {"viewport": {"width": 375, "height": 812}}
DARK = {"color_scheme": "dark"}
STATES: list[tuple[str, dict[str, Any]]] = [
    ("event=event5&q=norland", {}),
    ("event=event5&q=norland", DARK),
    ("tab=sources&compare=envoy.txt&compare=storm.txt", DARK),
    ("tab=undated", {}),
    ("tab=story&story=event1&story=event2", DARK),
    ("tab=articles", {}),
    ("tab=map", {}),
    ("tab=map", PHONE | DARK),
    ("article=envoy.txt&event=event5", DARK),
    ("q=zebra", {}),
    ("fold=yes&lanes=status", {}),
    ("", PHONE),
    ("event=event5", PHONE | DARK),
]


def faults(page: Page) -> list[str]:
    """Return what axe finds; its script comes past the policy of the page, as no other could."""
    page.evaluate(AXE.read_text("utf-8"))
    found: list[str] = page.evaluate(RUN)
    return found


@pytest.mark.parametrize(("query", "wishes"), STATES)
def test_axe_finds_nothing(served: Serve, opened: Open, query: str, wishes: dict[str, Any]) -> None:
    page = opened(f"{served(sample.timeline())}/?{query}", bypass_csp=True, **wishes)
    assert faults(page) == []


def test_axe_finds_nothing_in_menus_and_dialogs(served: Serve, opened: Open) -> None:
    page = opened(
        f"{served(sample.timeline())}/?story=event1&story=event2&tab=story", bypass_csp=True
    )
    for opener in ('summary[title="How the timeline is drawn"]', "summary:has(.icon-export)"):
        page.locator(opener).click()
        assert faults(page) == []
        page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Step through").click()
    expect(page.get_by_role("dialog", name="Story")).to_be_visible()
    settle(page)
    assert faults(page) == []


def test_axe_finds_nothing_where_there_is_nothing(served: Serve, opened: Open) -> None:
    assert faults(opened(served(sample.empty()), bypass_csp=True)) == []

"""Each control of the page is reached by a click, however wide the page is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import settle
from tests.web import sample
from timeline.model.timeline import Timeline

WIDTHS = {1440: 900, 1280: 800, 1024: 768, 375: 812}
CONTROLS = "button:not([role=tab][data-over]), summary, a[href], input, select"
LEAST_TITLE = 240  # pixels
REACH = 3_000  # milliseconds: a click that something is in the way of would wait for ever
Opened = Callable[..., Page]


def reach_each(part: Locator, width: int) -> int:
    """Try to click each control of a part that is shown; return how many there are."""
    shown = [one for one in part.locator(CONTROLS).all() if one.is_visible() and one.is_enabled()]
    for one in shown:
        name = one.evaluate("el => el.outerHTML.slice(0, 120)")
        one.click(trial=True, timeout=REACH)
        box = one.bounding_box()
        assert box is not None
        sideways = one.evaluate("el => !!el.closest('thead, .segments')")  # scrolled by a finger
        assert sideways or (box["x"] >= 0 and box["x"] + box["width"] <= width + 1), name
    return len(shown)


@pytest.mark.parametrize("width", WIDTHS)
def test_each_control_is_reached_by_a_click(seeds: str, opened: Opened, width: int) -> None:
    page = opened(seeds, viewport={"width": width, "height": WIDTHS[width]})
    header, centre = page.locator(".page-header"), page.locator(".centre")
    assert reach_each(header, width) >= 6
    assert reach_each(centre, width) >= 12
    for menu in page.locator("details.has-menu").all():
        if menu.is_visible():
            menu.locator("summary").click()
            assert reach_each(menu, width) > 1
            menu.locator("summary").click()
    if width < 900:
        page.mouse.wheel(0, 3000)
        page.locator(".only-narrow[aria-controls]").click()
        assert page.evaluate("document.documentElement.dataset.filters") == "open"
    facets = page.locator(".filters")
    expect(facets).to_be_in_viewport()
    assert reach_each(facets, width) > 10
    if width < 900:
        page.locator(".filters-close").click()
    page.locator("#panel-events .row-button").first.click()
    settle(page)
    expect(page.locator("#evidence-title")).to_be_in_viewport()
    assert reach_each(page.locator("#evidence-panel"), width) > 6
    page.locator('#evidence-panel [data-action="deselect"]').click()
    settle(page)
    assert reach_each(centre, width) >= 12


@pytest.mark.parametrize("width", WIDTHS)
def test_each_list_is_reached_and_titles_have_room(seeds: str, opened: Opened, width: int) -> None:
    page = opened(seeds, viewport={"width": width, "height": WIDTHS[width]})
    titles = page.locator("#panel-events td.col-title").all()
    boxes = [box for one in titles if (box := one.bounding_box()) is not None]
    assert boxes
    assert min(box["width"] for box in boxes) >= LEAST_TITLE
    names = [str(tab.get_attribute("data-tab")) for tab in page.get_by_role("tab").all()]
    more = page.locator(".tabs-more")
    for name in names:
        tab = page.locator(f"#tab-{name}")
        if tab.get_attribute("data-over") is None:
            tab.click(timeout=REACH)
        else:
            more.locator("summary").click(timeout=REACH)
            more.locator(f'[data-tab="{name}"]').click(timeout=REACH)
        expect(tab).to_have_attribute("aria-selected", "true")
        expect(tab).not_to_have_attribute("data-over", "yes")
        expect(page.locator(f"#panel-{name}")).to_be_visible()


def many_articles() -> Timeline:
    """Return the invented collection, each of its articles several times."""
    held = sample.timeline()
    copies = [
        replace(one, article=replace(one.article, document=f"{n}-{one.article.document}"))
        for n in range(12)
        for one in held.documents
    ]
    return Timeline((*held.documents, *copies), held.events)


@pytest.mark.parametrize("width", [1440, 375])
def test_many_articles_open_on_the_days_that_matter(
    served: Callable[[Timeline], str], opened: Opened, width: int
) -> None:
    page = opened(served(many_articles()), viewport={"width": width, "height": WIDTHS[width]})
    days = page.locator(".days li")
    expect(days.first).to_be_in_viewport()
    if width > 640:
        assert page.locator("#timeline").get_by_text("Dockers closed").count() > 0
    days.first.get_by_role("button").click()
    settle(page)
    expect(page.locator("#evidence-title")).to_be_in_viewport()
    page.keyboard.press("Escape")
    page.locator("#days-slider").fill("5")
    expect(page.locator("#days-count")).to_have_text("5")
    assert "days=5" in page.url

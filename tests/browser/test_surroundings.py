"""The page elsewhere: time zones, phones, the dark, a keyboard alone, hostile text, nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle
from tests.web import sample
from timeline.model.timeline import Timeline

Open = Callable[..., Page]
Serve = Callable[[Timeline], str]
PHONE: dict[str, Any] = {"viewport": {"width": 375, "height": 812}, "has_touch": True}
PLACES = """() => [...document.querySelectorAll('#timeline text, #overview text')].map(t => {
    const box = t.getBoundingClientRect();
    return [t.textContent, Math.round(box.x), Math.round(box.y)];
})"""
MARKS = """() => ['timeline', 'overview'].map(id =>
    [...document.querySelectorAll(`#${id} .trace path, #${id} .points path`)].map(p => {
        const box = p.getBoundingClientRect();
        return [Math.round(box.x), Math.round(box.y), Math.round(box.width)];
    }))"""


def test_viewers_everywhere_see_the_same_days(seeds: str, opened: Open) -> None:
    views = [
        opened(f"{seeds}/?from=2022-05-20&to=2023-04-10", timezone_id=zone)
        for zone in ("America/Los_Angeles", "UTC", "Asia/Kolkata")
    ]
    texts = [view.evaluate(PLACES) for view in views]
    marks = [view.evaluate(MARKS) for view in views]
    assert texts[0] == texts[1] == texts[2]
    assert marks[0] == marks[1] == marks[2]
    assert len(marks[0][0]) > 10
    tables = {view.locator("#table").inner_text() for view in views}
    assert len(tables) == 1


def test_the_axis_is_seen_below_few_lanes_and_below_many(seeds: str, opened: Open) -> None:
    # Its copy stays in sight while the lanes scroll; it must not lie over the axis itself.
    copy = "#axis-copy"
    few = opened(f"{seeds}/?q=Kabul")
    expect(few.locator("#timeline .xtick text").first).to_have_text("Jul2021")
    expect(few.locator(copy)).to_be_hidden()
    many = opened(seeds)
    expect(many.locator(f"{copy} text", has_text="2018")).to_be_visible()


def test_a_keyboard_alone_suffices(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the timeline")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#timeline-wrap")).to_be_focused()
    titles = []
    for key in ("Home", "ArrowRight", "ArrowRight", "ArrowLeft", "End"):
        page.keyboard.press(key)
        settle(page)
        titles.append(page.locator("#evidence h2").inner_text())
        assert titles[-1] in page.locator("#announce").inner_text()
    assert titles[1] == titles[3]
    assert len(set(titles)) == 4
    page.keyboard.press("Enter")
    expect(page.locator("#evidence-title")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#timeline-wrap")).to_be_focused()
    settle(page)
    expect(page.locator("#evidence")).to_contain_text("No event selected")

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Help")).to_be_hidden()
    expect(page.locator("#timeline-wrap")).to_be_focused()


def test_keys_move_the_window(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    page.locator("#timeline-wrap").focus()
    seen = {page.url}
    for key in ("+", "]", "[", "-"):
        page.keyboard.press(key)
        settle(page)
        seen.add(page.url)
    assert len(seen) >= 4
    page.keyboard.press("0")
    settle(page)
    assert "from=" not in page.url


def test_rows_and_tabs_answer_to_arrow_keys(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    rows = page.locator("#table .row-button")
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#evidence h2")).to_have_text(rows.nth(1).inner_text())
    page.get_by_role("tab", name="Events").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Map")).to_be_focused()
    expect(page.locator("#panel-map")).to_be_visible()


def test_focus_survives_every_new_rendering(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    for name in ("Planned", "Happened"):
        option = page.get_by_role("checkbox", name=name)
        option.focus()
        page.keyboard.press("Space")
        settle(page)
        expect(option).to_be_focused()
        expect(option).to_have_attribute("aria-checked", "true")
    sort = page.get_by_role("button", name="Event", exact=True)
    sort.focus()
    page.keyboard.press("Enter")
    settle(page)
    expect(sort).to_be_focused()


def test_a_phone_shows_all_in_one_column(seeds: str, opened: Open) -> None:
    page = opened(seeds, **PHONE)
    overflow = "() => document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(overflow) <= 0
    page.get_by_role("button", name="Filters", exact=True).click()
    page.get_by_role("checkbox", name="Happened").click()
    settle(page)
    page.get_by_role("button", name="Filters", exact=True).click()
    page.locator("#table .row-button").first.click()
    sheet = page.locator("#evidence-panel")
    expect(sheet.locator("h2")).to_be_in_viewport()
    assert page.evaluate(overflow) <= 0
    sheet.get_by_role("button", name="Open article").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert page.evaluate(overflow) <= 0
    page.get_by_role("button", name="Close the article").click()
    page.get_by_role("button", name="Close the evidence").click()
    expect(sheet).to_be_hidden()


def test_a_phone_can_set_a_date(seeds: str, opened: Open) -> None:
    page = opened(f"{seeds}/?tab=articles", **PHONE)
    page.locator("#articles .row-button").first.click()
    form = page.get_by_role("dialog").locator("form")
    form.get_by_role("textbox").fill("2023-02-08")
    form.get_by_role("button", name="Set").click()
    expect(form).to_contain_text("set by hand")
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_look_follows_the_system_until_changed(seeds: str, opened: Open, scheme: str) -> None:
    page = opened(seeds, color_scheme=scheme)
    ground = "() => getComputedStyle(document.body).backgroundColor"
    root = page.locator("html")
    expect(root).to_have_attribute("data-theme", scheme)
    first = page.evaluate(ground)
    page.get_by_role("button", name="light and dark").click()
    settle(page)
    assert page.evaluate(ground) != first
    page.reload()
    settle(page)
    assert page.evaluate(ground) != first


def test_the_letters_come_from_the_page_itself(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    loaded = "() => [...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"
    assert "Inter" in {name.strip('"') for name in page.evaluate(loaded)}


def test_hostile_titles_stay_text(served: Serve, opened: Open) -> None:
    page = opened(f"{served(sample.timeline())}/?event=event18&article=hostile.txt")
    page.get_by_role("button", name="Close the article").click()
    label = page.locator("#timeline text", has_text="<script>").first
    label.hover(force=True)
    settle(page)
    assert page.evaluate("() => window.hacked") is None
    assert page.locator("#evidence h2").inner_text() == sample.HOSTILE
    assert page.locator("#evidence script, #timeline img, #evidence img").count() == 0


def test_an_empty_collection_says_what_to_do(served: Serve, opened: Open) -> None:
    page = opened(served(sample.empty()))
    expect(page.locator("body")).to_contain_text("timeline extract")
    expect(page.locator("#counts")).to_have_text("0 events from 0 articles")
    page.keyboard.press("ArrowRight")
    page.get_by_role("tab", name="Articles").click()
    expect(page.locator("#articles")).to_contain_text("No articles yet")


def test_many_events_are_density_into_which_a_click_zooms(served: Serve, opened: Open) -> None:
    page = opened(served(sample.many(3000)))
    expect(page.locator("#timeline-note")).to_contain_text("as density: zoom in")
    bars = page.locator("#timeline .barlayer path")
    box = bars.nth(40).bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    settle(page)
    assert "from=" in page.url
    expect(page.locator("#timeline-note")).to_contain_text("in view")


def test_years_before_the_common_era_can_be_walked_to(served: Serve, opened: Open) -> None:
    page = opened(served(sample.timeline()))
    page.locator("#timeline-wrap").focus()
    page.keyboard.press("Home")
    settle(page)
    page.locator('#table tr[data-event="event15"] .row-button').click()
    expect(page.locator("#evidence .when")).to_have_text("15 March 45 BCE")
    page.keyboard.press("+")
    settle(page)
    assert "from=-" in page.url or "from=0" in page.url
    assert page.locator("#timeline .xtick text").count() > 1


def test_the_page_hears_when_the_store_grows(served: Serve, opened: Open) -> None:
    page = opened(served(sample.timeline()))
    page.get_by_role("tab", name="Undated").click()
    section = page.locator('#undated section[data-document="rumour.txt"]')
    section.get_by_text("Date this article").click()
    section.get_by_role("textbox").fill("2023-02-08")
    page.keyboard.press("Enter")
    expect(page.locator("#counts")).to_have_text("19 events from 7 articles · 1 undated")
    settle(page)  # the list comes apart from the counts
    assert page.evaluate("() => document.activeElement !== document.body")

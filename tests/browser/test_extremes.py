"""Years far away, long and foreign titles, crowds on one day, a server that goes and comes back."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import settle
from tests.web import sample
from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import When

Open = Callable[..., Page]
Serve = Callable[[Timeline], str]
YEARS = ("-9999", "-0044-03-15", "0001", "0476-09-04", "9999", "Y12000")
ARABIC = "افتتح المجلس الميناء الجديد أمام السفن"
LONG = " ".join(["The council of the harbour decided again"] * 13)[:500]


def titled(title: str, edtf: str, number: int = 0) -> Any:  # noqa: ANN401 - an event
    event = sample.event_of(number, sample.TOLD[0], from_edtf(edtf))
    return replace(event, title=title)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Asia/Kolkata"])
def test_far_years_are_drawn_where_they_belong(served: Serve, opened: Open, zone: str) -> None:
    events = [titled(f"Year {year}", year, n) for n, year in enumerate(YEARS)]
    page = opened(served(sample.of(events)), timezone_id=zone)
    for event, year in zip(events, YEARS, strict=True):
        label = page.locator("#timeline text", has_text=f"Year {year}").first
        expect(label).to_be_attached()
        page.locator(f'#table tr[data-event="{event.id}"] .row-button').click()
        page.locator(f'#evidence [data-shown="{event.id}"]').wait_for()
    expect(page.locator("#table")).to_contain_text("10000 BCE")
    expect(page.locator("#table")).to_contain_text("15 March 45 BCE")
    expect(page.locator("#table")).to_contain_text("12000")
    assert page.locator("#timeline .xtick text").count() > 3


@pytest.mark.parametrize("title", [LONG, ARABIC])
def test_titles_of_every_kind_stay_in_their_place(served: Serve, opened: Open, title: str) -> None:
    page = opened(f"{served(sample.of([titled(title, '2022-06')]))}/?event=event0")
    expect(page.locator("#evidence h2")).to_have_text(title)
    assert page.locator("#evidence h2").get_attribute("dir") == "auto"
    label = page.locator("#timeline .textpoint text, #timeline g.text text").first
    box, chart = label.bounding_box(), page.locator("#timeline-wrap").bounding_box()
    assert box is not None
    assert chart is not None
    assert chart["x"] <= box["x"]
    assert box["x"] + box["width"] <= chart["x"] + chart["width"] + 1
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0


def test_a_crowd_on_one_day_is_counted_and_found(served: Serve, opened: Open) -> None:
    day = day_number(2022, 6, 14)
    one = sample.event_of(0, sample.TOLD[0], When.of_day(day))
    crowd = [replace(one, id=f"event{number}") for number in range(100_001)]
    page = opened(f"{served(sample.of(crowd))}/?event=event77777")
    expect(page.locator("#timeline-note")).to_contain_text("100,001 events as density")
    expect(page.locator("#evidence .when")).to_have_text("14 June 2022")
    expect(page.locator("#tab-events")).to_contain_text("100,001")
    expect(page.locator("#table tbody tr")).to_have_count(100)
    page.get_by_role("button", name="Zoom in").click()
    settle(page)
    expect(page.locator("#timeline-note")).to_contain_text("100,001")


def test_a_server_that_was_gone_is_asked_again(seeds: str, chromium: Browser) -> None:
    # Not by `opened`: a request that fails is told on the console by the browser itself.
    with chromium.new_context(viewport={"width": 1440, "height": 900}) as context:
        page = context.new_page()
        page.goto(seeds)
        expect(page.locator("#table tbody tr").first).to_be_visible()
        note = page.locator(".offline")
        expect(note).to_be_hidden()
        context.set_offline(True)
        page.get_by_role("checkbox", name="Planned").click()
        expect(note).to_be_visible()
        context.set_offline(False)
        expect(note).to_be_hidden()
        expect(page.locator("#table .badge-happened")).to_have_count(0)
        expect(page.locator("#table .badge-planned").first).to_be_visible()
        expect(page.locator("#chips")).to_contain_text("Status: Planned")


def test_a_page_twice_as_large_keeps_everything_in_reach(seeds: str, opened: Open) -> None:
    page = opened(seeds, viewport={"width": 720, "height": 450})  # 1440 x 900 at 200 %
    assert page.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    page.get_by_role("button", name="Filters").click()
    expect(page.get_by_role("checkbox", name="Planned")).to_be_visible()
    page.locator("#table .row-button").first.click()
    expect(page.locator("#evidence h2")).to_be_in_viewport()


def test_nothing_moves_for_who_wants_no_motion(seeds: str, opened: Open) -> None:
    page = opened(seeds, reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll('*')].filter(el =>
        getComputedStyle(el).transitionDuration.split(',').some(t => parseFloat(t) > 0)).length"""
    assert page.evaluate(moving) == 0

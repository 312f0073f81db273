"""The map: circles filter, an area filters, zoom and drag move, and an open name is settled."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import MOMENT, settle
from tests.browser.serving import serving
from tests.web import sample
from timeline.app import store_session
from timeline.model.timeline import Timeline
from timeline.store import Store
from timeline.web.server import create_app

Open = Callable[..., Page]
Serve = Callable[[Timeline], str]
STORY = (
    "Protesters gathered in Cairo on 28 January 2011. A strike began in Suez on 9 February 2011. "
    "A bomb exploded in Springfield on 3 March 2011. A fire broke out in Paris on 4 April 2011.\n"
)


def placed() -> Timeline:
    events = sample.timeline().events
    names = ("Cairo", "Cairo", "Suez", "Paris", "Springfield")
    changed = [replace(event, places=(name,)) for event, name in zip(events, names, strict=False)]
    return sample.of(changed)


def test_circles_lines_and_areas_filter(served: Serve, opened: Open) -> None:
    page = opened(f"{served(placed())}/?tab=map")
    circles = page.locator(".map-spot")
    expect(circles).to_have_count(3)
    expect(page.locator(".map-places button")).to_have_count(3)
    expect(page.get_by_text("1 name open")).to_be_visible()
    page.get_by_role("button", name="Paris, Île-de-France, France, 1 event").press("Enter")
    expect(page.locator('.map-spot[data-chosen="yes"]')).to_have_count(1)
    assert "place=Paris" in page.url
    circles.first.dispatch_event("click")
    expect(page.locator('.map-spot[data-chosen="yes"]')).to_have_count(2)
    assert "place=Cairo" in page.url
    page.get_by_role("button", name="Select an area").click()
    box = page.locator(".map-picture").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 60)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 4, box["y"] + box["height"] - 30, steps=3)
    page.mouse.up()
    expect(page.locator('.map-spot[data-chosen="yes"]')).to_have_count(2)
    assert "place=Suez" in page.url
    assert "place=Paris" not in page.url


def test_zoom_moves_the_circles_and_all_places_come_back(served: Serve, opened: Open) -> None:
    page = opened(f"{served(placed())}/?tab=map")
    expect(page.locator(".map-spot")).to_have_count(3)
    ground = page.locator(".map-ground")
    before = ground.get_attribute("transform")
    page.get_by_role("button", name="Zoom the map in").click()
    nearer = ground.get_attribute("transform")
    assert nearer != before
    page.get_by_role("button", name="Show all places").click()
    expect(page.locator(".map-spot")).to_have_count(3)
    assert ground.get_attribute("transform") != nearer


def test_an_open_name_is_settled_and_taken_back(tmp_path: Path, opened: Open) -> None:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    with Store.open(tmp_path / "map.sqlite") as store:
        store_session.extract_into(store, [tmp_path / "story.txt"])
        with serving(create_app(store, lambda: MOMENT)) as address:
            page = opened(f"{address}/?tab=map")
            expect(page.locator(".map-spot")).to_have_count(3)
            page.get_by_role("button", name="Springfield means Springfield, Illinois").click()
            expect(page.locator(".map-spot")).to_have_count(4)
            page.get_by_role("button", name="Forget where Springfield lies").click()
            expect(page.locator(".map-spot")).to_have_count(3)
            page.get_by_text("Place Springfield").click()
            page.get_by_label("Place Springfield: Latitude, longitude").fill("39.8, -89.6")
            page.get_by_role("button", name="Place it").click()
            expect(page.locator(".map-spot")).to_have_count(4)
            settle(page)
            page.close()  # before its server goes

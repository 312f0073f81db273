"""A person makes another collection in the page, fills it, and goes back."""

from collections.abc import Callable

from dash import Dash
from playwright.sync_api import Page, expect

from tests.browser.test_accessibility import faults
from timeline.cli.clock import now
from timeline.store import Store
from timeline.web.server import create_app

Open = Callable[..., Page]


def test_a_collection_is_made_filled_and_left_again(
    serving: Callable[[Dash], str], store: Store, opened: Open
) -> None:
    page = opened(serving(create_app(store, now)), bypass_csp=True)
    switch = page.locator(".collection-switch > summary")
    expect(switch).to_have_text("Collection: main")
    switch.click()
    assert not faults(page)
    field = page.get_by_label("New collection")
    field.fill("a/b")
    field.press("Enter")
    expect(page.locator("#collection-form .field-error")).to_contain_text("cannot name")
    field.fill("Harbour")
    page.get_by_role("button", name="Make").click()

    expect(switch).to_have_text("Collection: Harbour")
    assert page.url.endswith("/c/Harbour/")
    page.locator(".chart-empty").get_by_role("button", name="Add articles").click()
    page.locator("summary", has_text="Or paste a text").click()
    page.get_by_role("textbox", name="Text", exact=True).fill("The harbour burnt on 4 May 1999.")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#counts")).to_have_text("1 event from 1 article")
    expect(page.locator("#table td.col-date")).to_have_text("4 May 1999")
    page.locator("#table td.col-date").click()
    assert "/c/Harbour/?event=" in page.url
    page.reload()  # the address names the collection and the event
    expect(page.locator("#evidence")).to_contain_text("The harbour burnt on 4 May 1999.")

    switch.click()
    page.locator(".collections").get_by_role("link", name="main").click()
    expect(page.locator("#counts")).to_contain_text("from 5 articles")
    assert [info.articles for info in store.collections.list()] == [5, 1]

"""The page inside another application and below a path: a journey of one tab through each."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from dash import Dash, dcc, html
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from werkzeug.serving import WSGIRequestHandler, make_server

import timeline
from tests.browser.conftest import MOMENT, PATIENCE
from tests.browser.serving import BASE
from tests.web.sample import add_sentence
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.server import create_app

Open = Callable[..., Page]
PHRASE = "correct horse battery"


class Silent(WSGIRequestHandler):
    """A server of the tests that logs no requests."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Log nothing."""


@contextmanager
def served(outer: Flask) -> Iterator[str]:
    """Serve any application of Flask, and yield its address."""
    server = make_server("127.0.0.1", 0, outer, threaded=True, request_handler=Silent)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def two(store: Store) -> Store:
    add_sentence(store.create_collection("harbour"), "fire.txt", "It burnt on 4 May 1999.")
    return store


def walk(page: Page, base: str) -> None:
    """Choose an event, confirm it, export, go to another collection and add an article there."""
    page.locator("#table td", has_text="India resumed its diplomatic").first.click()
    expect(page.locator("#evidence")).to_contain_text("In June last year")
    page.keyboard.press("c")
    expect(page.locator("#toast-words")).to_contain_text("Confirmed")
    page.keyboard.press("Escape")
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as downloading:
        page.locator('[data-action="export"][data-value="csv"]').click()
    assert downloading.value.suggested_filename == "timeline.csv"
    page.locator(".collection-switch > summary").click()
    page.locator(".collections").get_by_role("link", name="harbour").click()
    expect(page.locator("#counts")).to_contain_text("from 1 article")
    assert page.url.endswith(f"{base}/c/harbour/")
    page.get_by_role("button", name="Add articles").first.click()
    page.locator("summary", has_text="Or paste a text").click()
    page.get_by_role("textbox", name="Text", exact=True).fill("The mill was sold on 5 May 2001.")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#counts")).to_contain_text("2 events from 2 articles")
    page.locator(".collection-switch > summary").click()
    page.locator(".collections").get_by_role("link", name="main").click()
    expect(page.locator("#counts")).to_contain_text("from 5 articles")
    assert page.url.endswith(f"{base}/c/main/")


def test_a_page_inside_a_dash_application(two: Store, opened: Open, chromium: Browser) -> None:
    outer = Dash("newsroom", update_title="")
    outer.layout = html.Div([html.H1("Newsroom"), dcc.Link("timeline", href="/timeline/")])
    timeline.create_app(
        two, server=outer, url_base_pathname="/timeline/", clock=lambda: MOMENT, hosted=True
    )
    with ExitStack() as running:
        address = running.enter_context(served(outer.server))
        page = opened(f"{address}/timeline")
        assert page.url == f"{address}/timeline/"
        walk(page, "/timeline")
        beside = chromium.new_page()
        beside.goto(address)
        expect(beside.locator("h1")).to_have_text("Newsroom", timeout=PATIENCE)
        beside.close()
        page.close()  # before its server goes


def test_signing_in_below_a_path(
    two: Store, serving: Callable[[Dash], str], chromium: Browser
) -> None:
    service = Service(Password.of(PHRASE), base_path="" if BASE else "/timeline")
    address = serving(create_app(two, lambda: MOMENT, service))
    root = address if BASE else f"{address}/timeline"
    with chromium.new_context() as context:
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        failed: list[str] = []
        page.on("response", lambda r: failed.append(r.url) if r.status == 404 else None)
        page.goto(f"{root}/?tab=sources")
        page.get_by_label("Password").fill(PHRASE)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{root}/?tab=sources")
        expect(page.locator("#counts")).to_contain_text("from 5 articles")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(f"{root}/login")
        page.goto(f"{root}/c/harbour/")
        assert "/login?next=" in page.url
    assert failed == []

"""Articles come through the page, and a page for others asks for its password."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from dash import Dash
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.browser.conftest import MOMENT, PATIENCE, host_of, settle
from tests.browser.test_accessibility import faults
from timeline.app.run_reports import new_run
from timeline.cli.clock import now
from timeline.store import Store
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.server import create_app

Open = Callable[..., Page]
PHRASE = "correct horse battery"
STORY = b"Lights out\n\nOn 3 May 2021 the lights of Velmar went out.\n"
OTHER = b"A vote\n\nThe council of Lindholm voted on 2 May 2024.\n"


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "empty.sqlite") as opened:
        yield opened


def file(name: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": "application/octet-stream", "buffer": data}


def choose(page: Page, *files: FilePayload) -> None:
    with page.expect_file_chooser() as choosing:
        page.get_by_role("button", name="Choose files").click()
    choosing.value.set_files(list(files))


# The page over an empty store says so in the chart, and draws nothing.
def test_an_empty_page_leads_to_its_first_articles(
    serving: Callable[[Dash], str], empty: Store, opened: Open
) -> None:
    page = opened(serving(create_app(empty, now)))
    page.locator(".chart-empty").get_by_role("button", name="Add articles").click()
    choose(page, file("lights.txt", STORY), file("virus.exe", b"MZ\0\0"), file("vote.txt", OTHER))
    expect(page.locator("#add-files li")).to_have_count(3)
    page.get_by_role("button", name="Leave out vote.txt").click()
    page.locator("summary", has_text="Or paste a text").click()
    page.get_by_role("textbox", name="Text", exact=True).fill(
        "On Monday the council of Lindholm voted."
    )
    page.get_by_role("textbox", name="Title").fill("A vote in Lindholm")
    page.get_by_role("textbox", name="Published").fill("8 February 2023")
    page.get_by_role("button", name="Add 3 files").click()
    expect(page.locator("#add-dialog")).to_be_hidden()

    page.reload()  # nothing is lost where the page is closed
    expect(page.locator("#runs")).to_contain_text("2 articles added. 1 file was not read in full.")
    expect(page.locator(".run-refused")).to_contain_text("virus.exe is a program or a library")
    expect(page.locator("#counts")).to_have_text("2 events from 2 articles")
    dates = page.locator("#table td.col-date")
    expect(dates).to_have_text(["3 May 2021", "6 February 2023"])

    page.get_by_role("button", name="Show only these").click()
    assert "document=lights.txt" in page.url
    page.get_by_role("button", name="Put away the message").click()
    expect(page.locator("#runs")).to_be_empty()

    page.keyboard.press("u")
    choose(page, file("lights.txt", OTHER))
    page.get_by_role("radio", name="Keep both").click()
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#runs")).to_contain_text("1 article added.")
    page.get_by_role("tab", name="Articles").click()
    expect(page.locator("#articles tbody tr")).to_have_count(3)

    page.get_by_role("button", name="Remove … lights (2).txt").click()
    page.get_by_role("button", name="Remove", exact=True).click()
    expect(page.locator("#articles tbody tr")).to_have_count(2)
    assert len(empty.articles.analyses()) == 2


def test_what_is_typed_wrong_is_blamed_in_the_dialog_and_nothing_is_lost(
    serving: Callable[[Dash], str], empty: Store, chromium: Browser
) -> None:
    page = chromium.new_page()
    page.goto(serving(create_app(empty, now)))
    page.locator(".chart-empty").get_by_role("button", name="Add articles").click()
    page.locator("summary", has_text="Or paste a text").click()
    page.get_by_role("textbox", name="Text", exact=True).fill("On Monday it rained.")
    page.get_by_role("textbox", name="Published").fill("soonish")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.locator("#add-blame")).to_contain_text("soonish")
    expect(page.get_by_role("textbox", name="Text", exact=True)).to_have_value(
        "On Monday it rained."
    )
    assert empty.runs.list() == ()
    page.close()


def test_files_are_dropped_anywhere_and_the_work_of_others_is_seen(
    seeds: str, store: Store, opened: Open
) -> None:
    page = opened(seeds, bypass_csp=True)
    run = replace(new_run("extract", "press", 1_714_564_800.0), total=300, done=12)
    store.runs.add(run)
    store.runs.update(run)
    expect(page.locator("#runs")).to_contain_text("timeline extract is reading press: 12 of 300")
    expect(page.locator("#runs").get_by_role("button")).to_have_count(0)
    assert faults(page) == []
    store.runs.delete(run.id)
    expect(page.locator("#runs")).to_be_empty()

    transfer = page.evaluate_handle(
        "() => { const t = new DataTransfer();"
        " t.items.add(new File(['It rained on 2 May 2024.'], 'rain.txt')); return t; }"
    )
    page.dispatch_event("body", "dragenter", {"dataTransfer": transfer})
    expect(page.locator("#drop-veil")).to_be_visible()
    page.dispatch_event("body", "drop", {"dataTransfer": transfer})
    expect(page.locator("#drop-veil")).to_be_hidden()
    expect(page.locator("#add-files")).to_contain_text("rain.txt")
    page.locator("summary", has_text="Or paste a text").click()
    assert faults(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#add-dialog")).to_be_hidden()


def test_a_page_that_is_only_shown_has_no_control_that_changes(
    serving: Callable[[Dash], str], store: Store, opened: Open
) -> None:
    with Store.open(store.address, read_only=True) as shown:
        address = serving(create_app(shown, lambda: MOMENT, Service(read_only=True)))
        page = opened(f"{address}/?event={store.timeline.load().events[0].id}")
        expect(page.locator(".page-header")).to_contain_text("Read-only")
        expect(page.locator("#evidence h2")).to_be_visible()
        page.keyboard.press("u")
        assert page.locator("#add-dialog, form, [data-action=add]").count() == 0
        settle(page)


def test_the_password_opens_the_page_that_was_wanted(
    serving: Callable[[Dash], str], store: Store, chromium: Browser
) -> None:
    service = Service(Password.of(PHRASE))
    address = serving(create_app(store, lambda: MOMENT, service))
    context = chromium.new_context(bypass_csp=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    hosts: set[str] = set()
    problems: list[str] = []
    page.on("request", lambda asked: hosts.add(host_of(asked.url)))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"{address}/?tab=articles")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_have_text("That is not the password.")
    assert faults(page) == []
    page.get_by_label("Password").fill(PHRASE)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("#articles tbody tr")).to_have_count(5)
    assert page.url == f"{address}/?tab=articles"

    # A link on a page of another site: its cookie is strict, and the page opens all the same.
    other = context.new_page()
    other.route(
        "http://elsewhere.test/",
        lambda route: route.fulfill(
            content_type="text/html", body=f'<a href="{address}/?tab=undated">the timeline</a>'
        ),
    )
    other.goto("http://elsewhere.test/")
    other.get_by_role("link").click()
    expect(other.get_by_role("tab", name="Undated")).to_have_attribute("aria-selected", "true")

    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_label("Password")).to_be_visible()
    # The page that is still open notices it with its next question, and asks to sign in.
    expect(other.get_by_label("Password")).to_be_visible()
    assert hosts == {"127.0.0.1"}
    assert problems == []
    context.close()

"""Two people with the page open: both values are shown, one is chosen, and undo is one."""

import os
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import settle
from tests.browser.test_accessibility import faults
from tests.browser.test_curating import FIRST, decided, titled, told
from timeline.store import Store

Open = Callable[..., Page]
PICTURES = os.environ.get("TIMELINE_PICTURES")  # a folder, to look at what was shown


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png")


def edit_title(page: Page, title: str) -> None:
    page.get_by_role("textbox", name="Title").fill(title)
    page.get_by_role("button", name="Save").click()


def test_two_people_at_one_title(seeds: str, store: Store, opened: Open) -> None:
    event = titled(store, "diplomatic presence")
    ana = opened(f"{seeds}/?event={event.id}", who="Ana", bypass_csp=True)
    ben = opened(f"{seeds}/?event={event.id}", who="Ben")
    for page in (ana, ben):
        page.locator("#evidence-title").click()
        page.keyboard.press("e")
        expect(page.get_by_role("textbox", name="Title")).to_have_value(event.title)
    edit_title(ben, "Ben's title")
    told(ben, "Saved “Ben's title”")
    edit_title(ana, "Ana's title")
    dialog = ana.get_by_role("dialog", name="Changed meanwhile")
    expect(dialog).to_contain_text("Ben, 1 May 2024, 12:00 UTC: “Ben's title”")
    expect(dialog).to_contain_text("Yours: “Ana's title”")
    picture(ana, "conflict-title")
    assert faults(ana) == []
    ana.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(ana.get_by_role("textbox", name="Title")).to_have_value("Ana's title")
    assert decided(store)[event.id].title == "Ben's title"
    ana.get_by_role("button", name="Save").click()
    dialog.get_by_role("button", name="Keep theirs").click()
    told(ana, "Kept as it is.")
    expect(ana.locator("#evidence-title")).to_have_text("Ben's title")
    ana.keyboard.press("e")
    edit_title(ana, "Ana's title")
    told(ana, "Saved “Ana's title”")
    told_titles = [e.new for c in store.edits.list() for e in c.edits]
    assert told_titles == ["Ben's title", "Ana's title"]


def test_two_people_at_one_publication_date(seeds: str, store: Store, opened: Open) -> None:
    pages = [opened(f"{seeds}/?article={FIRST}", who=name) for name in ("Ana", "Ben")]
    fields = []
    for page in pages:
        form = page.locator(f'#article-dialog form[data-document="{FIRST}"]')
        fields.append(form.get_by_label("Set the publication date"))
    fields[0].fill("8 February 2023")
    # Ben sees Ana's date only when he has pressed Set: his page hears of nothing meanwhile.
    pages[1].route("**/_dash-update-component*", silent)
    fields[0].press("Enter")
    told(pages[0], "Published 8 February 2023")
    fields[1].fill("9 March 2023")
    fields[1].press("Enter")
    dialog = pages[1].get_by_role("dialog", name="Changed meanwhile")
    expect(dialog).to_contain_text("8 February 2023")
    expect(dialog).to_contain_text("Yours: 9 March 2023")
    picture(pages[1], "conflict-date")
    assert store.publication_dates.by_document() == {FIRST: "2023-02-08"}
    dialog.get_by_role("button", name="Save mine anyway").click()
    told(pages[1], "Published 9 March 2023")
    assert store.publication_dates.by_document() == {FIRST: "2023-03-09"}
    assert [c.by for c in store.edits.list()] == ["Ana", "Ben"]


def silent(route: Route) -> None:
    """Hand on what a page asks for, but not its look for news."""
    request = route.request
    asked = request.post_data_json or {}
    if asked.get("output") == "values.version":
        route.fulfill(status=204)
    else:
        route.continue_()


def test_undo_of_a_publication_date_is_one(seeds: str, store: Store, opened: Open) -> None:
    page = opened(f"{seeds}/?article={FIRST}")
    form = page.locator(f'#article-dialog form[data-document="{FIRST}"]')
    form.get_by_label("Set the publication date").fill("8 February 2023")
    form.get_by_label("Set the publication date").press("Enter")
    told(page, "Published 8 February 2023")
    settle(page)
    page.keyboard.press("Escape")
    page.locator("#toast").get_by_role("button", name="Undo").click()
    told(page, "Undone: publication date")
    assert store.publication_dates.by_document() == {}
    settle(page)
    page.locator("#timeline-wrap").focus()
    page.keyboard.press("Control+z")
    told(page, "nothing to undo")
    assert store.publication_dates.by_document() == {}
    page.keyboard.press("Control+Shift+z")
    told(page, "Done again: publication date")
    assert store.publication_dates.by_document() == {FIRST: "2023-02-08"}
    page.keyboard.press("Control+z")
    told(page, "Undone: publication date")
    assert store.publication_dates.by_document() == {}


def test_of_many_at_once_those_that_others_changed_are_listed(
    seeds: str, store: Store, opened: Open
) -> None:
    ana, ben = (opened(seeds, who=name) for name in ("Ana", "Ben"))
    ana.route("**/_dash-update-component*", silent)
    boxes = ana.locator('#table [data-action="tick"]')
    ids = [boxes.nth(place).get_attribute("data-event") or "" for place in (0, 1, 2)]
    for place in (0, 1, 2):
        boxes.nth(place).click()
    ben.locator(f'#table .row-button[data-event="{ids[1]}"]').click()
    expect(ben.locator(f'#evidence [data-shown="{ids[1]}"]')).to_be_visible()
    ben.keyboard.press("c")
    told(ben, "Confirmed")
    ana.locator("#bulk-bar").get_by_role("button", name="Reject").click()
    dialog = ana.get_by_role("dialog", name="Changed meanwhile")
    expect(dialog.get_by_role("listitem")).to_have_count(1)
    expect(dialog).to_contain_text("confirmed")
    picture(ana, "conflict-bulk")
    assert len(store.edits.list()) == 1
    dialog.get_by_role("button", name="Leave these, do the rest").click()
    told(ana, "Rejected 2 events")
    verdicts = {key: decided(store)[key].edits for key in ids}
    assert [one.verdict if one else None for one in verdicts.values()] == [
        "rejected", "confirmed", "rejected",
    ]  # fmt: skip

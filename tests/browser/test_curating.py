"""What people decide in the page shows at once, lasts, and can be taken back."""

from collections.abc import Callable, Mapping

import pytest
from dash import Dash
from playwright.sync_api import Page, expect

from tests.browser.conftest import MOMENT, settle
from tests.browser.test_accessibility import DARK, PHONE, faults
from timeline.editing.editor import Editor
from timeline.model.edit import Verdict
from timeline.model.event import Event
from timeline.store import Store
from timeline.web.server import create_app

Open = Callable[..., Page]
FIRST = "000_85d15587bc4a3d86.txt"
SELECT = """words => {
  const lines = [...document.querySelectorAll('#article-body p[data-start]')];
  const nodes = document.createTreeWalker(
    lines.find(line => line.textContent.includes(words)), NodeFilter.SHOW_TEXT);
  while (nodes.nextNode()) {
    const at = nodes.currentNode.data.indexOf(words);
    if (at < 0) continue;
    const range = document.createRange();
    range.setStart(nodes.currentNode, at);
    range.setEnd(nodes.currentNode, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
}"""


def titled(store: Store, words: str) -> Event:
    return next(event for event in store.timeline.load().events if words in event.title)


def decided(store: Store, clock: Callable[[], str] = lambda: MOMENT) -> Mapping[str, Event]:
    """Return the events as people have them, read anew as after a restart."""
    return Editor(store, "ana", clock).events()


def told(page: Page, words: str) -> None:
    expect(page.locator("#toast-words")).to_contain_text(words)


def test_an_event_is_confirmed_edited_and_undone(
    seeds: str, store: Store, opened: Open, serving: Callable[[Dash], str]
) -> None:
    event = titled(store, "diplomatic presence")
    page = opened(f"{seeds}/?event={event.id}")
    page.keyboard.press("c")
    told(page, "Confirmed “India resumed")
    expect(page.locator("#evidence .badge-confirmed")).to_be_visible()
    expect(page.locator(f'#table tr[data-event="{event.id}"] .badge-confirmed')).to_be_visible()
    expect(page.locator("#timeline text", has_text="✓").first).to_be_attached()

    page.keyboard.press("e")
    field = page.get_by_role("textbox", name="Date", exact=True)
    expect(field).to_have_value("2022-06")
    field.fill("some day")
    expect(page.locator("#edit-reading")).to_contain_text("'some day' is not a date")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#edit-form .field-error")).to_contain_text("is not a date")
    field.fill("3 March 2024")
    expect(page.locator("#edit-reading")).to_contain_text("3 March 2024")
    page.get_by_label("Tags").fill("embassies; north")
    page.get_by_role("button", name="Save").click()
    told(page, "Saved “India resumed")
    expect(page.locator("#edit-form")).to_be_hidden()
    expect(page.locator("#evidence .when")).to_have_text("3 March 2024")
    expect(page.locator("#evidence .decided")).to_contain_text("The program says June 2022")
    expect(page.locator("#facets")).to_contain_text("embassies")

    settle(page)
    again = opened(f"{serving(create_app(store, lambda: MOMENT))}/?event={event.id}&tab=history")
    expect(again.locator("#history")).to_contain_text("3 March 2024")
    again.locator("#evidence-title").click()
    again.keyboard.press("Control+z")
    told(again, "Undone: edited")
    expect(again.locator("#evidence .when")).to_contain_text("June 2022")
    again.keyboard.press("Control+Shift+z")
    told(again, "Done again: edited")
    expect(again.locator("#evidence .when")).to_have_text("3 March 2024")
    again.locator("#evidence").get_by_role("button", name="Revert the date").click()
    expect(again.locator("#evidence .when")).to_contain_text("June 2022")


def test_events_are_ticked_merged_and_split(seeds: str, store: Store, opened: Open) -> None:
    page = opened(seeds)
    boxes = page.locator('#table [data-action="tick"]')
    ids = [boxes.nth(place).get_attribute("data-event") for place in (2, 4)]
    boxes.nth(2).focus()
    page.keyboard.press("Space")
    expect(page.locator("#bulk-bar")).to_contain_text("1 ticked")
    boxes.nth(4).click(modifiers=["Shift"])
    expect(page.locator("#bulk-bar")).to_contain_text("3 ticked")
    boxes.nth(3).click()
    page.locator("#bulk-bar").get_by_role("button", name="Merge").click()
    told(page, "Merged 2 events")
    shown = page.locator(f'#evidence [data-shown="{ids[0]}"]')
    expect(shown.locator(".mention")).to_have_count(2)
    expect(page.locator(f'#table tr[data-event="{ids[1]}"]')).to_have_count(0)
    expect(page.locator("#bulk-bar")).to_be_hidden()

    page.locator("#splitting summary").click()
    page.get_by_role("button", name="Make them an event of their own").click()
    expect(page.locator("#splitting .field-error")).to_contain_text("tick the sentences")
    page.locator(".split-choices").get_by_role("checkbox").nth(1).click()
    page.get_by_role("button", name="Make them an event of their own").click()
    told(page, "became an event of its own")
    page.locator("#toast").get_by_role("button", name="Undo").click()
    told(page, "Undone: split")
    expect(shown.locator(".mention")).to_have_count(2)
    settle(page)
    assert len(decided(store)) == len(store.timeline.load().events) - 1


def test_an_event_is_added_by_selecting_words(seeds: str, store: Store, opened: Open) -> None:
    words = "India resumed its diplomatic presence in Kabul by deploying a technical team"
    page = opened(f"{seeds}/?article={FIRST}")
    page.evaluate(SELECT, words)
    page.get_by_role("button", name="Add an event from the selected words").click()
    dialog = page.get_by_role("dialog", name="Add an event")
    expect(dialog.get_by_label("Passage")).to_have_value(words)
    expect(dialog.get_by_label("Date")).to_have_value("2022-06")
    expect(page.locator("#event-reading")).to_contain_text("June 2022")
    dialog.get_by_label("Title").fill("Indian diplomats return to Kabul")
    dialog.get_by_role("button", name="Add", exact=True).click()
    told(page, "Added “Indian diplomats return to Kabul”")
    expect(dialog).to_be_hidden()
    expect(page.locator("#article-body .told-list")).to_contain_text("Indian diplomats return")
    settle(page)
    (added,) = (e for e in decided(store).values() if e.title.startswith("Indian diplomats"))
    (mention,) = added.mentions
    article = store.articles.get(FIRST)
    assert article is not None
    assert mention.mention.sentence.of(article.text) == words


def test_the_review_goes_on_by_key(seeds: str, store: Store, opened: Open) -> None:
    page = opened(seeds)
    page.keyboard.press("r")
    queued = page.locator("#review li[data-queued]")
    expect(queued).to_have_count(len(store.timeline.load().events))
    ids = [queued.nth(place).get_attribute("data-queued") or "" for place in range(4)]
    page.get_by_role("button", name="Start").click()
    for key, after in (("c", 1), ("s", 2), ("x", 3)):
        page.keyboard.press(key)
        expect(page.locator(f'#evidence [data-shown="{ids[after]}"]')).to_be_visible()
    expect(queued).to_have_count(len(store.timeline.load().events) - 2)
    events = decided(store)
    verdicts = [c.verdict if (c := events[key].edits) else None for key in ids]
    assert verdicts == [Verdict.CONFIRMED, None, Verdict.REJECTED, None]
    page.get_by_label("Your name").fill("Bea")
    page.keyboard.press("Enter")
    page.locator("#review .rejected summary").click()
    page.locator("#review .rejected").get_by_role("button", name="Reopen").click()
    told(page, "Reopened")
    assert [change.by for change in store.edits.list()][-1] == "Bea"


@pytest.mark.parametrize("wishes", [{}, PHONE | DARK])
def test_axe_finds_nothing_where_one_decides(
    seeds: str, store: Store, opened: Open, wishes: dict[str, object]
) -> None:
    event = titled(store, "diplomatic presence")
    page = opened(f"{seeds}/?event={event.id}&tab=review", bypass_csp=True, **wishes)
    page.keyboard.press("p")
    told(page, "Pinned")
    expect(page.locator("#evidence .badge-pinned")).to_be_visible()
    page.keyboard.press("e")
    expect(page.get_by_role("textbox", name="Title")).to_be_focused()
    expect(page.get_by_role("textbox", name="Title")).to_have_value(event.title)
    assert faults(page) == []
    page.keyboard.press("Escape")
    page.goto(f"{seeds}/?tab=history")
    expect(page.locator("#history li").first).to_be_visible()
    assert faults(page) == []
    page.get_by_role("tab", name="Events").click()
    page.locator('#table [data-action="tick"]').first.click()
    assert faults(page) == []
    page.evaluate("document.querySelector('.lists-head [data-action=\"add-event\"]').click()")
    expect(page.get_by_role("dialog", name="Add an event")).to_be_visible()
    assert faults(page) == []

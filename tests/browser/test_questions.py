"""What analysts ask of a collection, each answered in three clicks or one search, with sources.

The collection is the first month of the invented one: several newspapers, rising tolls, copies of
an agency, names in two spellings, and dates that contradict each other.
"""

import io
import re
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from docx import Document
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import MOMENT, settle
from tests.browser.serving import serving
from timeline.app import store_session
from timeline.demo import METADATA, written
from timeline.demo.writing import metadata
from timeline.store import Store
from timeline.web.server import create_app

UNTIL = date(2024, 3, 31)
MOST_CLICKS = 3
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def dam(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Yield the address of a page over the month after the dam failed."""
    folder = tmp_path_factory.mktemp("dam")
    articles = [one for one in written() if one.published <= UNTIL and not one.undated]
    for one in articles:
        path = folder / "articles" / one.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(one.text, "utf-8")
    (folder / "articles" / METADATA).write_text(metadata(articles), "utf-8")
    with Store.open(folder / "dam.sqlite") as store:
        store_session.extract_into(store, [folder / "articles"])
        yield from served(store)


def served(store: Store) -> Iterator[str]:
    with serving(create_app(store, lambda: MOMENT)) as address:
        yield address


class Analyst:
    """Somebody at the page who counts clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, what: Locator) -> None:
        what.click()
        settle(self.page)
        self.clicks += 1

    def search(self, words: str) -> None:
        self.page.locator("#search").fill(words)
        settle(self.page)

    def tab(self, name: str) -> None:
        self.click(self.page.get_by_role("tab", name=name))

    def day(self, words: str) -> None:
        self.click(self.page.locator(".days li", has_text=words).first.locator(".day-button"))

    @property
    def panel(self) -> Locator:
        return self.page.locator("#evidence-panel")


def ten_days(analyst: Analyst) -> None:
    analyst.page.locator("#days-slider").fill("10")
    settle(analyst.page)
    days = analyst.page.locator(".days > li")
    expect(days).to_have_count(10)
    expect(days.filter(has_text="The Hallen Dam")).not_to_have_count(0)
    expect(days.filter(has_text="publishers")).not_to_have_count(0)


def one_page_for_the_editor(analyst: Analyst) -> None:
    with analyst.page.expect_download() as downloading:
        analyst.click(analyst.page.get_by_role("button", name="Chronology"))
    made = Document(io.BytesIO(downloading.value.path().read_bytes()))
    said = "\n".join(part.text for part in made.paragraphs)
    assert "2 March 2024" in said
    assert "[1]" in said


def all_about_one_in_some_weeks(analyst: Analyst) -> None:
    analyst.search("Vellwater since:2024-03-05 until:2024-03-20")
    expect(analyst.page.locator(".days > li")).not_to_have_count(0)
    analyst.tab("Events")
    rows = analyst.page.locator("#table tbody tr")
    expect(rows.filter(has_text="Vellwater").first).to_be_visible()
    expect(rows.filter(has_text="2 March 2024")).to_have_count(0)


def who_met_whom(analyst: Analyst) -> None:
    analyst.click(analyst.page.locator('[data-action="open-name"][data-value="Orsund"]').first)
    dialog = analyst.page.locator("#name-dialog")
    expect(dialog.get_by_role("heading", name="Met in the same events")).to_be_visible()
    expect(dialog).to_contain_text("What each publisher says")
    expect(dialog.get_by_role("heading", name="Sources")).to_be_visible()


def where(analyst: Analyst) -> None:
    analyst.tab("Map")
    # No place of the collection is real: each is named as open, with the way to settle it.
    expect(analyst.page.locator("#panel-map")).to_contain_text("is in no list of places")


def the_thirty_days_around_one_event(analyst: Analyst) -> None:
    analyst.day("The Hallen Dam")
    analyst.click(analyst.panel.get_by_role("button", name="30 days around"))
    assert "from=2024-02-16&to=2024-03-17" in analyst.page.url


def how_the_story_changed(analyst: Analyst) -> None:
    analyst.day("The Hallen Dam")
    expect(analyst.panel).to_contain_text("How the telling changed")
    expect(analyst.panel).to_contain_text("First report")
    expect(analyst.panel).to_contain_text("→")


def what_each_publisher_says(analyst: Analyst) -> None:
    analyst.tab("Sources")
    for named in ("Publishers by the days that matter", "Events in view by source"):
        table = analyst.page.get_by_role("table", name=named)
        for name in ("Northern Wire", "The Norvale Courier", "Orsund Gazette"):
            expect(table).to_contain_text(name)
        expect(table).to_contain_text("says nothing")
    cell = analyst.page.get_by_role("button", name="of Northern Wire on 2 March 2024")
    analyst.click(cell)
    expect(analyst.panel).to_contain_text("Northern Wire")


def what_nobody_else_says(analyst: Analyst) -> None:
    analyst.tab("Sources")
    analyst.click(analyst.page.get_by_role("radio", name="Told by one"))
    table = analyst.page.get_by_role("table", name="Events in view by source")
    rows = table.locator("tbody tr")
    expect(rows).not_to_have_count(0)
    expect(rows.filter(has_text="one alone")).to_have_count(rows.count())


def the_days_as_a_story(analyst: Analyst) -> None:
    analyst.click(analyst.page.locator('[data-action="story-all"]'))
    expect(analyst.page.locator("#toast-words")).to_contain_text("12")
    assert analyst.page.url.count("story=") == 12


def what_contradicts_it(analyst: Analyst) -> None:
    analyst.click(analyst.panel.get_by_role("button", name="Show 1 disputed event"))
    analyst.tab("Events")
    analyst.click(analyst.page.locator("#table .row-button").first)
    expect(analyst.panel).to_contain_text("Disputed: the sources differ")


QUESTIONS = (
    ten_days,
    one_page_for_the_editor,
    all_about_one_in_some_weeks,
    who_met_whom,
    where,
    the_thirty_days_around_one_event,
    how_the_story_changed,
    what_each_publisher_says,
    what_nobody_else_says,
    the_days_as_a_story,
    what_contradicts_it,
)


def test_each_question_is_answered_in_three_clicks_or_one_search(dam: str, opened: Open) -> None:
    for question in QUESTIONS:
        analyst = Analyst(opened(dam))
        question(analyst)
        assert analyst.clicks <= MOST_CLICKS, question.__name__
        analyst.page.context.close()


def test_what_is_probably_the_same_is_joined_by_a_click(dam: str, opened: Open) -> None:
    page = opened(dam)
    page.locator(".days li", has_text="11 October 2019").locator(".day-button").click()
    offers = page.locator("details.likely")
    expect(offers.locator("summary")).to_have_text("Probably the same: 1 event")
    offers.locator("summary").click()
    expect(offers).to_contain_text("12 October 2019")
    offers.get_by_role("button", name=re.compile("^The same event as")).click()
    expect(page.locator("#toast-words")).to_contain_text("Merged 2 events")
    expect(page.locator("#evidence")).to_contain_text("12 October 2019")
    expect(offers).to_have_count(0)
    page.get_by_role("button", name="Undo").first.click()
    expect(offers.locator("summary")).to_have_text("Probably the same: 1 event")


def test_what_is_not_the_same_is_kept_apart_by_a_click(dam: str, opened: Open) -> None:
    page = opened(dam)
    page.locator(".days li", has_text="11 October 2019").locator(".day-button").click()
    offers = page.locator("details.likely")
    offers.locator("summary").click()
    offers.get_by_role("button", name="Not the same event as").click()
    expect(page.locator("#toast-words")).to_contain_text("stay apart")
    expect(offers).to_have_count(0)
    page.goto(f"{page.url.replace('&tab=days', '')}&tab=history")
    settle(page)
    expect(page.locator("#evidence-title")).to_be_visible()
    expect(offers).to_have_count(0)
    history = page.locator("#history")
    expect(history).to_contain_text("≠")
    history.get_by_role("button", name="Undo").first.click()
    expect(offers.locator("summary")).to_have_text("Probably the same: 1 event")

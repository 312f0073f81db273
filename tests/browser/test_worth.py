"""What is hidden for its little worth: counted, shown by one click, hidden again by going back."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle
from tests.web import sample
from timeline.model.timeline import Timeline
from timeline.web.data import collection

Open = Callable[..., Page]
Serve = Callable[[Timeline], str]


def test_hidden_events_are_counted_shown_by_a_click_and_kept_where_selected(
    served: Serve, opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(collection, "FEW_ARTICLES", 1)
    held = sample.timeline()
    dated = [one for one in held.events if one.dated]
    told = Counter(name for one in held.events for name in (*one.actors, *one.places))
    poor, name = next((o, n) for o in dated for n in (*o.actors, *o.places) if told[n] > 1)
    hidden = replace(poor, worth=0.1)
    events = tuple(hidden if one is poor else one for one in held.events)
    page = opened(served(replace(held, events=events)))
    note = page.locator(".worth-note")
    expect(note).to_contain_text("1 more hidden")
    page.get_by_role("tab", name="Events in view").click()
    row = page.locator(f'#table [data-event="{poor.id}"]')
    expect(row).to_have_count(0)
    page.get_by_role("button", name="Show them").click()
    expect(row.first).to_be_visible()
    expect(note).to_contain_text("Hide them")
    page.go_back()
    expect(row).to_have_count(0)
    # A link to it shows it in the list too, whatever is hidden.
    settle(page)
    page.goto(f"{page.url.partition('?')[0]}?tab=events&event={poor.id}")
    expect(row.first).to_be_visible()
    expect(page).to_have_url(re.compile(f"also={poor.id}"))
    expect(page.locator("#evidence .facts")).to_contain_text("hidden by default")
    settle(page)
    page.goto(f"{page.url.partition('?')[0]}?name={quote(name)}")
    about = page.locator(".name-page header")
    expect(about).to_contain_text("1 more hidden")
    about.get_by_role("button", name="Show them").click()
    expect(about).not_to_contain_text("hidden")

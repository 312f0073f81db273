"""What a user does with the seeds, from the first look to the last doubt."""

from collections.abc import Callable, Sequence

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle
from timeline.store import Store

Open = Callable[..., Page]
FIRST = "000_85d15587bc4a3d86.txt"
UNDATABLE = "003_dd13b63893da2bed.txt"


def event_of(store: Store, phrase: str, document: str = FIRST) -> str:
    """Return the id of the event that a phrase dates."""
    return next(
        event.id
        for event in store.timeline.load().events
        for m in event.mentions
        if m.mention.document == document and m.mention.expression.phrase.of(text(store)) == phrase
    )


def text(store: Store, document: str = FIRST) -> str:
    article = store.articles.get(document)
    assert article is not None
    return article.text


def date_shown(page: Page, seeds: str, event: str) -> str:
    page.goto(f"{seeds}/?event={event}")
    return page.locator("#evidence .when").inner_text()


def set_date(page: Page, words: str) -> None:
    form = page.locator("#evidence form").first
    form.get_by_role("textbox").fill(words)
    form.get_by_role("button", name="Set").click()


def test_every_event_reaches_its_sentence(seeds: str, store: Store, opened: Open) -> None:
    page = opened(seeds)
    events = [event for event in store.timeline.load().events if event.dated]
    rows = page.locator("#table tbody tr")
    expect(rows).to_have_count(len(events))
    for event in events:
        page.locator(f'#table tr[data-event="{event.id}"] .row-button').click()
        shown = page.locator(f'#evidence [data-shown="{event.id}"]')
        shown.wait_for()
        for place, mention in enumerate(event.mentions):
            marked = shown.locator(".mention").nth(place).locator(".told")
            assert (
                "".join(marked.all_inner_texts()).split() == mention.mention.sentence_text.split()
            )


def test_a_click_on_the_chart_reaches_the_evidence(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    label = page.locator("#timeline text", has_text="Moscow concert hall").first
    box = label.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#evidence h2")).to_contain_text("Moscow concert hall")
    expect(page.locator("#evidence .told-date")).to_have_text("in March 2024")
    assert "event=" in page.url


def test_a_publication_date_moves_the_events_and_can_be_taken_back(
    seeds: str, store: Store, opened: Open
) -> None:
    monday, june = event_of(store, "on Monday"), event_of(store, "In June last year")
    page = opened(f"{seeds}/?event={monday}")
    before = page.locator("#evidence .when").inner_text()
    assert before != "6 February 2023"

    set_date(page, "2023-02-08")
    expect(page.locator("#evidence .when")).to_have_text("6 February 2023")
    expect(page.locator("#toast")).to_contain_text("Published 8 February 2023 (set by hand)")
    expect(page.locator("#announce")).to_contain_text("moved")
    assert date_shown(page, seeds, june) == "June 2022"

    page.reload()
    assert date_shown(page, seeds, monday) == "6 February 2023"
    expect(page.locator("#evidence form").first).to_contain_text("Published 8 February 2023")

    page.locator("#evidence form").first.get_by_role("button", name="Take back").click()
    expect(page.locator("#evidence .when")).to_have_text(before)
    assert store.publication_dates.by_document() == {}


def test_a_date_in_plain_words_is_taken(seeds: str, store: Store, opened: Open) -> None:
    page = opened(f"{seeds}/?event={event_of(store, 'on Monday')}")
    set_date(page, "8 February 2023")
    expect(page.locator("#evidence .when")).to_have_text("6 February 2023")
    assert store.publication_dates.by_document() == {FIRST: "2023-02-08"}


@pytest.mark.parametrize("words", ["soonish", "2023-02-30", "<b>8</b>", ""])
def test_a_date_that_is_none_is_blamed_beside_the_field(
    seeds: str, store: Store, opened: Open, words: str
) -> None:
    page = opened(f"{seeds}/?event={event_of(store, 'on Monday')}")
    set_date(page, words)
    blame = page.locator("#evidence form .field-error").first
    expect(blame).not_to_be_empty()
    assert words in blame.inner_text()
    field = page.locator("#evidence form").first.get_by_role("textbox")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-invalid", "true")
    assert store.publication_dates.by_document() == {}


def test_the_figure_moves_with_the_date(seeds: str, store: Store, opened: Open) -> None:
    page = opened(f"{seeds}/?event={event_of(store, 'on Monday')}&document={FIRST}")
    before = ticks(page)
    set_date(page, "2023-02-08")
    expect(page.locator("#evidence .when")).to_have_text("6 February 2023")
    settle(page)
    assert ticks(page) != before


def test_an_article_without_a_date_is_among_the_undated(
    seeds: str, store: Store, opened: Open
) -> None:
    page = opened(seeds)
    page.get_by_role("tab", name="Undated").click()
    section = page.locator(f'#undated section[data-document="{UNDATABLE}"]')
    expect(section).to_be_visible()
    expect(section.locator(".undated-reason").first).not_to_be_empty()
    dated = [e for e in store.timeline.load().events if e.dated and UNDATABLE in e.documents]
    assert dated == []
    assert "45th" not in page.locator("#table").inner_text()


def test_the_article_opens_at_the_sentence(seeds: str, store: Store, opened: Open) -> None:
    page = opened(f"{seeds}/?event={event_of(store, 'In June last year')}")
    page.get_by_role("button", name="Open article").first.click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    mark = dialog.locator(".told-date", has_text="In June last year")
    expect(mark).to_be_in_viewport()
    whole = dialog.locator(".article-text").inner_text()
    assert "".join(whole.split()) == "".join(text(store).split())
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    assert "article=" not in page.url


def test_filters_search_and_chips_work_together(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    page.get_by_role("checkbox", name="Planned").click()
    settle(page)
    planned = page.locator("#table tbody tr").count()
    expect(page.locator("#table .badge-planned")).to_have_count(planned)
    page.keyboard.press("/")
    page.keyboard.type("gathering")
    settle(page)
    assert 0 < page.locator("#table tbody tr").count() < planned
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.locator("#chips")).to_contain_text("Status: Planned")
    page.get_by_role("button", name="Clear all").first.click()
    settle(page)
    assert page.locator("#table tbody tr").count() > planned
    assert page.get_by_role("searchbox").input_value() == ""


def test_nothing_matches_has_a_way_out(seeds: str, opened: Open) -> None:
    page = opened(f"{seeds}/?q=zebra")
    expect(page.locator(".chart-empty")).to_contain_text("Nothing matches")
    page.locator(".chart-empty").get_by_role("button", name="Clear all filters").click()
    settle(page)
    assert page.locator("#timeline text", has_text="Moscow").count() > 0


def test_a_copied_link_restores_the_view(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    page.get_by_role("radio", name="Actor").click()
    page.get_by_role("checkbox", name="Happened").click()
    page.get_by_role("button", name="Zoom in").click()
    settle(page)
    page.locator("#table .row-button").first.click()
    settle(page)
    again = opened(page.url)
    for part in ("#table", "#chips", "#evidence h2", "#timeline-note"):
        assert again.locator(part).inner_text() == page.locator(part).inner_text()
    expect(again.get_by_role("radio", name="Actor")).to_have_attribute("aria-checked", "true")
    assert ticks(again) == ticks(page)


def test_back_and_forward_walk_through_the_views(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    page.get_by_role("checkbox", name="Planned").click()
    settle(page)
    page.get_by_role("radio", name="Status").click()
    settle(page)
    page.go_back()
    page.go_back()
    settle(page)
    expect(page.get_by_role("checkbox", name="Planned")).to_have_attribute("aria-checked", "false")
    page.go_forward()
    settle(page)
    expect(page.get_by_role("checkbox", name="Planned")).to_have_attribute("aria-checked", "true")


def test_one_step_back_undoes_a_burst_of_zooming(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    press = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))"
    page.evaluate(f"['+', ']', '['].forEach((key) => {press})")
    settle(page)
    page.get_by_role("radio", name="Status").click()
    settle(page)
    page.go_back()
    settle(page)
    assert "from=" in page.url
    page.go_back()
    settle(page)
    assert "from=" not in page.url


def test_wheel_drag_and_brush_move_the_window(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    chart = page.locator("#timeline .nsewdrag").first.bounding_box()
    overview = page.locator("#overview .nsewdrag").first.bounding_box()
    assert chart is not None
    assert overview is not None
    x, y = chart["x"] + chart["width"] / 2, chart["y"] + 60
    seen = [ticks(page)]

    page.mouse.move(x, y)
    page.mouse.wheel(0, -400)
    seen.append(ticks_after(page, seen[-1]))
    assert "from=" in page.url

    page.mouse.down()
    page.mouse.move(x - 180, y, steps=6)
    page.mouse.up()
    seen.append(ticks_after(page, seen[-1]))

    left, middle = overview["x"] + overview["width"] * 0.7, overview["y"] + 30
    page.get_by_role("button", name="Fit everything").click()
    assert ticks_after(page, seen[-1]) == seen[0]
    page.mouse.move(left, middle)
    page.mouse.down()
    page.mouse.move(left + overview["width"] * 0.2, middle + 5, steps=6)
    page.mouse.up()
    seen.append(ticks_after(page, seen[0]))
    assert len({tuple(row) for row in seen}) == len(seen)
    assert " of " in page.locator("#timeline-note").inner_text()


def test_two_fingers_zoom_and_one_pulls(seeds: str, opened: Open) -> None:
    page = opened(seeds, viewport={"width": 1180, "height": 820}, has_touch=True)
    chart = page.locator("#timeline .nsewdrag").first.bounding_box()
    assert chart is not None
    x, y = chart["x"] + chart["width"] / 2, chart["y"] + 60
    hand = page.context.new_cdp_session(page)

    def move(*steps: Sequence[float]) -> None:
        """Put fingers at places, move them from step to step, and lift them."""
        for number, places in enumerate(steps):
            kind = "touchMove" if number else "touchStart"
            points = [{"x": place, "y": y, "id": n} for n, place in enumerate(places)]
            hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

    whole = ticks(page)
    move((x - 40, x + 40), (x - 80, x + 80), (x - 120, x + 120))
    closer = ticks_after(page, whole)
    assert closer != whole
    assert "from=" in page.url
    assert "event=" not in page.url  # though a mark lay under one of the fingers

    before = window_of(page)
    move((x,), (x - 60,), (x - 120,), (x - 180,))
    ticks_after(page, closer)
    pulled = window_of(page)
    assert pulled[0] > before[0]
    assert pulled[1] - pulled[0] == pytest.approx(before[1] - before[0], rel=0.05)

    move((x - 120, x + 120), (x - 60, x + 60), (x - 30, x + 30))
    settle(page)
    wider = window_of(page)
    assert wider[1] - wider[0] > (pulled[1] - pulled[0]) * 1.5


def window_of(page: Page) -> tuple[int, int]:
    """Return the window that is drawn, in days."""
    drawn = page.evaluate("() => window.dash_component_api.getLayout('values').props.drawn")
    return drawn["first"], drawn["last"]


def ticks_after(page: Page, before: list[str]) -> list[str]:
    """Return the ticks once they are others than before, and rest."""
    for _ in range(40):
        settle(page)
        if ticks(page) != before:
            break
    settle(page)
    return ticks(page)


def ticks(page: Page) -> list[str]:
    """Return the words of the axis with their places."""
    script = """() => [...document.querySelectorAll('#timeline .xtick text')].map(
        t => t.textContent + ' ' + Math.round(t.getBoundingClientRect().x))"""
    return [str(tick) for tick in page.evaluate(script)]


def test_the_edit_of_another_viewer_shows_up(seeds: str, store: Store, opened: Open) -> None:
    event = event_of(store, "on Monday")
    first, second = opened(f"{seeds}/?event={event}"), opened(f"{seeds}/?event={event}")
    set_date(first, "2023-02-08")
    expect(second.locator("#evidence .when")).to_have_text("6 February 2023")

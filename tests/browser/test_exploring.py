"""Looking closer: folds, lanes, search, sources, the story, and what a date would move."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import settle
from tests.web import sample
from timeline.model.timeline import Timeline

Open = Callable[..., Page]
Serve = Callable[[Timeline], str]
Y2022 = "from=2022-01-01&to=2022-12-31"


def menu(page: Page) -> None:
    page.locator('summary[title="How the timeline is drawn"]').click()


def lanes(page: Page) -> list[str]:
    return page.locator(".lanes-list .option-name").all_inner_texts()


def test_empty_stretches_fold_and_unfold(served: Serve, opened: Open) -> None:
    page = opened(served(sample.timeline()))
    label = page.locator("#timeline text", has_text="Envoy of Norland").first
    before = label.bounding_box()
    menu(page)
    page.get_by_role("checkbox", name="Fold empty stretches").click()
    expect(page.locator("#timeline .annotation", has_text="years empty")).to_have_count(1)
    assert "fold=yes" in page.url
    after = label.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] < before["x"]
    page.keyboard.press("Escape")
    expect(page.locator("#view-menu")).to_be_hidden()
    # A pull on the folded axis moves the window as far as it looks.
    chart = page.locator("#timeline .nsewdrag").first.bounding_box()
    assert chart is not None
    x, y = chart["x"] + chart["width"] * 0.8, chart["y"] + 60
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 120, y, steps=5)
    page.mouse.up()
    page.wait_for_url("**from=**")
    settle(page)
    assert "fold=yes" in page.url


def test_folding_is_offered_where_most_is_empty(served: Serve, opened: Open) -> None:
    page = opened(served(sample.timeline()))
    page.get_by_role("button", name="Fold 2,0").click()
    settle(page)
    assert "fold=yes" in page.url
    expect(page.locator("#fold-offer")).to_be_empty()


def test_the_list_or_the_timeline_stands_alone(served: Serve, opened: Open) -> None:
    page = opened(f"{served(sample.timeline())}/?show=list")
    expect(page.locator("#timeline")).not_to_be_visible()
    before = page.locator("#table").bounding_box()
    page.get_by_role("button", name="Show the list alone").click()
    expect(page.locator("#timeline")).to_be_visible()
    assert "show" not in page.url
    page.get_by_role("button", name="Show the timeline alone").click()
    expect(page.locator("#table")).not_to_be_visible()
    page.get_by_role("tab", name="Sources").click()
    expect(page.locator("#sources")).to_be_visible()
    after = page.locator("#sources").bounding_box()
    assert before is not None
    assert after is not None
    assert before["y"] < after["y"]


def test_who_looks_for_the_first_time_is_led_to_what_matters(served: Serve, opened: Open) -> None:
    page = opened(served(sample.timeline()))
    page.get_by_role("button", name="See why, and date them").click()
    expect(page.locator("#undated")).to_be_visible()
    page.get_by_role("button", name="Show 1 disputed event").click()
    expect(page.locator("#table-count")).to_have_text("1")


def test_lanes_are_put_in_order_and_folded_up(served: Serve, opened: Open) -> None:
    page = opened(served(sample.timeline()))
    menu(page)
    first, second, *_ = lanes(page)
    page.get_by_role("button", name=f"Down: {first}").click()
    expect(page.locator(".lanes-list .option-name").first).to_have_text(second)
    page.get_by_role("checkbox", name=second, exact=True).last.click()
    expect(page.get_by_role("checkbox", name=second, exact=True).last).to_have_attribute(
        "aria-checked", "false"
    )
    again = opened(page.url)
    menu(again)
    assert lanes(again)[:2] == [second, first]
    page.get_by_role("radio", name="Status").click()
    settle(page)
    assert "first=" not in page.url


def test_certainly_within_keeps_less_than_possibly(served: Serve, opened: Open) -> None:
    page = opened(f"{served(sample.timeline())}/?{Y2022}")
    rows = page.locator("#table tbody tr")
    possibly = rows.count()
    menu(page)
    page.get_by_role("radio", name="Certainly within the window").click()
    expect(rows).not_to_have_count(possibly)
    assert rows.count() < possibly
    page.go_back()
    expect(rows).to_have_count(possibly)


def test_a_search_marks_what_it_finds(served: Serve, opened: Open) -> None:
    page = opened(f"{served(sample.timeline())}/?event=event5")
    page.keyboard.press("/")
    page.keyboard.type("NORLAND")
    marks = page.locator("#table mark.found")
    expect(marks.first).to_have_text("Norland")
    settle(page)
    assert {word.casefold() for word in marks.all_inner_texts()} == {"norland"}
    again = opened(page.url)
    expect(again.locator("#evidence .found").first).to_have_text("Norland")


def test_two_sources_are_compared(served: Serve, opened: Open) -> None:
    page = opened(f"{served(sample.timeline())}/?tab=sources")
    heads = page.locator(".source-head [role=checkbox]")
    expect(heads.first).to_be_visible()
    for name in ("envoy.txt", "storm.txt"):
        page.locator(f'.source-head [data-value="{name}"]').click()
        expect(page.locator(f'.source-head [data-value="{name}"]')).to_have_attribute(
            "aria-checked", "true"
        )
    expect(heads).to_have_count(2)
    expect(page.locator(".matrix-line")).to_contain_text("Both tell 1")
    page.get_by_role("radio", name="Disputed", exact=True).click()
    row = page.locator("#sources tbody tr")
    expect(row).to_have_count(1)
    row.locator(".row-button").click()
    expect(page.locator("#evidence .small-axis li")).to_have_count(2)
    page.get_by_role("button", name="End the comparison").click()
    expect(page.locator(".matrix-line")).not_to_contain_text("Both tell")


def test_a_story_is_put_together_stepped_through_and_linked(served: Serve, opened: Open) -> None:
    page = opened(served(sample.timeline()))
    for event in ("event5", "event2"):
        page.locator(f'#table tr[data-event="{event}"] .row-button').click()
        page.locator(f'#evidence [data-shown="{event}"]').wait_for()
        page.get_by_role("button", name="Add to story").click()
        expect(page.get_by_role("button", name="In the story")).to_be_visible()
    page.get_by_role("tab", name="Story").click()
    titles = page.locator(".story-list .row-button")
    expect(titles).to_have_count(2)
    names = titles.all_inner_texts()
    page.get_by_role("button", name=f"Later: {names[0]}").click()
    expect(titles.first).to_have_text(names[1])
    again = opened(page.url)
    expect(again.locator(".story-list .row-button")).to_have_text(names[::-1])
    again.get_by_role("button", name="Step through").click()
    dialog = again.get_by_role("dialog", name="Story")
    expect(dialog.locator(".card:visible h3")).to_have_text(names[1])
    expect(dialog.locator(".card:visible h3")).to_be_focused()
    again.keyboard.press("ArrowRight")
    expect(dialog.locator(".card:visible h3")).to_have_text(names[0])
    expect(dialog.get_by_role("button", name="After")).to_be_disabled()
    again.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_a_printed_story_shows_every_card_and_nothing_else(served: Serve, opened: Open) -> None:
    page = opened(f"{served(sample.timeline())}/?story=event5&story=event2")
    expect(page.locator("#story-cards .card")).to_have_count(2)
    page.evaluate("() => { document.documentElement.dataset.print = 'story'; }")
    page.emulate_media(media="print")
    expect(page.locator("#story-cards .card:visible")).to_have_count(2)
    expect(page.locator("#timeline-wrap")).to_be_hidden()


def test_what_would_change_is_shown_then_set_then_undone(served: Serve, opened: Open) -> None:
    page = opened(f"{served(sample.timeline())}/?tab=undated")
    section = page.locator('#undated section[data-document="rumour.txt"]')
    form = section.locator("form")
    if not form.is_visible():
        section.get_by_text("Date this article").click()
    form.get_by_role("textbox").fill("2023-02-08")
    form.get_by_role("button", name="What would change?").click()
    expect(form.locator(".foreseen")).to_contain_text("1 date would move")
    expect(form.locator(".foreseen ins")).to_have_text("6 February 2023")
    expect(page.locator("#counts")).to_contain_text("2 undated")
    form.get_by_role("button", name="Set").click()
    expect(page.locator("#counts")).to_contain_text("1 undated")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#counts")).to_contain_text("2 undated")


@pytest.mark.parametrize("kind", ["json", "csv"])
def test_the_filtered_events_come_as_a_file(
    served: Serve, opened: Open, tmp_path: Path, kind: str
) -> None:
    page = opened(f"{served(sample.timeline())}/?category=law")
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as waiting:
        page.locator(f'[data-action="export"][data-value="{kind}"]').click()
    waiting.value.save_as(tmp_path / "got")
    got = (tmp_path / "got").read_text("utf-8")
    if kind == "json":
        assert {event["category"] for event in json.loads(got)["events"]} == {"law"}
    else:
        assert "Damages were paid" in got


def test_the_picture_is_drawn_without_asking_anybody(
    served: Serve, opened: Open, tmp_path: Path
) -> None:
    page = opened(served(sample.timeline()))
    page.get_by_text("Export", exact=True).click()
    with page.expect_download() as waiting:
        page.locator('[data-action="picture"]').click()
    waiting.value.save_as(tmp_path / "picture.png")
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")


def test_today_has_a_key_and_a_button(seeds: str, opened: Open) -> None:
    page = opened(seeds)
    page.locator("#timeline-wrap").focus()
    page.keyboard.press("n")
    page.wait_for_url("**from=**")
    keyed = page.url
    page.keyboard.press("0")
    page.wait_for_function("() => !location.search.includes('from=')")
    settle(page)
    page.get_by_role("button", name="Today").click()
    page.wait_for_url("**from=**")
    assert page.url == keyed


def test_the_selected_event_stays_in_sight_over_density(served: Serve, opened: Open) -> None:
    page = opened(f"{served(sample.many(3000))}/?event=event1500")
    title = page.locator("#evidence h2").inner_text()
    expect(page.locator("#timeline text", has_text=title[:12])).to_have_count(1)
    expect(page.locator("#timeline-note")).to_contain_text("as density")


def test_steps_go_on_beyond_what_the_page_was_told(served: Serve, opened: Open) -> None:
    page = opened(served(sample.many(3000)))
    page.locator("#timeline-wrap").focus()
    page.keyboard.press("End")
    settle(page)
    last = page.locator("#evidence .when").inner_text()
    expect(page.locator("#announce")).to_contain_text("3000 of 3000")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#announce")).to_contain_text("2999 of 3000")
    page.keyboard.press("End")
    expect(page.locator("#evidence .when")).to_have_text(last)

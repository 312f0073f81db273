"""The page that is exported as one file, opened from the disk without a server."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.export.samples import two_sources
from timeline.export import exported


def test_the_exported_page_draws_filters_and_leads_to_the_sentence(
    chromium: Browser, tmp_path: Path
) -> None:
    path = tmp_path / "timeline.html"
    path.write_bytes(exported(two_sources(), "html"))
    requests: list[str] = []
    faults: list[str] = []
    page = chromium.new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: faults.append(message.text))
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(path.as_uri())
    expect(page.locator("#said")).to_have_text("2 of 2 events; 1 without a date, listed last")
    page.locator("#chart rect[data-event=e1]").click()
    expect(page.locator("details[data-event=e1]")).to_have_attribute("open", "")
    page.locator("#words").fill("rained")
    expect(page.locator("details[data-event=e1]")).to_be_hidden()
    expect(page.locator("#said")).to_have_text("1 of 2 events; 1 without a date, listed last")
    page.locator("#words").fill("")
    page.locator("#chart").focus()
    before = page.locator("#chart rect[data-event=e1]").get_attribute("width")
    page.keyboard.press("+")
    assert page.locator("#chart rect[data-event=e1]").get_attribute("width") != before
    assert requests == [path.as_uri()]
    assert faults == []
    page.close()

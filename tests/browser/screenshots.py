"""Pictures of the page for README and docs: `python -m tests.browser.screenshots`.

Writes docs/pictures/*.png from the seeds, from the sample collection of `timeline demo`, from
invented events, and from nothing.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, FilePayload, sync_playwright

from tests.browser.serving import serving
from tests.web import sample
from timeline.app import store_session
from timeline.cli.clock import now
from timeline.demo import write_into
from timeline.editing.editor import Editor
from timeline.editing.field_edits import FieldChanges
from timeline.model.edtf import from_edtf
from timeline.model.timeline import Timeline
from timeline.store import Store
from timeline.web.server import create_app, make_page

TOP = Path(__file__).parents[2]
PICTURES = TOP / "docs" / "pictures"
MOMENT = "2024-05-01T12:00:00+00:00"
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 375, "height": 812}
FIRST = "000_85d15587bc4a3d86.txt"
NAME = "Marit+Solheim"  # of the sample collection


def picture(browser: Browser, address: str, name: str, **wishes: Any) -> None:  # noqa: ANN401
    """Take one picture of an address."""
    context = browser.new_context(**{"viewport": DESK, **wishes})
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("#timeline .nsewdrag, .chart-empty .empty", state="attached")
    page.wait_for_timeout(1_500)
    page.screenshot(path=PICTURES / f"{name}.png")
    print(PICTURES / f"{name}.png")
    context.close()


def invented(browser: Browser, held: Timeline, name: str, query: str = "") -> None:
    """Take a picture of an invented collection."""
    shelved = sample.Shelved(held)
    with serving(make_page(shelved, shelved.publish, shelved.foresee)) as address:
        picture(browser, f"{address}/{query}", name)


def seeds(browser: Browser, where: Path) -> None:
    """Take the pictures of the seeds."""
    with Store.open(where) as store:
        store_session.extract_into(store, [TOP / "seeds"])
        told = {m.mention.title: e.id for e in store.timeline.load().events for m in e.mentions}
        chosen = next(id_ for title, id_ in told.items() if "diplomatic presence" in title)
        with serving(create_app(store, lambda: MOMENT)) as address:
            event = f"{address}/?event={chosen}"
            picture(browser, event, "page-light")
            picture(browser, event, "page-dark", color_scheme="dark")
            picture(browser, f"{event}&article={FIRST}&at=1849", "article")
            picture(browser, f"{address}/?tab=undated", "undated")
            picture(browser, f"{address}/?tab=sources", "sources")
            picture(browser, address, "phone", viewport=PHONE)
            picture(browser, event, "phone-evidence", viewport=PHONE)
            curate(store, chosen)
            picture(browser, f"{event}&tab=review", "curating")


def demo(browser: Browser, where: Path) -> None:
    """Take the pictures of a collection of real size: its days, and the page of a name."""
    write_into(where / "articles")
    with Store.open(where / "demo.sqlite") as store:
        store_session.extract_into(store, [where / "articles"], jobs=2)
        with serving(create_app(store, lambda: MOMENT)) as address:
            picture(browser, f"{address}/?tab=days", "days")
            picture(browser, f"{address}/?name={NAME}", "name")


def curate(store: Store, event: str) -> None:
    """Decide on a few events, as a person would."""
    editor = Editor(store, "ana", lambda: MOMENT)
    editor.edit_fields(event, FieldChanges(when=from_edtf("2022-06-23"), tags=("embassies",)))
    editor.confirm([event])
    editor.pin([event])
    editor.reject([editor.queue()[0].id])


def adding(browser: Browser, where: Path) -> None:
    """Take the pictures of adding articles and of what is said of them."""
    with Store.open(where) as store, serving(create_app(store, now)) as address:
        page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        page.goto(address)
        page.locator(".chart-empty").get_by_role("button", name="Add articles").click()
        with page.expect_file_chooser() as choosing:
            page.get_by_role("button", name="Choose files").click()
        articles = sorted((TOP / "seeds").glob("*.txt"))[:2]
        files: list[FilePayload] = [
            {"name": article.name, "mimeType": "text/plain", "buffer": article.read_bytes()}
            for article in articles
        ]
        files.append({"name": "scan.tiff", "mimeType": "image/tiff", "buffer": b"II*"})
        choosing.value.set_files(files)
        page.locator("summary", has_text="Or paste a text").click()
        page.wait_for_timeout(1_000)
        page.screenshot(path=PICTURES / "adding.png")
        page.get_by_role("button", name="Add 3 files").click()
        page.locator("#runs", has_text="2 articles added").wait_for()
        page.wait_for_timeout(5_000)
        page.screenshot(path=PICTURES / "added.png")
        page.close()


def main() -> None:
    """Take every picture."""
    os.environ["TIMELINE_USER"] = "ana"  # who decides in the pictures
    PICTURES.mkdir(parents=True, exist_ok=True)
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        seeds(browser, Path(folder) / "seeds.sqlite")
        adding(browser, Path(folder) / "empty.sqlite")
        demo(browser, Path(folder))
        invented(browser, sample.many(3000), "many", "?event=event1500")
        invented(browser, sample.timeline(), "folded", "?fold=yes&event=event5")
        story = "&".join(f"story=event{number}" for number in (5, 0, 2, 7))
        invented(browser, sample.timeline(), "story", f"?tab=story&{story}&event=event5")
        window = "?from=2021-10-01&to=2023-08-01&event=event5"
        invented(browser, sample.timeline(), "every-kind", window)
        invented(browser, sample.empty(), "nothing")
        browser.close()


if __name__ == "__main__":
    main()

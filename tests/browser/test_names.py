"""Names that may be one are offered on the page of a name, and stay as somebody decides."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dash import Dash
from playwright.sync_api import Page, expect

from tests.browser.conftest import MOMENT, settle
from tests.browser.test_accessibility import faults
from timeline.app import store_session
from timeline.store import Store
from timeline.web.server import create_app

Open = Callable[..., Page]
ARTICLES = {
    "bridge.txt": "Petr Kovalenko opened the bridge in Tarsk on 3 May 2021. "
    "Kovalenko praised the engineers on 4 May 2021.",
    "visit.txt": "Petr Kovalenko met the engineers of the bridge in Tarsk on 5 May 2021.",
    "bank.txt": "Lena Marlow closed the bank on 9 May 2021.",
    "court.txt": "Lena Marlow sued the bank in Ellery on 11 May 2021.",
    "sale.txt": "Lena sold the bank on 19 May 2021.",
    "farmers.txt": "Petr Kovalenco met farmers and engineers of the bridge on 7 May 2021.",
}
SHOWN, OTHER = "Petr Kovalenko", "Petr Kovalenco"


@pytest.fixture
def spelt_twice(tmp_path: Path, serving: Callable[[Dash], str]) -> str:
    articles = tmp_path / "articles"
    articles.mkdir()
    for name, told in ARTICLES.items():
        (articles / name).write_text(told, "utf-8")
    with Store.open(tmp_path / "names.sqlite") as store:
        store_session.extract_into(store, [articles])
    return serving(create_app(Store.open(tmp_path / "names.sqlite"), lambda: MOMENT))


def test_a_name_is_joined_parted_and_both_are_taken_back(spelt_twice: str, opened: Open) -> None:
    page = opened(f"{spelt_twice}?name={SHOWN.replace(' ', '+')}")
    dialog = page.get_by_role("dialog", name=SHOWN)
    offered = dialog.get_by_role("heading", name="Probably the same name")
    expect(offered).to_be_visible()
    assert faults(page) == []
    dialog.get_by_role("button", name=f"They are one: {SHOWN} and {OTHER}").click()
    expect(offered).to_be_hidden()
    expect(dialog.get_by_text(f"also {OTHER}")).to_be_visible()
    settle(page)
    page.locator("#toast").get_by_role("button", name="Undo").click()
    expect(offered).to_be_visible()
    dialog.get_by_role("button", name=f"Two names: {SHOWN} and {OTHER}").click()
    expect(offered).to_be_hidden()
    page.keyboard.press("z")
    expect(offered).to_be_visible()
    dialog.get_by_role("button", name=f"Two names: {SHOWN} and {OTHER}").click()
    expect(offered).to_be_hidden()
    settle(page)
    page.reload()
    settle(page)
    expect(dialog.locator("#name-title")).to_have_text(SHOWN)
    expect(offered).to_be_hidden()

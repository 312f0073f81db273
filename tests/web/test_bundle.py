"""The page's own files, each kind as one: all that lies in `assets/`, asked for once."""

import re

import pytest
from flask.testing import FlaskClient

from tests.web import sample
from timeline.bundler import read_module
from timeline.web.page import bundle
from timeline.web.server import ASSETS, make_page

SMALL = 2000  # characters, read before the first paint
INDEX_LINK = r'(?:href|src)="([^"]+)"'


@pytest.fixture
def client() -> FlaskClient:
    shelved = sample.Shelved(sample.timeline())
    made: FlaskClient = make_page(shelved, shelved.publish, shelved.foresee).server.test_client()
    return made


def test_every_script_and_style_is_in_its_bundle(client: FlaskClient) -> None:
    style, script = client.get("/assets/page.css").text, client.get("/assets/page.js").text
    for sheet in ASSETS.rglob("*.css"):
        assert style.count(sheet.read_text("utf-8").splitlines()[0]) == 1, sheet
    for part in (ASSETS / "scripts").rglob("*.js"):
        assert (read_module(part).body in script) == (part != ASSETS / bundle.HEAD), part


def test_the_script_in_the_head_is_the_small_one(client: FlaskClient) -> None:
    head = client.get("/assets/theme.js").text
    assert read_module(ASSETS / bundle.HEAD).body in head
    assert len(head) < SMALL


def test_icons_come_with_the_style(client: FlaskClient) -> None:
    addresses = re.findall(r"url\(\"([^\")]+)\"\)", client.get("/assets/page.css").text)
    others = {address for address in addresses if not address.startswith("data:")}
    assert {address.split("/")[0] for address in others} <= {"fonts", "favicon.svg"}
    assert len(others) < len(addresses)


def test_another_content_has_another_address() -> None:
    one, other = (bundle.Bundle("page.css", text, "text/css") for text in ("a{}", "b{}"))
    assert one.address != other.address
    assert one.address == bundle.Bundle("page.css", "a{}", "text/css").address


def test_the_index_asks_for_what_is_there(client: FlaskClient) -> None:
    asked = re.findall(INDEX_LINK, client.get("/").text)
    assert any(address.startswith("assets/page.js?v=") for address in asked)
    for address in asked:
        if not address.startswith("#"):
            with client.get(f"/{address.lstrip('/')}") as answer:
                assert answer.status_code == 200, address


def test_what_a_browser_may_keep_says_so(client: FlaskClient) -> None:
    assert "immutable" in client.get("/assets/page.js").headers["Cache-Control"]


def test_old_browsers_alone_need_what_is_left_out(client: FlaskClient) -> None:
    """Dash's scripts still call one name of what is left out; it comes with the page's own."""
    index = client.get("/").text
    assert "polyfill" not in index
    assert "dash_table/" not in index.split("</script>", 2)[-1]
    assert "regeneratorRuntime" in client.get("/assets/page.js").text

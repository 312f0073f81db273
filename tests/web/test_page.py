"""The page as the server gives it: its parts, its headers, its callbacks."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient

from tests.api.asking import API
from tests.web import sample
from tests.web.components import having, walk
from timeline.drawing.theme import DARK, LIGHT
from timeline.editing.editor import Editor
from timeline.errors import EditError
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.exports.view import export_menu
from timeline.web.layout import static
from timeline.web.layout.frame import layout
from timeline.web.page import ids
from timeline.web.server import ASSETS, make_page


@pytest.fixture
def shelved() -> sample.Shelved:
    return sample.Shelved(sample.timeline())


@pytest.fixture
def page(shelved: sample.Shelved) -> Dash:
    return make_page(shelved, shelved.publish, shelved.foresee)


@pytest.fixture
def client(page: Dash) -> FlaskClient:
    made: FlaskClient = page.server.test_client()
    return made


def directives(policy: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy.split(";"))
    return {name: values for name, *values in parts}


def test_scripts_run_only_where_they_are_named(client: FlaskClient) -> None:
    policy = directives(client.get("/").headers["Content-Security-Policy"])
    assert policy["default-src"] == ["'none'"]
    assert policy["connect-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'none'"]
    first, *hashes = policy["script-src"]
    assert first == "'self'"
    assert hashes
    assert all(re.fullmatch(r"'sha256-[\w+/]+='", value) for value in hashes)
    for values in policy.values():
        assert not {"'unsafe-eval'", "*", "https:", "http:"} & set(values)


@pytest.mark.parametrize(
    "path", ["/", "/assets/page.css", "/_dash-layout", "/assets/styles/base/tokens.css", "/no"]
)
def test_every_answer_has_the_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as response:
        headers = response.headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Content-Security-Policy" in headers


def test_the_page_names_no_other_host(client: FlaskClient) -> None:
    html = client.get("/").get_data(as_text=True)
    loaded = re.findall(r"""(?:src|href)=["']([^"']+)""", html)
    assert loaded
    assert not [address for address in loaded if "//" in address]


@pytest.mark.parametrize(
    "asset",
    sorted(
        p
        for kind in ("css", "js", "svg")
        for p in ASSETS.rglob(f"*.{kind}")
        if p.parent.name != "vendor"
    ),
    ids=lambda path: path.name,
)
def test_no_asset_names_another_host(asset: Path) -> None:
    text = asset.read_text("utf-8").replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?://|@import|url\(\s*['\"]?//", text)


def test_the_outline_stands_before_any_script_has_run(client: FlaskClient) -> None:
    html = client.get("/").get_data(as_text=True)
    assert 'id="react-entry-point"' in html
    assert "Loading …" in html
    assert "<title>Timeline</title>" in html


def test_the_colours_of_the_page_are_those_of_the_figures(client: FlaskClient) -> None:
    sheet = client.get("/assets/page.css").get_data(as_text=True)
    light, dark, *_ = sheet.split('[data-theme="dark"]')
    assert f"--background: {LIGHT.background};" in light
    assert f"--background: {DARK.background};" in dark
    for category, colour in LIGHT.categories:
        assert f"--category-{category.value}: {colour};" in light


def test_every_style_variable_that_is_used_is_set(client: FlaskClient) -> None:
    style = client.get("/assets/page.css").text
    used = set(re.findall(r"var\((--[\w-]+)\)", style))
    set_here = set(re.findall(r"(--[\w-]+):", style))
    assert used <= set_here


def nobody(by: str) -> Editor:
    raise EditError(f"{by} has no editor")


def test_every_id_has_its_component(shelved: sample.Shelved) -> None:
    page = make_page(shelved, shelved.publish, shelved.foresee, editors=nobody)
    tree = layout(CollectionCache(shelved), nobody)
    present = [getattr(c, "id", None) for c in walk(tree)]
    named = {value for name, value in vars(ids).items() if name.isupper()}
    asked = [p for call in page.callback_map.values() for p in (*call["inputs"], *call["state"])]
    values = {part["property"] for part in asked if part["id"] == ids.VALUES}
    assert values <= named
    seen = named - values
    assert seen <= set(present)
    assert all(present.count(name) == 1 for name in seen)
    assert {part["id"] for part in asked} <= seen


def test_nothing_is_decided_where_nobody_may(client: FlaskClient, shelved: sample.Shelved) -> None:
    tree = layout(CollectionCache(shelved))
    assert not having(tree, "id", "decide-bar")
    assert not having(tree, "id", "tab-review")
    answer = client.post(f"{API}/edits/confirm", json={"events": ["event0"]})
    assert answer.status_code == 403


def test_every_output_has_one_owner(page: Dash) -> None:
    outputs = [o for key in page.callback_map for o in key.strip(".").split("...")]
    assert len(outputs) == len(set(outputs))
    assert not [output for output in outputs if "@" in output]


def test_every_button_knows_its_action(shelved: sample.Shelved) -> None:
    script = "".join(path.read_text("utf-8") for path in (ASSETS / "scripts").rglob("*.js"))
    tree = [layout(CollectionCache(shelved), editors=nobody), static.layout(), export_menu()]
    actions = {getattr(b, "data-action") for b in having(tree, "data-action")}
    actions |= {"toggle", "clear", "clear-all", "select", "deselect", "open-article", "take-back"}
    missing = {a for a in actions if f"{a}:" not in script and f'"{a}":' not in script}
    assert not missing


def call(client: FlaskClient, page: Dash, output: str, **given: object) -> dict[str, Any]:
    """Run a callback as the browser would, found by one of its outputs."""
    key = next(key for key in page.callback_map if output in key.strip(".").split("..."))
    entry = page.callback_map[key]
    names = [o.rsplit(".", 1) for o in key.strip(".").split("...")]
    outputs = [{"id": name, "property": prop} for name, prop in names]

    def filled(parts: list[dict[str, str]]) -> list[dict[str, Any]]:
        named = ((p, p["property"] if p["id"] == ids.VALUES else p["id"]) for p in parts)
        return [{**part, "value": given.get(name)} for part, name in named]

    body = {
        "output": key,
        "outputs": outputs if key.startswith("..") else outputs[0],
        "inputs": filled(entry["inputs"]),
        "state": filled(entry["state"]),
        "changedPropIds": [f"{p['id']}.{p['property']}" for p in entry["inputs"]][:1],
    }
    answered = client.post("/_dash-update-component", json=body)
    assert answered.status_code in (200, 204), answered.text
    return dict(answered.get_json()["response"]) if answered.status_code == 200 else {}


def test_the_timeline_is_drawn_for_what_is_asked(client: FlaskClient, page: Dash) -> None:
    drawn = call(
        client,
        page,
        "timeline.figure",
        view="from=2022-01-01&to=2022-12-31",
        lanes="lanes=actor",
        selected="event=event0",
        theme="dark",
        width=900,
    )
    assert drawn[ids.VALUES][ids.DRAWN]["last"] - drawn[ids.VALUES][ids.DRAWN]["first"] == 364
    figure = json.dumps(drawn[ids.TIMELINE]["figure"])
    assert "Norland" in figure
    assert DARK.text in figure
    assert "in view" in drawn[ids.TIMELINE_NOTE]["children"]


def test_the_drawing_escapes_markup_in_titles(client: FlaskClient, page: Dash) -> None:
    drawn = call(client, page, "timeline.figure", view="q=onerror", width=900)
    figure = json.dumps(drawn[ids.TIMELINE]["figure"])
    assert "<script" not in figure
    assert "<img" not in figure


def test_nothing_to_draw_says_so(client: FlaskClient, page: Dash) -> None:
    drawn = call(client, page, "timeline.figure", view="q=nothing-has-this", width=900)
    assert "Nothing matches" in json.dumps(drawn[ids.TIMELINE_EMPTY])
    assert "graph-empty" in drawn[ids.TIMELINE]["className"]


def test_a_chart_of_no_width_yet_is_drawn_all_the_same(client: FlaskClient, page: Dash) -> None:
    assert call(client, page, "timeline.figure", view="-", width=None)[ids.TIMELINE]["figure"]


def test_overview_and_legend_follow_the_window(client: FlaskClient, page: Dash) -> None:
    shown = call(client, page, "overview.figure", width=900, later="from=2022-01-01&to=2022-06-30")
    (brush,) = shown[ids.OVERVIEW]["figure"]["layout"]["selections"]
    assert brush["x0"] != brush["x1"]
    assert "throughout" in json.dumps(shown[ids.LEGEND])
    whole = call(client, page, "overview.figure", width=900, later="-")
    assert not whole[ids.OVERVIEW]["figure"]["layout"].get("selections")


def test_table_and_order_agree(client: FlaskClient, page: Dash) -> None:
    shown = call(client, page, "table.children", later="category=economy", listing="-", tab="-")
    assert shown[ids.TABLE_COUNT]["children"] == "5"
    order = call(client, page, "values.order", later="category=economy", selected="-")
    assert order["values"]["order"]["total"] == len(order["values"]["order"]["ids"]) == 5


def test_selecting_what_is_gone_shows_the_welcome(client: FlaskClient, page: Dash) -> None:
    shown = call(client, page, "evidence.children", selected="event=gone")
    assert "No event selected" in json.dumps(shown)


def test_the_page_hears_of_new_versions_only(
    client: FlaskClient, page: Dash, shelved: sample.Shelved
) -> None:
    assert call(client, page, "values.version", version=1) == {}
    shelved.writes = 7
    assert call(client, page, "values.version", version=1) == {"values": {"version": 7}}


DATED = {"document": "rumour.txt", "date": "2023-02-08"}


def test_a_date_is_set_and_what_moved_is_said(client: FlaskClient, shelved: sample.Shelved) -> None:
    answer = client.post(f"{API}/edits/published", json=DATED)
    said = "Published 8 February 2023 (set by hand): 1 date moved."
    assert answer.get_json()["said"] == said
    assert shelved.version() == 2


def test_a_date_that_is_none_is_blamed_in_one_line(
    client: FlaskClient, shelved: sample.Shelved
) -> None:
    answer = client.post(f"{API}/edits/published", json={**DATED, "date": "soon"})
    assert answer.status_code == 422
    said = answer.get_json()["detail"]
    assert said.startswith("'soon' is not a date")
    assert "\n" not in said
    assert shelved.version() == 1


def test_what_a_date_would_move_is_said_and_nothing_is_set(
    client: FlaskClient, shelved: sample.Shelved
) -> None:
    told = client.post(f"{API}/previews/published", json=DATED).get_json()
    assert told["said"] == "1 date would move:"
    (move,) = told["moves"]
    assert (move["before"], move["after"]) == ("date unknown", "6 February 2023")
    assert shelved.version() == 1


def test_what_was_set_before_is_what_undoes_it(client: FlaskClient) -> None:
    first = client.post(f"{API}/edits/published", json=DATED).get_json()
    second = client.post(f"{API}/edits/published", json={**DATED, "date": "2023-03-01"}).get_json()
    assert (first["before"], second["before"]) == (None, "2023-02-08")


def test_the_store_is_read_once_a_version(shelved: sample.Shelved) -> None:
    cache = CollectionCache(shelved)
    assert cache.collection() is cache.collection()
    before = cache.collection()
    shelved.writes += 1
    assert cache.collection() is not before


def test_what_a_callback_shows_is_one_component_to_dash(client: FlaskClient, page: Dash) -> None:
    # Dash asks each component it knows at each of its steps: rows and cells would be thousands.
    given: dict[str, object] = {
        "view": "-",
        "later": "-",
        "selected": "event=event0",
        "tab": "view=events",
        "width": 360,
        "theme": "light",
    }
    keys = [key for key in page.callback_map if ".children" in key and ".n_" not in key]
    served = [key for key in keys if "callback" in page.callback_map[key]]
    shown = [call(client, page, key.strip(".").split("...")[0], **given) for key in served]
    children = [part["children"] for told in shown for part in told.values() if "children" in part]
    assert len(children) >= len(served)
    assert sum(isinstance(part, dict) for part in children) >= 5
    for part in children:
        assert part is None or isinstance(part, (str, int)) or part["type"] == "Still"

"""Every request is checked at one boundary: malformed ones are answered with 400 and a sentence."""

import json
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st

from tests.api.asking import API
from tests.web import sample
from timeline.errors import RequestError
from timeline.store import Store
from timeline.web.api import serving as api
from timeline.web.auth.passwords import Password
from timeline.web.auth.service import Service
from timeline.web.boundary.callbacks import values_taken
from timeline.web.boundary.routes import ROUTES, route_of
from timeline.web.boundary.strict_json import JsonLimits, parse_json
from timeline.web.boundary.values import VALUES
from timeline.web.page import ids, limits
from timeline.web.server import create_app, make_page

ADDRESS = "/_dash-update-component"


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Dash:
    """Return a page with all that a page can have: a store, articles, a password."""
    store = Store.open(str(tmp_path_factory.mktemp("store") / "held.sqlite"))
    made = create_app(store, lambda: "2024-05-01T12:00:00+00:00", Service(Password.of("x" * 12)))
    made.server.test_client().get("/")  # Dash collects the callbacks at the first request
    return made


@pytest.fixture(scope="module")
def page() -> Dash:
    shelved = sample.Shelved(sample.timeline())
    return make_page(shelved, shelved.publish, shelved.foresee)


@pytest.fixture(scope="module")
def client(page: Dash) -> FlaskClient:
    made: FlaskClient = page.server.test_client()
    made.get("/")
    return made


def body_of(page: Dash, output: str, **given: object) -> dict[str, Any]:
    """Return what the browser would send for a callback, found by one of its outputs."""
    key = next(key for key in page.callback_map if output in key.strip(".").split("..."))
    names = [o.rsplit(".", 1) for o in key.strip(".").split("...")]
    outputs = [{"id": name, "property": prop} for name, prop in names]
    entry = page.callback_map[key]
    return {
        "output": key,
        "outputs": outputs if key.startswith("..") else outputs[0],
        "inputs": [{**one, "value": given.get(one["property"])} for one in entry["inputs"]],
        "changedPropIds": [f"{p['id']}.{p['property']}" for p in entry["inputs"]][:1],
        "state": [{**one, "value": given.get(one["property"])} for one in entry["state"]],
    }


def refused(client: FlaskClient, body: object, status: int = 400) -> str:
    """Send a body to the callbacks and return the one sentence that refuses it."""
    text = body if isinstance(body, (bytes, str)) else json.dumps(body)
    answer = client.post(ADDRESS, data=text, content_type="application/json")
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "text/plain"
    assert answer.text.strip().count("\n") == 0
    assert answer.text.endswith(".\n")
    return answer.text.strip()


# ---------- nothing is left out ----------
def test_every_value_that_a_callback_takes_has_a_schema(app: Dash) -> None:
    assert values_taken(app) == set(VALUES)


def test_every_route_says_what_it_takes(app: Dash) -> None:
    rules = [r for r in app.server.url_map.iter_rules() if r.rule != "/logout"]
    routes = {**ROUTES, **api.routes()}
    missing = [
        (m, r.rule) for r in rules for m in r.methods or () if not route_of(m, r.rule, routes)
    ]
    posts = {rule for method, rule in routes if method in {"POST", "DELETE"}}
    assert [(m, rule) for m, rule in missing if not (m == "OPTIONS" and rule in posts)] == []
    known = {rule.rule for rule in app.server.url_map.iter_rules()}
    assert {rule for _, rule in routes} <= known


# ---------- the envelope of a callback ----------
def test_what_the_browser_sends_is_answered(client: FlaskClient, page: Dash) -> None:
    body = body_of(page, "table.children", later="q=dam", listing="rows=100", tab="-", version=1)
    assert client.post(ADDRESS, json=body).status_code == 200
    assert client.post(ADDRESS, json={**body, "parsedChangedPropsIds": []}).status_code == 200


@pytest.mark.parametrize(
    ("part", "value", "words"),
    [
        ("output", "no.such", "no such callback"),
        ("output", 3, "output: a text is needed"),
        ("output", "values.later", "no such callback"),  # one of the scripts'
        ("outputs", [], "outputs"),
        ("outputs", {"id": "values", "property": "version"}, "outputs"),
        ("outputs", "x", "outputs"),
        ("inputs", [], "inputs"),
        ("inputs", {}, "inputs: a list is needed"),
        ("inputs", None, "inputs: a list is needed"),
        ("inputs", [3], "inputs.0: an object is needed"),
        ("inputs", [{"id": {"type": "x"}, "property": "version"}], "inputs.0.id"),
        ("inputs", [{"id": "values", "property": "tick", "value": 1}], "inputs"),
        ("inputs", [{"id": "values", "property": "version", "value": 1}] * 2, "inputs"),
        ("state", [{"id": "values", "property": "version"}], "state"),
        ("changedPropIds", ["values.tick"], "changedPropIds"),
        ("changedPropIds", [["values.version"]], "changedPropIds.0: a text is needed"),
    ],
)
def test_a_callback_is_asked_for_as_it_is_declared(
    client: FlaskClient, page: Dash, part: str, value: object, words: str
) -> None:
    body = body_of(page, "counts.children", version=1)
    assert words in refused(client, {**body, part: value})


@pytest.mark.parametrize(
    "body", ["null", "[]", "3", '"x"', "{}", "", " ", "{", "{} {}", "\ufeff{}"]
)
def test_what_is_no_envelope_is_refused(client: FlaskClient, body: str) -> None:
    assert refused(client, body)


# ---------- each value ----------
@pytest.mark.parametrize(
    ("output", "name", "value", "words"),
    [
        ("timeline.figure", ids.WIDTH, 1_000_000_000, "width: the most allowed is 100,000"),
        ("timeline.figure", ids.WIDTH, -1, "width: the least allowed is 0"),
        ("timeline.figure", ids.WIDTH, True, "width: a whole number is needed"),
        ("timeline.figure", ids.WIDTH, "900", "width: a whole number is needed"),
        ("timeline.figure", ids.WIDTH, 900.5, "width: a whole number is needed"),
        ("timeline.figure", ids.VIEW, "q=" + "x" * limits.STATE, "view: at most 20,000 characters"),
        ("timeline.figure", ids.VIEW, ["q=dam"], "view: a text is needed"),
        ("timeline.figure", ids.THEME, "blue", "theme"),
        ("counts.children", ids.VERSION, "1", "version: a whole number is needed"),
        ("counts.children", ids.VERSION, 10**15 * 99, "too large"),
        ("runs.children", ids.RUNS_SEEN, "x", "runs_seen: an object is needed"),
        ("runs.children", ids.RUNS_SEEN, {"mark": 1}, "runs_seen.mark: a text is needed"),
    ],
)
def test_each_value_is_of_its_type_and_within_bounds(
    client: FlaskClient, page: Dash, output: str, name: str, *, value: object, words: str
) -> None:
    assert words in refused(client, body_of(page, output, **{name: value}))


def test_a_chart_wider_than_any_screen_costs_no_more_than_the_widest(
    client: FlaskClient, page: Dash
) -> None:
    def drawn(width: int) -> object:
        body = body_of(page, "timeline.figure", width=width, view="", theme="light", version=1)
        answer = client.post(ADDRESS, json=body)
        assert answer.status_code == 200, answer.text
        return answer.get_json()["response"]

    assert drawn(100_000) == drawn(10_000) != drawn(1_000)


@pytest.mark.parametrize("name", sorted(name for _, name in VALUES))
@given(value=st.sampled_from([3.5, [[]], "x" * 3_000_000, {"a": {"b": [None]}}, True, -7]))
def test_no_value_takes_everything(name: str, value: object) -> None:
    schema = VALUES[(ids.VALUES, name)]
    accepted = []
    for one in (value, "x" * 3_000_000, [[]], -7):
        try:
            schema.validate_python(one, strict=True)
            accepted.append(one)
        except ValueError:
            continue
    assert [] not in accepted
    assert not [one for one in accepted if isinstance(one, (str, list)) or one == -7]


@pytest.mark.parametrize(
    ("kind", "body", "words"),
    [
        ("edit", {"event": "e"}, "fields: this is needed"),
        ("edit", {"event": "e", "fields": {"title": "x" * 1_001}}, "fields.title: at most 1,000"),
        ("edit", {"event": "e", "fields": {"when": "1" * 201}}, "fields.when: at most 200"),
        ("edit", {"event": "e", "fields": {"note": None}}, "fields.note: a text is needed"),
        ("confirm", {"events": "e1"}, "events: a list is needed"),
        ("confirm", {"events": ["e"] * 20_001}, "events: at most 20,000 entries"),
        ("confirm", {"events": [3]}, "events.0: a text is needed"),
        ("split", {"event": "e", "mentions": [True]}, "mentions.0: a whole number"),
        ("undo", {"edit": -1}, "edit: the least allowed is 0"),
        ("add", {"fields": {}, "quote": "x" * 20_001}, "quote: at most 20,000"),
        ("add", {"fields": {}, "start": 1e300}, "start: a whole number"),
        ("confirm", {"events": [], "by": "x" * 81}, "by: at most 80"),
        ("published", {"document": "rumour.txt"}, "date: this is needed"),
        ("published", {"document": "rumour.txt", "date": "1" * 201}, "date: at most 200"),
        ("published", {"document": None, "date": None}, "document: a text is needed"),
    ],
)
def test_an_edit_is_typed_and_bounded(
    app: Dash, kind: str, body: dict[str, object], words: str
) -> None:
    client = app.server.test_client()
    client.post("/login", data={"password": "x" * 12})
    answer = client.post(f"{API}/edits/{kind}", json=body)
    assert answer.status_code == 400
    assert words in answer.get_json()["detail"]


def test_what_an_edit_says_besides_is_refused_by_its_place(app: Dash) -> None:
    client = app.server.test_client()
    client.post("/login", data={"password": "x" * 12})
    answer = client.post(f"{API}/edits/undo", json={"by": "ana", "held": {"e1": [1, 2]}})
    assert answer.status_code == 400
    needed = "nothing of this name is taken"
    assert answer.get_json()["errors"] == [{"place": ["held"], "detail": needed}]
    answer = client.post(f"{API}/edits/undo", json={"by": "ana"})
    assert answer.status_code == 422
    assert "nothing to undo" in answer.text


# ---------- JSON ----------
@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"[" * 100_000, "nested too deep"),
        (b'{"a":' * 100_000, "nested too deep"),
        (b"[" + b"0," * 200_000 + b"0]", "at most 100,000 values"),
        (b"[NaN]", "NaN"),
        (b"[-Infinity]", "-Infinity"),
        (b"[1e999]", "too large"),
        (b"[" + b"9" * 100_000 + b"]", "too large"),
        (b'{"a": 1, "a": 2}', "twice"),
        (b'["\\ud800"]', "half a character"),
        (b'["\\u0000"]', "NUL"),
        (b'["\xff"]', "UTF-8"),
        (b'["\0"]', "not JSON"),
        (b'["' + b"\\" * 99_999 + b'"', "not JSON"),
        (b'"' + b'\\"' * 500_000, "not JSON"),
        (b"", "empty"),
    ],
)
def test_json_is_plain_data_and_bounded(text: bytes, words: str) -> None:
    with pytest.raises(RequestError, match=words):
        parse_json(text)


PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
NUMBERS = st.integers(-(10**16) + 1, 10**16 - 1) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | PLAIN,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(PLAIN, inner, max_size=5),
    max_leaves=20,
)


@given(JSON, st.booleans())
def test_what_is_plain_is_read_as_it_is(value: object, ascii_only: bool) -> None:  # noqa: FBT001
    assert (
        parse_json(json.dumps(value, ensure_ascii=ascii_only).encode(), JsonLimits(depth=99))
        == value
    )


@given(st.binary(max_size=200) | st.text('[]{},:"\\u0d8e1.-+ntf', max_size=200).map(str.encode))
def test_any_bytes_are_json_or_refused_in_a_sentence(text: bytes) -> None:
    try:
        value = parse_json(text)
    except RequestError as error:
        value = str(error)
    assert value is None or isinstance(value, (bool, int, float, str, list, dict))


# ---------- other addresses ----------
@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("/previews/names", {"names": "a.txt"}, "names: a list is needed"),
        ("/previews/names", {"names": ["a"] * 10_001}, "names: at most 10,000 entries"),
        ("/previews/names", {"names": ["a" * 4_097]}, "names.0: at most 4,096 characters"),
        ("/previews/names", [], "The request: an object is needed"),
        ("/previews/published", {"date": "2022"}, "document: this is needed"),
        ("/previews/names", {"names": [None]}, "names.0: a text is needed"),
        ("/collections", {"name": 3}, "name: a text is needed"),
        ("/collections", {"name": "x" * 1_001}, "name: at most 1,000 characters"),
    ],
)
def test_what_other_addresses_take_is_typed_too(
    app: Dash, path: str, body: object, words: str
) -> None:
    client = app.server.test_client()
    client.post("/login", data={"password": "x" * 12})
    answer = client.post(f"{API}{path}", json=body)
    assert answer.status_code == 400
    assert words in answer.get_json()["detail"]


@pytest.mark.parametrize(
    ("method", "path", "headers", "body", "status"),
    [
        ("POST", ADDRESS, {"Content-Type": "text/plain"}, b"{}", 415),
        ("POST", ADDRESS, {}, b"{}", 415),
        ("POST", ADDRESS, {}, b"", 400),
        ("GET", ADDRESS, {}, b"", 404),  # as at any address where nothing is
        ("PUT", "/export", {}, b"", 405),
        ("FOO", "/", {}, b"", 405),
        ("POST", ADDRESS, {"Content-Type": "application/json"}, b"[" + b" " * 3_000_000, 413),
        ("GET", "/export?format=%ff", {}, b"", 404),
        ("GET", "/export?format=json&q=" + "x" * limits.ADDRESS, {}, b"", 414),
        ("GET", "/" + "x" * 5_000, {}, b"", 414),
        ("GET", "/a%00b", {}, b"", 400),
        ("GET", "/_dash-component-suites/os/path.js", {}, b"", 404),
        ("GET", "/_dash-component-suites/dash/../dash.py", {}, b"", 404),
        ("GET", "/assets/page.css", {"Range": "bytes=99999999-"}, b"", 200),
        ("GET", "/assets/favicon.svg", {"Range": "bytes=99999999-"}, b"", 416),
        ("GET", "/", {"Host": "[::1"}, b"", 403),
        ("POST", ADDRESS, {"Origin": "http://["}, b"", 403),
    ],
)
def test_a_wrong_frame_has_its_own_status(
    client: FlaskClient,
    method: str,
    path: str,
    *,
    headers: dict[str, str],
    body: bytes,
    status: int,
) -> None:
    with client.open(path, method=method, headers=headers, data=body) as answer:
        assert answer.status_code == status
        if status >= 400:
            assert answer.get_data(as_text=True).count("\n") == 1


def test_the_password_and_where_to_go_on_are_bounded(app: Dash) -> None:
    client = app.server.test_client()
    assert client.post("/login", data={"password": "x" * 1_001}).status_code == 400
    assert client.post("/login", data={"password": "x", "next": "//["}).status_code == 403
    assert client.get("/login?next=//[").status_code == 200
    assert client.post("/login", data=b"x" * 200_000, content_type="text/plain").status_code == 413


def test_a_pasted_text_s_date_and_title_are_bounded(app: Dash) -> None:
    client = app.server.test_client()
    client.post("/login", data={"password": "x" * 12})
    text = {"text": "It rained.", "published": "1" * 201}
    answer = client.post(f"{API}/articles", data=text, content_type="multipart/form-data")
    assert answer.status_code == 400
    assert answer.get_json()["detail"] == "published: at most 200 characters are allowed."

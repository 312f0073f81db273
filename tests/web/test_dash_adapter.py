"""What the page relies on in Dash and Plotly, asked of the versions that are installed."""

import json

import plotly.graph_objects as go
import pytest
from dash import Dash, Input, Output, dcc, html

from timeline.drawing.plotly.drawing import figure_of
from timeline.web.page.dash_adapter import (
    COMPONENT_FILES,
    DEPENDENCIES,
    LAYOUT,
    UPDATE,
    DeclaredCallback,
    OutlinedDash,
    OwnComponent,
    declared_callback,
    declared_callbacks,
    is_html,
    properties_of,
)

OUTLINE = '<div id="react-entry-point">the outline</div>'


class Picture(OwnComponent):
    _type = "Picture"


@pytest.fixture
def app() -> OutlinedDash:
    made = OutlinedDash(__name__, serve_locally=True)
    made.outline = OUTLINE
    made.layout = html.Div([dcc.Input("typed"), html.P(id="said"), Picture(id="seen", figure={})])

    @made.callback(Output("said", "children"), Input("typed", "value"))
    def say(value: str) -> str:
        return value

    made.clientside_callback(  # type: ignore[no-untyped-call]
        "value => value", Output("seen", "figure"), Input("typed", "value")
    )
    return made


def test_a_component_of_ones_own_is_sent_like_any_other(app: Dash) -> None:
    sent = app.server.test_client().get(LAYOUT).get_json()["props"]["children"][2]
    assert sent == {
        "type": "Picture",
        "namespace": "timeline_parts",
        "props": {"id": "seen", "figure": {}},
    }
    assert properties_of(Picture(id="a", **{"data-x": "1"})) == {"id": "a", "data-x": "1"}


def test_an_element_of_html_is_told_from_other_components() -> None:
    assert is_html(html.P("text"))
    assert not is_html(dcc.Input())
    assert not is_html(Picture(id="a"))
    assert properties_of(html.P("text", className="c")) == {"children": "text", "className": "c"}


def test_the_outline_stands_in_the_page_and_unused_scripts_are_left_out(app: Dash) -> None:
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert OUTLINE in page
    assert "Loading..." not in page
    plain = Dash(__name__, serve_locally=True)
    plain.layout = html.Div()
    usual = plain.server.test_client().get("/").get_data(as_text=True)
    for unused in ("polyfill@", "/dash_table/", "/dcc/"):
        assert unused in usual  # what is left out is there to be left out
        assert unused not in page
    assert "dash_renderer" in page


def test_callbacks_of_the_server_are_declared_as_requests_name_them(app: Dash) -> None:
    expected = DeclaredCallback((("said", "children"),), (("typed", "value"),), ())
    client = app.server.test_client()
    client.get(LAYOUT)
    listed = {one["output"]: one for one in client.get(DEPENDENCIES).get_json()}
    assert declared_callback(app, "said.children") == expected
    assert listed["said.children"]["inputs"] == [{"id": "typed", "property": "value"}]
    assert declared_callback(app, "seen.figure") is None  # the browser's
    assert declared_callback(app, "other.children") is None
    assert list(declared_callbacks(app)) == [expected]


def test_a_callback_is_asked_for_at_its_address(app: Dash) -> None:
    client = app.server.test_client()
    client.get(LAYOUT)
    body = {
        "output": "said.children",
        "outputs": {"id": "said", "property": "children"},
        "inputs": [{"id": "typed", "property": "value", "value": "word"}],
        "changedPropIds": ["typed.value"],
    }
    answer = client.post(UPDATE, data=json.dumps(body), content_type="application/json")
    assert answer.get_json()["response"] == {"said": {"children": "word"}}


def test_files_of_components_lie_below_one_address(app: Dash) -> None:
    page = app.server.test_client().get("/").get_data(as_text=True)
    assert f'src="{COMPONENT_FILES}' in page


def test_a_drawing_becomes_a_figure_without_being_checked() -> None:
    drawn = {"data": [{"type": "scatter", "x": [1], "y": [2]}], "layout": {"title": {"text": "t"}}}
    assert figure_of(drawn).to_dict()["data"] == go.Figure(drawn).to_dict()["data"]
    assert figure_of({"data": [{"type": "scatter", "unknown": 1}], "layout": {}}) is not None
    with pytest.raises(ValueError, match="unknown"):
        go.Figure({"data": [{"type": "scatter", "unknown": 1}], "layout": {}})

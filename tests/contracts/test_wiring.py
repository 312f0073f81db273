"""What server and scripts call each other by: actions, ids, values, functions, data, requests."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from dash import Dash

from tests.contracts.differences import contradictions, differences, missing
from tests.contracts.scripts import constant, parts, run, script_text
from tests.contracts.source import data_names, first_texts, texts_of
from tests.contracts.styles import sheet
from tests.web import sample
from tests.web.components import attribute, having, walk
from timeline.drawing.plotly.timeline_figure import picked, timeline_drawing
from timeline.drawing.scene.scene import Wish, compose
from timeline.drawing.theme import LIGHT
from timeline.editing.editor import Editor
from timeline.model.edit import EventEdits
from timeline.web.api import serving as api
from timeline.web.api.operation import PREFIX
from timeline.web.api.registry import OPERATIONS
from timeline.web.boundary.routes import ROUTES, BodyKind
from timeline.web.boundary.values import VALUES
from timeline.web.data.collection import Collection, Permissions
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.article.view import article
from timeline.web.features.chart.view import drawn_of, scene_of
from timeline.web.features.evidence.view import evidence
from timeline.web.features.story.view import story
from timeline.web.features.undated.view import undated
from timeline.web.layout import static
from timeline.web.layout.frame import layout
from timeline.web.page import ids
from timeline.web.page.state import State
from timeline.web.server import make_page


def nobody(by: str) -> Editor:
    raise AssertionError(by)


@lru_cache
def page() -> Dash:
    shelved = sample.Shelved(sample.timeline())
    return make_page(shelved, shelved.publish, shelved.foresee, editors=nobody)


@lru_cache
def whole() -> tuple[object, ...]:
    """Everything that stands on a page on which all may be done, with what is filled in later."""
    shelved = sample.Shelved(sample.timeline())
    cache = CollectionCache(shelved, Permissions(change=True, add=True))
    collection = Collection(shelved.timeline(), 1)
    first = replace(collection.columns[0], edits=EventEdits(tags=("a",)))
    return (
        layout(cache, nobody, private=True),
        static.layout(),
        evidence(collection, first),
        article(collection, "harbour.txt"),
        story(collection, [first.id]),
        undated(collection, State().selection),
    )


# --- actions ---


def known_actions() -> set[str]:
    return set(run("return Object.keys(standing().page.actions);"))


def written_actions() -> set[str]:
    """The actions of buttons: of views, of what scripts make, and of what they click by key."""
    by_scripts = re.findall(
        r'action: "([a-z-]+)"|\[data-action="([a-z-]+)"\]\'\)\?\.click', script_text()
    )
    named = {name for pair in by_scripts for name in pair if name}
    tools = {str(attribute(button, "data-action")) for button in having(whole(), "data-action")}
    literal = first_texts("action", "tick", "_tick") | {"select"}
    return {*literal, *tools, *named}


def test_every_button_has_its_action_and_every_action_its_button() -> None:
    sides = {"scripts": known_actions(), "buttons": written_actions()}
    assert not differences(sides)
    assert differences({**sides, "scripts": sides["scripts"] - {"undo"}})


# --- ids ---


def asked_ids() -> set[str]:
    """The ids that scripts look for by a literal name."""
    text = script_text()
    quoted = re.findall(
        r'(?:byId|maybe|(?:input|dialog|button)Of|onSubmit|onClose)\("([\w-]+)"', text
    )
    selected = [
        name
        for selector in re.findall(r'"([^"\n]*#[^"\n]*)"|\'([^\'\n]*#[^\'\n]*)\'', text)
        for part in selector
        for name in re.findall(r"#([a-z][\w-]*)", part)
    ]
    targets = re.findall(r'target\.id (?:!==|===) "([\w-]+)"', text)
    return {*quoted, *selected, *targets}


def present_ids() -> set[str]:
    templates = ("index.html", "skeleton.html")
    in_html = {name for file in templates for name in re.findall(r'id="([\w-]+)"', page_file(file))}
    found = (getattr(part, "id", None) for part in walk(whole()))
    on_page = {str(one) for one in found if one}
    return {*in_html, *on_page, *texts_of("id"), "react-entry-point"}


def page_file(name: str) -> str:
    from tests.contracts.source import PAGE  # noqa: PLC0415 - beside its use

    return (PAGE / name).read_text("utf-8")


def test_every_id_that_scripts_look_for_is_on_the_page() -> None:
    assert not missing(asked_ids(), present_ids(), "no element has this id")
    assert missing({*asked_ids(), "nowhere"}, present_ids())


def test_every_id_that_the_style_names_is_on_the_page() -> None:
    named = set(re.findall(r"#([a-z][\w-]*)(?=[\s,.:>{\[])", sheet()))
    hexes = {name for name in named if re.fullmatch(r"[0-9a-f]{3,8}", name)}
    assert not missing(named - hexes, present_ids(), "no element has this id")


# --- values of the page, and functions of the scripts ---


def test_values_that_scripts_hand_over_are_taken_by_a_callback() -> None:
    handed = set(re.findall(r'\bhand\("(\w+)"', script_text()))
    asked = [p for call in page().callback_map.values() for p in (*call["inputs"], *call["state"])]
    taken = {part["property"] for part in asked if part["id"] == ids.VALUES}
    assert not missing(handed, taken, "no callback takes it")
    assert missing({*handed, "mood"}, taken)


def test_scripts_set_the_component_that_holds_the_values() -> None:
    code = "const s = standing(); s.page.hand('state', '?'); return s.handed;"
    assert run(code) == [[ids.VALUES, {ids.STATE: "?"}]]


def test_every_function_that_callbacks_call_is_there_and_none_beside() -> None:
    called = {
        one["clientside_function"]["function_name"]
        for one in page()._callback_list
        if one["clientside_function"]
    }
    code = "return Object.keys(standing().window.dash_clientside.timeline);"
    sides = {"callbacks": called, "scripts": set(run(code))}
    assert not differences(sides)
    assert differences({**sides, "scripts": sides["scripts"] | {"mood"}})


def test_values_that_scripts_hand_over_are_bounded_at_the_boundary() -> None:
    handed = set(re.findall(r'\bhand\("(\w+)"', script_text())) - {ids.STATE}
    typed = {name for _, name in VALUES}
    assert not missing(handed, typed, "has no type at the boundary")
    assert not missing([*parts()], typed, "has no type at the boundary")


# --- data- attributes ---


def hyphened(name: str) -> str:
    return re.sub(r"[A-Z]", lambda found: f"-{found[0].lower()}", name)


def read_data() -> set[str]:
    """The data- attributes that scripts and the style sheet read."""
    text = f"{script_text()}\n{sheet()}"
    named = re.findall(r'dataset\.(\w+)|\bdata\([\w.]+, "(\w+)"\)', text)
    by_name = {hyphened(name) for pair in named for name in pair if name}
    apart = {
        hyphened(name)
        for names in re.findall(r"const \{([^}]*)\} = [\w.()]*dataset", text)
        for name in re.findall(r"(\w+)(?::[^,}]*)?", names)
    }
    selected = set(re.findall(r"\[data-([a-z-]+)", text))
    limits = {hyphened(name) for name in re.findall(r'limit\("(\w+)"\)', text)}
    return by_name | selected | limits | (apart - {"what"})


def set_by_scripts() -> set[str]:
    text = script_text()
    assigned = re.findall(r"dataset\.(\w+) = ", text)
    toggled = re.findall(r'toggleAttribute\("data-(\w+)"', text)
    made = re.findall(r'"data-(\w+)":', text)
    listed = [
        name
        for names in re.findall(r"Object\.assign\(\w+\.dataset, \{([^}]*)\}", text)
        for name in re.findall(r"(\w+)(?::[^,}]*)?", names)
    ]
    return {hyphened(name) for name in (*assigned, *toggled, *made, *listed)}


# Kept apart by focus.js and tests, which look at all data- attributes of an element alike.
ONLY_NAMES = {"key", "field", "ended", "change", "undone", "run", "form"}


def test_data_that_is_read_is_written() -> None:
    written = data_names() | set_by_scripts()
    assert not missing(read_data(), written, "is read and never written")
    assert missing(read_data() | {"mood"}, written)


def test_data_that_is_written_is_read() -> None:
    assert not missing(data_names(), read_data() | ONLY_NAMES, "is written and never read")
    assert missing(data_names() | {"mood"}, read_data() | ONLY_NAMES)


# --- what a click on the drawing hits ---


def hits() -> list[Any]:
    """The values that marks and cells of a drawing carry."""
    return list(customdata([sample.timeline(), sample.many(900)]))


def customdata(timelines: list[Any]) -> Iterator[Any]:
    for held in timelines:
        drawn = timeline_drawing(compose(held.events, Wish(lanes="category")), LIGHT)
        for trace in drawn["data"]:
            yield from trace.get("customdata", ())


def test_scripts_and_figures_read_the_same_hit_from_a_click() -> None:
    found = [*dict.fromkeys(hits()), "days:-5:7", "days:x:1", "", None, 5]
    code = """
        const { page, window } = standing();
        const hit = (data) => {
          window.location.search = "";
          page.heard.timeline.plotly_click({ points: [{ customdata: data }] });
          const ends = ["from", "to"].map((key) => page.parse(page.get(key)));
          return ends[0] === null ? page.get("event") || null : ends;
        };
        const shown = (mine) => (Array.isArray(mine) ? page.widened(...mine) : mine);
        return [given.found.map(hit), given.mine.map(shown)];
    """
    mine = [list(hit) if isinstance(hit, tuple) else hit for hit in map(picked, found)]
    hit, shown = run(code, {"found": found, "mine": mine})
    assert hit == shown
    assert any(isinstance(hit, list) for hit in mine)
    assert any(isinstance(hit, str) for hit in mine)


def test_scripts_are_told_all_that_they_ask_of_the_drawing() -> None:
    cache = CollectionCache(sample.Shelved(sample.timeline()))
    told = drawn_of(scene_of(cache, "-", "fold=yes", "-", 1000))
    text = script_text()
    asked = set(re.findall(r"view\.drawn\??\.(\w+)|\bdrawn\?\.(\w+)", text))
    names = {name for pair in asked for name in pair if name}
    names |= {
        n
        for names in re.findall(r"const \{([^}]*)\} = view\.drawn", text)
        for n in re.findall(r"\w+", names)
    }
    names |= {"gaps", "size"}  # of what `unfolded` takes
    names |= {"first", "last"} if "zoomed = ({ first, last }" in text else set()
    assert not differences({"told": told, "asked": names})


# --- requests ---

ASKING = """
    const s = standing({ present: () => true });
    const { page, asked } = s;
    const tried = [
      () => page.actions["cancel-run"]({ dataset: { run: "r1" } }),
      () => page.actions["put-run-away"]({ dataset: { run: "r1" } }),
      () => page.actions.remove({ dataset: { document: "a.txt" } }),
      () => page.actions.sample({}),
      () => page.preview("names", { names: [] }),
      () => page.preview("date", { date: "" }),
      () => page.preview("event", { document: "a", start: 0, end: 1 }),
      () => page.preview("published", { document: "a", date: "" }),
      ...given.map((kind) => () => page.edit({ do: kind, events: ["e"], fields: {} })),
    ];
    for (const one of tried) await one();
    const form = { id: "collection-form", querySelector: () => ({}) };
    s.tell("submit", { target: { ...form, closest: () => null } });
    s.at("add-text").value = "A text.";
    s.at("add-dialog").dataset = { largestFile: "9", largest: "9", most: "9" };
    s.at("add-same").hidden = true;
    s.tell("submit", { target: { id: "add-form", closest: () => null } });
    return asked;
"""


KINDS = sorted(one.path.removeprefix("/edits/") for one in OPERATIONS if "/edits/" in one.path)
# Fields one by one are changed by scripts of others: the page's form changes several at once.
NOT_OF_PAGE = {"title", "date", "actors", "places", "note", "{edit}"}
OF_PAGE = [kind for kind in KINDS if kind not in NOT_OF_PAGE]


def rule_of(path: str) -> str:
    named = re.sub(r"/runs/r1\b", "/runs/<run>", f"/{path.lstrip('/')}")
    return named.replace("/articles/a.txt", "/articles/<path:document>")


def test_every_request_of_the_scripts_has_its_route() -> None:
    asked = {(method, rule_of(path)) for path, method in run(ASKING, OF_PAGE)}
    known = {**ROUTES, **api.routes()}
    assert not missing(asked, known, "there is no such route")
    assert missing({*asked, ("POST", "/mood")}, known)


def test_every_route_that_changes_something_is_asked_by_script_or_form() -> None:
    asked = {(method, rule_of(path)) for path, method in run(ASKING, OF_PAGE)}
    forms = {("POST", "/login"), ("POST", "/logout")}  # HTML forms; and Dash asks by itself
    dash = {("POST", "/_dash-update-component")}
    changing = {
        key for key, route in ROUTES.items() if key[0] == "POST" or route.body is not BodyKind.NONE
    }
    changing |= {(one.method, one.rule) for one in OPERATIONS if one.method != "GET"}
    changing -= {("POST", f"{PREFIX}/edits/{kind}") for kind in NOT_OF_PAGE}
    sides = {"routes": changing, "asked": asked | forms | dash}
    assert not differences(sides)


def test_addresses_in_scripts_and_html_are_those_of_routes() -> None:
    text = script_text()
    found = re.findall(r'\bcall\("[A-Z]+", [`"]([a-z]+)', text)
    found += re.findall(r'\.open\("POST", `\$\{API\}/([a-z]+)`\)', text)
    found = [f"{constant('API')}/{path}" for path in found]
    found += re.findall(r"link\.href = `/?(\w+)\?", text)
    known = {rule.strip("/").split("/<")[0] for _, rule in (*ROUTES, *api.routes())}
    known |= {"/".join(rule.split("/")[:3]) for rule in known}
    assert not missing([f.strip("/") for f in found], known, "there is no such address")
    (logout,) = (str(attribute(form, "action")) for form in having(whole(), "method", "post"))
    assert ("POST", logout) in ROUTES


@pytest.mark.parametrize("name", ["index.html", "login.html"])
def test_the_files_that_the_page_asks_for_are_there(name: str) -> None:
    from timeline.web.server import ASSETS  # noqa: PLC0415 - beside its use

    found = re.findall(r'(?:href|src)="(?:\{\{ base \}\}/)?assets/([\w./-]+)"', page_file(name))
    assert found
    assert not [file for file in found if not (ASSETS / file).is_file()]


def test_contradictions_are_noticed() -> None:
    assert contradictions({"one": {"a": 1}, "other": {"a": 2}})
    assert not contradictions({"one": {"a": 1}, "other": {"a": 1}})

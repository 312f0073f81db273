"""The page's state in its address: as the scripts write and part it, and as the server reads it."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest

from tests.contracts.differences import differences
from tests.contracts.scripts import parts, run
from tests.web import sample
from tests.web.components import attribute, having
from timeline.query.facets import FACETS
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.chart import layout as panel
from timeline.web.features.chart.view_menu import WITHIN
from timeline.web.features.lists import layout as lists
from timeline.web.features.sources.view import TOLD as TOLD_BUTTONS
from timeline.web.features.sources.view import sources
from timeline.web.layout.frame import layout
from timeline.web.page import ids
from timeline.web.page.event_rows import table
from timeline.web.page.state import SORTS, TABS, TOLD, State, read
from timeline.web.server import make_page

ADDRESS = (
    *((facet, f"a {facet}") for facet in FACETS),
    ("q", "dam break"),
    ("from", "-0044-03-15"),
    ("to", "2022-12-31"),
    ("within", "certainly"),
    ("lanes", "actor"),
    ("first", "Norland"),
    ("collapsed", "Südby"),
    ("fold", "yes"),
    ("also", "e3"),
    ("event", "e1"),
    ("name", "Dawn & Front"),
    ("article", "a & b.txt"),
    ("at", "17"),
    ("sort", "-title"),
    ("rows", "300"),
    ("story", "e2"),
    ("compare", "b.txt"),
    ("told", "shared"),
    ("tab", "review"),
    ("days", "20"),
)
SPLIT = """
    const { window, page } = standing({ search: given.search });
    return window.dash_clientside.timeline.split();
"""


def parts_of(address: str) -> list[str]:
    """Return what the scripts hand to the server of an address, a query a part, then the theme."""
    found: list[str] = run(SPLIT, {"search": f"?{address}"})
    return found


def handed_keys() -> set[str]:
    return {key for keys in parts().values() for key in keys}


def read_keys() -> set[str]:
    """The keys of the address without which the server reads another state."""
    whole = read(urlencode(ADDRESS))
    keys = {key for key, _ in ADDRESS}
    left = {key: read(urlencode([pair for pair in ADDRESS if pair[0] != key])) for key in keys}
    return {key for key, state in left.items() if state != whole}


def test_the_scripts_hand_on_the_keys_that_the_server_reads() -> None:
    sides = {"scripts": handed_keys(), "server": read_keys(), "here": {key for key, _ in ADDRESS}}
    assert not differences(sides)
    assert differences({**sides, "server": sides["server"] - {"sort"}})


def test_every_part_of_the_state_has_a_place_in_the_address() -> None:
    whole, nothing = read(urlencode(ADDRESS)), State()
    same = [f.name for f in fields(State) if getattr(whole, f.name) == getattr(nothing, f.name)]
    assert not same
    chosen = [f.name for f in fields(Selection)]
    assert not [
        name for name in chosen if getattr(whole.selection, name) == getattr(Selection(), name)
    ]


def test_the_parts_together_are_the_whole_address() -> None:
    *told, theme = parts_of(urlencode(ADDRESS))
    assert theme == "light"
    assert read("&".join(told)) == read(urlencode(ADDRESS))
    pairs = [pair for part in told for pair in parse_qsl(part)]
    assert sorted(pairs) == sorted(ADDRESS)


def test_parts_of_nothing_are_nothing() -> None:
    *told, _ = parts_of("")
    # "no update": the page begins without an article.
    assert {part for part in told if part != "no update"} == {"-"}
    assert read("&".join(told)) == State()


def test_each_part_goes_to_the_value_of_its_name() -> None:
    page = make_page(
        sample.Shelved(sample.timeline()), lambda *_: sample.empty(), lambda *_: sample.empty()
    )
    key = next(key for key in page.callback_map if f"{ids.VALUES}.{ids.VIEW}" in key)
    outputs = [one.rsplit(".", 1)[1] for one in key.strip(".").split("...")]
    assert outputs == [*parts(), ids.THEME]


WRITTEN: Mapping[str, tuple[str, State]] = {
    "page.setWindow(-16144, 738155)": (
        "a window of days",
        State(selection=Selection(window=(-16144, 738155))),
    ),
    "page.toggle('category', 'law')": (
        "a value of a facet",
        State(selection=Selection().choose("category", ("law",))),
    ),
    "page.put('within', 'certainly'); page.setWindow(1, 2)": (
        "certainly",
        State(selection=Selection(window=(1, 2), certainly=True)),
    ),
    "page.put('q', 'dam break')": ("words", State(selection=Selection(words="dam break"))),
    "page.putAll('first', ['b', 'a'])": ("lanes on top", State(first=("b", "a"))),
    "page.toggleStory('e2')": ("a story", State(story=("e2",))),
    "['a.txt', 'b.txt'].forEach((value) => page.actions.compare({dataset: {value}}))": (
        "two",
        State(compare=("a.txt", "b.txt")),
    ),
    "page.select('e1')": ("an event", State(event="e1")),
    "page.openTab('undated')": ("a list", State(tab="undated")),
    "page.actions.fold()": ("folds", State(folded=True)),
    "page.actions.lanes({dataset: {value: 'actor'}})": ("lanes", State(lanes="actor")),
    "page.actions.sort({dataset: {sort: 'title'}})": ("order", State(sort="title")),
    "page.actions.sort({dataset: {sort: 'date'}})": ("back", State(sort="date", descending=True)),
    "page.actions['more-rows']({dataset: {rows: '100'}})": ("more rows", State(rows=300)),
    "page.actions.told({dataset: {value: 'alone'}})": ("told by one", State(told="alone")),
    "page.actions.collapse({dataset: {value: 'x'}})": (
        "a lane folded up",
        State(collapsed=frozenset({"x"})),
    ),
    "page.actions['open-article']({dataset: {document: 'a.txt', at: '3'}})": (
        "an article",
        State(article="a.txt", at=3),
    ),
    "page.actions['show-added']({dataset: {value: '[\"a.txt\"]'}})": (
        "what was added",
        State(selection=Selection().choose("document", ("a.txt",))),
    ),
}


@pytest.mark.parametrize("code", WRITTEN, ids=[name for name, _ in WRITTEN.values()])
def test_the_server_reads_what_the_scripts_write(code: str) -> None:
    written = run(f"const {{ page, window }} = standing(); {code}; return window.location.search;")
    assert written != ""
    assert read(written) == WRITTEN[code][1]


def test_clearing_all_leaves_the_filters_open_and_the_rest_as_it_is() -> None:
    code = (
        "const s = standing({ search: given }); s.page.actions['clear-all']();"
        " return s.window.location.search;"
    )
    whole = read(urlencode(ADDRESS))
    assert read(run(code, f"?{urlencode(ADDRESS)}")) == replace(whole, selection=Selection())


def values(tree: object, action: str, name: str = "data-value") -> list[str]:
    return [str(getattr(button, name)) for button in having(tree, "data-action", action)]


def choices() -> dict[str, dict[str, set[str]]]:
    """The values of the keys that take one of a few: on the page's buttons and in the address."""
    collection = Collection(sample.timeline(), 1)
    cache = CollectionCache(sample.Shelved(sample.timeline()))
    return {
        "lanes": {
            "buttons": set(values(panel.layout(), "lanes")),
            "server": accepted("lanes", lambda state: state.lanes),
        },
        "sort": {
            "buttons": set(values(table(collection, State()), "sort", "data-sort")),
            "server": accepted("sort", lambda state: state.sort),
            "in order": set(SORTS),
        },
        "tab": {
            "buttons": set(values(lists.layout(collection, offered=True), "tab", "data-tab")),
            "server": accepted("tab", lambda state: state.tab),
            "panels": {
                str(attribute(one, "id")).removeprefix("panel-")
                for one in having(layout(cache, lambda _: None), "role", "tabpanel")  # type: ignore[arg-type,return-value]
            },
        },
        "told": {
            "buttons": set(values(sources(collection, State()), "told")),
            "server": accepted("told", lambda state: state.told),
            "words": set(TOLD_BUTTONS),
        },
    }


CANDIDATES = {
    *SORTS,
    *TABS,
    *TOLD,
    "category",
    "status",
    "actor",
    "place",
    "source",
    "document",
    "none",
}


def accepted(key: str, taken: Any) -> set[str]:  # noqa: ANN401 - a function of the state
    return {value for value in CANDIDATES if taken(read(urlencode({key: value}))) == value}


def test_what_the_buttons_offer_is_what_the_server_takes() -> None:
    for key, sides in choices().items():
        assert not differences(sides), key
        assert differences({**sides, "buttons": sides["buttons"] | {"mood"}}), key


def test_the_window_may_be_possible_or_certain() -> None:
    window = "&from=2022-01-01&to=2022-12-31"
    found = {value: read(f"within={value}{window}").selection.certainly for value in WITHIN}
    assert found == {"": False, "certainly": True}


def test_the_look_and_what_stands_alone_are_read_by_the_scripts() -> None:
    code = """
        const { page, window, document } = standing({ search: "?theme=dark&show=chart" });
        window.dash_clientside.timeline.split();
        return [page.theme(), document.documentElement.dataset.show];
    """
    assert run(code) == ["dark", "chart"]
    assert read("theme=dark&show=chart") == State()

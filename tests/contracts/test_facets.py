"""One list of facets: model, masks, filters of the page, address, scripts, command line, docs."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import click
import pytest

from tests.contracts.differences import contradictions, differences
from tests.contracts.scripts import parts
from tests.web import sample
from tests.web.components import having
from timeline.cli.export import export
from timeline.cli.listing import EVENT, WHAT, list_names
from timeline.cli.selection_options import choosing, names_of
from timeline.cli.vocabulary import LANES as LANE_VOCABULARY
from timeline.cli.vocabulary import VocabularyType
from timeline.drawing.scene.lanes import lanes_by
from timeline.model.edit import EditMark, EventEdits
from timeline.model.event import Category, Event, Status
from timeline.model.units import Precision
from timeline.query.event_columns import EventColumns
from timeline.query.facets import (
    CERTAINTIES,
    DISPUTES,
    FACETS,
    LANES,
    REGISTRY,
    facet_values,
    label,
    lane_word,
)
from timeline.query.selection import Selection
from timeline.query.worth import WORTHS
from timeline.web.data.collection import Collection
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.features.chart import layout as panel
from timeline.web.features.chart.view import scene_of
from timeline.web.features.filters.view import facets
from timeline.web.page.state import read

DOCS = Path(__file__).parents[2] / "docs"
WORDS_AND_WINDOW = {"q", "from", "to", "within", "also"}
NAMES_OF_ARTICLES = {"tag", "actor", "place", "source", "document"}
Table = Mapping[str, frozenset[str]]


def decided(event: Event) -> Event:
    edits = EventEdits(tags=("urgent",), note="look again", pinned=True)
    mentions = tuple(replace(one, publisher="The Courier") for one in event.mentions)
    return replace(event, edits=edits, mentions=mentions)


TIMELINE = sample.timeline()
EVENTS = (
    decided(TIMELINE.events[0]),
    replace(TIMELINE.events[1], worth=0.2),
    *TIMELINE.events[2:],
)


def in_the_model() -> set[str]:
    return set(FACETS)


def with_values() -> set[str]:
    """The facets under which the events of a rich collection have values."""
    return {facet for facet in FACETS if any(facet_values(event, facet) for event in EVENTS)}


def as_masks() -> set[str]:
    """The facets whose choice leaves some events out, counted by columns and one by one."""
    columns, found = EventColumns(EVENTS), set()
    for facet in FACETS:
        value = next(v for event in EVENTS for v in facet_values(event, facet))
        chosen = Selection().choose(facet, (value,))
        kept = [chosen.keeps(event) for event in EVENTS]
        assert columns.mask(chosen).tolist() == kept
        if any(kept):
            found.add(facet)
    return found


def on_the_page() -> set[str]:
    """The facets that the filters offer, by the buttons that turn a value on."""
    collection = Collection(replace(TIMELINE, events=EVENTS), 1)
    return {
        str(getattr(b, "data-facet")) for b in having(facets(collection, Selection()), "data-facet")
    }


def named_on_the_page() -> set[str]:
    return {key for key, facet in REGISTRY.items() if facet.name}


def in_the_scripts() -> set[str]:
    return set(parts()["view"]) - WORDS_AND_WINDOW


def in_the_address() -> set[str]:
    """The keys of the scripts and of the model that the server reads a choice from."""
    keys = {*in_the_scripts(), *FACETS}
    return {key for key in keys if read(f"{key}=x").selection.choice(key) == ("x",)}


def of_export() -> set[str]:
    """The options of `timeline export` that may be given several times."""
    return {o.name for o in export.params if isinstance(o, click.Option) and o.multiple and o.name}


def of_any_choice() -> set[str]:
    @click.command()
    @choosing
    def chosen(selection: Selection) -> None:
        assert selection is not None

    return {o.name for o in chosen.params if isinstance(o, click.Option) and o.multiple and o.name}


def of_list() -> set[str]:
    return set(WHAT.names()) - {EVENT}


def in_the_help_of_list() -> set[str]:
    found = re.search(r"WHAT is a facet \(([^)]*)\)", str(list_names.help))
    assert found
    return set(re.findall(r"\w+", found[1]))


def in_the_docs() -> set[str]:
    text = (DOCS / "export.md").read_text("utf-8").partition("## json")[0]
    return set(re.findall(r"`--([a-z]+)`", text)) - {"words", "since", "until"}


SIDES: Mapping[str, Callable[[], set[str]]] = {
    "the model": in_the_model,
    "values of events": with_values,
    "masks": as_masks,
    "filters of the page": on_the_page,
    "names on the page": named_on_the_page,
    "address, as scripts hand it on": in_the_scripts,
    "address, as the server reads it": in_the_address,
    "timeline export": of_export,
    "options that choose": of_any_choice,
    "timeline list": of_list,
    "help of timeline list": in_the_help_of_list,
    "docs/export.md": in_the_docs,
}


@pytest.fixture(scope="module")
def sides() -> dict[str, set[str]]:
    return {name: side() for name, side in SIDES.items()}


def test_every_side_knows_the_same_facets(sides: dict[str, set[str]]) -> None:
    assert not differences(sides)


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize("change", ["added", "dropped"])
def test_a_facet_on_one_side_alone_is_noticed(
    sides: dict[str, set[str]], side: str, change: str
) -> None:
    changed = sides[side] | {"mood"} if change == "added" else sides[side] - {"actor"}
    told = differences({**sides, side: changed})
    assert len(told) == len(SIDES) - 1
    assert all(side in line for line in told)


VALUES: Mapping[str, tuple[str, ...]] = {
    "category": tuple(c.value for c in Category),
    "status": tuple(s.value for s in Status),
    "precision": tuple(p.value for p in Precision),
    "certainty": CERTAINTIES,
    "disputed": DISPUTES,
    "worth": WORTHS,
    "curation": tuple(m.value for m in EditMark),
}


def of_options() -> dict[str, tuple[str, ...]]:
    """The values that an option takes, where they are fixed."""
    kinds = {o.name: o.type for o in export.params if isinstance(o, click.Option) and o.multiple}
    return {str(n): k.names() for n, k in kinds.items() if isinstance(k, VocabularyType)}


def listed_without_events() -> dict[str, tuple[str, ...]]:
    nothing = sample.empty()
    found = {facet: tuple(names_of(nothing, facet)) for facet in FACETS}
    return {facet: values for facet, values in found.items() if values}


def offered() -> dict[str, tuple[str, ...]]:
    """The fixed values in the order in which the filters offer them, where events have all."""
    collection = Collection(replace(TIMELINE, events=EVENTS), 1)
    buttons = having(facets(collection, Selection()), "data-facet")
    pairs = [(str(getattr(b, "data-facet")), str(getattr(b, "data-value"))) for b in buttons]
    return {
        facet: tuple(value for name, value in pairs if name == facet)
        for facet in FACETS
        if facet not in NAMES_OF_ARTICLES
    }


def test_fixed_values_are_the_same_in_model_and_command_line() -> None:
    plain = {key: facet.values for key, facet in REGISTRY.items() if facet.values}
    sides: dict[str, Mapping[str, object]] = {
        "the model": VALUES,
        "fixed values": plain,
        "options": of_options(),
        "timeline list": listed_without_events(),
    }
    assert not contradictions(sides)
    changed = {**of_options(), "status": ("happened",)}
    assert contradictions({**sides, "options": changed})


def test_the_page_offers_fixed_values_in_their_own_order() -> None:
    for facet, values in offered().items():
        assert values, facet
        assert values == tuple(v for v in VALUES[facet] if v in values), facet


def test_a_fixed_value_has_a_word_of_its_own() -> None:
    for facet, values in VALUES.items():
        words = [label(facet, value) for value in values]
        assert len(set(words)) == len(values), facet
        assert all(word[:1].isupper() for word in words), facet


def is_drawn(name: str) -> bool:
    try:
        lanes_by(name)
    except ValueError:
        return False
    return True


def on_the_toolbar() -> tuple[str, ...]:
    buttons = having(panel.layout(), "data-action", "lanes")
    return tuple(str(getattr(button, "data-value")) for button in buttons)


def test_lanes_are_the_same_on_page_in_address_and_command_line() -> None:
    sides: dict[str, set[str]] = {
        "schemes": {name for name in (*FACETS, "none") if is_drawn(name)},
        "address": set(LANES),
        "toolbar": set(on_the_toolbar()),
        "option": set(LANE_VOCABULARY.names()),
    }
    assert not differences(sides)
    assert differences({**sides, "toolbar": sides["toolbar"] - {"actor"}})
    assert not set(LANES) - set(FACETS) - {"none"}
    assert all(lane_word(name) for name in LANES)
    assert LANES[0] == LANE_VOCABULARY.names()[0] == "category"


def test_the_chart_of_each_lane_is_drawn_by_its_facet() -> None:
    cache = CollectionCache(sample.Shelved(TIMELINE))
    for name in LANES:
        scene = scene_of(cache, "-", f"lanes={name}", "-", 1000)
        known = {
            v for event in EVENTS for v in (facet_values(event, name) if name != "none" else ())
        }
        keys = {lane.key for lane in scene.lanes if lane.key}
        assert keys <= known | {"—"}, name

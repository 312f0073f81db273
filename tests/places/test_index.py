"""The places of a collection: what is on the map, and what is open."""

from dataclasses import replace

import numpy as np
import pytest

from tests.web import sample
from tests.web.components import having, kinds, text
from timeline.model.timeline import Timeline
from timeline.places import Kind, Locator, Place, fold, locate, project
from timeline.places.projection import HEIGHT, WIDTH
from timeline.query.selection import Selection
from timeline.web.data.collection import Collection, Permissions
from timeline.web.data.place_index import PlaceIndex
from timeline.web.features.map.view import map_view, places_count

HERE = Place("Raml Square", Kind.LANDMARK, 31.2, 29.9, "EG")


def held(*places: tuple[str, ...]) -> Timeline:
    events = sample.timeline().events[: len(places)]
    return sample.of([replace(e, places=names) for e, names in zip(events, places, strict=True)])


def test_an_event_is_at_its_narrowest_place_that_is_sure() -> None:
    (event,) = held(("Egypt", "Suez", "Middle East")).events
    assert locate(event) == pytest.approx((29.97, 32.53), abs=0.05)
    assert Locator((event,)).place(event) == Locator((event,)).placements(event)[1].place


@pytest.mark.parametrize("names", [(), ("Europe",), ("Raml Square",), ("Springfield",)])
def test_an_event_without_a_sure_place_is_nowhere(names: tuple[str, ...]) -> None:
    (event,) = held(names).events
    assert locate(event) is None


def test_what_a_person_says_holds_for_every_form_of_the_name() -> None:
    (event,) = held(("the RAML square",)).events
    assert Locator((event,), {fold("Raml Square"): HERE}).locate(event) == HERE.point


def test_the_index_counts_each_event_once_at_a_spot() -> None:
    timeline = held(("Cairo",), ("Cairo", "CAIRO"), ("Raml Square", "Europe"), ())
    index = PlaceIndex(timeline.events, Locator(timeline.events))
    every = np.ones(4, bool)
    assert [(s.place.name, s.names) for s in index.spots] == [("Cairo", ("Cairo", "CAIRO"))]
    assert index.spot_counts(every).tolist() == [2]
    assert [one.name for one in index.open] == ["Raml Square", "Europe"]
    assert index.open_counts(every).tolist() == [1, 1]
    assert index.spot_counts(np.array([True, False, True, True])).tolist() == [1]


def test_an_empty_collection_has_an_empty_map() -> None:
    collection = Collection(sample.empty(), 1)
    assert places_count(collection, Selection()) == "0"
    assert "No places in view" in text(map_view(collection, Selection()))


def test_the_list_says_what_the_picture_shows_and_what_is_open() -> None:
    collection = Collection(held(("Cairo",), ("Cairo",), ("Springfield",)), 1)
    said = text(map_view(collection, Selection()))
    assert "1 place in view" in said
    assert "1 name open" in said
    assert "Springfield, Illinois, United States" in said
    assert places_count(collection, Selection()) == "1"


def test_filters_narrow_the_map_but_a_chosen_place_leaves_the_others_there() -> None:
    collection = Collection(held(("Cairo",), ("Paris",)), 1)
    both = Selection().choose("place", ("Paris",))
    assert places_count(collection, both) == "2"
    marked = [text(b) for b in having(map_view(collection, both), "aria-pressed", "true")]
    assert marked == ["Paris, Île-de-France, France1"]
    assert places_count(collection, Selection(words="no such words")) == "0"


def test_where_nothing_may_be_changed_no_way_is_offered() -> None:
    collection = Collection(held(("Springfield",)), 1, Permissions(change=False))
    assert kinds(map_view(collection, Selection()), "Form") == []


def test_the_projection_keeps_the_earth_within_the_map() -> None:
    assert project(0, -180) == pytest.approx((0, HEIGHT / 2), abs=1)
    assert project(0, 180) == pytest.approx((WIDTH, HEIGHT / 2), abs=1)
    assert project(90, 0)[1] == pytest.approx(0, abs=1)
    assert project(-90, 0)[1] == pytest.approx(HEIGHT, abs=1)
    assert project(30, 31)[1] < project(0, 31)[1]

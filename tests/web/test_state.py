"""The address of the page, read."""

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.calendar import day_number, iso_date
from timeline.query.facets import FACETS, LANES
from timeline.web.page.state import MOST_ROWS, ROWS, SORTS, State, read


@pytest.mark.parametrize("query", [None, "", "?", "-", "?event=", "-&sort=date"])
def test_nothing_asked_shows_everything(query: str | None) -> None:
    assert read(query) == State()


def test_a_whole_address_is_read() -> None:
    state = read(
        "?category=law&category=conflict&q=dam+break&from=2022-01-01&to=2022-12-31"
        "&lanes=actor&event=e1&article=a.txt&at=17&sort=-title&rows=300"
    )
    assert state.selection.choice("category") == ("law", "conflict")
    assert state.selection.words == "dam break"
    assert state.selection.window == (day_number(2022), day_number(2022, 12, 31))
    assert (state.lanes, state.event, state.article, state.at) == ("actor", "e1", "a.txt", 17)
    assert (state.sort, state.descending, state.rows) == ("title", True, 300)


def test_parts_of_the_state_join_into_one_query() -> None:
    state = read("category=law&-&sort=title")
    assert state.selection.choice("category") == ("law",)
    assert state.sort == "title"


@pytest.mark.parametrize(
    "query",
    [
        "lanes=nonsense",
        "sort=nonsense",
        "sort=-nonsense",
        "from=2022-02-30&to=2022-03-01",
        "from=2022-01-01",
        "from=2023-01-01&to=2022-01-01",
        "at=-3",
        "at=999999999999999999999",
        "at=²",
        "rows=many",
    ],
)
def test_a_link_edited_by_hand_shows_what_it_can(query: str) -> None:
    assert read(query) == State()


def test_rows_stay_within_bounds() -> None:
    assert read("rows=1").rows == ROWS
    assert read("rows=99999999").rows == MOST_ROWS


def test_years_before_the_common_era_and_beyond_four_digits() -> None:
    window = (day_number(-43, 3, 15), day_number(12000))
    query = urlencode({"from": iso_date(window[0]), "to": iso_date(window[1])})
    assert read(query).selection.window == window


@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(query: str) -> None:
    state = read(query)
    assert state.lanes in LANES
    assert state.sort in SORTS


@given(st.sampled_from(FACETS), st.lists(st.text(min_size=1), unique=True, min_size=1, max_size=4))
def test_every_value_of_a_facet_survives_the_address(facet: str, values: list[str]) -> None:
    encodable = [value for value in values if value.encode("utf-8", "ignore").decode() == value]
    query = urlencode([(facet, value) for value in encodable])
    assert read(query).selection.choice(facet) == tuple(encodable)

"""Places of one's own: a table, and what is said of a name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import PlacesError
from timeline.places import Kind, Place, fold, own_places, read_choice, written

PLACES = st.builds(
    Place,
    st.text(min_size=1),
    st.sampled_from(Kind),
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.sampled_from(["", "EG", "US"]),
    st.sampled_from(["", "11", "LA"]),
)


@given(PLACES)
def test_what_is_written_is_read_as_the_same_place(place: Place) -> None:
    assert read_choice(written(place)) == place


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[]",
        "nothing",
        '{"name": "x", "kind": "landmark", "lat": 91, "lon": 0}',
        '{"name": "x", "kind": "no", "lat": 1, "lon": 0}',
        '{"name": "x", "kind": "city", "lat": NaN, "lon": 0}',
    ],
)
def test_what_is_no_place_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any kind of it
        read_choice(text)


@given(st.text())
def test_a_folded_name_folds_to_itself(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read_whatever_parts_its_columns(delimiter: str) -> None:
    lines = [["Name", "lat", "lon", "kind", "country"], ["Raml Square", "31.2", "29.9", "", "eg"]]
    read = own_places("\ufeff" + "\n".join(delimiter.join(line) for line in lines), "places.csv")
    assert read.places == (Place("Raml Square", Kind.LANDMARK, 31.2, 29.9, "EG"),)
    assert read.warnings == ()


def test_a_row_that_is_no_place_is_left_out_and_named() -> None:
    rows = ["name,lat,lon,kind", "A,here,1,", "B,1,200,", ",1,1,", "C,1,1,continent", "D,1,1,city"]
    read = own_places("\n".join(rows), "places.csv")
    assert [place.name for place in read.places] == ["D"]
    assert [w.split(":")[0] for w in read.warnings] == [
        f"places.csv, line {n}" for n in (2, 3, 4, 5)
    ]


@pytest.mark.parametrize("text", ["", "name,lat", "a,b,c\n1,2,3"])
def test_a_table_without_a_column_it_needs_is_refused(text: str) -> None:
    with pytest.raises(PlacesError, match=r"places\.csv has no column"):
        own_places(text, "places.csv")

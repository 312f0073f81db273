"""What people say of names of places: kept, undone, and taken in from a table."""

from pathlib import Path

import pytest

from tests.cli.running import ran
from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.errors import EditError
from timeline.places import Kind, Place, fold
from timeline.store import Store

RAML = Place("Raml Square", Kind.LANDMARK, 31.2, 29.9, "EG")


def test_what_is_said_of_a_name_holds_until_it_is_taken_back(store: Store, editor: Editor) -> None:
    source = EditedTimeline(store)
    assert source.places() == {}
    editor.place_names({"the Raml Square": RAML})
    assert source.places() == {"raml square": RAML}
    assert editor.place_names({"RAML SQUARE": RAML}) is None
    editor.undo()
    assert source.places() == {}
    editor.redo()
    editor.place_names({"Raml Square": None})
    assert source.places() == {}


def test_no_event_is_touched_by_it(store: Store, editor: Editor) -> None:
    before = EditedTimeline(store).timeline()
    editor.place_names({"Varna": RAML})
    assert EditedTimeline(store).timeline() == before


@pytest.mark.parametrize("name", ["", " ", "."])
def test_a_name_without_a_letter_is_refused(editor: Editor, name: str) -> None:
    with pytest.raises(EditError):
        editor.place_names({name: RAML})


def test_a_table_of_places_is_taken_in_by_a_command(store: Store, tmp_path: Path) -> None:
    table = tmp_path / "places.csv"
    table.write_text("name,lat,lon\nRaml Square,31.2,29.9\nNowhere,91,0\n", encoding="utf-8")
    done = ran("curate", "place", table, "--store", store.address, "--by", "ana")
    assert (done.code, done.out) == (0, "change 1\n")
    assert "line 3" in done.err
    assert EditedTimeline(store).places()[fold("Raml Square")].point == (31.2, 29.9)
    bad = tmp_path / "bad.csv"
    bad.write_text("a,b\n", encoding="utf-8")
    refused = ran("curate", "place", bad, "--store", store.address)
    assert refused.code == 1
    assert "no column 'name'" in refused.err

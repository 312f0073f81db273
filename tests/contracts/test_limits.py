"""Lengths: of fields in forms, at the boundary, in scripts and where they are kept."""

import re
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from tests.contracts.differences import contradictions, differences
from tests.contracts.scripts import constant, run
from tests.contracts.source import PAGE
from tests.contracts.test_wiring import nobody
from tests.web import sample
from tests.web.components import walk
from timeline.app import date_input
from timeline.drawing.scene.scene import AXIS_HEIGHT
from timeline.editing import author, suggestions
from timeline.web.api.adding import AddEvent
from timeline.web.api.collections import MakeCollection
from timeline.web.api.event_fields import EventFields
from timeline.web.api.marks import Confirm
from timeline.web.api.previews import ForeseeDate, ReadDate
from timeline.web.api.publication_dates import SetPublicationDate
from timeline.web.boundary.models import SignIn, Upload
from timeline.web.data.collection import Collection, Permissions
from timeline.web.data.collection_cache import CollectionCache
from timeline.web.data.mount import Mount
from timeline.web.features.collections import layout as panel
from timeline.web.features.undated.view import undated
from timeline.web.layout.frame import layout
from timeline.web.page import limits
from timeline.web.page.event_form import who_field
from timeline.web.page.state import State
from timeline.web.uploads.intake import LARGEST_UPLOAD, MOST_FILES
from timeline.web.uploads.spool import LARGEST_FILE

FIELDS = tuple(EventFields.model_fields)
LISTS = ("actors", "places", "tags")


def on_the_page() -> dict[str, int]:
    """The `maxLength` of each field, by its id."""
    cache = CollectionCache(sample.Shelved(sample.timeline()), Permissions(change=True, add=True))
    collection = Collection(sample.timeline(), 1)
    mount = Mount("here", lambda: ())
    whole = [
        layout(cache, nobody, private=True),
        undated(collection, State().selection),
        who_field("review"),
        panel.layout(mount, adds=True),
    ]
    fields = [part for part in walk(whole) if getattr(part, "maxLength", None) is not None]
    return {str(getattr(part, "id", "")): int(getattr(part, "maxLength", 0)) for part in fields}


def most_of(model: type[BaseModel], field: str, **others: Any) -> int:  # noqa: ANN401 - JSON
    """Return how long a text the boundary takes in a field, tried on a model."""
    low, high = 0, 10_000_000
    while low < high:
        middle = (low + high + 1) // 2
        try:
            model.model_validate({**others, field: "x" * middle})
            low = middle
        except ValidationError:
            high = middle - 1
    return low


def most_of_names(field: str) -> int:
    """Return how long a text of names the boundary takes, as one name and as many short ones."""
    one, many = limits.NAMES, limits.NAMES // 2
    EventFields.model_validate({field: ["x" * one]})
    EventFields.model_validate({field: ["x"] * many})
    for names in (["x" * (one + 1)], ["x"] * (many + 1)):
        with pytest.raises(ValidationError):
            EventFields.model_validate({field: names})
    return one


def at_the_boundary() -> dict[str, int]:
    fields = {name: most_of(EventFields, name) for name in FIELDS if name not in LISTS}
    fields |= {name: most_of_names(name) for name in LISTS}
    typed = {k: v for k, v in fields.items() if k not in ("status", "category")}
    of_event = {k: v for k, v in typed.items() if k not in ("tags", "note")}
    return {
        **{f"edit-{name}": most for name, most in typed.items()},
        **{f"event-{name}": most for name, most in of_event.items()},
        "event-quote": most_of(AddEvent, "quote", fields={}),
        "who-review": most_of(Confirm, "by", events=[]),
        "add-title-field": most_of(Upload, "title"),
        "add-published": most_of(Upload, "published"),
        "new-collection": most_of(MakeCollection, "name"),
        "published": most_of(SetPublicationDate, "date", document="a"),
    }


def test_what_a_form_lets_one_type_is_what_the_boundary_takes() -> None:
    page, boundary = on_the_page(), at_the_boundary()
    dates = {most for name, most in page.items() if name.startswith("published")}
    fields = {**page, "published": dates.pop()}
    assert not dates
    shorter = {"new-collection"}  # what a store takes as a name is less than what is looked at
    same = boundary.keys() - shorter
    assert not contradictions(
        {"forms": {k: fields[k] for k in same}, "boundary": {k: boundary[k] for k in same}}
    )
    assert fields["new-collection"] == limits.COLLECTION <= boundary["new-collection"]
    kept_elsewhere = {"search": limits.SEARCH, "bulk-tag": limits.TAG}
    assert {name: fields[name] for name in kept_elsewhere} == kept_elsewhere
    known = {*same, *shorter, *kept_elsewhere, *(n for n in fields if n.startswith("published"))}
    assert not differences({"fields with a length": fields, "fields compared": known})


def test_another_length_is_noticed() -> None:
    boundary = at_the_boundary()
    assert contradictions({"one": boundary, "other": {**boundary, "edit-note": 7}})


def test_a_date_is_as_long_in_every_request_and_where_it_is_read() -> None:
    lengths = {
        most_of(EventFields, "when"),
        most_of(ReadDate, "date"),
        most_of(SetPublicationDate, "date", document="a"),
        most_of(ForeseeDate, "date", document="a"),
        date_input.LONGEST,
    }
    assert lengths == {limits.DATE}


def test_the_password_is_as_long_on_its_page_as_at_the_boundary() -> None:
    found = re.search(r'maxlength="(\d+)"', (PAGE / "login.html").read_text("utf-8"))
    assert found
    assert int(found[1]) == most_of(SignIn, "password")


SHARED = {
    "LONGEST_PART": limits.STATE,
    "LONGEST_NAME": limits.PERSON,
    "MOST_KNOWN": limits.KNOWN,
    "LONGEST": suggestions.LONGEST,
    "AXIS_HEIGHT": AXIS_HEIGHT,
}


@pytest.mark.parametrize("name", SHARED)
def test_a_bound_of_the_scripts_is_that_of_the_server(name: str) -> None:
    assert constant(name) == SHARED[name]


def test_a_name_is_kept_as_long_as_it_may_be_typed() -> None:
    assert limits.PERSON == author.LONGEST
    assert len(author.author_name("x" * 200)) == limits.PERSON


def test_files_are_as_large_in_the_dialog_as_where_they_are_read() -> None:
    cache = CollectionCache(sample.Shelved(sample.timeline()), Permissions(change=True, add=True))
    (dialog,) = (p for p in walk(layout(cache, nobody)) if getattr(p, "id", "") == "add-dialog")
    told = {
        name: int(getattr(dialog, f"data-{name}")) for name in ("largest-file", "largest", "most")
    }
    assert told == {"largest-file": LARGEST_FILE, "largest": LARGEST_UPLOAD, "most": MOST_FILES}


def test_a_cut_part_of_the_state_is_no_longer_than_the_server_reads() -> None:
    search = "?" + "&".join(f"document={'x' * 100}{n}" for n in range(400))
    code = (
        "const s = standing({ search: given }); return s.window.dash_clientside.timeline.split();"
    )
    view = run(code, search)[0]
    assert limits.STATE - 200 < len(view) <= limits.STATE

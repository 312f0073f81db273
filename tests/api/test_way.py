"""An edit from the request to the store: through which files of the package its call goes."""

import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

import timeline
from tests.api.test_sequences import STEPS
from timeline.web.api.registry import OPERATIONS

PACKAGE = Path(timeline.__file__).parent
MOST = 4  # files of Python
# What has to be there before an edit of a kind changes anything.
FIRST = {
    "reopen": ("confirm",),
    "unpin": ("pin",),
    "untag": ("tag",),
    "revert": ("title",),
    "split": ("merge",),
    "undo": ("confirm",),
    "redo": ("confirm", "undo"),
    "undo a publication date": ("published",),
}
ASKED = {kind: asked for kind, asked, _ in STEPS} | {"undo a publication date": lambda _: {}}


@pytest.fixture
def ways() -> Iterator[list[tuple[str, ...]]]:
    """Return the ways on which edits come to be written: files in the order of their calls."""
    found: list[tuple[str, ...]] = []

    def note(*arguments: object) -> None:
        if str(arguments[2]).lower().startswith("insert into edit "):
            found.append(files_on_the_way())

    event.listen(Engine, "before_cursor_execute", note)
    yield found
    event.remove(Engine, "before_cursor_execute", note)


def files_on_the_way() -> tuple[str, ...]:
    """Return the files of the package that the call went through since Flask chose the view."""
    frames = traceback.extract_stack()
    begin = max(place for place, one in enumerate(frames) if one.name == "dispatch_request")
    paths = [Path(one.filename) for one in frames[begin:]]
    inside = [path.relative_to(PACKAGE) for path in paths if path.is_relative_to(PACKAGE)]
    return tuple(dict.fromkeys(path.as_posix() for path in inside))


def ask(client: FlaskClient, kind: str) -> None:
    listed = client.get("/api/v1/events").get_json()["events"]
    ids = [one["id"] for one in sorted(listed, key=lambda one: -len(one["mentions"]))]
    address = "undo" if kind.startswith("undo ") else kind
    answer = client.post(f"/api/v1/edits/{address}", json={**ASKED[kind](ids), "by": "ana"})
    assert answer.status_code == 200, answer.text
    assert answer.get_json()["edit"] is not None


@pytest.mark.parametrize("kind", ASKED)
def test_an_edit_goes_through_few_files(
    client: FlaskClient, ways: list[tuple[str, ...]], kind: str
) -> None:
    for before in FIRST.get(kind, ()):
        ask(client, before)
    ways.clear()
    ask(client, kind)
    for way in ways:
        assert len(way) <= MOST, way
        assert way[0].startswith("web/api/")
        assert way[-1] == "store/edits.py"
    assert ways


def test_every_kind_of_edit_is_followed() -> None:
    kinds = {one.path.removeprefix("/edits/") for one in OPERATIONS if "/edits/" in one.path}
    assert kinds - {"{edit}"} == ASKED.keys() - {"undo a publication date"}

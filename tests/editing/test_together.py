"""Two people at one field: nothing acknowledged is lost, nobody overwrites what they did not see.

Each person looks at the page from time to time, and edits what they saw then, in any order.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.asking import edit, served
from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.editing.field_edits import FieldChanges, held_text
from timeline.editing.members import fingerprint
from timeline.errors import EditConflictError
from timeline.model.event import Event
from timeline.store import NewChange, Store
from timeline.store.edits import EditHistory
from timeline.web.api.context import Editors

CLOCK = "2026-01-02T03:04:05+00:00"
DOCUMENT = "mill.txt"
# Each field with two values that it may get, as a request puts them.
EDITED: dict[str, tuple[str, str]] = {
    "title": ("One", "Two"),
    "when": ("2001", "2002-03"),
    "status": ("alleged", "planned"),
    "category": ("law", "economy"),
    "actors": ("Ana; Bea", "Cem"),
    "places": ("Norland", "Southland"),
    "note": ("yes", "no"),
}
ACTS = ("confirm", "reject", "pin", "unpin", "reopen")
FIELD_OF = {"confirm": "verdict", "reject": "verdict", "reopen": "verdict"}


@pytest.fixture
def source(store: Store) -> EditedTimeline:
    return EditedTimeline(store)


@pytest.fixture
def editors(store: Store, source: EditedTimeline) -> Editors:
    return lambda by: Editor(store, by or "ana", lambda: CLOCK, source)


class Viewer:
    """Somebody with a page open, which shows the store as it was when they last looked."""

    def __init__(self, name: str, store: Store, editors: Editors, source: EditedTimeline) -> None:
        self.name, self._source = name, source
        clock = lambda: CLOCK  # noqa: E731 - as the page has it
        self._client = served(store, editors, source, clock).test_client()
        self._known: list[int] = []
        self.look()

    def look(self) -> None:
        self.as_of = self._source.as_of()
        self.events = dict(self._source.by_id())

    def sight(self, insisting: int | None) -> dict[str, Any]:
        as_of = self.as_of if insisting is None else insisting
        return {"by": self.name, "as_of": as_of, "known": list(self._known)}

    def ask(
        self,
        what: str,
        *ids: str,
        insisting: int | None = None,
        **more: Any,  # noqa: ANN401 - any JSON
    ) -> dict[str, Any]:
        request = {"do": what, "events": list(ids), **more, **self.sight(insisting)}
        return self.told(edit(self._client, request))

    def publish(self, text: str | None, insisting: int | None = None) -> dict[str, Any]:
        request = {"do": "published", "document": DOCUMENT, "text": text, **self.sight(insisting)}
        return self.told(edit(self._client, request))

    def told(self, answer: dict[str, Any]) -> dict[str, Any]:
        if isinstance(answer.get("change"), int):
            self._known.append(answer["change"])
        return answer


@pytest.fixture
def two(store: Store, editors: Editors, source: EditedTimeline) -> tuple[Viewer, Viewer]:
    return Viewer("ana", store, editors, source), Viewer("ben", store, editors, source)


def named(viewer: Viewer, word: str) -> Event:
    (event,) = (e for e in viewer.events.values() if word.casefold() in e.title.casefold())
    return event


def edits(store: Store) -> list[tuple[str, str, str | None, str | None]]:
    return [(e.subject, e.field, e.old, e.new) for c in store.edits.list() for e in c.edits]


@pytest.mark.parametrize("field", EDITED)
def test_the_second_to_save_a_field_is_shown_the_first_one_s(
    store: Store, two: tuple[Viewer, Viewer], source: EditedTimeline, field: str
) -> None:
    ana, ben = two
    event = named(ana, "bridge")
    first, second = EDITED[field]
    seen = {field: held_text(event, field)}
    assert "said" in ana.ask("edit", event.id, fields={field: first}, seen=seen)
    before = store.edits.list()
    refused = ben.ask("edit", event.id, fields={field: second}, seen=seen)
    assert "said" not in refused
    (conflict,) = refused["conflicts"]
    assert (conflict["by"], conflict["event"]) == ("ana", event.id)
    assert conflict["theirs"] != conflict["mine"]
    assert store.edits.list() == before
    # The same value is no conflict; and author_name has seen the other one may put theirs.
    assert "error" not in ben.ask("edit", event.id, fields={field: first}, seen=seen)
    insisted = ben.ask(
        "edit", event.id, fields={field: second}, seen={field: conflict["held"]},
        insisting=refused["as_of"],
    )  # fmt: skip
    assert insisted["said"].startswith("Saved")
    texts = [new for _, name, _, new in edits(store) if name == field]
    assert len(texts) == 2
    assert held_text(source.by_id()[event.id], field) == texts[1]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("confirm", {}), ("reject", {})),
        (("status", {"value": "alleged"}), ("status", {"value": "planned"})),
        (("category", {"value": "law"}), ("category", {"value": "economy"})),
        (("edit", {"fields": {"title": "One"}}), ("revert", {"value": "title"})),
    ],
)
def test_several_at_once_are_done_whole_or_not_at_all(
    store: Store,
    two: tuple[Viewer, Viewer],
    first: tuple[str, dict[str, Any]],
    second: tuple[str, dict[str, Any]],
) -> None:
    ana, ben = two
    bridge, strike = named(ana, "bridge"), named(ana, "strike")
    ana.ask(first[0], bridge.id, **first[1])
    before = store.edits.list()
    answer = ben.ask(second[0], bridge.id, strike.id, **second[1])
    assert answer["conflicted"] == [bridge.id]
    assert store.edits.list() == before
    rest = ben.ask(second[0], strike.id, insisting=answer["as_of"], **second[1])
    assert "error" not in rest
    both = ben.ask(second[0], bridge.id, strike.id, insisting=answer["as_of"], **second[1])
    assert "said" in both


def test_what_somebody_put_back_over_one_s_own_word_is_shown_first(
    two: tuple[Viewer, Viewer],
) -> None:
    ana, ben = two
    event = named(ana, "bridge")
    made = ana.ask("edit", event.id, fields={"title": "One"})
    ben.look()
    ben.ask("undo", change=made["change"])
    answer = ana.ask("edit", event.id, fields={"title": "Two"})
    assert answer["conflicts"][0]["by"] == "ben"


def test_tags_of_two_people_are_both_kept(
    two: tuple[Viewer, Viewer], source: EditedTimeline
) -> None:
    ana, ben = two
    event = named(ana, "bridge")
    for tag in ("old", "gone"):
        ana.ask("tag", event.id, value=tag)
    ana.look()
    ben.look()
    ana.ask("tag", event.id, value="mill")
    seen = {"tags": held_text(ben.events[event.id], "tags")}
    fields = {"tags": "old; harbour"}
    assert "said" in ben.ask("edit", event.id, fields=fields, seen=seen)
    now = source.by_id()[event.id].edits
    assert now is not None
    assert set(now.tags) == {"old", "mill", "harbour"}


def test_a_title_of_the_machine_that_was_not_seen_is_shown_first(
    two: tuple[Viewer, Viewer],
) -> None:
    ana, _ = two
    event = named(ana, "bridge")
    answer = ana.ask("edit", event.id, fields={"title": "Mine"}, seen={"title": "As it was"})
    assert answer["conflicts"][0]["by"] == "the program"
    assert answer["conflicts"][0]["mine"] == "“Mine”"


def test_a_merge_swallows_nothing_unseen(store: Store, two: tuple[Viewer, Viewer]) -> None:
    ana, ben = two
    bridge, strike = named(ana, "bridge"), named(ana, "strike")
    ana.ask("reject", strike.id)
    before = store.edits.list()
    answer = ben.ask("merge", bridge.id, strike.id)
    assert answer["conflicts"][0]["name"] == "verdict"
    assert store.edits.list() == before
    assert "said" in ben.ask("merge", bridge.id, strike.id, insisting=answer["as_of"])
    ana.look()
    refused = ben.ask("split", bridge.id, places=[0], sentences=fingerprint(bridge))
    assert "have changed; choose them again" in refused["error"]


def test_a_publication_date_that_was_not_seen_is_shown_first(
    store: Store, two: tuple[Viewer, Viewer]
) -> None:
    ana, ben = two
    made = ana.publish("2021-08-01")["change"]
    refused = ben.publish("2021-09-01")
    (conflict,) = refused["conflicts"]
    assert (conflict["by"], conflict["theirs"], conflict["mine"]) == (
        "ana", "1 August 2021", "1 September 2021",
    )  # fmt: skip
    assert "conflicts" in ben.publish(None)
    assert store.publication_dates.by_document() == {DOCUMENT: "2021-08-01"}
    assert "error" not in ben.publish("2021-08-01")
    assert "said" in ben.publish("2021-09-01", insisting=refused["as_of"])
    assert [(e[2], e[3]) for e in edits(store)] == [
        (None, "2021-08-01"),
        ("2021-08-01", "2021-09-01"),
    ]
    refused = ana.ask("undo", change=made)
    assert "somebody has decided otherwise since (change 2)" in refused["error"]


def test_one_s_own_change_of_another_page_is_not_undone_unseen(
    store: Store, editors: Editors, source: EditedTimeline
) -> None:
    here, there = (Viewer("ana", store, editors, source) for _ in range(2))
    event = named(here, "bridge")
    there.ask("edit", event.id, fields={"title": "There"})
    answer = here.ask("undo")
    assert answer["conflicts"][0]["theirs"] == "“There”"
    assert len(store.edits.list()) == 1
    assert "said" in here.ask("undo", insisting=answer["as_of"])
    there.ask("redo", insisting=answer["as_of"] + 1)
    assert source.by_id()[event.id].title == "There"


def test_of_four_at_once_one_is_told_saved(path: Path, store: Store, editors: Editors) -> None:
    key = named(Viewer("ana", store, editors, EditedTimeline(store)), "bridge").id

    def save(number: int, what: Callable[[Viewer, str], dict[str, Any]]) -> dict[str, Any]:
        with Store.open(path) as mine:
            own = EditedTimeline(mine)
            editor = Editor(mine, "ana", lambda: CLOCK, own)
            viewer = Viewer("ana", mine, lambda _: editor, own)
            viewer.as_of = 0
            return what(viewer, f"{2001 + number}")

    for what in (
        lambda one, text: one.ask("edit", key, fields={"title": text}),
        lambda one, text: one.publish(text),
    ):
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda number, act=what: save(number, act), range(4)))
        assert sum("said" in one for one in answers) == 1
        assert sum(len(one.get("conflicts", ())) for one in answers) == 3


STEPS = st.lists(
    st.tuples(
        st.sampled_from((0, 1)),
        st.sampled_from(("look", "undo", "redo", "publish", *ACTS, *EDITED)),
        st.sampled_from((0, 1)),
    ),
    max_size=14,
)


def step(viewer: Viewer, key: str, what: str, value: int) -> dict[str, Any]:
    if what in EDITED:
        return viewer.ask("edit", key, fields={what: EDITED[what][value]})
    if what == "publish":
        return viewer.publish((None, "2021-08-01")[value])
    return viewer.ask(what, key)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_nobody_overwrites_what_they_did_not_see(
    store: Store, editors: Editors, source: EditedTimeline, steps: list[tuple[int, str, int]]
) -> None:
    viewers = [Viewer(name, store, editors, source) for name in ("ana", "ben")]
    key = min(viewers[0].events)
    told: list[dict[str, str | None]] = [_now(store, key)] * 2  # what each has seen or put
    for number, what, value in steps:
        viewer = viewers[number]
        if what == "look":
            viewer.look()
            told[number] = _now(store, key)
            continue
        before, changes = _now(store, key), store.edits.list()
        answer = step(viewer, key, what, value)
        after = _now(store, key)
        assert store.edits.list()[: len(changes)] == changes
        if "said" not in answer:
            assert after == before
        for field in {f for f in after if after[f] != before[f]}:
            assert what in ("undo", "redo") or told[number][field] == before[field]
            told[number] = {**told[number], field: after[field]}
        made = answer.get("change")
        if isinstance(made, int):
            change = store.edits.get(made)
            assert change is not None
            assert all(before[e.field] == e.old and after[e.field] == e.new for e in change.edits)


def _now(store: Store, key: str) -> dict[str, str | None]:
    held = store.edits.current().fields.get(key, {})
    names = (*EDITED, "verdict", "pinned", "tags")
    found = {name: held[name].value if name in held else None for name in names}
    return {**found, "published": store.publication_dates.by_document().get(DOCUMENT)}


@pytest.mark.parametrize("field", ["title", "note"])
def test_a_command_overwrites_nothing_that_came_after_it_looked(
    store: Store, clock: Callable[[], str], monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    ana, ben = Editor(store, "ana", clock), Editor(store, "ben", clock)
    key = min(ana.events())
    write = EditHistory.append

    def slowly(history: EditHistory, change: NewChange) -> int | None:
        monkeypatch.undo()
        ben.edit_fields(key, FieldChanges(**{field: "Ben's"}))  # type: ignore[arg-type]
        return write(history, change)

    monkeypatch.setattr(EditHistory, "append", slowly)
    if field == "title":
        with pytest.raises(EditConflictError, match=r"changed by somebody else \(ben\)"):
            ana.set_title(key, "Ana's")
    else:
        ana.set_title(key, "Ana's")
    assert ana.events()[key].title == ("Ben's" if field == "title" else "Ana's")

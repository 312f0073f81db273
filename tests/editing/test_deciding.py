"""What the page asks for is done at a editor, said in words, and goes the way of the commands."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.api.asking import API, edit, names_in, served, told
from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.editing.gold_export import gold_export
from timeline.model.edit import Verdict
from timeline.model.edtf import to_edtf
from timeline.model.event import Category, Event, Status
from timeline.store import Store
from timeline.web.api.context import Editors
from timeline.web.page.edit_marks import values_of

Act = Callable[..., dict[str, Any]]


@pytest.fixture
def source(store: Store) -> EditedTimeline:
    return EditedTimeline(store)


@pytest.fixture
def editors(store: Store, clock: Callable[[], str], source: EditedTimeline) -> Editors:
    return lambda by: Editor(store, by or "ana", clock, source)


@pytest.fixture
def client(
    store: Store, editors: Editors, source: EditedTimeline, clock: Callable[[], str]
) -> FlaskClient:
    return served(store, editors, source, clock).test_client()


@pytest.fixture
def act(client: FlaskClient) -> Act:
    return lambda what, *events, **more: edit(
        client, {"do": what, "events": list(events), "by": "ana", **more}
    )


@pytest.fixture
def ask(client: FlaskClient) -> Act:
    return lambda what, **body: told(client.post(f"{API}/previews/{what}", json=body))


def named(editor: Editor, word: str) -> Event:
    (event,) = (e for e in editor.events().values() if word.casefold() in e.title.casefold())
    return event


def test_a_verdict_is_kept_and_said(editor: Editor, act: Act) -> None:
    bridge, strike = named(editor, "bridge"), named(editor, "strike")
    answer = act("confirm", bridge.id)
    assert answer["said"] == f"Confirmed “{bridge.title}”"
    assert act("reject", bridge.id, strike.id)["said"] == "Rejected 2 events: off the timeline"
    held = editor.events()[bridge.id].edits
    assert held is not None
    assert held.verdict is Verdict.REJECTED
    assert act("reject", bridge.id)["said"] == "Nothing changed: it is so already."
    act("undo", change=answer["change"] + 1)
    held = editor.events()[bridge.id].edits
    assert held is not None
    assert held.verdict is Verdict.CONFIRMED


@pytest.mark.parametrize(
    ("what", "more", "said"),
    [
        ("dance", {}, "There is nothing at this address."),
        ("status", {"value": "maybe"}, "'maybe' is no status"),
        ("category", {"value": ""}, "'' is no category"),
        ("tag", {"value": "  "}, "a tag needs a name"),
        ("merge", {}, "two events"),
        ("split", {}, "tick the sentences"),
        ("redo", {}, "ana has nothing to redo"),
    ],
)
def test_what_cannot_be_done_is_said(
    editor: Editor, act: Act, what: str, more: dict[str, Any], said: str
) -> None:
    answer = act(what, named(editor, "bridge").id, **more)
    assert said in answer["error"]
    assert "said" not in answer
    assert editor.history(1) == ()


def test_no_event_and_too_many_are_refused(act: Act) -> None:
    assert act("confirm")["error"] == "choose an event first"
    assert "too many at once" in act("confirm", *(f"x{n}" for n in range(5_001)))["error"]
    assert "is no event" in act("confirm", "nobody")["error"]


def test_several_events_are_decided_at_once(editor: Editor, act: Act) -> None:
    ids = [named(editor, word).id for word in ("bridge", "strike", "storm")]
    act("tag", *ids, value="later")
    act("status", *ids, value="alleged")
    act("category", *ids, value="law")
    act("pin", *ids)
    for key in ids:
        event = editor.events()[key]
        assert (event.status, event.category) == (Status.ALLEGED, Category.LAW)
        assert event.edits is not None
        assert (event.edits.tags, event.edits.pinned) == (("later",), True)
    act("undo")
    assert not any(e.edits.pinned for e in editor.events().values() if e.edits)


def test_the_form_puts_several_fields_right_as_one_change(editor: Editor, act: Act) -> None:
    bridge = named(editor, "bridge")
    fields = {
        "title": " The  bridge closed ",
        "when": "early March 2024",
        "actors": "the council; the mayor;",
        "places": "",
        "tags": "bridges; towns",
        "note": "See the minutes.",
    }
    answer = act("edit", bridge.id, fields=fields, seen={}, document="mill.txt")
    assert answer["said"] == "Saved “The bridge closed”"
    event = editor.events()[bridge.id]
    assert to_edtf(event.when) == "2024-03-01%/2024-03-10%"
    assert (event.actors, event.places) == (("the council", "the mayor"), ())
    assert event.edits is not None
    assert (event.edits.tags, event.edits.note) == (("bridges", "towns"), "See the minutes.")
    assert act("undo")["said"] == f"Undone: edited “{bridge.title}”"
    assert editor.events()[bridge.id] == bridge
    assert act("redo")["said"] == "Done again: edited “The bridge closed”"


def test_a_date_that_is_none_changes_nothing(editor: Editor, act: Act) -> None:
    bridge = named(editor, "bridge")
    answer = act("edit", bridge.id, fields={"title": "Other", "when": "soonish"}, seen={})
    assert "'soonish' is not a date" in answer["error"]
    assert editor.events()[bridge.id] == bridge


def test_a_field_that_somebody_changed_meanwhile_is_shown_first(editor: Editor, act: Act) -> None:
    bridge = named(editor, "bridge")
    seen = {"title": bridge.title}
    editor.set_title(bridge.id, "Bea's title")
    answer = act("edit", bridge.id, fields={"title": "Ana's title"}, seen=seen)
    assert "somebody has changed the title meanwhile" in answer["error"]
    assert editor.events()[bridge.id].title == "Bea's title"
    act("edit", bridge.id, fields={"title": "Ana's title"}, seen={"title": "Bea's title"})
    assert editor.events()[bridge.id].title == "Ana's title"


def test_the_form_is_filled_with_what_the_event_holds(editor: Editor) -> None:
    bridge = named(editor, "bridge")
    editor.tag([bridge.id], "towns")
    values = json.loads(values_of(editor.events()[bridge.id]))
    assert values["shown"]["when"] == "2021-06"
    assert values["shown"]["tags"] == "towns"
    assert values["held"]["tags"] == '["towns"]'
    assert values["document"] == "mill.txt"


def test_events_are_merged_split_and_reverted(editor: Editor, act: Act) -> None:
    bridge, strike = named(editor, "bridge"), named(editor, "strike")
    assert act("merge", bridge.id, strike.id)["event"] == bridge.id
    answer = act("split", bridge.id, places=[1])
    assert "1 sentence became an event of its own" in answer["said"]
    assert len(editor.events()[bridge.id].mentions) == 1
    act("edit", bridge.id, fields={"title": "Other"}, seen={})
    assert "title" in act("revert", bridge.id, value="title")["said"]
    assert editor.events()[bridge.id].title == bridge.title


def test_an_event_is_added_at_a_passage(editor: Editor, ask: Act, store: Store, act: Act) -> None:
    article = store.articles.get("port.txt")
    assert article is not None
    words = "The ministry sold the harbour in 2005."
    start = article.text.index(words)
    place = {"document": "port.txt", "start": start, "end": start + len(words)}
    fields = ask("event", **place)["fields"]
    assert fields["title"] == "The ministry sold the harbour"
    assert fields["when"] == "2005"
    answer = act("add", fields=fields, quote=words, **place)
    assert answer["said"] == "Added “The ministry sold the harbour”"
    event = editor.events()[answer["event"]]
    (told,) = event.mentions
    assert (told.mention.document, told.mention.sentence_text) == ("port.txt", words)
    assert told.mention.sentence.start == start
    assert act("undo")["said"] == "Undone: added “The ministry sold the harbour”"
    assert answer["event"] not in editor.events()


def test_an_event_is_added_by_typed_words_or_without_any(editor: Editor, act: Act) -> None:
    fields = {"title": "A strike", "when": "2 February 2003"}
    typed = act("add", fields=fields, document="port.txt", quote="Workers went on strike")
    assert editor.events()[typed["event"]].mentions[0].mention.document == "port.txt"
    bare = act("add", fields=fields)
    assert editor.events()[bare["event"]].title == "A strike"
    refused = act("add", fields=fields, document="port.txt", quote="No such words")
    assert "0 times, not once" in refused["error"]
    assert "select or type" in act("add", fields=fields, document="port.txt")["error"]
    assert "needs a date" in act("add", fields={"title": "A strike"})["error"]


def test_words_without_an_event_are_suggested_as_they_stand_with_a_day_to_look_at(
    ask: Act, store: Store
) -> None:
    article = store.articles.get("port.txt")
    assert article is not None
    at = {"document": "port.txt", "start": 0, "end": article.text.index("\n")}
    answer = ask("event", **at)
    fields = answer["fields"]
    assert (fields["title"], fields["when"]) == ("A harbour", "2003-02-02")
    assert "the day that the article opens with: look whether it is right" in answer["read"]
    beyond = ask("event", **{**at, "end": 10**9})
    assert "has changed meanwhile" in beyond["error"]


def test_a_date_is_read_as_it_is_typed(ask: Act) -> None:
    answer = ask("date", document="mill.txt", date="2001/2005")
    assert answer["edtf"] == "2001/2005"
    assert answer["read"].startswith("from 2001 to 2005")
    unclear = ask("date", document="mill.txt", date="03/04/2021")
    assert unclear["edtf"] is None
    assert "'03/04/2021' can be two days" in unclear["read"]
    assert "not known" in ask("date", document="mill.txt", date="XXXX-XX-XX")["read"]


def test_names_stand_between_semicolons_or_lines() -> None:
    assert names_in(" Ana Berg;\nTom Ruiz ;; ") == ["Ana Berg", "Tom Ruiz"]


def test_what_is_done_in_the_page_is_exported_as_corrections(
    editor: Editor, act: Act, store: Store
) -> None:
    bridge, strike = named(editor, "bridge"), named(editor, "strike")
    act("edit", bridge.id, fields={"when": "10 June 2021"}, seen={})
    act("reject", strike.id)
    written = str(gold_export(EditedTimeline(store).everything()))
    assert "2021-06-10" in written
    assert "'rejected'" in written

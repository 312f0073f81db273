"""Corrections as gold: the loader of the project's own gold reads them."""

import json
from dataclasses import replace
from pathlib import Path

from tests.quality.gold_set import load
from timeline.cli.export_corrections import export_corrections
from timeline.editing.editor import Editor
from timeline.editing.gold_export import fragment_of
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Event, Status
from timeline.model.span import Span


def named(editor: Editor, word: str) -> Event:
    (event,) = (e for e in editor.events().values() if word in e.title)
    return event


def test_corrections_are_gold(editor: Editor, path: Path, tmp_path: Path) -> None:
    bridge, sold = named(editor, "bridge"), named(editor, "sold")
    editor.set_date(bridge.id, from_edtf("2021-06-10"))
    editor.set_title(bridge.id, "Council closes the bridge")
    editor.set_status([bridge.id], Status.ALLEGED)
    editor.reject([sold.id])
    editor.note(named(editor, "strike").id, "which union?")
    out = tmp_path / "gold"
    export_corrections(["--store", str(path), "--out", str(out)], standalone_mode=False)
    gold = load("corrections", out, out)
    assert [a.document for a in gold.articles] == ["mill.txt", "port.txt"]
    mill, port = gold.articles
    (right,) = [event for event in mill.events if not event.optional]
    assert (right.quote, to_edtf(right.when), right.status) == (
        "June 2021",
        "2021-06-10",
        "alleged",
    )
    assert right.words == ("council", "bridge")
    assert all(event.optional for event in port.events)
    assert len(port.events) == 4
    record = json.loads((out / "port.json").read_text("utf-8"))
    assert record["rejected"] == ["The ministry sold the harbour in 2005."]


def test_merged_events_are_told(editor: Editor, path: Path, tmp_path: Path) -> None:
    bridge, strike = named(editor, "bridge"), named(editor, "strike")
    editor.merge([bridge.id, strike.id])
    export_corrections(["--store", str(path), "--out", str(tmp_path)], standalone_mode=False)
    collection = json.loads((tmp_path / "collection" / "collection.json").read_text("utf-8"))
    (same,) = collection["same"]
    assert {key.partition("#")[0] for key in same["events"]} == {"mill", "port"}


def test_a_fragment_tells_a_quote_from_its_likes() -> None:
    text = "In May it rained. In May it snowed."
    second = Span(text.rindex("May"), text.rindex("May") + 3)
    fragment = fragment_of(text, second)
    assert fragment is not None
    assert text.count(fragment) == 1
    assert fragment.count("May") == 1
    assert fragment_of("a a", Span(0, 1)) == "a "
    assert replace(second, end=second.end) == second

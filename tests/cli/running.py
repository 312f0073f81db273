"""The command line in this process: what it ends with, and what it prints."""

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, replace
from pathlib import Path
from unittest.mock import patch

from tests.store.invented import collection
from timeline.cli.main import main
from timeline.editing.editor import Editor
from timeline.store import Store


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    err: str


def ran(*arguments: str | Path) -> Done:
    """Run a command; an exception that it lets through is the test's."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace") for _ in range(2))
    code: object = 0
    with (
        patch.object(sys, "argv", ["timeline", *map(str, arguments)]),
        patch.object(sys, "stdin", io.StringIO("")),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            main()
        except SystemExit as end:
            code = end.code or 0
    texts = []
    for stream in (out, err):
        stream.flush()
        buffer = stream.buffer
        assert isinstance(buffer, io.BytesIO)
        texts.append(buffer.getvalue().decode("utf-8", "replace"))
    assert isinstance(code, int)
    return Done(code, *texts)


def make_store(path: Path) -> Path:
    """Make a store of three articles with two collections, places, tags and a change."""
    with Store.open(path) as store:
        analyses, timeline = collection("Flood")
        paper = replace(analyses[0], article=replace(analyses[0].article, source="Courier"))
        store.articles.replace([paper, *analyses[1:]], timeline)
        store.create_collection("harbour")
        editor = Editor(store, "ana", lambda: "2024-01-01T00:00:00")
        first, second, *_ = editor.events()
        editor.set_names(first, "places", ("Central Asia", "Kabul"))
        editor.tag([second], "chapter 1")
    return path


def first_event(path: Path) -> str:
    with Store.open(path) as store:
        return store.timeline.load().events[0].id

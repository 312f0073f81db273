"""A run tells of itself, hears that it should stop, and never fails by telling."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from timeline.app.run_reports import SILENCE, Reporter, new_run, reported, speaking
from timeline.errors import ReadingError, StoppedError, StoreError
from timeline.store import Run, Store

PATIENCE = 20.0  # seconds; spent only where something is wrong


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "events.sqlite") as opened:
        yield opened


def begun(store: Store, clock: Clock) -> Reporter:
    run = new_run("page", "3 articles", clock())
    store.runs.add(run)
    return Reporter(store.runs, run, clock)


def seen(store: Store) -> Run:
    (run,) = store.runs.list()
    return run


def test_progress_and_end_are_told(store: Store) -> None:
    clock = Clock()
    reporter = begun(store, clock)
    reporter.refused([ReadingError("c.exe", "is no text")])
    reporter.progress(1, 3, "b.txt")
    assert seen(store).total == 0
    clock.now = 1001.0
    reporter.speak()
    run = seen(store)
    assert (run.done, run.total, run.current, run.beat) == (1, 3, "b.txt", 1001.0)
    assert run.refused == (("c.exe", "is no text"),)
    reporter.added(["a.txt", "b.txt"])
    reporter.end("done")
    run = seen(store)
    assert (run.ended, run.added) == ("done", ("a.txt", "b.txt"))


def test_a_run_that_gets_no_further_still_says_that_it_is_there(store: Store) -> None:
    clock = Clock()
    reporter = begun(store, clock)
    clock.now += SILENCE - 1
    reporter.speak()
    assert seen(store).beat == 1000.0
    clock.now += 1
    reporter.speak()
    assert seen(store).beat == 1000.0 + SILENCE


def test_a_run_that_is_asked_to_stop_stops_at_the_next_article(store: Store) -> None:
    reporter = begun(store, Clock())
    store.runs.cancel(seen(store).id)
    reporter.progress(0, 3, "a.txt")
    reporter.speak()
    with pytest.raises(StoppedError):
        reporter.progress(1, 3, "b.txt")


def test_a_busy_store_costs_a_word_and_not_the_run(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock()
    reporter = begun(store, clock)

    def busy(*_: object) -> bool:
        raise StoreError("busy")

    with monkeypatch.context() as patched:
        patched.setattr("timeline.store.Runs.update", busy)
        reporter.progress(1, 3, "b.txt")
        reporter.speak()
    assert seen(store).done == 0
    reporter.speak()
    assert seen(store).done == 1


def test_speaking_speaks_until_the_block_ends(store: Store) -> None:
    reporter = begun(store, Clock())
    with speaking(reporter, every=0.01):
        reporter.progress(2, 3, "c.txt")
        deadline = time.monotonic() + PATIENCE
        while seen(store).done != 2 and time.monotonic() < deadline:
            time.sleep(0.01)
    assert seen(store).done == 2


def test_the_command_line_is_seen_while_it_runs_and_not_after(store: Store) -> None:
    with reported(store.runs, "extract", "articles", Clock()) as reporter:
        reporter.progress(0, 3, "a.txt")
        run = seen(store)
        assert (run.kind, run.label) == ("extract", "articles")
    assert store.runs.list() == ()

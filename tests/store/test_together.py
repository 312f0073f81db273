"""Readers, writers, openings and sudden deaths at once."""

import multiprocessing
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from tests.store.invented import collection
from timeline.errors import StoreError
from timeline.store import Store

FLOOD = collection("Flood", articles=20)
STORM = collection("Storm", articles=30)
STATES = (FLOOD, STORM)


def test_readers_see_one_state_or_the_other(store: Store, place: str) -> None:
    store.articles.replace(*FLOOD)
    stop = Event()

    def read() -> int:
        reads, version = 0, 0
        while not stop.is_set():
            assert store.timeline.load() in [timeline for _, timeline in STATES]
            assert store.articles.analyses() in [analyses for analyses, _ in STATES]
            now = store.version()
            assert now >= version
            version, reads = now, reads + 1
        return reads

    with ThreadPoolExecutor(6) as pool, Store.open(place) as writer:
        readers = [pool.submit(read) for _ in range(6)]
        try:
            for _ in range(6):
                writer.articles.replace(*STORM)
                writer.articles.replace(*FLOOD)
        finally:
            stop.set()
        assert all(reader.result() > 0 for reader in readers)
    assert store.version() == 13


def test_writers_wait_for_each_other(store: Store, place: str) -> None:
    def write(number: int) -> None:
        with Store.open(place) as mine:
            for turn in range(10):
                mine.publication_dates.set(f"{number}.txt", f"20{turn:02d}")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(4)))
    assert store.publication_dates.by_document() == {f"{number}.txt": "2009" for number in range(4)}
    assert [change.id for change in store.edits.list()] == list(range(1, 41))
    assert store.version() == 40


def test_programs_that_open_a_new_store_at_once(place: str) -> None:
    def use(number: int) -> int:
        with Store.open(place) as store:
            store.publication_dates.set(f"{number}.txt", "2021")
            return store.version()

    with ThreadPoolExecutor(6) as pool:
        seen = list(pool.map(use, range(6)))
    # Another may have written between one's own write and look.
    assert max(seen) == 6
    with Store.open(place) as store:
        assert store.version() == 6
        assert store.publication_dates.by_document() == {
            f"{number}.txt": "2021" for number in range(6)
        }


def test_a_store_that_another_program_keeps_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline.store.engine.BUSY_SECONDS", 0.1)
    path = tmp_path / "events.sqlite"
    with Store.open(path) as store:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        assert store.version() == 0
        with pytest.raises(StoreError, match="another program has kept it busy"):
            store.publication_dates.set("a.txt", "2021")
        other.execute("ROLLBACK")
        other.close()
        store.publication_dates.set("a.txt", "2021")
        assert store.publication_dates.by_document() == {"a.txt": "2021"}


FORK = multiprocessing.get_context("fork")


def _use_in_child(store: Store, answer: "multiprocessing.SimpleQueue[int]") -> None:
    store.publication_dates.set("child.txt", "2021")
    answer.put(store.version())


@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_process_uses_no_connection_of_its_parent(store: Store) -> None:
    store.publication_dates.set("parent.txt", "2020")
    answer: multiprocessing.SimpleQueue[int] = FORK.SimpleQueue()
    child = FORK.Process(target=_use_in_child, args=(store, answer))
    child.start()
    child.join(30)
    assert child.exitcode == 0
    assert answer.get() == 2
    assert store.publication_dates.by_document() == {"parent.txt": "2020", "child.txt": "2021"}


SAVES_UNTIL_KILLED = """
import sys
from tests.store.test_together import STATES
from timeline.store import Store
store = Store.open(sys.argv[1])
print("ready", flush=True)
while True:
    for state in STATES:
        store.articles.replace(*state)
"""


@pytest.mark.parametrize("delay", [0.0, 0.013, 0.05, 0.11])
def test_a_kill_during_a_save_leaves_a_whole_state(store: Store, place: str, delay: float) -> None:
    store.articles.replace(*FLOOD)
    before = store.version()
    with subprocess.Popen(
        [sys.executable, "-c", SAVES_UNTIL_KILLED, place], stdout=subprocess.PIPE
    ) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == b"ready\n"
        Event().wait(delay)
        child.kill()
    assert child.returncode == -signal.SIGKILL
    assert (store.articles.analyses(), store.timeline.load()) in STATES
    assert store.version() >= before
    store.articles.replace(*STORM)
    assert (store.articles.analyses(), store.timeline.load()) == STORM

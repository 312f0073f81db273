"""What waits in the queue is done, in its order, once, by whoever is there to do it."""

import io
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from timeline.app import private_folders
from timeline.app.private_folders import PREFIX, clear_left_over, private_folder
from timeline.cli import ingest as process
from timeline.errors import StoreError
from timeline.store import NewFile, Run, Store
from timeline.store.queue import LEASE, MOST_TRIES
from timeline.web.uploads import queue_worker
from timeline.web.uploads.claimers import is_gone, new_claim
from timeline.web.uploads.queue_worker import QueueWorker
from timeline.web.uploads.queueing import Adder, Patience, in_a_process
from timeline.web.uploads.spool import UploadBatch

STORY = b"Lights out\n\nOn 3 May 2021 the lights of Velmar went out.\n"
NOW = 1_714_564_800.0
PATIENCE = 60.0  # seconds; spent only where something is wrong


def clock() -> float:
    return NOW


def at_once(job: dict[str, Any], _patience: Patience) -> None:
    process.work(json.loads(json.dumps(job)), clock)


def alive(_claim: str) -> bool:
    return False


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "events.sqlite") as opened:
        yield opened


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "spool"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("TMPDIR", str(folder))
    return folder


def batch(*names: str, data: bytes = STORY) -> UploadBatch:
    return UploadBatch([NewFile(name, io.BytesIO(data)) for name in names])


def until(done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def ended(store: Store, count: int = 1) -> Sequence[Run]:
    until(lambda: sum(bool(run.ended) for run in store.runs.list()) >= count)
    return [run for run in store.runs.list() if run.ended]


def documents(store: Store) -> list[str]:
    return sorted(analysis.article.document for analysis in store.articles.analyses())


def test_what_one_server_leaves_another_takes_up_in_its_order(store: Store, spool: Path) -> None:
    adder = Adder(store, clock)
    adder.begin(batch("a.txt", data=b"It rained on 1 May 2021."))
    adder.begin(batch("a.txt", "b.txt"))
    assert [run.queue for run in store.runs.list()] == ["waiting", "waiting"]
    assert not any(run.silent(NOW + 10**6) for run in store.runs.list())
    worker = QueueWorker(store, clock, at_once)
    worker.keep()
    assert [run.ended for run in ended(store, 2)] == ["done", "done"]
    worker.stop()
    assert documents(store) == ["a.txt", "b.txt"]
    assert {a.article.text for a in store.articles.analyses()} == {STORY.decode()}
    assert store.queue.count() == 0
    assert list(spool.iterdir()) == []


def test_one_works_on_a_collection_at_a_time_and_others_go_on(store: Store) -> None:
    adder = Adder(store, clock)
    names = [adder.begin(batch("a.txt")), adder.begin(batch("b.txt"))]
    Adder(store.create_collection("other"), clock).begin(batch("c.txt"))
    first = store.queue.claim("1", NOW, alive)
    second = store.queue.claim("2", NOW, alive)
    assert first is not None
    assert second is not None
    assert (first.collection, second.collection) == ("main", "other")
    assert store.queue.claim("3", NOW, alive) is None
    assert store.queue.finish(first, store.runs.list()[0])
    third = store.queue.claim("3", NOW, alive)
    assert third is not None
    assert [first.run_id, third.run_id] == names


def test_a_batch_whose_claim_ran_out_is_done_by_another_and_the_first_saves_nothing(
    store: Store, spool: Path
) -> None:
    assert spool.is_dir()
    Adder(store, clock).begin(batch("a.txt"))
    lost = store.queue.claim("1", NOW, alive)
    assert lost is not None
    assert store.queue.claim("2", NOW + LEASE - 1, alive) is None
    assert store.queue.renew(lost, NOW + LEASE - 1)
    assert store.queue.claim("2", NOW + LEASE + 1, alive) is None
    taken = store.queue.claim("2", NOW + 3 * LEASE, alive)
    assert taken is not None
    assert not store.queue.renew(lost, NOW)
    run = asdict(store.runs.list()[0])
    process.work({"store": store.address, "claim": asdict(lost), "run": run}, clock)
    assert documents(store) == []
    process.work({"store": store.address, "claim": asdict(taken), "run": run}, clock)
    assert documents(store) == ["a.txt"]
    assert store.queue.count() == 0


def test_a_claim_of_a_dead_process_need_not_run_out(store: Store) -> None:
    Adder(store, clock).begin(batch("a.txt"))
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    own = new_claim()
    dead = own.replace(f" {os.getpid()} ", f" {child.pid} ")
    assert not is_gone(own)
    assert is_gone(dead) == Path("/proc/self/stat").exists()
    assert not is_gone(f"elsewhere {dead}")
    assert store.queue.claim(own, NOW, is_gone) is not None
    assert store.queue.claim(new_claim(), NOW, is_gone) is None
    assert store.queue.claim(new_claim(), NOW, lambda claim: claim == own) is not None


def test_a_clock_that_was_set_back_holds_nothing_up(store: Store) -> None:
    Adder(store, clock).begin(batch("a.txt"))
    assert store.queue.claim("1", NOW + 86_400, alive) is not None
    assert store.queue.claim("2", NOW, alive) is not None


def test_a_batch_whose_process_dies_is_tried_again_and_given_up_in_the_end(store: Store) -> None:
    tried: list[str] = []
    adder = Adder(store, clock)
    name = adder.begin(batch("a.txt"))
    other = adder.begin(batch("b.txt"))

    def work(job: dict[str, Any], patience: Patience) -> None:
        tried.append(job["run"]["id"])
        if job["run"]["id"] != name:
            at_once(job, patience)

    QueueWorker(store, clock, work).wake()
    assert {run.id: run.ended for run in ended(store, 2)} == {name: "failed", other: "done"}
    assert tried.count(name) == MOST_TRIES
    assert documents(store) == ["b.txt"]
    adder.put_away(name)
    assert [run.id for run in store.runs.list()] == [other]


def test_a_store_that_cannot_be_reached_counts_as_no_try(store: Store) -> None:
    Adder(store, clock).begin(batch("a.txt"))
    worker = QueueWorker(store, clock, away)
    for moment in range(2 * MOST_TRIES):
        claim = store.queue.claim(new_claim(), NOW + 10 * moment, alive)
        assert claim is not None
        worker._do(claim)
    assert [run.queue for run in store.runs.list()] == ["waiting"]


def away(_job: dict[str, Any], _patience: Patience) -> None:
    raise StoreError("the store is away")


def test_a_batch_that_waits_can_be_cancelled(store: Store) -> None:
    adder = Adder(store, clock)
    name = adder.begin(batch("a.txt"))
    adder.cancel(name)
    (run,) = store.runs.list()
    assert (run.ended, run.queue) == ("cancelled", "")
    assert store.queue.count() == 0


def test_a_batch_that_is_worked_on_is_asked_to_stop(store: Store) -> None:
    adder = Adder(store, clock)
    seconds: list[float | None] = []

    def work(job: dict[str, Any], patience: Patience) -> None:
        adder.cancel(job["run"]["id"])
        until(lambda: patience() is not None)
        seconds.append(patience())

    name = adder.begin(batch("a.txt"))
    QueueWorker(store, clock, work).wake()
    assert [(run.id, run.ended) for run in ended(store)] == [(name, "cancelled")]
    assert seconds == [queue_worker.CANCEL]
    assert store.queue.count() == 0


def test_a_message_put_away_before_the_worker_is_through_does_no_harm(store: Store) -> None:
    Adder(store, clock).begin(batch("a.txt"))
    asked: list[float | None] = []

    def work(job: dict[str, Any], patience: Patience) -> None:
        at_once(job, patience)
        store.runs.delete(job["run"]["id"])
        asked.append(patience())

    worker = QueueWorker(store, clock, work)
    worker.keep()
    until(lambda: bool(asked))
    Adder(store, clock, worker.wake).begin(batch("b.txt"))
    until(lambda: len(asked) > 1)
    worker.stop()
    assert (asked[0], store.queue.count(), documents(store)) == (None, 0, ["a.txt", "b.txt"])


def test_the_process_of_its_own_does_the_same(store: Store, spool: Path) -> None:
    worker = QueueWorker(store, time.time, in_a_process)
    Adder(store, time.time, worker.wake).begin(batch("press/lights.txt"))
    (run,) = ended(store)
    assert (run.ended, run.added) == ("done", ("press/lights.txt",))
    assert documents(store) == ["press/lights.txt"]
    worker.stop()
    assert list(spool.iterdir()) == []


def test_a_server_that_stops_ends_its_process_and_the_batch_waits_on(
    store: Store, spool: Path
) -> None:
    worker = QueueWorker(store, time.time, in_a_process)
    Adder(store, time.time, worker.wake).begin(batch(*(f"{n}.txt" for n in range(300))))
    until(lambda: any(run.done for run in store.runs.list()))
    worker.stop()
    (run,) = store.runs.list()
    assert (run.ended, run.queue) == ("", "waiting")
    assert 0 < len(documents(store)) < 300
    assert list(spool.iterdir()) == []
    assert store.queue.claim(new_claim(), time.time() + 60, alive) is not None


def test_a_temporary_folder_that_cannot_be_used_is_waited_for(
    store: Store, spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Adder(store, clock).begin(batch("a.txt"))
    monkeypatch.setattr(tempfile, "tempdir", str(spool / "none"))
    worker = QueueWorker(store, clock, at_once)
    worker._drain()
    (run,) = store.runs.list()
    assert (run.ended, run.queue) == ("", "waiting")
    assert "the temporary folder cannot be used (No such file or directory)" in run.current
    monkeypatch.setattr(tempfile, "tempdir", str(spool))
    QueueWorker(store, lambda: NOW + 60, at_once)._drain()
    assert [run.ended for run in store.runs.list()] == ["done"]


def test_a_file_that_was_damaged_in_the_store_is_named_and_the_others_are_read(
    store: Store, spool: Path
) -> None:
    assert spool.is_dir()
    Adder(store, clock).begin(batch("a.txt", "b.txt"))
    with store._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE upload_file SET sha256 = '' WHERE name = 'a.txt'")
    QueueWorker(store, clock, at_once)._drain()
    (run,) = store.runs.list()
    assert run.refused == (("a.txt", "was damaged in the store; add it again"),)
    assert run.added == ("b.txt",)


def test_a_collection_in_whose_queue_something_waits_is_not_removed(store: Store) -> None:
    Adder(store.create_collection("other"), clock).begin(batch("a.txt"))
    with pytest.raises(StoreError, match="articles wait"):
        store.collections.delete("other")


def hold_folder(started: "multiprocessing.Queue[str]") -> None:
    with private_folder() as folder:
        (folder / "article.txt").write_text("private", "utf-8")
        started.put(str(folder))
        threading.Event().wait()


def test_only_the_folders_of_dead_processes_are_cleared(spool: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    started: multiprocessing.Queue[str] = spawn.Queue()
    holder = spawn.Process(target=hold_folder, args=(started,))
    holder.start()
    folder = Path(started.get(timeout=PATIENCE))
    other, link = spool / "timeline-other", spool / f"{PREFIX}link"
    other.mkdir()
    link.symlink_to(other)
    assert folder.stat().st_mode & 0o077 == 0
    clear_left_over(NOW)
    assert (folder / "article.txt").exists()
    os.kill(holder.pid or 0, signal.SIGKILL)
    holder.join()
    holder.close()
    clear_left_over(NOW)
    assert sorted(spool.iterdir()) == [link, other]


def test_where_there_are_no_locks_old_folders_are_cleared(
    spool: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(private_folders, "fcntl", None)
    old, fresh = spool / f"{PREFIX}old", spool / f"{PREFIX}fresh"
    for folder, age in ((old, private_folders.OLD + 1), (fresh, private_folders.OLD - 1)):
        folder.mkdir()
        os.utime(folder, (NOW - age, NOW - age))
    clear_left_over(NOW)
    assert sorted(spool.iterdir()) == [fresh]

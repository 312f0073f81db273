"""Uploads wait in the store, whole and in order, and no write of theirs moves its version."""

import io
import multiprocessing
from dataclasses import replace

import pytest

from timeline.store import NewFile, Run, Store
from timeline.store.queue import LEASE, MOST_TRIES
from timeline.store.runs import KEPT
from timeline.store.upload_blocks import BLOCK, is_whole

RUN = Run("r1", "page", "2 files", 1000.0, 1000.0)
LARGE = bytes(range(256)) * (2 * BLOCK // 256 + 10)


def alive(_claim: str) -> bool:
    return False


def queued(store: Store, run: Run = RUN) -> None:
    files = [NewFile("a/large.bin", io.BytesIO(LARGE)), NewFile("empty.txt", io.BytesIO())]
    store.queue.put(run, files, {"a.txt": "2023-02-08"})


def test_files_come_back_as_they_came_and_the_version_stays(place: str, store: Store) -> None:
    store.publication_dates.set("a.txt", "2024")
    before = store.version(), store.timeline.version()
    queued(store)
    with Store.open(place) as other:
        claim = other.queue.claim("me", 1000.0, alive)
        assert claim is not None
        large, empty = other.queue.files(claim)
        assert (large.name, large.size, empty.size) == ("a/large.bin", len(LARGE), 0)
        assert b"".join(other.queue.blocks(large)) == LARGE
        assert is_whole(large, other.queue.blocks(large))
        assert not is_whole(large, [LARGE[:-1]])
        assert is_whole(empty, ())
        assert other.queue.publication_dates(claim) == {"a.txt": "2023-02-08"}
        assert [run.queue for run in other.runs.list()] == ["claimed"]
        assert other.queue.finish(claim, replace(RUN, ended="done"))
        assert not other.queue.finish(claim, RUN)
    assert [(run.ended, run.queue) for run in store.runs.list()] == [("done", "")]
    assert (store.version(), store.timeline.version()) == before
    for table in ("upload", "upload_file", "upload_block"):
        with store._engine.begin() as connection:
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar() == 0  # noqa: S608


def test_nothing_of_a_batch_is_there_where_one_file_cannot_be_read(store: Store) -> None:
    class Broken(io.BytesIO):
        def read(self, _size: int | None = -1) -> bytes:
            raise OSError(5, "Input/output error")

    files = [NewFile("a.txt", io.BytesIO(b"a")), NewFile("b.txt", Broken())]
    with pytest.raises(OSError, match="Input/output"):
        store.queue.put(RUN, files, {})
    assert store.runs.list() == ()
    assert store.queue.count() == 0


def test_what_waits_is_never_dropped_for_its_age(store: Store) -> None:
    queued(store)
    later = replace(RUN, id="r2", begun=RUN.begun + 2 * KEPT, beat=RUN.begun + 2 * KEPT)
    store.runs.add(later)
    assert [run.id for run in store.runs.list()] == ["r1", "r2"]
    assert not store.runs.list()[0].silent(later.begun)


def test_what_has_ended_is_not_opened_again_by_who_comes_late(store: Store) -> None:
    queued(store)
    claim = store.queue.claim("me", 1000.0, alive)
    assert claim is not None
    assert store.queue.finish(claim, replace(RUN, ended="done"))
    store.runs.update(replace(RUN, done=1))
    assert [run.ended for run in store.runs.list()] == ["done"]


def test_a_batch_that_is_released_waits_its_time_and_keeps_its_place(store: Store) -> None:
    queued(store)
    queued(store, replace(RUN, id="r2"))
    claim = store.queue.claim("me", 1000.0, alive)
    assert claim is not None
    assert store.queue.release(claim, 1000.0, delay=20.0, words="waits: no room")
    assert not store.queue.release(claim, 1000.0)
    assert store.queue.claim("me", 1010.0, alive) is None
    again = store.queue.claim("me", 1021.0, alive)
    assert again is not None
    assert again.run_id == "r1"
    assert store.runs.list()[0].current == "waits: no room"


def test_a_batch_that_was_given_up_holds_nobody_up_and_goes_with_its_message(store: Store) -> None:
    queued(store)
    for _ in range(MOST_TRIES):
        claim = store.queue.claim("me", 1000.0, alive)
        assert claim is not None
        store.queue.release(claim, 1000.0, failed=True)
    assert store.queue.claim("me", 1000.0 + 10 * LEASE, alive) is None
    assert [run.ended for run in store.runs.list()] == ["failed"]
    store.queue.delete("r1")
    assert store.runs.list() == ()


def claim_all(where: str, number: int, claimed: "multiprocessing.Queue[list[str]]") -> None:
    found = []
    with Store.open(where) as store:
        while claim := store.queue.claim(str(number), 1000.0, alive):
            found.append(claim.run_id)
            store.queue.finish(claim, replace(RUN, id=claim.run_id, ended="done"))
    claimed.put(found)


def test_workers_that_claim_at_once_never_claim_the_same(place: str, store: Store) -> None:
    for number in range(20):
        store.queue.put(replace(RUN, id=str(number)), [NewFile("a", io.BytesIO(b"a"))], {})
    spawn = multiprocessing.get_context("spawn")
    claimed: multiprocessing.Queue[list[str]] = spawn.Queue()
    workers = [spawn.Process(target=claim_all, args=(place, n, claimed)) for n in range(2)]
    for worker in workers:
        worker.start()
    found = [run for _ in workers for run in claimed.get(timeout=40)]
    for worker in workers:
        worker.join(timeout=60)
        worker.close()
    rest = []
    while claim := store.queue.claim("rest", 1000.0, alive):
        rest.append(claim.run_id)
        store.queue.finish(claim, replace(RUN, id=claim.run_id, ended="done"))
    assert sorted(found + rest, key=int) == [str(number) for number in range(20)]

"""What workers share lies in a private folder, and its locks go with the process that held them."""

import errno
import os
import shutil
import stat
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from timeline.web.auth.shared_state import (
    FolderState,
    MemoryState,
    SharedState,
    private_name,
    runtime_parents,
)
from timeline.web.auth.sign_in_queue import PLACES, TURN, SignInQueue
from timeline.web.http.callers import Caller

SIZE = 4_096


def folder_state(*parents: Path) -> FolderState:
    return FolderState(parents, "shared", SIZE)


@pytest.fixture(params=["memory", "folder"])
def state(request: pytest.FixtureRequest, tmp_path: Path) -> SharedState:
    return MemoryState(SIZE) if request.param == "memory" else folder_state(tmp_path)


def test_a_table_keeps_what_is_written(state: SharedState) -> None:
    with state.table() as cells:
        assert cells.read(SIZE - 4, 4) == bytes(4)
        cells.write(SIZE - 4, b"kept")
    with state.table() as cells:
        assert cells.read(SIZE - 4, 4) == b"kept"


def test_only_one_holds_a_lock_and_gives_it_back(state: SharedState) -> None:
    with (
        state.lock("one", wait=True) as first,
        state.lock("one", wait=False) as second,
        state.lock("two", wait=False) as other,
    ):
        assert (first, second, other) == (True, False, True)
    with pytest.raises(ZeroDivisionError), state.lock("one", wait=False):
        _ = 1 / 0
    with state.lock("one", wait=False) as again:
        assert again


def test_threads_take_turns(state: SharedState) -> None:
    inside, most = 0, 0

    def turn() -> None:
        nonlocal inside, most
        for _ in range(50):
            with state.lock("turn", wait=True):
                inside += 1
                most = max(most, inside)
                inside -= 1

    threads = [threading.Thread(target=turn) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (inside, most) == (0, 1)


def test_the_folder_is_for_its_owner_alone(tmp_path: Path) -> None:
    with folder_state(tmp_path).table():
        pass
    folder = tmp_path / "shared"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "table").stat().st_mode) == 0o600
    assert (folder / "table").stat().st_size == SIZE


def test_a_folder_that_is_cleared_away_is_made_anew(tmp_path: Path) -> None:
    state = folder_state(tmp_path)
    with state.table() as cells:
        cells.write(0, b"gone")
    shutil.rmtree(tmp_path / "shared")
    with state.table() as cells:
        assert cells.read(0, 4) == bytes(4)
    assert (tmp_path / "shared" / "table").is_file()


def open_to_all(folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o777)


def linked(folder: Path) -> None:
    folder.with_name("elsewhere").mkdir(0o700)
    folder.symlink_to(folder.with_name("elsewhere"))


def a_file(folder: Path) -> None:
    folder.write_text("")


@pytest.mark.parametrize("prepare", [open_to_all, linked, a_file])
def test_a_folder_that_is_not_private_is_not_used(
    tmp_path: Path, prepare: Callable[[Path], None], caplog: pytest.LogCaptureFixture
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    prepare(first / "shared")
    with folder_state(first, second).table() as cells:
        cells.write(0, b"kept")
    assert (second / "shared" / "table").read_bytes()[:4] == b"kept"
    assert caplog.text == ""
    alone = folder_state(first)
    for _ in range(2):
        with alone.table() as cells, alone.lock("one", wait=False) as got:
            cells.write(0, b"here")
            assert got
    assert caplog.text.count("for this process alone") == 1


@pytest.mark.parametrize("number", [errno.EOPNOTSUPP, errno.EINVAL, errno.ENOSPC])
def test_a_disk_that_cannot_take_room_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, number: int
) -> None:
    def refuse(*_args: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "posix_fallocate", refuse, raising=False)
    with folder_state(tmp_path).table() as cells:
        cells.write(SIZE - 4, b"kept")
        assert cells.read(SIZE - 4, 4) == b"kept"
    is_full = number == errno.ENOSPC
    assert ("No space left" in caplog.text) == is_full
    assert ((tmp_path / "shared" / "table").stat().st_size == 0) == is_full


def test_a_table_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir(0o700)
    (tmp_path / "other").write_bytes(b"untouched")
    (tmp_path / "shared" / "table").symlink_to(tmp_path / "other")
    with folder_state(tmp_path).table() as cells:
        cells.write(0, b"elsewhere")
    assert (tmp_path / "other").read_bytes() == b"untouched"


def test_the_name_of_the_folder_tells_nothing_of_the_key() -> None:
    assert private_name(b"a") != private_name(b"b")
    assert b"secret".hex() not in private_name(b"secret")
    assert runtime_parents({"XDG_RUNTIME_DIR": "/run/user/7"})[0] == Path("/run/user/7")
    assert Path("/run/user/7") not in runtime_parents({})


def test_a_flood_takes_its_own_places_only(state: SharedState) -> None:
    queue = SignInQueue(state)
    stranger, known = Caller("a"), Caller("b", known=True)
    places = [queue.place(stranger) for _ in range(PLACES + 2)]
    got = [place.__enter__() for place in places]
    assert got == [True] * PLACES + [False] * 2
    with queue.place(known) as has_place, queue.turn(known):
        assert has_place
    for place in places:
        place.__exit__(None, None, None)
    with queue.place(stranger) as has_place:
        assert has_place


def test_a_known_browser_waits_for_one_other_at_most(
    state: SharedState, monkeypatch: pytest.MonkeyPatch
) -> None:
    queue, order, hashing = SignInQueue(state), [], threading.Event()
    asked: list[tuple[str, threading.Thread]] = []
    lock = state.lock

    def noted(name: str, *, wait: bool) -> AbstractContextManager[bool]:
        asked.append((name, threading.current_thread()))
        return lock(name, wait=wait)

    monkeypatch.setattr(state, "lock", noted)

    def hash_for(caller: Caller, name: str) -> None:
        with queue.turn(caller):
            order.append(name)
            hashing.wait(30)

    def start(caller: Caller, name: str) -> threading.Thread:
        thread = threading.Thread(target=hash_for, args=(caller, name))
        thread.start()
        return thread

    threads = [start(Caller("a"), "first")]
    while not order:
        threads[0].join(0.01)
    threads += [start(Caller("b"), "other"), start(Caller("c"), "other")]
    threads += [start(Caller("d", known=True), "known")]
    while (TURN, threads[-1]) not in asked:  # until the known browser asks, behind the first
        threads[0].join(0.01)
    threads[0].join(0.3)  # and waits
    hashing.set()
    for thread in threads:
        thread.join()
    assert order.index("known") <= 2

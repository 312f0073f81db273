import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline.app import pipeline
from timeline.app.workers import processes
from timeline.errors import ReadingError, StoppedError
from timeline.jobs.pool import BATCH, Done, Failed, Lost, Pool, run

SEEDS = Path(__file__).parents[1] / "seeds"
KILLERS = {5, 40}


def double(number: int) -> int:
    return number * 2


def double_or_die(number: int) -> int:
    if number in KILLERS:
        os._exit(1)
    return number * 2


def results(found: Iterator[Done[int] | Failed | Lost]) -> dict[int, int | None]:
    return {item.place: item.result if isinstance(item, Done) else None for item in found}


@pytest.mark.parametrize("count", [0, 1, BATCH, 3 * BATCH + 5])
def test_every_item_comes_back_once(count: int) -> None:
    expected = {place: place * 2 for place in range(count)}
    assert results(run(double, range(count))) == expected
    assert results(run(double, range(count), Pool(lambda: ThreadPoolExecutor(2), 2))) == expected


def test_processes_give_what_one_gives() -> None:
    assert results(run(double, range(50), processes(2))) == results(run(double, range(50)))


@pytest.mark.parametrize("work", [double, double_or_die])
def test_a_run_that_ended_leaves_nothing_for_the_end_of_the_program(
    work: Callable[[int], int],
) -> None:
    before = set(threading.enumerate())
    assert len(results(run(work, range(60), processes(2)))) == 60
    left = set(threading.enumerate()) - before
    assert not [one for one in left if type(one).__module__ == "concurrent.futures.process"]


def test_an_item_that_kills_its_process_is_named_and_the_others_come_back() -> None:
    found = results(run(double_or_die, range(60), processes(2)))
    assert {place for place, result in found.items() if result is None} == KILLERS
    assert {p: r for p, r in found.items() if p not in KILLERS} == {
        p: p * 2 for p in range(60) if p not in KILLERS
    }


def test_no_more_than_the_window_is_under_way() -> None:
    begun: list[int] = []

    def work(number: int) -> int:
        begun.append(number)
        return number

    running = run(work, range(100 * BATCH), Pool(lambda: ThreadPoolExecutor(1), window=2))
    next(running)
    time.sleep(0.05)
    running.close()
    assert len(begun) <= 4 * BATCH


def test_an_error_of_the_work_is_not_hidden() -> None:
    def work(number: int) -> int:
        raise KeyError(number)

    with pytest.raises(KeyError):
        list(run(work, [1], Pool(lambda: ThreadPoolExecutor(1))))


def test_no_process_outlives_the_one_that_made_it(tmp_path: Path) -> None:
    program = tmp_path / "endless.py"
    program.write_text(
        "from tests.endless import work\n"
        "from timeline.app.workers import processes\n"
        "from timeline.jobs.pool import run\n"
        "if __name__ == '__main__':\n"
        f"    list(run(work, [{str(tmp_path)!r}] * 64, processes(2)))\n",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(Path(__file__).parents[1]), *filter(None, sys.path)])
    with subprocess.Popen(
        [sys.executable, str(program)], cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}
    ) as maker:
        workers = until(lambda: [int(p.stem) for p in tmp_path.glob("*.pid")], count=2)
        maker.kill()
    gone = until(lambda: [pid for pid in workers if not Path(f"/proc/{pid}").exists()], count=2)
    assert gone == workers


def until(found: Callable[[], list[int]], count: int) -> list[int]:
    """Ask until there are so many; fail where that takes too long."""
    for _ in range(1_200):
        if len(found()) >= count:
            return found()
        time.sleep(0.1)
    raise AssertionError(found())


def test_two_processes_extract_what_one_extracts() -> None:
    seen: list[Sequence[object]] = []
    alone = pipeline.extract([SEEDS])
    together = pipeline.extract([SEEDS], None, lambda *at: seen.append(at), jobs=2)
    assert together == alone
    assert [place for place, _, _ in seen] == [*range(5), *range(5)]  # read, then analysed


class Stubborn(Exception):  # noqa: N818 - a name that tells
    """An error that is pickled, and cannot be unpickled: its constructor wants more."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")


class Stuck(Exception):  # noqa: N818 - a name that tells
    """An error that cannot be pickled at all."""

    def __init__(self) -> None:
        super().__init__("stuck")
        self.lock = threading.Lock()


def of_every_kind(number: int) -> object:
    """Return what crosses, but for some numbers; raise nothing."""
    odd = {1: Stubborn("a", "b"), 2: Stuck(), 3: threading.Lock(), 4: lambda: None}
    return odd.get(number, number)


def raise_stubborn(number: int) -> int:
    if number == 7:
        raise Stubborn("seven", "is odd")
    return number


def raise_stuck(number: int) -> int:
    if number == 7:
        raise Stuck
    return number


def raise_reading_error(number: int) -> int:
    raise ReadingError(f"{number}.txt", "is empty")


def test_a_result_that_cannot_cross_fails_alone() -> None:
    found = list(run(of_every_kind, range(40), processes(2)))
    failed = {one.place: one.reason for one in found if isinstance(one, Failed)}
    assert set(failed) == {1, 2, 3, 4}
    assert all("lock" in failed[place] for place in (2, 3))
    done = {one.place: one.result for one in found if isinstance(one, Done)}
    assert done == {place: place for place in range(40) if place not in failed}
    assert not any(isinstance(one, Lost) for one in found)


@pytest.mark.parametrize("work", [raise_stubborn, raise_stuck])
def test_an_error_that_cannot_cross_is_named_and_kills_nobody(work: Callable[[int], int]) -> None:
    found = list(run(work, range(20), processes(2)))
    failed = [one for one in found if isinstance(one, Failed)]
    assert [one.place for one in failed] == [7]
    assert work.__name__.removeprefix("raise_").capitalize() in failed[0].reason
    assert len(found) == 20


def test_an_error_of_a_worker_comes_as_it_was_raised() -> None:
    with pytest.raises(ReadingError) as raised:
        list(run(raise_reading_error, range(3), processes(2)))
    assert raised.value.reason == "is empty"


def test_what_a_look_raises_ends_the_run_and_its_workers(tmp_path: Path) -> None:
    def look() -> None:
        if len(list(tmp_path.glob("*.pid"))) == 2:
            raise StoppedError("enough")

    with pytest.raises(StoppedError):
        list(run(sleep_long, [tmp_path] * 64, processes(2), idle=look))
    workers = [int(p.stem) for p in tmp_path.glob("*.pid")]
    gone = until(lambda: [pid for pid in workers if not Path(f"/proc/{pid}").exists()], count=2)
    assert gone == workers


def sleep_long(folder: Path) -> None:
    (folder / f"{os.getpid()}.pid").touch()
    time.sleep(600)

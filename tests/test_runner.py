import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline import pipeline
from timeline.runner import BATCH, Done, Lost, Pool, processes, run

SEEDS = Path(__file__).parents[1] / "seeds"
KILLERS = {5, 40}


def double(number: int) -> int:
    return number * 2


def double_or_die(number: int) -> int:
    if number in KILLERS:
        os._exit(1)
    return number * 2


def results(found: Iterator[Done[int] | Lost]) -> dict[int, int | None]:
    return {item.place: item.result if isinstance(item, Done) else None for item in found}


@pytest.mark.parametrize("count", [0, 1, BATCH, 3 * BATCH + 5])
def test_every_item_comes_back_once(count: int) -> None:
    expected = {place: place * 2 for place in range(count)}
    assert results(run(double, range(count))) == expected
    assert results(run(double, range(count), Pool(lambda: ThreadPoolExecutor(2), 2))) == expected


def test_processes_give_what_one_gives() -> None:
    assert results(run(double, range(50), processes(2))) == results(run(double, range(50)))


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
    running.close()  # type: ignore[attr-defined]
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
        "from timeline.runner import processes, run\n"
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

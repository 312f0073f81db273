import os
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from timeline import pipeline
from timeline.runner import BATCH, Done, Lost, processes, run

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
    assert results(run(double, range(count), lambda: ThreadPoolExecutor(2))) == expected


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

    running = run(work, range(100 * BATCH), lambda: ThreadPoolExecutor(1), window=2)
    next(running)
    time.sleep(0.05)
    running.close()  # type: ignore[attr-defined]
    assert len(begun) <= 4 * BATCH


def test_an_error_of_the_work_is_not_hidden() -> None:
    def work(number: int) -> int:
        raise KeyError(number)

    with pytest.raises(KeyError):
        list(run(work, [1], lambda: ThreadPoolExecutor(1)))


def test_two_processes_extract_what_one_extracts() -> None:
    seen: list[Sequence[object]] = []
    alone = pipeline.extract([SEEDS])
    together = pipeline.extract([SEEDS], None, lambda *at: seen.append(at), jobs=2)
    assert together == alone
    assert [place for place, _, _ in seen] == list(range(5))

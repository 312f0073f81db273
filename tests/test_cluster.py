"""A Dask cluster of this machine does what a pool does: the same bytes, nothing lost unnamed."""

import os
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from click.testing import CliRunner
from distributed import LocalCluster

from timeline.app import pipeline, workers
from timeline.app.collect import collect
from timeline.cli.main import cli
from timeline.errors import ClusterError, StoppedError
from timeline.jobs.cluster import cluster
from timeline.jobs.pool import Done, Lost, Pool, run
from timeline.tagging import tag

SEEDS = Path(__file__).parents[1] / "seeds"
KILLERS = {3}


def version() -> str:
    return "1"


def another() -> str:
    return str(os.getpid())


def double_or_die(number: int) -> int:
    if number in KILLERS:
        os._exit(1)
    return number * 2


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    quiet = {"distributed.scheduler.allowed-failures": 0, "distributed.logging.distributed": 50}
    with (
        dask.config.set(quiet),
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address="127.0.0.1:0"
        ) as found,
    ):
        yield found.scheduler_address


@pytest.fixture
def pool(address: str) -> Iterator[Pool]:
    with cluster(address, version) as found:
        yield found


def test_an_item_that_kills_its_worker_is_named_and_the_others_come_back(pool: Pool) -> None:
    found = {item.place: item for item in run(double_or_die, range(8), pool)}
    assert {place for place, item in found.items() if isinstance(item, Lost)} == KILLERS
    assert set(found) == set(range(8))


def test_a_run_that_is_stopped_leaves_nothing_on_the_cluster(pool: Pool) -> None:
    def stop() -> None:
        raise StoppedError("stopped", 130)

    with pytest.raises(StoppedError):
        list(run(abs, range(500), pool, idle=stop))
    assert sorted(item.place for item in run(abs, range(2), pool)) == [0, 1]


def test_a_cluster_gives_the_bytes_that_one_process_gives(address: str) -> None:
    paths = sorted(SEEDS.iterdir())[:1]  # one worker loads the parser
    with workers.cluster(address) as pool:
        spread = pipeline.extract(paths, jobs=pool)
    alone = pipeline.extract(paths)
    assert spread == alone
    assert repr(spread) == repr(alone)


def test_the_expressions_of_many_articles_are_those_of_one_process(pool: Pool) -> None:
    articles = collect(sorted(SEEDS.iterdir())).articles
    found = {item.place: item for item in run(tag, articles, pool)}
    assert [repr(found[n]) for n in range(len(articles))] == [
        repr(Done(place, tag(article))) for place, article in enumerate(articles)
    ]


def test_a_worker_of_another_version_is_refused(address: str) -> None:
    with pytest.raises(ClusterError, match="runs another version"), cluster(address, another):
        pass


def test_an_address_without_a_scheduler_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained on 3 May 2024.", encoding="utf-8")
    command = ["extract", str(tmp_path / "a.txt"), "--cluster", "nonsense://"]
    done = CliRunner().invoke(cli, command)
    assert isinstance(done.exception, ClusterError)
    assert "no scheduler" in str(done.exception)

"""SIGINT and SIGTERM at any moment: what is done is saved and said, and no child is left."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from timeline.cli.stopping import SIGNALS, stoppable
from timeline.errors import StoppedError
from timeline.store import Store

COUNT = 80
TEXT = (
    "The river {n} flooded the town of Norby on {day} May {year}. The mayor resigned a day later. "
)
ENDINGS = {signal.SIGINT: 130, signal.SIGTERM: 143}
LONGEST = 240.0  # seconds that any of this may take on a busy machine


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("articles")
    for n in range(COUNT):
        text = TEXT.format(n=n, day=n % 28 + 1, year=1990 + n % 30)
        (made / f"{n:03d}.txt").write_text(text, encoding="utf-8")
    return made


# The command line, with a rest after each article, so that a signal comes while it works.
SLOW = """
import time
from pathlib import Path
from timeline.cli.main import main
from timeline.jobs.checkpoint import Saver
add = Saver.add
def slow(self, analysis):
    add(self, analysis)
    Path(__file__).with_name("begun").touch()
    time.sleep(0.05)
Saver.add = slow
if __name__ == "__main__":
    main()
"""


def started(*arguments: str, slow: Path | None = None) -> "subprocess.Popen[str]":
    program = ["-m", "timeline"]
    if slow is not None:
        program = [str(slow / "slow.py")]
        (slow / "slow.py").write_text(SLOW, encoding="utf-8")
    return subprocess.Popen(
        [sys.executable, *program, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def until(found: Callable[[], object]) -> None:
    """Ask until something is so; fail where that takes too long."""
    end = time.monotonic() + LONGEST
    while not found():
        assert time.monotonic() < end
        time.sleep(0.02)


def members(session: int) -> Sequence[int]:
    """Return the processes of a session that are alive, by /proc."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, _, _, of = (entry / "stat").read_text().rpartition(")")[2].split()[:4]
            except OSError:
                continue
            if int(of) == session and state != "Z":
                found.append(int(entry.name))
    return found


def under_way(folder: Path) -> Callable[[], bool]:
    """Return what tells whether the slow command line has analysed some article."""
    return (folder / "begun").exists


def ended(process: "subprocess.Popen[str]") -> str:
    _, errors = process.communicate(timeout=LONGEST)
    until(lambda: not members(process.pid))
    return str(errors)


@pytest.mark.parametrize(("jobs", "number"), [("1", signal.SIGINT), ("2", signal.SIGTERM)])
def test_an_extraction_that_is_stopped_saves_and_says_what_is_done(
    folder: Path, tmp_path: Path, jobs: str, number: signal.Signals
) -> None:
    where = tmp_path / "s.sqlite"
    command = ("extract", str(folder), "--store", str(where), "--jobs", jobs)
    process = started(*command, slow=tmp_path)
    until(under_way(tmp_path))
    process.send_signal(number)
    errors = ended(process)
    assert process.returncode == ENDINGS[number], errors
    words = (
        r"(?:made a new store: .*\n)?timeline: stopped: (\d+) articles? analysed in this run .*\n"
    )
    said = re.fullmatch(words, errors)
    assert said, errors
    with Store.open(where) as store:
        assert len(store.articles.analyses()) == int(said[1])
        assert int(said[1]) > 0
        assert [run.ended for run in store.runs.list()] == ["cancelled"]
    again = started(*command)
    assert ended(again) == ""
    with Store.open(where) as store:
        assert len(store.timeline.load().documents) == COUNT


def test_a_stop_at_any_moment_leaves_a_whole_store_and_no_child(
    folder: Path, tmp_path: Path
) -> None:
    where = tmp_path / "s.sqlite"
    chance = random.Random(3)
    command = ("extract", str(folder), "--store", str(where), "--jobs", "2")
    for number, begun in ((signal.SIGTERM, False), (signal.SIGINT, True)):
        process = started(*command, slow=tmp_path)
        if begun:
            until(under_way(tmp_path))
        time.sleep(chance.uniform(0, 3))
        os.killpg(process.pid, number)  # as a terminal and a service do: to every process
        errors = ended(process)
        early = process.returncode == -number or re.search("KeyboardInterrupt|Aborted!", errors)
        assert early or process.returncode in (0, ENDINGS[number]), errors
        if where.exists():
            with Store.open(where) as store:
                held = {analysis.article.document for analysis in store.articles.analyses()}
                assert {d.article.document for d in store.timeline.load().documents} == held
                assert not any(analysis.problem for analysis in store.articles.analyses())


def test_a_second_signal_ends_at_once(folder: Path, tmp_path: Path) -> None:
    where = tmp_path / "s.sqlite"
    process = started("extract", str(folder), "--store", str(where), "--jobs", "2", slow=tmp_path)
    until(under_way(tmp_path))
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGTERM)
    ended(process)
    assert process.returncode in (-signal.SIGTERM, ENDINGS[signal.SIGTERM])


def test_watching_that_is_stopped_in_a_look_saves_what_is_done(
    folder: Path, tmp_path: Path
) -> None:
    where = tmp_path / "s.sqlite"
    process = started("watch", str(folder), "--store", str(where), slow=tmp_path)
    until(under_way(tmp_path))
    process.send_signal(signal.SIGTERM)
    errors = ended(process)
    assert process.returncode == ENDINGS[signal.SIGTERM], errors
    assert "run the same command again to go on" in errors
    with Store.open(where) as store:
        assert store.articles.analyses()
        assert [run.ended for run in store.runs.list()] == ["cancelled"]


def test_watching_that_waits_ends_with_success(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    process = started("watch", str(tmp_path / "empty"), "--store", str(tmp_path / "s.sqlite"))
    assert process.stderr is not None
    while "Ctrl-C ends it" not in process.stderr.readline():
        assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert ended(process) == ""
    assert process.returncode == 0


def test_what_keeps_nothing_says_so(folder: Path) -> None:
    for command, words in (
        (("extract", str(folder)), "without --store nothing is kept"),
        (("tag", str(folder)), "nothing was written"),
    ):
        process = started(*command)
        until(partial(_loaded, process.pid))
        process.send_signal(signal.SIGTERM)
        errors = ended(process)
        assert errors == f"timeline: stopped: {words}\n"
        assert process.returncode == ENDINGS[signal.SIGTERM]


def _loaded(pid: int) -> bool:
    """Return whether a process catches SIGTERM by now."""
    status = Path(f"/proc/{pid}/status").read_text()
    caught = next(line for line in status.splitlines() if line.startswith("SigCgt"))
    return bool(int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1)


@pytest.fixture
def handlers() -> Iterator[None]:
    before = [signal.getsignal(one) for one in SIGNALS]
    yield
    for one, handler in zip(SIGNALS, before, strict=True):
        signal.signal(one, handler)


@pytest.mark.usefixtures("handlers")
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_is_noted_and_the_next_one_is_the_systems(number: signal.Signals) -> None:
    with stoppable() as stop:
        stop.check()
        signal.raise_signal(number)
        assert stop.is_set()
        assert {signal.getsignal(one) for one in SIGNALS} == {signal.SIG_DFL}
        with pytest.raises(StoppedError) as stopped:
            stop.check()
    assert stopped.value.code == ENDINGS[number]


@pytest.mark.usefixtures("handlers")
def test_a_signal_that_is_ignored_stays_so() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with stoppable() as stop:
        signal.raise_signal(signal.SIGINT)
        assert not stop.is_set()
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN

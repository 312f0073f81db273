"""Hostile files: each is read or named with a reason, and the program is none the worse."""

import os
import re
import resource
import signal
import socket
import subprocess
import threading
from collections.abc import Iterator, Sequence
from itertools import count
from pathlib import Path

import pytest

from tests.reading.alone import article_in, in_memory, reason_in
from tests.reading.hostile import FILES, TEXT, Hostile
from timeline.errors import ReadingError
from timeline.model.article import Article
from timeline.reading import ReadingProcess, Source, read, sources
from timeline.reading.content import Answer
from timeline.reading.kinds import Kind
from timeline.reading.sandbox import watch
from timeline.reading.sandbox.limits import LIMITS, Limits
from timeline.reading.sandbox.process import KILLED

MOST_MEMORY = 1_500_000_000  # bytes


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


@pytest.mark.parametrize("hostile", FILES, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_read_or_named(hostile: Hostile, process: ReadingProcess) -> None:
    data = hostile.make()
    found = in_memory(hostile.name, data[:50_000_001], process) if len(data) <= 50_000_000 else []
    reasons = [item.reason for item in found if isinstance(item, ReadingError)]
    if len(data) > 50_000_000:
        reasons = ["is too large"]
    if not hostile.reason:
        assert reasons == []
        assert found
    else:
        assert reasons or hostile.reason.endswith("|"), "it was read"
        assert all(re.search(hostile.reason, reason) for reason in reasons), reasons
    assert article_in("after.html", f"<html><p>{TEXT}</p></html>".encode(), process).sentences


def test_no_file_takes_more_memory_than_it_may() -> None:
    children = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    assert children < MOST_MEMORY


def test_there_are_enough_hostile_files() -> None:
    assert len(FILES) >= 60


def test_a_file_that_takes_too_long_is_named_and_the_next_is_read() -> None:
    page = f"<html><body>{'<p>A town voted on it.</p>' * 100_000}</body></html>".encode()
    with ReadingProcess(Limits(seconds=0.05)) as process:
        assert reason_in("a.html", page, process) == "takes longer than 0.05 seconds to read"
        assert article_in("b.html", f"<html><p>{TEXT}</p></html>".encode(), process).sentences
    with ReadingProcess(Limits(clock=0.05)) as process:
        assert reason_in("a.html", page, process) == "is not read within 0.05 seconds"
    with ReadingProcess() as process:
        assert article_in("b.html", f"<html><p>{TEXT}</p></html>".encode(), process).sentences


def test_a_process_that_dies_is_named_and_replaced() -> None:
    page = f"<html><p>{TEXT}</p></html>".encode()
    with ReadingProcess() as process:
        assert article_in("a.html", page, process).sentences
        first = process._process
        assert first is not None
        first.kill()
        first.wait()
        assert article_in("b.html", page, process).sentences
        assert process._process is not first


PAGE = f"<html><p>{TEXT}</p></html>".encode()


class Interrupted(ReadingProcess):
    """A reading process that gets a signal while it reads, as often as told."""

    def __init__(self, times: int, signal_: int = signal.SIGKILL, limits: Limits = LIMITS) -> None:
        super().__init__(limits)
        self.times = times
        self.signal = signal_
        self.started: list[int] = []

    def _asked(
        self, process: "subprocess.Popen[bytes]", kind: Kind, ending: str, data: bytes
    ) -> Sequence[Answer]:
        self.started.append(process.pid)
        if len(self.started) <= self.times:
            process.send_signal(signal.SIGSTOP)  # so that it is in the middle of the file
            threading.Timer(0.2, process.send_signal, [self.signal]).start()
            threading.Timer(0.3, process.send_signal, [signal.SIGCONT]).start()
        return super()._asked(process, kind, ending, data)


def test_a_reader_that_computes_nothing_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "seconds_computed", lambda _: 1.0)
    with Interrupted(1, signal.SIGCONT, limits=Limits(stall=0.05)) as process:
        assert "did nothing for 0.05 seconds" in reason_in("a.html", PAGE, process)
    with Interrupted(1, signal.SIGCONT) as process:
        assert article_in("b.html", PAGE, process).sentences


def test_a_reader_that_computes_slowly_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    progress = count()
    monkeypatch.setattr(watch, "seconds_computed", lambda _: float(next(progress)))
    with Interrupted(1, signal.SIGCONT, limits=Limits(stall=0.05)) as process:
        assert article_in("a.html", PAGE, process).sentences
    assert next(progress) > 2  # it was looked at while it stood still


def test_the_system_tells_what_a_process_has_computed() -> None:
    own = watch.seconds_computed(os.getpid())
    assert own is not None
    assert own > 0
    assert watch.seconds_computed(2**22 + 1) is None


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_file_whose_reader_is_killed_is_read_by_another(sent: int) -> None:
    with Interrupted(1, sent) as process:
        assert article_in("a.html", PAGE, process).sentences
        assert len(set(process.started)) == 2
        assert article_in("b.html", PAGE, process).sentences
        assert len(set(process.started)) == 2


def test_a_file_whose_reader_is_killed_twice_is_named() -> None:
    with Interrupted(2) as process:
        assert reason_in("a.html", PAGE, process) == KILLED
        assert len(set(process.started)) == 2
        assert article_in("b.html", PAGE, process).sentences


def test_a_reader_that_is_gone_when_a_file_comes_costs_nothing() -> None:
    with ReadingProcess() as process:
        assert article_in("a.html", PAGE, process).sentences
        first = process._process
        assert first is not None
        first.kill()  # and not waited for: it may seem to run still
        assert article_in("b.html", PAGE, process).sentences


@pytest.mark.parametrize("sent", [signal.SIGSEGV, signal.SIGABRT])
def test_a_reader_that_crashes_is_not_tried_again(sent: int) -> None:
    with Interrupted(1, sent) as process:
        assert "crashed" in reason_in("a.html", PAGE, process)
        assert len(process.started) == 1


def test_a_reader_that_took_too_long_is_not_tried_again() -> None:
    with Interrupted(0, limits=Limits(clock=0.05)) as process:
        page = f"<html><body>{'<p>A town voted on it.</p>' * 100_000}</body></html>".encode()
        assert reason_in("a.html", page, process) == "is not read within 0.05 seconds"
        assert len(process.started) == 1
    with Interrupted(0, limits=Limits(seconds=0.05)) as process:
        assert "longer than 0.05 seconds" in reason_in("a.html", page, process)
        assert len(process.started) == 1


def test_a_reader_without_memory_is_not_tried_again() -> None:
    with Interrupted(0) as process:
        bomb = next(one for one in FILES if one.reason and "memory" in one.reason)
        reasons = [str(one) for one in in_memory(bomb.name, bomb.make(), process)]
        assert len(reasons) == 1
        assert len(process.started) == 1


def test_a_folder_of_hostile_names_is_read_but_for_what_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    secret = tmp_path / "secret.html"
    secret.write_text(f"<html><p>{TEXT}</p></html>", encoding="utf-8")
    good = ["a\nb.html", "\u202elmth.html", "<script>.html", "ordinary.html", "'; drop table.html"]
    for name in good:
        (folder / name).write_bytes(secret.read_bytes())
    os.mkfifo(folder / "pipe.html")
    (folder / "out.html").symlink_to(secret)
    (folder / "loop").symlink_to(folder)
    (folder / "device.pdf").symlink_to("/dev/zero")
    os.link(secret, folder / "hard.html")
    with (folder / "sparse.pdf").open("wb") as file:
        file.truncate(100_000_000_000)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(folder / "socket.eml"))
        found = _read_all(folder)
    refused = {item.name: item.reason for item in found if isinstance(item, ReadingError)}
    assert refused == {
        "pipe.html": "is a named pipe, not a file",
        "socket.eml": "is a socket, not a file",
        "out.html": "is a link; links inside a folder are not followed, give the file itself",
        "loop": "is a link; links inside a folder are not followed, give the file itself",
        "device.pdf": "is a link; links inside a folder are not followed, give the file itself",
        "sparse.pdf": "is too large: 100,000 MB, the most is 50 MB",
    }
    documents = {item.document for item in found if not isinstance(item, ReadingError)}
    assert documents == {*good, "hard.html"}


def _read_all(folder: Path) -> list[Article | ReadingError]:
    with ReadingProcess() as process:
        return [
            item
            for source in sources([folder])
            for item in (read(source, process=process) if isinstance(source, Source) else (source,))
        ]

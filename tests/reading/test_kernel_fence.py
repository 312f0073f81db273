"""What the kernel refuses to the reading process, whatever code asks: lines of docs/security.md.

The attempts are made from native code behind the fence, on this machine. The filter of system calls
is also run here, for every kind of machine that it is made for.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading import native
from timeline.reading import weaker_fence
from timeline.reading.kinds import Kind
from timeline.reading.sandbox import fence, landlock, seccomp
from timeline.reading.sandbox.process import ReadingProcess
from timeline.reading.sandbox.syscalls import FREE, LOOKED_AT, MACHINES, NEWEST

ROOT = Path(__file__).parents[2]
READING = {
    "open outside",
    "open in the working folder",
    "open the folder",
    "open the memory of the parent",
    "open the environment of the parent",
    "open the own environment",
}
HARMLESS = ["open outside", "open the folder", "symlink", "unlink", "socket", "fork", "system"]
ALL = sorted(native.attempts(Path("/")))


def tried(folder: Path, how: str, *names: str) -> dict[str, str]:
    (folder / "empty").mkdir()
    (folder / "file").write_text("a secret", encoding="utf-8")
    (folder / "other").touch()
    done = subprocess.run(
        [sys.executable, "-B", "-m", "tests.reading.native", str(folder), how, *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.fixture(scope="module")
def fenced(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("fenced")
    return folder, tried(folder, "fenced")


@pytest.mark.parametrize("attempt", ALL)
def test_native_code_is_refused(attempt: str, fenced: tuple[Path, dict[str, str]]) -> None:
    assert fenced[1][attempt] == "refused"


def test_nothing_was_left_or_changed(fenced: tuple[Path, dict[str, str]]) -> None:
    folder, _ = fenced
    assert {path.name for path in folder.iterdir()} == {"empty", "file", "other"}
    assert (folder / "file").read_text(encoding="utf-8") == "a secret"


def test_without_the_fence_the_same_attempts_succeed(tmp_path: Path) -> None:
    assert [
        a for a, result in tried(tmp_path, "free", *HARMLESS).items() if "done" not in result
    ] == []


def test_seccomp_alone_leaves_nothing_but_reading(tmp_path: Path) -> None:
    assert {a for a, result in tried(tmp_path, "seccomp").items() if result != "refused"} == READING


def test_landlock_alone_refuses_every_file(tmp_path: Path) -> None:
    files = [*READING, "creat", "truncate", "mkdir", "mknod", "symlink", "rename", "unlink"]
    assert set(tried(tmp_path, "landlock", *files).values()) == {"refused"}


def test_this_machine_lacks_nothing_and_nobody_is_warned() -> None:
    assert fence.missing() == ()
    assert weaker_fence(["a.html"]) == ()


def test_a_fence_that_is_missing_is_told_once_where_it_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(landlock, "version", lambda: 0)
    assert weaker_fence(["a.txt", "b.md", "folder/c"]) == ()
    (warning,) = weaker_fence(["a.txt", "news.zip/b.txt", "c.html", "d.html"])
    assert "Landlock" in warning
    assert "seccomp" not in warning
    monkeypatch.setattr(seccomp, "offered", lambda: False)
    (warning,) = weaker_fence(["news.csv/3"])
    assert re.search("Landlock.* and .*seccomp", warning)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert weaker_fence(["news.csv/3"]) == ()


def test_nothing_of_the_program_is_inherited() -> None:
    """The process has its three pipes, each twice or as nothing, and no file of the program."""
    with Path(__file__).open("rb") as file, ReadingProcess() as process:
        inherited = os.dup2(file.fileno(), 97)  # dup2 makes what a child could inherit
        process.read(Kind("csv_rows"), ".csv", b"text\nThe river rose on 3 May 2021.\n")
        started = process._process
        assert started is not None
        opened = {str(one.readlink()) for one in Path(f"/proc/{started.pid}/fd").iterdir()}
        folder = str(Path(f"/proc/{started.pid}/cwd").readlink())
        status = Path(f"/proc/{started.pid}/status").read_text(encoding="utf-8")
        os.close(inherited)
    assert {name for name in opened if not name.startswith("pipe:")} == {os.devnull}
    assert len(opened) == 3
    assert folder == "/"
    assert re.search(r"NoNewPrivs:\s1\n", status)
    assert re.search(r"Seccomp:\s2\n", status)


# ---- the filter itself, for machines that this one is not ----

OTHERS = {  # numbers of calls that are refused
    "x86_64": {"socket": 41, "clone": 56, "fork": 57, "vfork": 58, "execve": 59, "kill": 62,
               "ptrace": 101, "mount": 165, "mknod": 133, "execveat": 322, "bpf": 321},
    "aarch64": {"socket": 198, "clone": 220, "execve": 221, "kill": 129, "ptrace": 117,
                "mount": 40, "mknodat": 33, "unlinkat": 35, "execveat": 281, "bpf": 280},
}  # fmt: skip


def answer(on: str, number: int, *arguments: int, code: int | None = None) -> int:
    """Run the filter as the kernel does."""
    seen = {0: number, 4: seccomp.MACHINE_CODES[on] if code is None else code}
    seen |= {16 + 8 * place: value & 0xFFFFFFFF for place, value in enumerate(arguments)}
    program = seccomp.program(on, pid=77)
    loaded = place = 0
    while True:
        code_, if_true, if_false, constant = program[place]
        place += 1
        match code_:
            case seccomp.LOAD:
                loaded = seen[constant]
            case seccomp.RETURN:
                return constant
            case seccomp.EQUAL:
                place += if_true if loaded == constant else if_false
            case seccomp.AT_LEAST:
                place += if_true if loaded >= constant else if_false
            case seccomp.ANY_BIT:
                place += if_true if loaded & constant else if_false
            case _:
                raise AssertionError(code_)


@pytest.mark.parametrize("on", MACHINES)
def test_the_filter_lets_through_what_is_named_and_nothing_else(on: str) -> None:
    where = MACHINES.index(on)
    free = {numbers[where] for numbers in FREE.values()}
    looked_at = {numbers[where] for numbers in LOOKED_AT.values()}
    for number in range(NEWEST + 1):
        if number not in looked_at:
            assert (answer(on, number) == seccomp.ALLOW) == (number in free), number
    for number in (NEWEST + 1, 600, 0x3FFFFFFF):
        assert answer(on, number) == seccomp.UNKNOWN
    for number in OTHERS[on].values():
        assert answer(on, number) == seccomp.REFUSE


@pytest.mark.parametrize("on", MACHINES)
def test_the_filter_looks_at_the_arguments(on: str) -> None:
    where = MACHINES.index(on)
    number = {name: n[where] for name, n in LOOKED_AT.items() if n[where] is not None}
    reading, writing = os.O_RDONLY | os.O_CLOEXEC, (os.O_WRONLY, os.O_RDWR, os.O_CREAT, os.O_TRUNC)
    assert answer(on, number["openat"] or 0, 0, 0, reading) == seccomp.ALLOW
    assert {answer(on, number["openat"] or 0, 0, 0, f) for f in writing} == {seccomp.REFUSE}
    if on == "x86_64":
        assert answer(on, number["open"] or 0, 0, reading) == seccomp.ALLOW
        assert {answer(on, number["open"] or 0, 0, f) for f in writing} == {seccomp.REFUSE}
    assert answer(on, number["tgkill"] or 0, 77) == seccomp.ALLOW
    assert answer(on, number["tgkill"] or 0, 78) == seccomp.REFUSE
    assert answer(on, number["prlimit64"] or 0, 0) == seccomp.ALLOW
    assert answer(on, number["prlimit64"] or 0, 77) == seccomp.REFUSE
    assert answer(on, number["fcntl"] or 0, 0, 1030) == seccomp.ALLOW
    assert answer(on, number["fcntl"] or 0, 0, 8) == seccomp.REFUSE
    assert answer(on, number["ioctl"] or 0, 0, 0x5401) == seccomp.ALLOW
    assert answer(on, number["ioctl"] or 0, 0, 0x5412) == seccomp.REFUSE


def test_a_call_of_another_machine_ends_the_process() -> None:
    for on, other in zip(MACHINES, reversed(MACHINES), strict=True):
        assert answer(on, 0, code=seccomp.MACHINE_CODES[other]) == seccomp.KILL
        assert answer(on, 0, code=0x40000003) == seccomp.KILL  # i386
    assert answer("x86_64", 0x40000000 + 41) == seccomp.KILL  # x32

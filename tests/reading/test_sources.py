import os
import socket
from pathlib import Path

import pytest

from timeline.errors import ReadingError
from timeline.reading import Source, sources
from timeline.reading.kinds import NAMES


def listed(*paths: Path) -> list[str]:
    return [item.document for item in sources(paths) if isinstance(item, Source)]


def refused(*paths: Path) -> dict[str, str]:
    return {item.name: item.reason for item in sources(paths) if isinstance(item, ReadingError)}


def write(path: Path, text: str = "A text.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/b/c.txt", "c.TXT", "a.txt"):
        write(tmp_path / name)
    assert listed(tmp_path) == ["a/b/c.txt", "a/z.md", "a.txt", "b.txt", "c.TXT"]


def test_hidden_files_and_metadata_are_no_articles(tmp_path: Path) -> None:
    for name in (".hidden.txt", ".git/x.txt", "metadata.csv", "a.txt"):
        write(tmp_path / name)
    assert [str(item) for item in sources([tmp_path])] == [
        str(Source("a.txt", tmp_path / "a.txt", walked=True))
    ]


def test_a_file_is_named_by_its_name(tmp_path: Path) -> None:
    assert listed(write(tmp_path / "sub" / "a.txt")) == ["a.txt"]


def test_what_is_given_twice_is_listed_once(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    assert listed(tmp_path, tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_equal_names_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    write(tmp_path / "one" / "a.txt")
    write(tmp_path / "two" / "a.txt")
    assert listed(tmp_path / "one", tmp_path / "two") == ["a.txt", "two/a.txt"]


def test_other_kinds_of_file_are_named_with_the_reason(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    write(tmp_path / "b.foo")
    write(tmp_path / "c.doc")
    told = refused(tmp_path)
    assert told["b.foo"].startswith(".foo files are not read: save what it holds as text")
    assert "save it as .docx" in told["c.doc"]


def test_an_empty_folder_and_a_missing_path_are_named(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert refused(empty) == {str(empty): f"holds no articles ({NAMES} files)"}
    missing = tmp_path / "missing.txt"
    assert refused(missing) == {str(missing): "there is no such file or folder"}
    assert refused(Path("a\0b")) == {r"a\x00b": "is no valid file name"}


def test_links_inside_a_folder_are_not_followed(tmp_path: Path) -> None:
    outside = write(tmp_path / "outside.txt")
    folder = tmp_path / "folder"
    write(folder / "a.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "dangling.txt").symlink_to(folder / "nowhere")
    assert listed(folder) == ["a.txt"]
    assert set(refused(folder)) == {"out.txt", "loop", "dangling.txt"}
    assert listed(folder / "out.txt") == ["out.txt"], "a link that is given itself is meant"


def test_pipes_sockets_and_devices_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        assert refused(tmp_path) == {
            "pipe.txt": "is a named pipe, not a file",
            "socket.txt": "is a socket, not a file",
        }
    assert refused(Path(os.devnull)) == {os.devnull: "is a device, not a file"}


@pytest.mark.parametrize(
    ("name", "shown"), [("a\nb.exe", r"a\nb.exe"), ("\u202egpj.exe", r"\u202egpj.exe")]
)
def test_names_are_shown_escaped(tmp_path: Path, name: str, shown: str) -> None:
    write(tmp_path / name)
    assert list(refused(tmp_path)) == [shown]


def test_a_name_of_raw_bytes_is_refused(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/bad\xff.txt"
    with open(path, "wb") as file:  # noqa: PTH123 - pathlib takes no bytes
        file.write(b"A text.")
    assert refused(tmp_path) == {
        r"bad\udcff.txt": "the file name is not valid UTF-8; rename the file"
    }


def test_a_locked_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "locked").mkdir()
    scandir = os.scandir

    def guarded(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    assert listed(tmp_path) == ["a.txt"]
    assert refused(tmp_path) == {"locked/": "may not be read (no permission)"}


def test_a_deep_tree_is_no_recursion(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["d"] * 800)
    deep.mkdir(parents=True)
    write(deep / "a.txt")
    assert listed(tmp_path) == ["d/" * 800 + "a.txt"]

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reading.alone import read_one
from timeline.errors import ReadingError
from timeline.reading import Facts, Source, file_bytes

HEAVY = ("numpy", "py3langid", "dateparser", "chardet", "lxml", "trafilatura", "pypdfium2")


def source(path: Path) -> Source:
    return Source(path.name, path)


def reason(path: Path) -> str:
    with pytest.raises(ReadingError) as caught:
        read_one(source(path))
    assert caught.value.name == path.name
    assert str(caught.value) == f"{path.name}: {caught.value.reason}"
    return caught.value.reason


def test_newlines_are_kept_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"A headline\r\n\r\nThe town voted.\rNobody came.\n")
    article = read_one(source(path))
    assert article.text == "A headline\r\n\r\nThe town voted.\rNobody came.\n"
    assert [s.of(article.text) for s in article.sentences] == [
        "A headline",
        "The town voted.",
        "Nobody came.",
    ]


def test_facts_reach_the_article(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The town voted.", encoding="utf-8")
    facts = Facts(title="A vote", url="https://example.org/a", source="Example", language="en-GB")
    article = read_one(source(path), facts)
    assert (article.title, article.url, article.source, article.language) == (
        "A vote",
        "https://example.org/a",
        "Example",
        "en-GB",
    )


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b" \n\t\r\n", "holds only white space"),
        ("\u200b\u00a0".encode(), "holds only white space"),
        (b"%PDF-1.7 text", "is a damaged PDF"),
        (b"{\\rtf1 }", "is an RTF file without text"),
        (b"a\x00b\x00\x00c", "holds binary data, not text"),
        (bytes(range(256)), "holds binary data, not text"),
        (b"\x01\x02\x03\x04", "holds binary data, not text"),
        (b"\xff\xfeA", "begins as UTF-16-LE text but is damaged at byte 0"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, expected: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert reason(path) == expected


def test_a_huge_sparse_file_is_refused_by_its_size(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    path.touch()
    os.truncate(path, 100_000_000_000)
    assert reason(path) == "is too large: 100,000 MB, the most is 50 MB"


def test_a_file_that_grows_while_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 11)
    monkeypatch.setattr(file_bytes, "LARGEST", 10)
    assert reason(path).startswith("is too large")


def test_what_is_no_longer_a_file_is_named(tmp_path: Path) -> None:
    assert reason(tmp_path / "gone.txt") == "there is no such file or folder"
    (tmp_path / "folder.txt").mkdir()
    assert reason(tmp_path / "folder.txt") == "is a folder"
    os.mkfifo(tmp_path / "pipe.txt")
    assert reason(tmp_path / "pipe.txt") == "is a named pipe, not a file"


def test_a_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "target.txt"
    target.write_text("The town voted.", encoding="utf-8")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    assert read_one(Source("link.txt", link)).sentences
    with pytest.raises(ReadingError, match="link"):
        read_one(Source("link.txt", link, walked=True))


def test_reading_english_loads_no_heavy_package(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "A headline\n\nPublished: 2024-07-31\n\n"
        + "The town voted on the plan, and the mayor said that a part of it was for the poor. " * 4,
        encoding="utf-8",
    )
    code = (
        "import sys; from pathlib import Path; from timeline.reading import *;"
        f"list(read(sources([Path({str(path)!r})])[0], process=ReadingProcess()));"
        f"sys.exit(any(m in sys.modules for m in {HEAVY}))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

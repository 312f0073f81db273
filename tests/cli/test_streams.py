"""Standard input and output, results as they come, and how much is said beside them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ran
from tests.reading import makers
from timeline.app import pipeline, tag
from timeline.model.article import Article

STORY = "The old mill of Lindholm burned down on 3 May 2021."
PAGE = f"<html lang='en'><h1>A fire</h1><p>{STORY} Nobody was hurt, its owner said.</p></html>"


def piped(
    data: bytes, *arguments: str | Path, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line with something on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "timeline", *map(str, arguments)],
        input=data,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, **variables},
    )


def test_an_article_is_read_from_standard_input() -> None:
    done = piped(STORY.encode(), "extract", "-", "--published", "-=2022-01-02")
    assert (done.returncode, done.stderr) == (0, b"")
    told = json.loads(done.stdout)
    assert [event["when"]["edtf"] for event in told["events"]] == ["2021-05-03"]
    (document,) = told["documents"]
    assert (document["document"], document["published"]["edtf"]) == ("stdin", "2022-01-02")


def test_what_comes_is_read_as_a_file_of_its_kind(tmp_path: Path) -> None:
    word = makers.docx(makers.Story("A fire", "2021-05-04", (STORY,)))
    for data, name in ((PAGE.encode(), "stdin"), (word, "stdin"), (STORY.encode(), "a.md")):
        done = piped(data, "tag", "-", "--stdin-name", name)
        assert done.returncode == 0, done.stderr
        assert [one["value"] for one in json.loads(done.stdout)[name]] == ["2021-05-03"]
    table = f"title,date,text\nA fire,2021-05-04,{STORY}\n".encode()
    done = piped(table, "tag", "-", "--stdin-name", "news.csv")
    assert [one["value"] for one in json.loads(done.stdout)["1"]] == ["2021-05-03"]
    assert list(tmp_path.iterdir()) == []


def test_json_and_its_lines_are_told_from_text() -> None:
    record = {"id": "x", "title": "A fire", "date": "2021-05-05", "text": "It burned on Monday."}
    lines = "".join(json.dumps({**record, "id": name}) + "\n" for name in "ab")
    for data, names in (
        (lines, ["a", "b"]),
        (json.dumps([record], indent=1), ["x"]),
        ("[1] It burned on 3 May 2021.", ["stdin"]),
        ("{It burned on 3 May 2021.}", ["stdin"]),
    ):
        done = piped(data.encode(), "tag", "-", "-f", "jsonl")
        told = [json.loads(line) for line in done.stdout.splitlines()]
        assert [one["document"].rpartition("/")[2] for one in told] == names
        assert [e["value"] for one in told for e in one["expressions"]] == ["2021-05-03"] * len(
            names
        )


def test_standard_input_stands_beside_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained on 4 May 2021.", "utf-8")
    done = piped(STORY.encode(), "tag", tmp_path / "a.txt", "-", "-", "-f", "jsonl")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["document"] for one in told] == ["a.txt", "stdin"]


@pytest.mark.parametrize("command", ["extract", "tag"])
def test_standard_input_without_an_article_is_named(command: str) -> None:
    done = ran(command, "-")
    assert done.code == 1
    assert "not read: stdin: is empty" in done.err


@pytest.mark.parametrize("name", ["a/b.txt", "..", "", "a\\b"])
def test_a_name_for_standard_input_is_that_of_a_file(name: str) -> None:
    done = ran("tag", "-", "--stdin-name", name)
    assert (done.code, done.out) == (2, "")
    assert "is no name of a file" in done.err


def test_a_minus_for_out_is_standard_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    for command in (["extract", "a.txt", "-f", "csv"], ["tag", "a.txt"]):
        assert ran(*command, "-o", "-").out == ran(*command).out
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_each_article_is_a_line_as_soon_as_it_is_tagged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(STORY, "utf-8")
    seen: list[int] = []
    real = tag.tag_article

    def noted(article: Article, table: object) -> object:
        seen.append(len(out.read_bytes().splitlines()))
        return real(article, table)  # type: ignore[arg-type]

    monkeypatch.setattr(tag, "tag_article", noted)
    articles = [tmp_path / f"{name}.txt" for name in "abc"]
    assert ran("tag", *articles, "-f", "jsonl", "-o", out).code == 0
    assert seen == [0, 1, 2]
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    whole = json.loads(ran("tag", *articles).out)
    assert {one["document"].removesuffix(".txt"): one["expressions"] for one in lines} == whole


def test_events_of_each_article_are_written_as_soon_as_it_is_analysed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    articles = []
    for name in "abc":
        articles.append(tmp_path / f"{name}.txt")
        articles[-1].write_text(STORY, "utf-8")
    seen: list[int] = []
    analyse = pipeline.analyse

    def noted(article: Article) -> object:
        seen.append(len(out.read_bytes().splitlines()))
        return analyse(article)

    monkeypatch.setattr(pipeline, "analyse", noted)
    assert ran("extract", *articles, "--stream", "-o", out).code == 0
    assert seen == [0, 1, 2]
    lines = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [[one["document"] for one in line["documents"]] for line in lines] == [
        ["a.txt"],
        ["b.txt"],
        ["c.txt"],
    ]
    alone = ran("extract", articles[0], "--format", "jsonl").out
    assert ran("extract", articles[0], "--stream").out == alone


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--format", "csv"), "--stream writes jsonl"),
        (("--store", "mine.sqlite"), "--stream keeps nothing"),
    ],
)
def test_a_stream_is_jsonl_and_kept_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    done = ran("extract", "a.txt", "--stream", *more)
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_quiet_says_only_what_went_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "good.txt").write_text(STORY, "utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / ".hidden.txt").write_text(STORY, "utf-8")
    kept = tmp_path / ".kept"
    kept.mkdir()
    loud = ran("extract", ".", "--store", kept / "a.sqlite")
    quiet = ran("extract", ".", "--store", kept / "b.sqlite", "-q")
    assert "made a new store" in loud.err
    assert "warning: hidden" in loud.err
    assert quiet.err.splitlines() == ["not read: empty.txt: is empty"]
    assert (quiet.code, quiet.out) == (loud.code, loud.out)


def test_verbose_names_each_article(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(STORY, "utf-8")
    told = ran("extract", tmp_path, "-v").err.splitlines()
    assert [line for line in told if "a.txt" in line] == ["1 of 2: a.txt"] * 2  # read, analysed
    assert ran("tag", tmp_path, "-v", "-f", "jsonl").err.splitlines() == [
        "tagged: a.txt",
        "tagged: b.txt",
    ]
    assert ran("tag", tmp_path, "-q", "-v").code == 2


def test_short_options_are_the_long_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It burned down on 03/04/2021.", "utf-8")
    short = ran("extract", tmp_path, "-f", "csv", "-j", "1", "-p", "a.txt=2022", "-l", "en-GB")
    long = ran(
        *("extract", tmp_path, "--format", "csv", "--jobs", "1"),
        *("--published", "a.txt=2022", "--language", "en-GB"),
    )
    assert (short.code, short.out) == (0, long.out)
    assert "2021-04-03" in short.out


def test_tag_reads_what_metadata_says(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "It burned down on Monday. It was rebuilt on 03/04/2022.", "utf-8"
    )
    rows = "document,published,date_order\na.txt,2021-05-05,day-first\nb.txt,2021,\n"
    (tmp_path / "metadata.csv").write_text(rows, "utf-8")
    for kind in ("json", "jsonl"):
        done = ran("tag", tmp_path, "-f", kind)
        assert '"2021-05-03"' in done.out
        assert '"2022-04-03"' in done.out
        assert "metadata.csv names b.txt, which is not there" in done.err


def test_language_and_order_are_those_of_the_user(tmp_path: Path) -> None:
    text = "El molino ardió el 03/04/2021. Era un molino muy viejo, dijo el alcalde."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    told = json.loads(ran("extract", tmp_path, "--language", "en", "--month-first").out)
    assert told["documents"][0]["language"] == "en"
    for option, expected in (("--day-first", "2021-04-03"), ("--month-first", "2021-03-04")):
        for language in (["-l", "en"], ["-l", "de"], []):
            tags = json.loads(ran("tag", tmp_path, option, *language).out)
            assert [one["value"] for one in tags["a"]] == [expected]
        explained = ran("explain", "on 03/04/2021", option)
        assert explained.out.startswith(f"on 03/04/2021: {expected}")
    given = ran("extract", tmp_path, "--day-first", "-p", "a.txt=05/06/2021")
    assert json.loads(given.out)["documents"][0]["published"]["start"] == "2021-06-05"
    assert ran("extract", tmp_path, "-p", "a.txt=05/06/2021").code == 2
    assert "there is no language 'xx'" in ran("tag", tmp_path, "-l", "xx").err

"""The command line as users and their scripts meet it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cli.running import Done, ran
from timeline.app import pipeline
from timeline.cli.main import cli
from timeline.model.article import Article
from timeline.model.timeline import Analysis
from timeline.store import Store

SEEDS = Path(__file__).parent.parent / "seeds"
UN_REPORT = "000_85d15587bc4a3d86.txt"


def started(*arguments: str | Path) -> Done:
    """Run the command line in a process of its own, as a user would."""
    done = subprocess.run(
        [sys.executable, "-m", "timeline", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def story(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_extract_prints_the_schema(tmp_path: Path) -> None:
    path = story(tmp_path, "mill.txt", "The old mill burned down on 3 May 2021. Nobody was hurt.")
    done = started("extract", path)
    assert (done.code, done.err) == (0, "")
    out = json.loads(done.out)
    assert out["schema"] == "timeline/1"
    assert [d["document"] for d in out["documents"]] == ["mill.txt"]
    assert [e["when"]["edtf"] for e in out["events"]] == ["2021-05-03"]


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    path = story(tmp_path, "a.txt", "The mayor resigned in June 2017. She returned a year later.")
    assert started("extract", path).out == started("extract", path).out


def test_published_dates_an_article() -> None:
    done = ran("extract", SEEDS / UN_REPORT, "--published", f"{UN_REPORT}=2023-02-08")
    document = json.loads(done.out)["documents"][0]
    assert document["published"]["start"] == "2023-02-08"
    assert document["published"]["basis"] == "given"


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    story(tmp_path, "good.txt", "The bank failed on 3 May 2021, its owner said.")
    story(tmp_path, "empty.txt", "")
    (tmp_path / "binary.txt").write_bytes(b"\x7fELF\x00\x01\x02\x00\x00" * 40)
    done = started("extract", tmp_path)
    assert done.code == 1
    assert "empty.txt" in done.err
    assert "binary.txt" in done.err
    assert len(json.loads(done.out)["events"]) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "x.txt", "--format", "xlsx"),
        ("extract", "x.txt", "--published", "x.txt"),
        ("serve", "--port", "0"),
        ("nonsense",),
        ("extract", "seeds", "--published", "none.txt=2023"),
        ("explain", "on Monday", "--published", "someday"),
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, ...]) -> None:
    done = ran(*arguments)
    assert done.code == 2
    assert done.out == ""
    assert "Traceback" not in done.err


@pytest.mark.parametrize(
    ("arguments", "named", "code"),
    [
        (("extract", "nowhere.txt"), "nowhere.txt", 1),
        (("extract", "seeds", "--published", "none.txt=2023"), "none.txt", 2),
        (("explain", "on Monday", "--published", "someday"), "someday", 2),
        (("explain", "seventy cats"), "seventy cats", 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_failures_are_one_line_that_names_the_input(
    arguments: tuple[str, ...], named: str, code: int
) -> None:
    done = ran(*arguments)
    assert done.code == code
    assert named in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_explain_shows_the_steps() -> None:
    done = ran("explain", "In June last year", "--published", "2023-02-08")
    lines = done.out.splitlines()
    assert done.code == 0
    assert lines[0] == "In June last year: 2022-06 (month)"
    assert any("2023" in line for line in lines[1:5])
    assert "rule: month + relative year" in done.out
    assert '"June" (month): It is part of the longer "June last year".' in done.out


def test_explain_says_why_a_phrase_names_no_date() -> None:
    done = ran("explain", "the 45th session", "--format", "json")
    assert done.code == 1
    told = json.loads(done.out)
    assert told["expressions"] == []
    assert [(r["text"], "ordinal" in r["why"]) for r in told["rejected"]] == [("45th", True)]


@pytest.mark.parametrize("phrase", ["", "   ", "\t\n"])
def test_an_empty_phrase_is_one_line(phrase: str) -> None:
    for kind in ("text", "json"):
        done = ran("explain", phrase, "--format", kind)
        assert (done.code, done.out) == (1, "")
        assert done.err == (
            "timeline: there is nothing to explain: give a phrase, such as 'in June last year'\n"
        )


@pytest.mark.parametrize("phrase", ["word " * 20_000, "1" * 100_000])
def test_a_phrase_as_long_as_a_book_is_one_short_line(phrase: str) -> None:
    done = ran("explain", phrase)
    assert (done.code, done.out) == (2, "")
    assert "at most 10,000 are read" in done.err
    assert len(done.err) < 500


def test_bytes_that_are_no_text_are_named() -> None:
    done = started("explain", os.fsdecode(b"on Monday \xff"))
    assert (done.code, done.out) == (2, "")
    assert "'on Monday \\udcff' is no text" in done.err


def test_a_terminal_that_lacks_a_letter_shows_it_escaped() -> None:
    command = [sys.executable, "-m", "timeline", "explain", "2021年5月3日", "--language", "ja"]
    done = subprocess.run(
        command,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert done.stdout.startswith(r"2021\u5e745\u67083\u65e5: 2021-05-03 (day)")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("http://example.org/a.html", "http://example.org/a.html: is an address, and nothing"),
        ("HTTPS://example.org/", "HTTPS://example.org/: is an address, and nothing is fetched"),
        ("https:/example.org/a", "https:/example.org/a: is an address, and nothing is fetched"),
        ("s3://bucket/a.pdf", "s3://bucket/a.pdf: is an address, and nothing is fetched"),
        ("file:///srv/a%20b.txt", "file:///srv/a%20b.txt: is an address: give the path, /srv/a b"),
    ],
)
def test_an_address_is_not_read_and_says_what_to_do(
    tmp_path: Path, address: str, told: str
) -> None:
    path = story(tmp_path, "a.txt", "It rained in May 2021 in the hills.")
    done = ran("tag", address, path)
    assert done.code == 1
    assert done.err.startswith(f"not read: {told}")
    assert list(json.loads(done.out)) == ["a"]
    alone = ran("tag", address)
    assert (alone.code, alone.out) == (1, "")
    assert alone.err == done.err


def test_a_file_may_be_named_like_an_address(tmp_path: Path) -> None:
    story(tmp_path, "http:a.txt", "It rained in May 2021 in the hills.")
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "tag", "http:a.txt"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    assert list(json.loads(done.stdout)) == ["http:a"]


def test_explain_reads_another_language() -> None:
    done = ran("explain", "el lunes pasado", "--published", "2023-02-08", "--language", "es")
    assert done.out.splitlines()[0] == "el lunes pasado: 2023-02-06 (day)"


def test_tag_gives_timex3(tmp_path: Path) -> None:
    path = story(tmp_path, "a.txt", "It rained for three weeks in May 2021, and every day since.")
    tags = json.loads(ran("tag", path).out)["a"]
    assert [(t["text"], t["type"], t["value"]) for t in tags] == [
        ("three weeks", "DURATION", "P3W"),
        ("May 2021", "DATE", "2021-05"),
        ("every day", "SET", "P1D"),
    ]


def test_tag_writes_timeml_into_a_folder(tmp_path: Path) -> None:
    story(tmp_path, "a.txt", "It rained in May 2021 in the hills.")
    story(tmp_path, "b.txt", "It snowed in May 2022 in the hills.")
    done = ran("tag", tmp_path, "--format", "timeml", "--out", tmp_path / "out")
    assert done.code == 0
    assert 'value="2022-05"' in (tmp_path / "out" / "b.tml").read_text(encoding="utf-8")


def test_tag_reads_the_timeml_that_it_writes(tmp_path: Path) -> None:
    first = story(tmp_path, "a.txt", "Published: 8 February 2023\r\n\r\nR&D <grew> on Monday.\r\n")
    written = tmp_path / "out" / "a.tml"
    written.parent.mkdir()
    ran("tag", first, "--format", "timeml", "--out", written)
    tags = json.loads(ran("tag", written).out)["a"]
    assert tags == json.loads(ran("tag", first).out)["a"]
    assert [(t["text"], t["value"]) for t in tags] == [("Monday", "2023-02-06")]


def test_tag_overwrites_no_document_with_another(tmp_path: Path) -> None:
    story(tmp_path, "a.txt", "It rained in May 2021 in the hills.")
    story(tmp_path, "a.md", "It snowed in May 2022 in the hills.")
    done = ran("tag", tmp_path, "--format", "timeml", "--out", tmp_path / "out")
    assert done.code == 1
    assert "a.md and a.txt would both be written to" in done.err
    assert not (tmp_path / "out").exists()


def test_timeml_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    path = story(tmp_path, "a.txt", "It rained in May 2021 in the hills.")
    done = ran("tag", path, "--format", "timeml", "--out", tmp_path / "none" / "a.tml")
    assert (done.code, len(done.err.splitlines())) == (1, 1)
    assert "cannot be written" in done.err


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m timeline extract {SEEDS} | head -c 100"
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.stderr == ""
    assert done.stdout.startswith("{")


def test_extract_keeps_its_result_in_a_store(tmp_path: Path) -> None:
    one = story(tmp_path, "one.txt", "The bank failed on 3 May 2021, its owner said.")
    two = story(tmp_path, "two.txt", "The mill closed on 4 June 2022, its owner said.")
    ran("extract", one, "--store", tmp_path / "kept.sqlite")
    done = ran("extract", two, "--store", tmp_path / "kept.sqlite")
    assert len(json.loads(done.out)["events"]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "a.tml", "--out", "a.tml"),
        ("extract", ".", "--out", "a.tml", "--format", "csv"),
        ("tag", "a.tml", "--out", "a.tml"),
        ("tag", "a.tml", "--out", "a.tml", "--format", "timeml"),
        ("tag", ".", "--out", ".", "--format", "timeml"),
    ],
    ids=" ".join,
)
def test_no_article_is_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    text = "<TimeML><TEXT>It rained in May 2021 in the hills.</TEXT></TimeML>"
    path = story(tmp_path, "a.tml", text)
    monkeypatch.chdir(tmp_path)
    done = ran(*arguments)
    assert done.code == 1
    assert "is one of the articles" in done.err
    assert len(done.err.strip().splitlines()) == 1
    assert path.read_text(encoding="utf-8") == text


def test_tag_loads_no_parser_and_no_web(tmp_path: Path) -> None:
    path = story(tmp_path, "a.txt", "It rained in May 2021 in the hills.")
    probe = (
        "import sys; from pathlib import Path; from timeline.app import tag;"
        f"tag.tag_paths([Path({str(path)!r})]);"
        "print(sorted({'spacy', 'dash', 'sqlalchemy', 'plotly'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", probe], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


def test_tagged_files_of_every_format_have_names_of_their_own(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    page = "<html><p>The council met on 3 May 2024 in the old town hall.</p></html>"
    (folder / "a.html").write_text(page, encoding="utf-8")
    (folder / "a.json").write_text('[{"id": "x/1", "text": "It met on 3 May 2024."}]', "utf-8")
    (folder / "a.txt").write_text("It met on 3 May 2024.", encoding="utf-8")
    done = ran("tag", folder, "--format", "timeml", "--out", tmp_path / "out")
    assert done.code == 0, done.err
    written = sorted(
        p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.tml")
    )
    assert written == ["a.html.tml", "a.json/x-1.tml", "a.tml"]


def test_what_a_format_cannot_give_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_bytes(b"%PDF-1.7 nothing")
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 nothing")
    (tmp_path / "good.html").write_text(
        "<html><h1>A vote</h1><p>The council of Lindholm voted on 3 May 2024.</p></html>", "utf-8"
    )
    done = ran("extract", tmp_path)
    assert done.code == 1
    assert done.err.splitlines() == [
        "not read: bad.docx: is a damaged zip file",
        "not read: bad.pdf: is a damaged PDF",
    ]
    assert [d["document"] for d in json.loads(done.out)["documents"]] == ["good.html"]


def test_a_store_tells_who_looks_at_it_that_an_extraction_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("A vote\n\nThe council met on 2 May 2024.\n", "utf-8")
    (tmp_path / "b.txt").write_text("A vote\n\nThe council met on 3 May 2024.\n", "utf-8")
    analyse = pipeline.analyse
    seen: list[tuple[str, str]] = []
    where = tmp_path / "kept.sqlite"

    def noted(article: Article) -> Analysis:
        with Store.open(where) as store:
            seen.extend((run.kind, run.label) for run in store.runs.list())
        return analyse(article)

    monkeypatch.setattr(pipeline, "analyse", noted)
    paths = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    done = CliRunner().invoke(cli, ["extract", *paths, "--store", str(where)])
    assert done.exit_code == 0, done.output
    assert seen == [("extract", "a.txt and 1 more")] * 2
    with Store.open(where) as store:
        assert store.runs.list() == ()

"""`timeline digest`: from articles or a store, in each format, and what is refused."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ran
from tests.digest.invented import Says, Story, collection
from timeline.export.digest import DIGEST_FORMATS
from timeline.model.timeline import Analysis
from timeline.store import Store

DAYS = ("2020-05-04", "2020-06-09", "2020-08-01")


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a store of two publishers' articles, in a folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    stories = [
        Story(f"{paper}-{n}.txt", "2020-09-20", (Says(day, "The dam broke"),), paper)
        for paper, days in (("Courier", DAYS), ("Herald", DAYS[:1]))
        for n, day in enumerate(days)
    ]
    timeline = collection(stories, actors=("Dawn Front",))
    mentions = [told.mention for event in timeline.events for told in event.mentions]
    analyses = [
        Analysis(
            dated.article,
            tuple(m.expression for m in mentions if m.document == dated.article.document),
            tuple(m for m in mentions if m.document == dated.article.document),
        )
        for dated in timeline.documents
    ]
    with Store.open("papers.sqlite") as store:
        store.articles.replace(analyses, timeline)
    return "papers.sqlite"


def days_of(*arguments: str) -> list[str]:
    done = ran("digest", *arguments)
    assert (done.code, done.err) == (0, "")
    return [day["when"]["start"] for day in json.loads(done.out)["days"]]


def test_a_store_has_as_many_days_as_are_asked_for(papers: str) -> None:
    assert days_of("--store", papers) == list(DAYS)
    assert days_of("--store", papers, "--days", "1") == ["2020-05-04"]
    assert days_of("--store", papers, "--days", "7", "--source", "Herald") == ["2020-05-04"]
    assert days_of("--store", papers, "--since", "June 2020", "--until", "2020-07") == [
        "2020-06-09"
    ]
    assert days_of("--store", papers, "--name", "Dawn Front") == list(DAYS)


def test_nothing_is_made_or_changed_by_reading(papers: str) -> None:
    before = {path.name: path.read_bytes() for path in Path().iterdir()}
    days_of("--store", papers)
    assert {path.name: path.read_bytes() for path in Path().iterdir()} == before


@pytest.mark.parametrize("kind", DIGEST_FORMATS)
def test_each_format_goes_to_a_file(papers: str, kind: str) -> None:
    done = ran("digest", "--store", papers, "--format", kind, "--out", "made")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert Path("made").stat().st_size > 100


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("--source", "Heralt"),
            "there is no source 'Heralt'; there are: Courier, Herald; did you",
        ),
        (("--name", "Dusk"), "there is no name 'Dusk'; there are: Dawn Front"),
        (("--format", "xml"), "there is no format 'xml'; there are: json, markdown, docx, pdf"),
        (("--since", "2021", "--until", "2020"), "2021 is after 2020"),
        (("--since", "nowhere"), "nowhere"),
        (("--days", "0"), "--days"),
        (("more.txt",), "give either paths of articles or --store"),
    ],
)
def test_what_does_not_exist_is_told_with_what_does(
    papers: str, arguments: tuple[str, ...], told: str
) -> None:
    done = ran("digest", "--store", papers, *arguments, "--out", "made")
    assert (done.code, done.out) == (2, "")
    assert told in done.err
    assert not Path("made").exists()


def test_articles_are_read_and_those_that_cannot_be_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = "The council of Brell closed the bridge on 3 May 2021."
    Path("story.txt").write_text(f"A story\n\n{told}\n", "utf-8")
    assert days_of("story.txt") == ["2021-05-03"]
    done = ran("digest", "story.txt", "none.txt")
    assert done.code == 1
    assert json.loads(done.out)["days"][0]["sentence"] == told
    assert "none.txt" in done.err
    assert {path.name for path in Path().iterdir()} == {"story.txt"}

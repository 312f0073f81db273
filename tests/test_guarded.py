"""One article never ends a run: each stage is made to raise on one article of several."""

import io
import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from timeline.app import collect, date_input, explain, ingest, pipeline, store_session, tag
from timeline.app.run_reports import Reporter, new_run
from timeline.app.watch import Seen, watch_into
from timeline.cli.main import cli
from timeline.errors import AnalysisError, DateInputError, TimelineError
from timeline.export import write
from timeline.isolation.faults import LONGEST, Problem, guarded, largest, reason_of
from timeline.jobs.pool import Pool
from timeline.merging import Merger
from timeline.model.calendar import day_number
from timeline.model.expression import Reading, TimeExpression
from timeline.model.timeline import Timeline
from timeline.reading import article_file, read_text
from timeline.resolving import resolve_all
from timeline.store import Store

BAD = "bad.txt"
TEXTS = {
    "a.txt": "The river flooded the town of Norby on 5 May 2024.",
    BAD: "The bridge of Norby collapsed on 6 May 2024.",
    "c.txt": "The mayor of Norby resigned on 7 May 2024.",
}
STAGES = {
    "tag": "finding its time expressions",
    "find_events": "finding its events",
    "published": "dating it",
    "resolve_all": "resolving its dates",
    "merger_of": "merging its events",
}
ERRORS = [ValueError("no such day"), MemoryError(), RecursionError("too deep")]


class Panic(BaseException):
    """What a Rust library raises where it panics: no Exception."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "s.sqlite") as opened:
        yield opened


def about_the_bridge(value: object) -> bool:
    """Return whether something that a stage is given belongs to the bad article."""
    return "bridge" in repr(value)


def broken(
    monkeypatch: pytest.MonkeyPatch, stage: str, error: BaseException, module: object = pipeline
) -> None:
    """Let a stage raise on the bad article alone."""
    works: Callable[..., Any] = getattr(module, stage)

    def raising(*given: object, **named: object) -> object:
        if about_the_bridge((given, named)):
            raise error
        return works(*given, **named)

    monkeypatch.setattr(module, stage, raising)


@pytest.fixture(params=STAGES)
def stage(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    name = str(request.param)
    if name == "resolve_all":  # which sees expressions, not texts
        works = resolve_all

        def raising(
            expressions: Sequence[TimeExpression], *given: object, **named: object
        ) -> tuple[Reading, ...]:
            if any("6 May" in expression.text for expression in expressions):
                raise ValueError("no such day")
            return works(expressions, *given, **named)  # type: ignore[arg-type]

        monkeypatch.setattr(pipeline, name, raising)
    else:
        broken(monkeypatch, name, ValueError("no such day"))
    return name


def problem_in(timeline: Timeline) -> dict[str, str]:
    return {d.article.document: d.problem for d in timeline.documents if d.problem}


def told(timeline: Timeline) -> set[str]:
    return {name for event in timeline.events for name in event.documents}


def expected(stage: str) -> str:
    return f"{STAGES[stage]} failed (ValueError: no such day)"


def test_the_others_go_on(folder: Path, stage: str) -> None:
    extraction = pipeline.extract([folder])
    timeline = pipeline.assemble(extraction.analyses)
    assert [a.article.document for a in extraction.analyses] == sorted(TEXTS)
    assert problem_in(timeline) == {BAD: expected(stage)}
    assert told(timeline) == {"a.txt", "c.txt"}
    failures = (*extraction.failures, *pipeline.problems_of(timeline, extraction.analyses))
    assert [(type(f), f.name, f.reason) for f in failures] == [
        (AnalysisError, BAD, expected(stage))
    ]


def test_the_command_names_it(folder: Path, stage: str, tmp_path: Path) -> None:
    where = str(tmp_path / "command.sqlite")
    for more, said in (([], ""), (["--store", where], f"made a new store: {where}\n")):
        done = CliRunner().invoke(cli, ["extract", str(folder), *more])
        assert done.exit_code == 1
        assert done.stderr == f"{said}not analysed: {BAD}: {expected(stage)}\n"
        documents = json.loads(done.stdout)["documents"]
        assert [d["problem"] for d in documents] == [None, expected(stage), None]
    with Store.open(tmp_path / "command.sqlite") as opened:
        assert problem_in(opened.timeline.load()) == {BAD: expected(stage)}
        article = opened.articles.get(BAD)
        assert article is not None
        assert article.text == TEXTS[BAD]


def test_an_upload_names_it(folder: Path, stage: str, store: Store) -> None:
    run = new_run("page", "articles", 0.0)
    store.runs.add(run)
    reporter = Reporter(store.runs, run, lambda: 1.0)
    ingest.add_into(store, folder, {}, reporter)
    reporter.end("done")
    (noted,) = store.runs.list()
    assert noted.refused == ((BAD, expected(stage)),)
    assert noted.added == tuple(sorted(TEXTS))
    assert told(store.timeline.load()) == {"a.txt", "c.txt"}


def test_watching_names_it_once_and_goes_on(folder: Path, stage: str, store: Store) -> None:
    seen: list[Seen] = []
    watch_into(store, folder, iter([1, 2]), seen.append)
    assert [s.documents for s in seen] == [tuple(sorted(TEXTS)), (), ()]
    assert [s.problems for s in seen] == [(f"{BAD}: {expected(stage)}",), (), ()]
    assert told(store.timeline.load()) == {"a.txt", "c.txt"}


@pytest.mark.usefixtures("stage")
def test_it_is_tried_anew_at_the_next_extraction(
    folder: Path, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert store_session.extract_into(store, [folder]).failures != ()
    monkeypatch.undo()
    assert store_session.extract_into(store, [folder]).failures == ()
    assert problem_in(store.timeline.load()) == {}
    assert told(store.timeline.load()) == set(TEXTS)


@pytest.mark.usefixtures("stage")
def test_a_given_date_is_no_end_for_it(folder: Path, store: Store) -> None:
    store_session.extract_into(store, [folder])
    store_session.set_publication_date(store, BAD, "2024-01-14", "2024-08-01T12:00:00+00:00")
    dated = store.timeline.load().document(BAD)
    assert dated is not None
    assert dated.published.when.first == day_number(2024, 1, 14)
    assert told(store_session.preview_publication_date(store, "a.txt", "2024-01-15")) == {
        "a.txt",
        "c.txt",
    }


@pytest.mark.parametrize(
    "error", [*ERRORS, Panic("a Rust library")], ids=lambda e: type(e).__name__
)
@pytest.mark.parametrize("name", ["tag", "find_events", "published"])
def test_whatever_it_raises(
    folder: Path, name: str, error: BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, name, error)
    timeline = pipeline.assemble(pipeline.extract([folder]).analyses)
    assert problem_in(timeline)[BAD].startswith(f"{STAGES[name]} failed ({type(error).__name__}")
    assert told(timeline) == {"a.txt", "c.txt"}


def test_a_wish_to_end_is_no_problem_of_an_article(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, "tag", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        pipeline.extract([folder])


def test_workers_name_it_as_well(folder: Path, stage: str, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = pipeline.extract([folder])
    monkeypatch.setattr(pipeline, "processes", lambda n: Pool(lambda: ThreadPoolExecutor(n), n))
    assert str(pipeline.extract([folder], jobs=2)) == str(alone)
    assert bool(alone.failures) == (stage in ("tag", "find_events"))


def test_articles_that_cannot_be_merged_together_are_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    works = pipeline.merger_of

    def raising(articles: Sequence[pipeline.Dated]) -> Merger:
        if {BAD, "c.txt"} <= {one.document.article.document for one in articles}:
            raise ValueError("they contradict each other")
        return works(articles)

    monkeypatch.setattr(pipeline, "merger_of", raising)
    timeline = pipeline.assemble(pipeline.extract([folder]).analyses)
    assert set(problem_in(timeline)) == {"c.txt"}
    assert told(timeline) == {"a.txt", BAD}


def test_reading_one_text_that_raises_refuses_that_text(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken(monkeypatch, "read_text", ValueError("no sentence"), article_file)
    collected = collect.collect([folder])
    assert [a.document for a in collected.articles] == ["a.txt", "c.txt"]
    assert [str(f) for f in collected.failures] == [
        f"{BAD}: reading its text failed (ValueError: no sentence)"
    ]


def test_tag_names_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken(monkeypatch, "tag", ValueError("no such day"), tag)
    done = CliRunner().invoke(cli, ["tag", str(folder)])
    assert done.exit_code == 1
    assert done.stderr == f"not analysed: {BAD}: tagging it failed (ValueError: no such day)\n"
    assert set(json.loads(done.stdout)) == {"a", "c"}


def test_a_typed_date_that_makes_a_reader_raise_is_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    def raising(*_given: object, **_named: object) -> None:
        raise OverflowError("too large")

    monkeypatch.setattr(date_input, "tag_text", raising)
    with pytest.raises(DateInputError, match="OverflowError: too large"):
        date_input.read_when("the day after")
    monkeypatch.setattr(explain, "tag_text", raising)
    with pytest.raises(TimelineError, match="OverflowError: too large"):
        explain.explain("the day after", None)


@pytest.mark.parametrize("phrase", ["", " ", "\n"])
def test_of_nothing_there_is_nothing_to_explain(phrase: str) -> None:
    assert explain.explain(phrase, None).expressions == ()


def test_a_date_without_end_is_refused_at_once() -> None:
    with pytest.raises(DateInputError, match="too long"):
        date_input.read_when("1 " * 700_000)


def test_the_largest_part_is_found() -> None:
    def total(numbers: Sequence[int]) -> int:
        if any(number < 0 for number in numbers):
            raise ValueError("negative")
        return sum(numbers)

    numbers = [3, -1, 4, -1, -5, 9, 2]
    result, refused = largest("adding", total, numbers)
    assert (result, sorted(refused)) == (18, [1, 3, 4])
    assert set(refused.values()) == {"adding failed (ValueError: negative)"}
    assert largest("adding", total, []) == (0, {})


def test_memory_that_is_short_for_all_is_nobodys_fault() -> None:
    def exhausting(_: object) -> int:
        raise MemoryError

    with pytest.raises(MemoryError):
        largest("adding", exhausting, [1, 2])


def test_reasons_are_one_short_visible_line() -> None:
    problem = guarded("it", lambda: int("\u202e\n\x00" + "9x" * 1_000))
    assert isinstance(problem, Problem)
    assert problem.reason.isprintable()
    assert len(problem.reason) < LONGEST + 40


def test_an_exception_that_cannot_tell_itself_is_named() -> None:
    class Mute(Exception):  # noqa: N818 - a name that tells
        def __str__(self) -> str:
            raise ValueError

    assert reason_of(Mute()) == "Mute"


@pytest.mark.parametrize(
    "sentence",
    [
        "At 2022-06-14T25:00 the server fell.",
        "At 2022-06-14T12:61 the server fell.",
        "At 2022-06-14T24:02 the server fell.",
        "The server fell " + "9" * 400 + " years ago, on 3 May 2021.",
        "The server fell \ud800 on 3 May 2021.",
    ],
)
def test_sentences_that_once_ended_a_run(sentence: str) -> None:
    analysis = pipeline.analyse(read_text("a.txt", sentence))
    timeline = pipeline.assemble([analysis])
    assert timeline.documents[0].problem is None
    assert any(event.when.resolved for event in timeline.events)
    write(timeline, "json", io.BytesIO())

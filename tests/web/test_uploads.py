"""Articles come through the page: what is taken, what is refused, and what is said of both."""

import io
import json
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.api.asking import API
from tests.web.components import having, words
from timeline.app import ingest, pipeline
from timeline.app.run_reports import Clock, Reporter, new_run
from timeline.cli import ingest as process
from timeline.demo import written
from timeline.editing import EditedTimeline
from timeline.editing.editor import Editor
from timeline.model.article import Article
from timeline.model.timeline import Analysis
from timeline.store import Run, Runs, Store
from timeline.store.runs import SILENT_AFTER
from timeline.web.auth.service import Service
from timeline.web.data.collection import Permissions
from timeline.web.features.uploads.view import ends, seen, strip
from timeline.web.server import create_app
from timeline.web.uploads import intake, spool
from timeline.web.uploads.queueing import Patience

STORY = b"Lights out\n\nOn 3 May 2021 the lights of Velmar went out.\n"
OTHER = b"A vote\n\nThe council of Lindholm voted on 2 May 2024.\n"
NOW = 1_714_564_800.0
MOMENT = "2024-05-01T12:00:00+00:00"
PATIENCE = 60.0  # seconds; spent only where something is wrong


def clock() -> float:
    return NOW


def at_once(job: dict[str, Any], _patience: Patience) -> None:
    """Do a job as the process would, here."""
    process.work(json.loads(json.dumps(job)), clock)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "events.sqlite") as opened:
        yield opened


@pytest.fixture
def batches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "batches"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def client(store: Store, batches: Path, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    assert batches.is_dir()
    monkeypatch.setattr("timeline.web.uploads.queueing.in_a_process", at_once)
    made: FlaskClient = create_app(store, lambda: MOMENT).server.test_client()
    return made


def send(client: FlaskClient, *files: tuple[str, bytes], **fields: str) -> TestResponse:
    articles = [(io.BytesIO(data), name) for name, data in files]
    return client.post(f"{API}/articles", data={"article": articles, **fields})


def ended(store: Store, count: int = 1) -> list[Run]:
    """Wait until so many runs have ended, and give them."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        runs = [run for run in store.runs.list() if run.ended]
        if len(runs) >= count:
            return runs
        time.sleep(0.02)
    raise AssertionError(store.runs.list())


def documents(store: Store) -> list[str]:
    return sorted(analysis.article.document for analysis in store.articles.analyses())


def emptied(folder: Path) -> bool:
    """Wait until nothing is left of the batches."""
    deadline = time.monotonic() + PATIENCE
    while any(folder.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not any(folder.iterdir())


def test_three_files_come_of_which_one_is_refused(
    client: FlaskClient, store: Store, batches: Path
) -> None:
    answer = send(client, ("lights.txt", STORY), ("../evil.exe", b"MZ\0"), ("may/vote.txt", OTHER))
    assert answer.status_code == 202
    (run,) = ended(store)
    assert answer.get_json() == {"run": run.id}
    assert (run.kind, run.label, run.ended) == ("page", "3 files", "done")
    assert run.added == ("lights.txt", "may/vote.txt")
    ((name, reason),) = run.refused
    assert name == "evil.exe"
    assert "is not read" in reason
    assert documents(store) == ["lights.txt", "may/vote.txt"]
    assert {event.when.first for event in store.timeline.load().events} == {737913, 739008}
    assert emptied(batches)


def test_a_zip_is_read_and_its_bad_part_named(client: FlaskClient, store: Store) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("lights.txt", STORY)
        archive.writestr("empty.txt", b"")
    assert send(client, ("week.zip", packed.getvalue())).status_code == 202
    (run,) = ended(store)
    assert run.added == ("week.zip/lights.txt",)
    assert run.refused == (("week.zip/empty.txt", "is empty"),)


def test_a_pasted_text_is_dated_as_it_is_given(client: FlaskClient, store: Store) -> None:
    answer = send(
        client,
        text="On Monday the lights of Velmar went out.",
        title="Lights out",
        published="8 February 2023",
    )
    assert answer.status_code == 202
    (run,) = ended(store)
    assert run.added == ("Lights out.txt",)
    (document,) = store.timeline.load().documents
    assert document.article.title == "Lights out"
    (event,) = store.timeline.load().events
    assert event.when.first == event.when.last == 738557


def test_a_date_that_is_none_is_blamed_and_nothing_comes(
    client: FlaskClient, store: Store, batches: Path
) -> None:
    answer = send(client, text="On Monday it rained.", published="soonish")
    assert answer.status_code == 400
    assert "soonish" in answer.get_json()["detail"]
    assert store.runs.list() == ()
    assert emptied(batches)


def test_nothing_replaces_an_article_unless_that_is_said(client: FlaskClient, store: Store) -> None:
    send(client, ("lights.txt", STORY))
    ended(store)
    asked = {"names": ["lights.txt", "vote.txt", "../x"]}
    names = client.post(f"{API}/previews/names", json=asked)
    assert names.get_json()["names"] == [
        {"name": "lights.txt", "held": True},
        {"name": "vote.txt", "held": False},
        {"name": "x", "held": False},
    ]
    answer = send(client, ("lights.txt", OTHER), ("vote.txt", OTHER))
    assert answer.status_code == 409
    assert answer.get_json()["held"] == ["lights.txt"]
    assert len(store.runs.list()) == 1
    assert documents(store) == ["lights.txt"]


def test_an_article_of_the_same_name_is_replaced_or_kept_beside(
    client: FlaskClient, store: Store
) -> None:
    send(client, ("lights.txt", STORY))
    ended(store)
    assert send(client, ("lights.txt", OTHER), same="both").status_code == 202
    ended(store, 2)
    assert documents(store) == ["lights (2).txt", "lights.txt"]
    assert send(client, ("lights.txt", OTHER), same="replace").status_code == 202
    ended(store, 3)
    texts = {a.article.document: a.article.text for a in store.articles.analyses()}
    assert texts["lights.txt"] == texts["lights (2).txt"] == OTHER.decode()


@pytest.mark.parametrize(
    ("fields", "status"),
    [({}, 400), ({"text": " \n"}, 400), ({"text": "It rained.", "same": "perhaps"}, 400)],
)
def test_a_request_without_an_article_is_one_plain_sentence(
    client: FlaskClient, fields: dict[str, str], status: int
) -> None:
    answer = send(client, **fields)
    assert answer.status_code == status
    assert answer.get_json()["detail"].endswith(".")


def test_too_much_at_once_is_refused(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake, "LARGEST_UPLOAD", 1_000)
    answer = send(client, ("a.txt", b"x" * 2_000))
    assert answer.status_code == 413
    assert "too much at once" in answer.get_json()["detail"]
    monkeypatch.undo()
    monkeypatch.setattr(intake, "MOST_FILES", 2)
    many = [(f"{number}.txt", STORY) for number in range(3)]
    assert send(client, *many).status_code == 413
    assert client.post(f"{API}/previews/names", json={"names": "x"}).status_code == 400
    assert client.post(f"{API}/previews/names", json=[1]).status_code == 400
    assert store.runs.list() == ()


def test_a_file_that_is_too_large_is_named_and_the_others_are_read(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "LARGEST_FILE", 1_000)
    send(client, ("large.txt", b"x" * 2_000), ("lights.txt", STORY), ("empty.txt", b""))
    (run,) = ended(store)
    assert run.added == ("lights.txt",)
    assert [name for name, _ in run.refused] == ["large.txt", "empty.txt"]
    answer = send(client, ("large.txt", b"x" * 2_000))
    assert answer.status_code == 413
    assert answer.get_json()["detail"].startswith("large.txt is too large")


def test_a_metadata_file_beside_the_articles_counts_and_its_faults_are_named(
    client: FlaskClient, store: Store
) -> None:
    told = b"document,published\nvote.txt,2023-02-08\ngone.txt,2020\n"
    send(client, ("vote.txt", b"On Monday the council voted.\n"), ("metadata.csv", told))
    (run,) = ended(store)
    assert run.added == ("vote.txt",)
    assert run.refused == (
        (
            "metadata.csv",
            "metadata.csv names gone.txt, which is not there; did you mean vote.txt?",
        ),
    )
    (event,) = store.timeline.load().events
    assert event.when.first == 738557


def test_a_metadata_file_alone_is_no_article(client: FlaskClient, store: Store) -> None:
    send(client, ("metadata.csv", b"nothing\n"))
    (run,) = ended(store)
    assert run.ended == "failed"
    assert "timeline-added" not in str(run.refused)


def test_what_people_decided_outlives_a_new_text_of_the_same_name(
    client: FlaskClient, store: Store
) -> None:
    send(client, ("lights.txt", STORY))
    ended(store)
    (event,) = store.timeline.load().events
    Editor(store, "ana", lambda: MOMENT).set_title(event.id, "Blackout of Velmar")
    send(client, ("lights.txt", b"A foreword.\n\n" + STORY), same="replace")
    ended(store, 2)
    assert [e.title for e in EditedTimeline(store).timeline().events] == ["Blackout of Velmar"]


def test_an_article_is_removed_and_what_people_decided_stays(
    client: FlaskClient, store: Store
) -> None:
    send(client, ("lights.txt", STORY), ("vote.txt", OTHER))
    ended(store)
    decided = next(e for e in store.timeline.load().events if "lights.txt" in e.documents)
    Editor(store, "ana", lambda: MOMENT).set_title(decided.id, "Blackout of Velmar")
    assert client.delete(f"{API}/articles/lights.txt").status_code == 204
    assert client.delete(f"{API}/articles/none.txt").status_code == 404
    assert documents(store) == ["vote.txt"]
    titles = {event.title for event in EditedTimeline(store).timeline().events}
    assert "Blackout of Velmar" in titles
    assert client.delete(f"{API}/articles/no").status_code == 404
    send(client, ("lights.txt", STORY))
    ended(store, 2)
    assert {e.title for e in EditedTimeline(store).timeline().events} == titles


def test_two_batches_at_once_lose_nothing(client: FlaskClient, store: Store) -> None:
    for number in range(4):
        assert send(client, (f"{number}.txt", STORY)).status_code == 202
    runs = ended(store, 4)
    assert {run.ended for run in runs} == {"done"}
    assert documents(store) == ["0.txt", "1.txt", "2.txt", "3.txt"]


def test_a_run_that_is_cancelled_keeps_what_it_has_done(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    analyse = pipeline.analyse

    def slow(article: Article) -> Analysis:
        if article.document == "1.txt":
            (run,) = store.runs.list()
            assert client.post(f"{API}/runs/{run.id}/cancel").status_code == 200
            deadline = time.monotonic() + PATIENCE
            while not reporters[0]._stop and time.monotonic() < deadline:
                time.sleep(0.02)
        return analyse(article)

    reporters: list[Reporter] = []
    made = Reporter.__init__

    def noted(self: Reporter, runs: Runs, run: Run, clock: Clock) -> None:
        made(self, runs, run, clock)
        reporters.append(self)

    monkeypatch.setattr(Reporter, "__init__", noted)
    monkeypatch.setattr(pipeline, "analyse", slow)
    send(client, *((f"{number}.txt", STORY) for number in range(3)))
    (run,) = ended(store)
    assert run.ended == "cancelled"
    assert run.added == ("0.txt",)
    assert documents(store) == ["0.txt"]
    assert client.delete(f"{API}/runs/{run.id}").status_code == 204
    assert store.runs.list() == ()


def test_runs_of_other_programs_are_not_touched_from_the_page(
    client: FlaskClient, store: Store
) -> None:
    store.runs.add(new_run("extract", "articles", NOW))
    (run,) = store.runs.list()
    client.post(f"{API}/runs/{run.id}/cancel")
    client.delete(f"{API}/runs/{run.id}")
    assert store.runs.list() == (run,)


def test_a_timeline_that_is_only_shown_takes_nothing_and_offers_nothing(
    client: FlaskClient, store: Store
) -> None:
    send(client, ("lights.txt", STORY))
    ended(store)
    version = store.version()
    with Store.open(store.address, read_only=True) as shown:
        app = create_app(shown, lambda: MOMENT, Service(read_only=True))
        reader = app.server.test_client()
        assert send(reader, ("vote.txt", OTHER)).status_code == 403
        assert reader.delete(f"{API}/articles/lights.txt").status_code == 403
        layout = json.dumps(reader.get("/_dash-layout").get_json())
        body = {"document": "lights.txt", "date": "2023-02-08"}
        refused = reader.post(f"{API}/edits/published", json=body)
    assert refused.status_code == 403
    assert "only shown" in refused.get_json()["detail"]
    assert "Read-only" in layout
    assert "add-dialog" not in layout
    assert "Add articles" not in layout
    assert (store.version(), store.publication_dates.by_document()) == (version, {})


def test_a_page_shows_its_own_runs_and_those_of_others_while_they_last() -> None:
    own = Run("1", "page", "a.txt", NOW, NOW, ended="done", added=("a.txt",))
    lost = Run("2", "page", "3 files", NOW, NOW - SILENT_AFTER - 1)
    other = Run("3", "extract", "articles", NOW, NOW, done=3, total=1200, current="x.txt")
    gone = Run("4", "watch", "articles", NOW, NOW - SILENT_AFTER - 1)
    shown = seen((own, lost, other, gone), NOW)
    assert shown == [own, lost, other]
    assert ends(shown, NOW) == {
        "1": "1 article added.",
        "2": "Reading 3 files ended before its time. What was read until then is in the "
        "collection; add the rest again.",
    }
    first, second, third = strip(shown, NOW, Permissions(add=True))
    assert having(first, "data-action", "show-added")
    assert having(second, "data-action", "put-run-away")
    assert "timeline extract is reading articles: 3 of 1,200" in words(third)
    assert not having(third, "data-action", "cancel-run")


def test_names_of_files_are_shown_without_what_hides_or_runs() -> None:
    run = Run("1", "page", "a\u202eb.txt", NOW, NOW, current="<b>\u202ex", total=2)
    (line,) = strip([run], NOW, Permissions(add=True))
    assert "\u202e" not in words(line)
    assert having(line, "data-action", "cancel-run")


def test_the_folder_of_a_batch_is_told_to_nobody(store: Store, tmp_path: Path) -> None:
    run = new_run("page", "nothing", NOW)
    store.runs.add(run)
    reporter = Reporter(store.runs, run, clock)
    ingest.add_into(store, tmp_path / "batch-folder", {}, reporter)
    assert str(tmp_path) not in str(reporter._run)
    assert reporter._run.refused


def test_the_sample_comes_into_an_empty_collection_alone(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    few = written()[:3]
    monkeypatch.setattr("timeline.web.api.articles.written", lambda: few)
    assert client.post(f"{API}/sample", json={}).status_code == 202
    (run,) = ended(store)
    assert run.ended == "done"
    assert documents(store) == sorted(one.name for one in few)
    sources = {one.article.source for one in store.articles.analyses()}
    assert sources == {one.publisher for one in few}
    again = client.post(f"{API}/sample", json={})
    assert again.status_code == 409
    assert "empty collection" in again.get_json()["detail"]
    assert len(documents(store)) == 3

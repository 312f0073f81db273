"""A folder that is kept in a store."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from timeline.app import pipeline
from timeline.app.run_reports import reported
from timeline.app.watch import Seen, watch_into
from timeline.model.article import Article
from timeline.model.timeline import Analysis
from timeline.store import Store

LONGEST = 120.0  # seconds
TEXT = "A vote\n\nPublished: 3 May 2024\n\nThe council of Lindholm met on 2 May 2024 to vote.\n"


def documents(store: Store) -> set[str]:
    return {analysis.article.document for analysis in store.articles.analyses()}


def test_only_what_is_new_or_changed_is_analysed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    analysed: list[str] = []
    analyse = pipeline.analyse

    def noted(article: Article) -> Analysis:
        analysed.append(article.document)
        return analyse(article)

    monkeypatch.setattr(pipeline, "analyse", noted)
    seen: list[Seen] = []

    def changes(store: Store) -> Iterator[None]:
        assert documents(store) == {"a.txt"}
        (folder / "b.txt").write_text(TEXT, encoding="utf-8")
        (folder / "bad.pdf").write_bytes(b"%PDF-1.7")
        yield
        assert documents(store) == {"a.txt", "b.txt"}
        (folder / "a.txt").write_text(TEXT.replace("2 May", "1 May"), encoding="utf-8")
        yield
        (folder / "metadata.csv").write_text("nothing\n", encoding="utf-8")
        yield
        (folder / "metadata.csv").write_text("document,published\nb.txt,2023\n", encoding="utf-8")
        (folder / "a.txt").unlink()
        yield

    with Store.open(tmp_path / "s.sqlite") as store:
        watch_into(store, folder, changes(store), seen.append)
        assert documents(store) == {"a.txt", "b.txt"}, "what is taken out stays"
        assert "1 May" in next(
            a.article.text for a in store.articles.analyses() if "a" in a.article.document
        )
    assert analysed == ["a.txt", "b.txt", "a.txt", "b.txt"]
    assert [look.documents for look in seen] == [("a.txt",), ("b.txt",), ("a.txt",), (), ("b.txt",)]
    assert [bool(look.problems) for look in seen] == [False, True, False, True, False]


def test_a_look_is_seen_on_the_store_while_it_lasts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    analyse = pipeline.analyse
    kinds: list[tuple[str, str]] = []
    with Store.open(tmp_path / "s.sqlite") as store:

        def noted(article: Article) -> Analysis:
            kinds.extend((run.kind, run.label) for run in store.runs.list())
            return analyse(article)

        monkeypatch.setattr(pipeline, "analyse", noted)
        looking = partial(reported, store.runs, "watch", "articles", time.time)
        watch_into(store, tmp_path, (), lambda _: None, looking)
        assert kinds == [("watch", "articles")]
        assert store.runs.list() == ()


def test_the_command_reads_what_comes_until_it_is_interrupted(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    store = tmp_path / "s.sqlite"
    command = [sys.executable, "-m", "timeline", "watch", str(folder), "--store", str(store)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        told = iter(process.stderr.readline, "")
        assert next(told).startswith("made a new store")
        assert "holds no articles" in next(told)
        assert "watching" in next(told)
        for number in range(600):  # the first notices may come before the watch has begun
            (folder / "a.txt").write_text(f"{TEXT}\n{number}\n", encoding="utf-8")
            with Store.open(store) as opened:
                if documents(opened) == {"a.txt"}:
                    break
            time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(LONGEST) == 0
        finally:
            process.kill()
        assert "read: a.txt\n" in list(told)

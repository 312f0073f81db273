"""A run that is ended goes on where it stopped."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from timeline.app import pipeline, store_session
from timeline.app.code_version import code_version
from timeline.jobs.checkpoint import LEAST, SHARE, Saver
from timeline.model.article import Article
from timeline.model.timeline import Analysis
from timeline.reading import read_text
from timeline.store import Store


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def analysis(name: str) -> Analysis:
    return Analysis(read_text(name, "A town voted on it."), (), (), "p")


def test_saving_costs_a_twentieth_of_the_run_at_most() -> None:
    clock = Clock()
    saved: list[int] = []

    def save(waiting: Sequence[Analysis]) -> None:
        saved.append(len(waiting))
        clock.now += 3

    saver = Saver(save, clock)
    for number in range(200):
        clock.now += 1
        saver.add(analysis(f"{number}.txt"))
    saver.rescue()
    assert saved[0] == LEAST
    assert saved[1:-1] == [3 * SHARE] * (len(saved) - 2)
    assert sum(saved) == 200


def test_what_was_done_before_an_end_is_not_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(6):
        text = f"Vote {number}\n\nThe council met on {number + 1} May 2024 to vote."
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    analysed: list[str] = []
    analyse = pipeline.analyse

    def until_the_fourth(article: Article) -> Analysis:
        if len(analysed) == 3:
            raise KeyboardInterrupt
        analysed.append(article.document)
        return analyse(article)

    with Store.open(tmp_path / "s.sqlite") as store:
        monkeypatch.setattr(pipeline, "analyse", until_the_fourth)
        with pytest.raises(KeyboardInterrupt):
            store_session.extract_into(store, [folder])
        assert [a.article.document for a in store.articles.analyses()] == [
            "0.txt",
            "1.txt",
            "2.txt",
        ]
        assert {a.program for a in store.articles.analyses()} == {code_version()}

        def noted(article: Article) -> Analysis:
            analysed.append(article.document)
            return analyse(article)

        monkeypatch.setattr(pipeline, "analyse", noted)
        resumed = store_session.extract_into(store, [folder])
        assert analysed == [f"{number}.txt" for number in range(6)]
        assert resumed == pipeline.extract([folder])
        whole = store.timeline.load()
    with Store.open(tmp_path / "other.sqlite") as other:
        store_session.extract_into(other, [folder])
        assert other.timeline.load() == whole


def test_another_program_analyses_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The council met on 3 May 2024.", encoding="utf-8")
    with Store.open(tmp_path / "s.sqlite") as store:
        store_session.extract_into(store, [path])
        monkeypatch.setattr(pipeline, "code_version", lambda: "another")
        store_session.extract_into(store, [path])
        assert [a.program for a in store.articles.analyses()] == ["another"]

"""Digests of a small invented collection against the days that its journalists chose."""

import json
import shutil
from pathlib import Path
from statistics import fmean

import pytest

from tests.quality import digest as run
from timeline.model.timeline import Timeline

GOLD = Path(__file__).with_name("digest_gold")
FLOORS = {"days": 80.0, "words": 34.0, "front": 51.0}  # counting gives 60 and 83.3


@pytest.fixture(scope="module")
def timeline() -> Timeline:
    return run.read(GOLD)


def test_digests_keep_their_floors(timeline: Timeline) -> None:
    found = list(run.scored(GOLD, timeline))
    assert [one.name for one in found] == ["Courier-0", "Herald-0"]
    for one in found:
        assert one.days >= FLOORS["days"]
        assert one.days >= one.counting
    assert fmean(score for one in found for score in one.words) >= FLOORS["words"]
    assert run.front(GOLD, timeline) >= FLOORS["front"]


def test_the_scorer_tells_right_from_wrong() -> None:
    assert run.f1({"a", "b"}, {"a", "b"}) == 100
    assert run.f1({"a", "b"}, {"b", "c"}) == 50
    assert run.f1(set(), {"a"}) == 0


def test_the_run_prints_each_list_and_wants_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TIMELINE_CORPORA", raising=False)
    assert run.main([]) == 2
    shutil.copytree(GOLD, tmp_path / "collections" / "bridge")
    lines = (tmp_path / "collections/bridge/articles.jsonl").read_text("utf-8").splitlines()[:2]
    (tmp_path / "collections/bridge/articles.jsonl").write_text("\n".join(lines), "utf-8")
    days = {"Courier": [{"2014-03-03": ["The Tarn bridge collapses."]}]}
    (tmp_path / "collections/bridge/days.json").write_text(json.dumps(days), "utf-8")
    monkeypatch.setenv("TIMELINE_CORPORA", str(tmp_path))
    assert run.main([]) == 0
    told = capsys.readouterr()
    assert "Courier-0" in told.out
    assert "all lists" in told.out
    assert "TIMELINE_CORPORA" in told.err

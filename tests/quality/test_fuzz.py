"""A short form of the fuzz of the analysis: `python -m tests.quality.fuzz`."""

import pytest

from tests.quality import fuzz
from timeline.app import pipeline


def test_odd_texts_go_through_every_stage() -> None:
    found = fuzz.run(1_500, seed=5, share=100)
    assert found.failures == {}
    assert found.parsed >= 10
    assert found.expressions > 1_500


def test_a_text_is_told_by_its_number() -> None:
    texts = [fuzz.text_of(1, number) for number in range(200)]
    assert texts == [fuzz.text_of(1, number) for number in range(200)]
    assert len({text for text, _ in texts}) > 190
    assert {language for _, language in texts} == set(fuzz.LANGUAGES)
    assert max(len(fuzz.text_of(1, number)[0]) for number in range(2_000)) > 2_000


def test_a_stage_that_fails_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> None:
        raise ValueError("no such day")

    monkeypatch.setattr(fuzz, "tag", failing)
    assert set(fuzz.run(5, seed=5, share=0).failures.values()) == {"ValueError: no such day"}
    monkeypatch.undo()
    monkeypatch.setattr(pipeline, "find_events", failing)
    found = fuzz.run(5, seed=5, share=1)
    assert "finding its events failed (ValueError: no such day)" in found.failures.values()

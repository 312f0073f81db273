"""The fit of worth: weights keep their directions, and a labelled collection is read as it says."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.quality import worth as run
from tests.quality.logistic import Example, fit
from timeline.events.worth import Weights, read_weights

SHOWS = st.dictionaries(st.sampled_from(("good", "bad")), st.floats(0, 1))
EXAMPLES = st.lists(st.builds(Example, SHOWS, st.booleans()), min_size=1, max_size=30)


@settings(max_examples=30)
@given(EXAMPLES)
def test_weights_have_the_directions_that_are_given(examples: list[Example]) -> None:
    _, weights = fit(examples, {"good": 1, "bad": -1}, penalty=1.0)
    assert weights["good"] >= 0 >= weights["bad"]


def test_what_tells_the_two_apart_gets_the_weight() -> None:
    examples = [Example({"good": 1.0, "idle": n % 2}, yes=True) for n in range(20)]
    examples += [Example({"bad": 1.0, "idle": n % 2}, yes=False) for n in range(20)]
    start, weights = fit(examples, {"good": 1, "bad": -1, "idle": -1}, penalty=1.0)
    assert weights["good"] > 1
    assert weights["bad"] < -1
    assert weights["idle"] == pytest.approx(0, abs=0.01)
    assert abs(start) < weights["good"]


def test_more_of_the_penalty_means_smaller_weights() -> None:
    examples = [Example({"good": 1.0}, yes=True), Example({}, yes=False)] * 10
    small, large = (fit(examples, {"good": 1}, penalty)[1]["good"] for penalty in (10.0, 0.1))
    assert 0 < small < large


@pytest.mark.parametrize(
    ("kept", "none", "area"),
    [([2.0, 3.0], [0.0, 1.0], 1.0), ([0.0], [1.0], 0.0), ([1.0], [1.0], 0.5)],
)
def test_the_area_counts_pairs_in_order(kept: list[float], none: list[float], area: float) -> None:
    assert run.area(kept, none) == area


def collection(folder: Path) -> Path:
    text = "The harbour was closed on Monday. Do you really think we will sail in May?"
    article = {"id": "a-1", "published": "2010-06-01", "text": text}
    (folder / "articles.jsonl").write_text(json.dumps(article), "utf-8")
    labels = [
        {
            "document": "articles.jsonl/a-1",
            "expression": words,
            "start": text.index(words),
            "end": text.index(words) + len(words),
            "sentence_start": start,
            "sentence_end": end,
            "worth": worth,
        }
        for words, start, end, worth in (
            ("on Monday", 0, 33, 2),
            ("in May", 34, len(text), 0),
            ("closed", 0, 33, 1),
        )
    ]
    (folder / "worth.json").write_text(json.dumps(labels), "utf-8")
    return folder


def test_a_label_finds_its_mention_and_the_signs_of_it(tmp_path: Path) -> None:
    deed, question, nothing = run.labelled(collection(tmp_path))
    assert (deed.kept, question.kept, nothing.kept) == (True, False, True)
    assert "past_verb" in deed.shows[0]
    assert {"question", "second_person"} <= question.shows[0].keys()
    assert nothing.shows == ()


def test_the_start_moves_to_where_what_is_kept_is_shown(tmp_path: Path) -> None:
    deed, question, _ = run.labelled(collection(tmp_path))
    model = run.fitted([deed, question] * 10, [])
    assert run.odds(model, question) < 0 <= run.odds(model, deed)


def test_what_is_written_is_read_back() -> None:
    model = Weights(0.5, {"question": -1.25, "words": 0.5})
    assert read_weights(run.written(model)) == model


def test_without_corpora_it_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TIMELINE_CORPORA", raising=False)
    assert run.main([]) == 2
    assert "TIMELINE_CORPORA" in capsys.readouterr().err

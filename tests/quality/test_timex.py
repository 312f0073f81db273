"""The scorer of time expressions itself, on invented marks."""

from pathlib import Path

import pytest

from tests.quality.timeml_gold import GoldDocument, Marked, read_folder, read_timeml
from tests.quality.timex import commonest, figures, main, outcomes, run
from timeline.model.span import Span

TIMEML = """<?xml version="1.0" ?>
<TimeML><DOCID>a</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2023-02-08"
 functionInDocument="CREATION_TIME">Feb 8</TIMEX3></DCT>
<TEXT>R&amp;D grew <EVENT eid="e1"><TIMEX3 tid="t1" type="DATE" value="2022"
>last year</TIMEX3></EVENT> and on <TIMEX3 tid="t2" type="DATE"
 value="2023-02-06"> Monday </TIMEX3>.
</TEXT></TimeML>
"""


def gold(*marked: Marked) -> GoldDocument:
    return GoldDocument("a", "x" * 100, "2023-02-08", marked)


def mark(start: int, end: int, value: str = "2022", kind: str = "DATE") -> Marked:
    return Marked(Span(start, end), kind, value)


def test_a_file_is_read_as_its_text_without_tags(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(TIMEML, encoding="utf-8")
    (tmp_path / "empty.tml").touch()
    document = read_timeml(path)
    assert document.text.startswith("R&D grew last year and on  Monday .")
    assert document.created == "2023-02-08"
    assert [(m.span.of(document.text), m.value) for m in document.marked] == [
        ("last year", "2022"),
        ("Monday", "2023-02-06"),
    ]
    assert read_folder(tmp_path) == (document,)


def test_a_set_is_tagged_against_its_creation_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "timebank"
    folder.mkdir()
    (folder / "a.tml").write_text(TIMEML, encoding="utf-8")
    documents, found = run(folder)
    assert figures(found).value == pytest.approx(100)
    assert commonest(documents, found).total() == 0
    monkeypatch.setenv("TIMELINE_CORPORA", str(tmp_path))
    assert main(["timebank"]) == 0
    assert "value 100.0" in capsys.readouterr().out


def test_without_a_folder_the_run_says_what_to_set(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TIMELINE_CORPORA", raising=False)
    assert main(["timebank"]) == 2
    assert "TIMELINE_CORPORA" in capsys.readouterr().err


def test_exact_spans_pair_before_longer_overlaps() -> None:
    document = gold(mark(0, 10), mark(12, 20))
    found = outcomes(document, [mark(5, 20), mark(12, 20)])
    assert sorted(o.kind for o in found) == ["", "span"]


def test_each_expression_pairs_once() -> None:
    document = gold(mark(0, 10), mark(12, 20))
    found = outcomes(document, [mark(0, 20)])
    assert sorted(o.kind for o in found) == ["missed", "span"]


@pytest.mark.parametrize(
    ("system", "kind"),
    [
        ([mark(0, 10)], ""),
        ([mark(0, 10, "2021")], "value"),
        ([mark(1, 10)], "span"),
        ([], "missed"),
    ],
)
def test_an_outcome_is_named(system: list[Marked], kind: str) -> None:
    assert [o.kind for o in outcomes(gold(mark(0, 10)), system)] == [kind]


def test_figures_are_harmonic_means_of_precision_and_recall() -> None:
    document = gold(mark(0, 10), mark(12, 20), mark(30, 40), mark(50, 60))
    system = [mark(0, 10), mark(13, 20), mark(30, 40, "2021", "TIME"), mark(70, 80), mark(90, 95)]
    found = figures(outcomes(document, system))
    assert found.relaxed == pytest.approx(200 * 3 / 9)
    assert found.strict == pytest.approx(200 * 2 / 9)
    assert found.type == pytest.approx(200 * 2 / 9)
    assert found.value == pytest.approx(200 * 2 / 9)


def test_nothing_at_all_scores_nothing() -> None:
    assert figures([]).value == 0

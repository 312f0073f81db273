"""In no language without word files are dates read worse than by dateparser's own search."""

import pytest

from tests.quality.further import gold, main, ours, theirs
from tests.quality.timex import figures

LEAST = 85  # value F1 of every language


@pytest.mark.parametrize("language", gold())
def test_no_language_is_read_worse_than_by_the_peer(language: str) -> None:
    found = figures(ours(language))
    assert found.value >= max(figures(theirs(language)).value, LEAST)


@pytest.mark.parametrize("language", gold())
def test_nothing_is_read_that_is_no_date(language: str) -> None:
    assert [o for o in ours(language) if o.kind in ("spurious", "value")] == []


def test_every_language_has_the_same_sentences() -> None:
    assert len(gold()) >= 18
    assert {len(documents) for documents in gold().values()} == {10}


def test_the_report_names_the_figures_of_both(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nl"]) == 0
    assert "ours value" in capsys.readouterr().out

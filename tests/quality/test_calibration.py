"""Both confidences are measured, and stay near what is right on the own short articles."""

import pytest

from tests.quality import calibration, runs
from tests.quality.scoring import calibration as error

MOST = 10.0  # percent; the long run is on articles of real length


def test_both_confidences_are_near_what_is_right() -> None:
    articles = runs.measure("own-dated").articles
    for of in (calibration.of_date, calibration.of_wording):
        verdicts = [verdict for article in articles for verdict in of(article)]
        assert len(verdicts) > 300
        assert error(verdicts) <= MOST


def test_shares_stand_beside_each_value() -> None:
    lines = list(calibration.shares([(0.5, True), (0.5, False), (0.9, True)]))
    assert lines == ["0.50:  50.0 % of 2", "0.90: 100.0 % of 1"]


def test_a_set_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert calibration.main(["sedes"]) == 2
    assert "sedes; there are: own" in capsys.readouterr().err

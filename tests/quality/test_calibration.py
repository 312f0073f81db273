"""Each confidence is measured by what it speaks of."""

import pytest

from tests.quality.calibration import MEASURES, calibration, calibrations, judged, verdicts
from tests.quality.pairing import Scored, scored
from tests.quality.small_gold import event, gold_set, key, timeline, wanted

WRONG_TITLE = "The mayor spoke at length"


def article() -> Scored:
    """One event right, one with a wrong title, one with a wrong date, one that is none."""
    gold = gold_set(
        wanted(0), wanted(10), wanted(20), wanted(40, optional=True), wanted(50, repeat_of=key(0))
    )
    found = timeline(
        event(0, confidence=0.95),
        event(10, title=WRONG_TITLE, confidence=0.75),
        event(20, when="2021", confidence=0.55),
        event(30, confidence=0.35),
        event(40, confidence=0.15),
        event(50, confidence=0.15),
    )
    (only,) = scored(gold, found, undated=False)
    return only


@pytest.mark.parametrize(
    ("measure", "expected"),
    [
        ("calibration", [(0.95, True), (0.75, False), (0.55, False), (0.35, False)]),
        ("calibration_date", [(0.95, True), (0.75, True), (0.55, False), (0.35, False)]),
        ("calibration_wording", [(0.95, True), (0.75, False), (0.55, True)]),
    ],
)
def test_a_confidence_is_judged_by_what_it_speaks_of(
    measure: str, expected: list[tuple[float, bool]]
) -> None:
    _, is_right = MEASURES[measure]
    assert judged(verdicts(article()), "confidence", is_right) == expected


def test_the_error_is_the_mean_gap_of_the_bins() -> None:
    assert calibration([(0.75, True), (0.75, True), (0.75, True), (0.75, False)]) == 0
    assert calibration([(0.9, False), (0.1, True)]) == 90
    assert calibration([(1.0, True)]) == 0
    assert calibration([]) == 0


def test_each_confidence_is_measured() -> None:
    assert calibrations([article()]) == {
        "calibration": 42.5,  # (.05 + .75 + .55 + .35) / 4
        "calibration_date": 50,  # two of four are right, and all are sure
        "calibration_wording": 16.7,  # two of three are right, each as likely as not
    }

"""Places are right where they stand on the map, and open where they are not sure."""

import pytest

from tests.quality.places import distance, gold, halves, main, measured

LEAST_RIGHT, MOST_WRONG = 75.0, 5.0  # the bars, of every half
PINNED_RIGHT, PINNED_WRONG = 84.0, 1.0  # of all names


@pytest.mark.parametrize("half", ["tuned", "held out"])
def test_three_of_four_are_placed_right_and_one_in_twenty_wrong_at_most(half: str) -> None:
    shares = measured(halves(gold())[half])
    assert shares.right >= LEAST_RIGHT
    assert shares.wrong <= MOST_WRONG


def test_the_figures_do_not_fall() -> None:
    shares = measured(gold())
    assert shares.places >= 150
    assert shares.right >= PINNED_RIGHT
    assert shares.wrong <= PINNED_WRONG


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert distance((10, 20), (11, 20)) == pytest.approx(111.2, abs=0.1)


def test_the_report_names_both_halves(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--errors"]) == 0
    told = capsys.readouterr().out
    assert "tuned" in told
    assert "held out" in told

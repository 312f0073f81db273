from itertools import pairwise

from timeline.drawing.scene.ticks import year_ticks
from timeline.model.calendar import day_number


def texts(first: int, last: int, pixels: float = 900) -> list[str]:
    window = (first, last)
    return [t.text for t in year_ticks(window, pixels) if first <= t.day <= last]


def test_centuries_are_round_on_both_sides_of_the_first_year() -> None:
    shown = texts(day_number(-300), day_number(300))
    assert shown == ["300 BCE", "200 BCE", "100 BCE", "1 CE", "100", "200", "300"]


def test_the_round_years_lie_where_they_belong() -> None:
    ticks = {t.text: t.day for t in year_ticks((day_number(-300), day_number(300)), 900)}
    assert ticks["100 BCE"] == day_number(-99)
    assert ticks["100"] == day_number(100)


def test_single_years_have_no_year_nought() -> None:
    shown = texts(day_number(-2), day_number(4) - 1)
    assert shown == ["3 BCE", "2 BCE", "1 BCE", "1 CE", "2", "3"]


def test_months_and_days_stand_above_their_year() -> None:
    ticks = year_ticks((day_number(-44, 3, 1), day_number(-44, 3, 9)), 900)
    seen = [t for t in ticks if t.day >= day_number(-44, 3, 1)]
    assert (seen[0].text, seen[0].below) == ("1 Mar", "45 BCE")
    assert seen[1].below == ""


def test_years_beyond_four_digits_are_plain_numbers() -> None:
    assert "12000" in texts(day_number(11_990), day_number(12_010))


def test_ticks_reach_as_far_again_on_either_side_and_never_crowd() -> None:
    window = (day_number(-5000), day_number(12_000))
    ticks = year_ticks(window, 375)
    assert ticks[0].day < window[0] - 300_000
    per_day = 375 / (window[1] - window[0])
    assert all((b.day - a.day) * per_day > 60 for a, b in pairwise(ticks))

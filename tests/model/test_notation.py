"""Meanings written as a line."""

import pytest

from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Absolute,
    Amount,
    Bounded,
    Current,
    Fields,
    Length,
    Occurrence,
    Shift,
    Side,
    Toward,
    substituted,
)
from timeline.model.notation import notation
from timeline.model.units import Unit

MAY = Absolute(Fields(year=2021, month=5))


@pytest.mark.parametrize(
    ("meaning", "written"),
    [
        (MAY, "Absolute(year 2021 month 5)"),
        (
            Bounded(MAY, Side.AFTER, throughout=True),
            "Bounded(Absolute(year 2021 month 5), after, throughout)",
        ),
        (Length(Amount(2, 5, vague=True), Unit.DAY), "Length(2 to 5, day)"),
        (
            Shift(MENTIONED, Amount.exactly(1), Unit.YEAR, Side.BEFORE, keep_grain=True),
            "Shift(mentioned, 1, year, before, keep_grain)",
        ),
        (
            Occurrence(Fields(weekend=True), Toward.LATEST, Current(Unit.MONTH, PUBLICATION)),
            "Occurrence(weekend True, latest, Current(month, publication))",
        ),
    ],
)
def test_a_meaning_is_written_with_its_operands(meaning: Absolute, written: str) -> None:
    assert notation(meaning) == written


def test_a_part_is_replaced_wherever_it_stands() -> None:
    june = Absolute(Fields(year=2021, month=6))
    whole = Bounded(MAY, Side.AFTER, throughout=True)
    assert substituted(whole, MAY, june) == Bounded(june, Side.AFTER, throughout=True)
    assert substituted(whole, june, MAY) == whole

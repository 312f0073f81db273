"""Dates of events as people type them."""

import pytest

from timeline.app.date_input import read_when
from timeline.errors import DateInputError
from timeline.model.edtf import to_edtf
from timeline.model.when import Basis


@pytest.mark.parametrize(
    ("typed", "edtf"),
    [
        ("2022-06-14", "2022-06-14"),
        (" 2022 ", "2022"),
        ("2001/2005", "2001/2005"),
        ("2021~", "2021~"),
        ("2022-06-14T09:30", "2022-06-14T09:30:00"),
        ("early March 2024", "2024-03-01%/2024-03-10%"),
        ("since 2021", "2021/.."),
        ("from 2001 to 2005", "2001/2005"),
        ("14 June 2022", "2022-06-14"),
        ("around 1950", "1950~"),
        ("circa 45 BC", "-0044~"),
        ("the 1990s", "199X"),
        ("[-0500..]", "[-0500..]"),
        ("/2021", "/2021"),
        ("Y-12000", "Y-12000"),
        ("14.06.2022", "2022-06-14"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
    ],
)
def test_edtf_and_plain_words(typed: str, edtf: str) -> None:
    when = read_when(typed)
    assert to_edtf(when) == edtf
    assert when.basis is Basis.GIVEN


@pytest.mark.parametrize(
    "typed", ["", "soon", "last June", "03/04/2022", "2022-13", "2022-02-30", "the old mill", "="]
)
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(DateInputError):
        read_when(typed)

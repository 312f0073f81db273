import pytest

from timeline.errors import DateInputError
from timeline.model.article import ClaimSource
from timeline.model.edtf import to_edtf
from timeline.model.when import Basis, Kind
from timeline.reading import published_claim


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2023-02-08", "2023-02-08"),
        (" 2023-02 ", "2023-02"),
        ("2023", "2023"),
        ("2023-02-07/2023-02-08", "[2023-02-07..2023-02-08]"),
        ("2023~", "2023~"),
        ("202X", "202X"),
        ("2021-08/..", "[2021-08..]"),
        ("2023-02-08T10:30Z", "2023-02-08"),
        ("8 February 2023", "2023-02-08"),
        ("Feb. 8, 2023, 10:30 am", "2023-02-08"),
        ("February 2023", "2023-02"),
        ("24/01/2019", "2019-01-24"),
        ("04/04/2024", "2024-04-04"),
    ],
)
def test_dates_that_people_give(text: str, edtf: str) -> None:
    claim = published_claim(text)
    assert to_edtf(claim.when) == edtf
    assert claim.when.kind is Kind.WITHIN
    assert (claim.source, claim.when.basis) == (ClaimSource.GIVEN, Basis.GIVEN)
    assert (claim.text, claim.span) == (text.strip(), None)


@pytest.mark.parametrize(
    "text",
    ["", " ", "soon", "yesterday", "8 February", "2023-02-30", "2023-13", "70%", "XXXX", "45", "/"],
)
def test_what_is_no_date_says_what_would_be_readable(text: str) -> None:
    with pytest.raises(DateInputError, match=r"is not a date: write 2023-02-08, 2023-02"):
        published_claim(text)


def test_an_open_order_is_not_guessed() -> None:
    with pytest.raises(DateInputError, match=r"two days: write 2024-03-04 or 2024-04-03"):
        published_claim("03/04/2024")


def test_words_of_a_given_language_and_metadata() -> None:
    claim = published_claim("8 février 2023", ClaimSource.METADATA, "fr")
    assert to_edtf(claim.when) == "2023-02-08"
    assert claim.when.basis is Basis.METADATA

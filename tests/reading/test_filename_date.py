import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.article import ClaimSource
from timeline.model.edtf import to_edtf
from timeline.model.when import Basis
from timeline.reading.filename_date import filename_claim


@pytest.mark.parametrize(
    ("name", "text", "edtf"),
    [
        ("2024-07-31-vote.txt", "2024-07-31", "2024-07-31"),
        ("20240731_vote.txt", "20240731", "2024-07-31"),
        ("vote_31-07-2024.txt", "31-07-2024", "2024-07-31"),
        ("vote 2024_07_31.md", "2024_07_31", "2024-07-31"),
        ("archive/2019-01-01/vote.2024.07.31.txt", "2024.07.31", "2024-07-31"),
        ("2024-07-31T10-32-05Z.txt", "2024-07-31", "2024-07-31"),
        ("20240731103205.txt", "20240731", "2024-07-31"),
        ("vote-31-July-2024.txt", "31-July-2024", "2024-07-31"),
        ("vote_jul_31_2024.txt", "jul_31_2024", "2024-07-31"),
        ("report-2024-07.txt", "2024-07", "2024-07"),
        ("2024-07-31 and again 20240731.txt", "2024-07-31", "2024-07-31"),
    ],
)
def test_dates_in_file_names(name: str, text: str, edtf: str) -> None:
    claim = filename_claim(name)
    assert claim is not None
    assert (claim.text, to_edtf(claim.when)) == (text, edtf)
    assert (claim.source, claim.when.basis) == (ClaimSource.FILENAME, Basis.FILENAME)
    assert claim.span is None


@pytest.mark.parametrize(
    "name",
    [
        "000_85d15587bc4a3d86.txt",
        "20240731ab.txt",
        "a20240731.txt",
        "1234567820240731.txt",
        "03-04-2024.txt",
        "2024-13-31.txt",
        "2024-02-30.txt",
        "2024-07-31 to 2024-08-01.txt",
        "vote-2019.txt",
        "resolution-2593.txt",
        "45.txt",
        "2024-07-31/vote.txt",
        "",
    ],
)
def test_names_that_hold_none_or_several(name: str) -> None:
    assert filename_claim(name) is None


@given(st.from_regex(r"[0-9]{3}_[0-9a-f]{16}\.txt", fullmatch=True))
def test_a_hexadecimal_id_is_never_a_date(name: str) -> None:
    assert filename_claim(name) is None


@given(st.text(max_size=40))
def test_no_name_is_an_error(name: str) -> None:
    claim = filename_claim(name)
    assert claim is None or claim.text in name

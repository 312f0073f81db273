"""One instant that a page states twice: the day of its place counts."""

import pytest

from timeline.dating.local_day import local_claim
from timeline.languages.dates import read_date
from timeline.model.article import ClaimSource, DateClaim
from timeline.model.calendar import iso_date
from timeline.model.when import When


def claim(source: ClaimSource, text: str, day: str) -> DateClaim:
    when = read_date(day)
    assert when is not None
    return DateClaim(source, text, When(when.first or 0, when.last or 0))


ONE = [
    ("2023-12-29T07:45:00Z", "December 28, 2023, 11:45 p.m. PST", "2023-12-28"),
    ("2023-12-29T07:45:00+00:00", "28 December 2023 23:45", "2023-12-28"),
    ("2023-12-28T18:30:00Z", "29 December 2023, 00:00 IST", "2023-12-29"),
]
APART = [
    ("2023-12-29T07:45:00Z", "December 28, 2023, 11:40 p.m. PST", "2023-12-28"),
    ("2023-12-29T07:45:00Z", "December 28, 2023", "2023-12-28"),
    ("2023-12-29T07:45:00-08:00", "December 28, 2023, 11:45 p.m.", "2023-12-28"),
    ("2023-12-29T07:45:00Z", "27 December 2023 09:45", "2023-12-27"),
    ("2023-12-29", "28 December 2023 23:45", "2023-12-28"),
]


@pytest.mark.parametrize(("universal", "printed", "day"), ONE)
def test_the_printed_day_of_the_same_moment_counts(universal: str, printed: str, day: str) -> None:
    claims = [
        claim(ClaimSource.PAGE, universal, universal[:10]),
        claim(ClaimSource.HEADER, printed, day),
    ]
    found = local_claim(claims)
    assert found is claims[1]
    assert found.when.first is not None
    assert iso_date(found.when.first) == day


@pytest.mark.parametrize(("universal", "printed", "day"), APART)
def test_other_moments_are_two(universal: str, printed: str, day: str) -> None:
    claims = [
        claim(ClaimSource.PAGE, universal, universal[:10]),
        claim(ClaimSource.HEADER, printed, day),
    ]
    assert local_claim(claims) is None

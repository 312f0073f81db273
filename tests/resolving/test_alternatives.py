"""What a phrase could have been in another direction, and why it is not."""

import pytest

from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.model.when import UNDATED
from timeline.resolving import alternatives
from timeline.tagging import tag_text

CASES = [
    ("He will come on Monday.", [("2023-02-06", "speaks of the future")]),
    ("He came on Monday.", [("2023-02-13", "Nothing in the sentence speaks of the future")]),
    ("He said so on Monday.", [("2023-02-13", "speaks of the past")]),
    ("He said on Monday he was tired.", [("2023-02-13", "speaks of the past")]),
    ("The factory closed in November.", [("2023-11", "")]),
    ("He resigned on January 24.", [("2024-01-24", "further off")]),
    ("It has been shut since November.", [("2023-11/..", "")]),
    ("He came on 6 February 2023.", []),
    ("He came three days ago.", []),
    ("He came on Thursday and Friday.", [("2023-02-09/2023-02-10", "")]),
]


@pytest.mark.parametrize(("text", "others"), CASES)
def test_the_other_directions(text: str, others: list[tuple[str, str]]) -> None:
    found = tag_text(text, [Span(0, len(text))], "en")
    given = list(alternatives(found, 0, from_edtf("2023-02-08")))
    assert [to_edtf(other.when) for other in given] == [edtf for edtf, _ in others]
    assert all(why in other.why for other, (_, why) in zip(given, others, strict=True))


def test_without_a_publication_date_there_is_no_other() -> None:
    found = tag_text("He came on Monday.", [Span(0, 18)], "en")
    assert list(alternatives(found, 0, UNDATED)) == []

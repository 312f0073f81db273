"""What no title may be: opened by a relative, ended by a preposition, cut, unbalanced."""

import pytest

from timeline.events.clause_gate import passes

OPENERS = frozenset({"that", "which", "and"})
DANGLING = frozenset({"of", "the", "in"})


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("The mill closed", True),
        ("The mill of Aton (the old one) closed", True),
        ("He called it „a mistake“", True),
        ("Closed", False),
        ("Which closed the mill", False),
        ("The workers of the", False),
        ("The mill closed in", False),
        ("The mill (the old one closed", False),
        ("The mill closed [2]", False),
        ("The mill closed …", False),
        ("He called it “a mistake", False),
        ("", False),
    ],
)
def test_what_passes_the_gate(title: str, *, whole: bool) -> None:
    assert passes(title, OPENERS, DANGLING) is whole


def test_a_name_may_end_like_a_preposition() -> None:
    assert passes("The crowd cheered The In", OPENERS, DANGLING)

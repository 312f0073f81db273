"""Whom a title's pronoun probably means, beside the words of the text."""

import pytest

from tests.events.builder import marked
from timeline.events import find_events

TWO = "Peter Marsh met Carl Lund in the port. "


@pytest.mark.parametrize(
    ("text", "title", "likely"),
    [
        (TWO + "He sold the shipyard [in May].", "He sold the shipyard", "Peter Marsh"),
        ("Anna Marsh owned the yard. She sold it [in May].", "Anna Marsh sold it", None),
        ("Two brothers owned the yard. They sold it [in May].", "They sold it", None),
        ("The yard was large. It burned down [in May].", "It burned down", None),
    ],
)
def test_a_person_is_offered_where_the_text_leaves_it_open(
    text: str, title: str, likely: str | None
) -> None:
    mention = find_events(*marked(text))[-1]
    assert (mention.title, mention.likely_subject) == (title, likely)

"""The headline as the title of the main event."""

import pytest

from timeline.events import find_events
from timeline.reading.article import read_text
from timeline.reading.facts import Facts
from timeline.tagging import tag


@pytest.mark.parametrize(
    ("headline", "told", "title"),
    [
        (
            "Storm sinks ferry off Velmar",
            "It sank off Velmar on Monday in a storm, the ferry company said.",
            "Storm sinks ferry off Velmar",
        ),
        (  # a good title stays
            "Storm sinks ferry off Velmar",
            "The ferry Marta sank in a storm off Velmar on Monday.",
            "The ferry Marta sank in a storm off Velmar",
        ),
        (  # another deed
            "Storm sinks ferry off Velmar",
            "It was sold to a firm in Velmar on Monday, before the storm and the ferry came.",
            "It was sold to a firm in Velmar",
        ),
        (
            "Why did the ferry sink off Velmar?",
            "It sank off Velmar on Monday.",
            "It sank off Velmar",
        ),
    ],
)
def test_the_headline_replaces_a_poor_title_of_the_same_deed(
    headline: str, told: str, title: str
) -> None:
    article = read_text("storm", f"{headline}\n\n{told}\n", Facts())
    assert article.title == headline
    assert find_events(article, tag(article))[0].title == title

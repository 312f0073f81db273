import re

import pytest

from timeline.errors import WordDataError
from timeline.languages.page_words import page_words
from timeline.reading import read_text
from timeline.reading.boilerplate import DATA, TAIL
from timeline.reading.words import alternation, word_list

PROSE = "The council of the town met in the old hall, and it voted on the budget of the year.\n\n"

ANYWHERE = [
    "Also read: The photos of last weekend's marathon",
    "Advertisement",
    "ADVERTISEMENT",
    "Leave a Reply",
    "Your email address will not be published.",
    "Your email address will not be published. Required fields are marked *",
    "Exit mobile version",
    "Read all the Latest India News here",
    "Agencies",
    "Also Read: Ten things to know of the new bridge",
    "READ MORE | Mayor comes back",
    "Don’t miss: the fair of the harbour",
    "(This story has not been edited by our staff and is generated from a feed.)",
    "© 2024 Example News. All rights reserved.",
    "* * *",
    "----------",
    "12 Comments",
]
DATED = [
    "READ MORE | Mayor of 2019 comes back",
    "Don’t miss: the fair of 15 August",
    "Also read: The dam burst in May",
    "Copyright dispute: the court ruled on 3 May 2024",
    "© 2024 Example News, last changed in March",
    "The river rose. All rights reserved since Monday.",
    "(File photo of the flood of 1999)",
    "Get the latest: the dam burst two days ago",
    "By Monday Evening",
    "Reported by August",
]
STORY = [
    "Advertisement of a post by the council",
    "Agencies of the United Nations met.",
    "The comments were made on Monday.",
    "Read the report of the council of 2019.",
    "Home rule was the aim of the council.",
    "Watch towers were built in 1890.",
    "Reuters said so.",
]


@pytest.mark.parametrize("line", ANYWHERE)
def test_lines_of_the_page_are_marked_and_not_deleted(line: str) -> None:
    text = PROSE + line + "\n\n" + PROSE * 14
    article = read_text("a.txt", text)
    assert [(m.reason, m.span.of(text)) for m in article.marks] == [("boilerplate", line)]
    assert article.text == text
    assert len(article.sentences) == 15


@pytest.mark.parametrize("line", DATED)
@pytest.mark.parametrize("after", [0, 14])
def test_a_line_that_may_hold_a_date_is_read(line: str, after: int) -> None:
    text = PROSE + line + "\n\n" + PROSE * after
    article = read_text("a.txt", text)
    assert article.marks == ()
    assert line in " ".join(span.of(text) for span in article.sentences)


@pytest.mark.parametrize("line", STORY)
def test_lines_of_the_story_are_not(line: str) -> None:
    assert read_text("a.txt", PROSE + line + "\n\n" + PROSE).marks == ()


@pytest.mark.parametrize(
    "line", ["Reuters", "Tags: town, budget", "(Reporting by Jane Doe; Editing by John Roe)"]
)
def test_some_count_only_at_the_end(line: str) -> None:
    assert len(read_text("a.txt", PROSE * 3 + line).marks) == 1
    assert read_text("a.txt", PROSE * 3 + line + "\n\n" + PROSE * TAIL).marks == ()


@pytest.mark.parametrize("group", ["anywhere", "tail"])
def test_the_lists_are_written_as_they_are_compared(group: str) -> None:
    lines = page_words(f"boilerplate.{group}", "lines")
    assert lines
    for line in (*lines, *word_list(DATA, group, "lines")):
        assert line == " ".join(line.casefold().split())
    patterns = page_words(f"boilerplate.{group}", "patterns")
    assert patterns
    for pattern in patterns:
        assert re.compile(pattern).flags
        assert pattern == pattern.replace("’", "'")


def test_damaged_word_data_is_named() -> None:
    with pytest.raises(WordDataError, match=r"record.toml: nothing.here is not a list"):
        word_list("record.toml", "nothing", "here")
    with pytest.raises(WordDataError, match=r"gone.toml"):
        word_list("gone.toml", "x")


def test_alternations_try_the_longest_first() -> None:
    assert alternation(["on", "posted on", "a.m"]) == r"posted\s+on|a\.m|on"


def test_of_no_words_nothing_is_matched() -> None:
    assert re.search(alternation([]), "") is None

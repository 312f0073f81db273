import pytest

from timeline.reading import Facts, read_text

STORY = (
    "The town council met in the old hall to vote on the budget of the year, and few came.\n\n"
    "A second paragraph tells of what came after the vote."
)


@pytest.mark.parametrize(
    "line",
    [
        "Town votes on its budget",
        "TOWN VOTES",
        "Will the town vote?",
        "Town votes: “No more”",
        "Mayor: 'We wait...'",
        "Voted",
    ],
)
def test_a_headline_is_the_title_and_a_sentence(line: str) -> None:
    article = read_text("a.txt", f"{line}\n\n{STORY}")
    assert article.title == line
    assert article.title_span == article.sentences[0]
    assert article.title_span.of(article.text) == line
    assert len(article.sentences) == 3


def test_a_headline_of_two_sentences_is_one() -> None:
    article = read_text("a.txt", f"Town votes. What now?\n\n{STORY}")
    assert article.sentences[0].of(article.text) == "Town votes. What now?"


def test_markdown_marks_are_no_part_of_it() -> None:
    article = read_text("a.md", f"# Town votes\n\n{STORY}")
    assert article.title == "Town votes"
    assert article.title_span
    assert article.title_span.of(article.text) == "Town votes"


@pytest.mark.parametrize(
    "line", ["He said “no.”", "The town voted,", "15 August 2021", "x" * 201, "Advertisement"]
)
def test_what_is_no_headline(line: str) -> None:
    assert read_text("a.txt", f"{line}\n\n{STORY}").title_span is None


def test_a_single_line_is_the_story() -> None:
    article = read_text("a.txt", "Town votes on its budget")
    assert (article.title, article.title_span) == ("Town votes on its budget", None)
    assert len(article.sentences) == 1


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The town voted.", "The town voted"),
        (
            (
                "The Union of Towns (UT), the least club of mayors there, is slowly becoming"
                " a rather large threat to the plan of the province."
            ),
            (
                "The Union of Towns is slowly becoming a rather large threat to the plan of the"
                " province"
            ),
        ),
        (
            (
                "The council of the town has widened its long search for money in the region,"
                " especially since the province began to build its own roads and bridges there."
            ),
            "The council of the town has widened its long search for money in the region…",
        ),
        (
            (
                "The council sent letters to the mayors of Aton, Beton and Ceton in the north of"
                " the province with the urgent request to send back all of the money."
            ),
            (
                "The council sent letters to the mayors of Aton, Beton and Ceton in the north of"
                " the province with the urgent request…"
            ),
        ),
        ("x" * 300, "x" * 119 + "…"),
    ],
)
def test_a_title_is_made_from_the_first_sentence(sentence: str, title: str) -> None:
    article = read_text("a.txt", f"{sentence}\n\n{STORY}." if sentence[-1] == "." else sentence)
    assert article.title == title
    assert article.title_span is None


def test_a_given_title_outranks_the_text() -> None:
    article = read_text("a.txt", f"Town votes\n\n{STORY}", Facts(title="The vote"))
    assert (article.title, article.title_span) == ("The vote", None)
    same = read_text("a.txt", f"Town votes\n\n{STORY}", Facts(title="Town votes"))
    assert same.title_span == same.sentences[0]


def test_a_text_that_is_all_page_is_named_by_its_file() -> None:
    article = read_text("a.txt", "Advertisement\n\nLeave a Reply")
    assert (article.title, article.sentences) == ("a.txt", ())

import pytest

from timeline.model.edtf import to_edtf
from timeline.reading import read_text

STORY = (
    "The town council met in the old hall to vote on the budget of the year, and few came.\n\n"
    "A second paragraph tells of what came after the vote, and of those who had stayed at home."
)
YEARLESS = "XXXX-XX-XX"

HEADERS = [
    ("Published: 31 July 2024", [("label", "31 July 2024", "2024-07-31")]),
    ("PUBLISHED ON JULY 31, 2024", [("label", "JULY 31, 2024", "2024-07-31")]),
    (" date 2024-07-31 ", [("label", "2024-07-31", "2024-07-31")]),
    ("Date: 2021-08-15T10:32:00Z", [("label", "2021-08-15T10:32:00Z", "2021-08-15")]),
    ("(Published: 15 August 2021)", [("label", "15 August 2021", "2021-08-15")]),
    ("**Published:** 15 August 2021", [("label", "15 August 2021", "2021-08-15")]),
    ("Posted on 15/08/2021 by Admin", [("label", "15/08/2021", "2021-08-15")]),
    (
        "Published July 31, 2024 | Updated August 1, 2024",
        [("label", "July 31, 2024", "2024-07-31"), ("updated", "August 1, 2024", "2024-08-01")],
    ),
    (
        "Last Updated: Aug 16, 2021, 10:00 IST First Published: Aug 15, 2021, 10:00 IST",
        [
            ("label", "Aug 15, 2021, 10:00 IST", "2021-08-15"),
            ("updated", "Aug 16, 2021, 10:00 IST", "2021-08-16"),
        ],
    ),
    (
        "New Delhi | Updated: January 24, 2019 10:32 am IST",
        [("updated", "January 24, 2019 10:32 am IST", "2019-01-24")],
    ),
    ("Thursday, January 24, 2019", [("header", "Thursday, January 24, 2019", "2019-01-24")]),
    ("24/01/2019", [("header", "24/01/2019", "2019-01-24")]),
    ("January 24, 2019 10:32 am IST", [("header", "January 24, 2019 10:32 am IST", "2019-01-24")]),
    ("August 15, 2021 / 10:32 AM / CBS", [("header", "August 15, 2021", "2021-08-15")]),
    ("15 August 2021 • 5 min read", [("header", "15 August 2021", "2021-08-15")]),
    ("Jane Doe | Aug 15, 2021", [("header", "Aug 15, 2021", "2021-08-15")]),
    ("By Jane Doe, August 15, 2021", [("header", "August 15, 2021", "2021-08-15")]),
    ("Kabul, 15 August 2021", [("header", "15 August 2021", "2021-08-15")]),
    ("Sunday, August 15", [("header", "Sunday, August 15", YEARLESS)]),
    ("January 2019", [("header", "January 2019", "2019-01")]),
    ("Aug\u00ad 15, 20\u200b21", [("header", "Aug\u00ad 15, 20\u200b21", "2021-08-15")]),
    ("Published 2 hours ago", []),
]

NO_HEADERS = [
    "2019",
    "The report published on Monday",
    "On 15 August 2021 the city fell",
    "On 15 August 2021 the city fell, and the army left the town by the old road to the north.",
    "Attacks of September 11, 2001 remembered",
    "Flood of 15 August 2021 | the whole story told in pictures",
    "Issue 5 of 2021",
    "Updated: the rules for travel",
]


@pytest.mark.parametrize(("line", "claims"), HEADERS)
def test_header_lines_are_marked_and_their_dates_claimed(
    line: str, claims: list[tuple[str, str, str]]
) -> None:
    article = read_text("a.txt", f"A vote in the town\n\n{line}\n\n{STORY}")
    assert [m.span.of(article.text) for m in article.marks] == [line.strip()]
    assert article.marks[0].reason == "header"
    assert [(str(c.source), c.text, to_edtf(c.when)) for c in article.claims] == claims
    assert all(c.span and c.span.of(article.text) == c.text for c in article.claims)
    assert len(article.sentences) == 3


@pytest.mark.parametrize("line", NO_HEADERS)
def test_lines_of_the_story_are_none(line: str) -> None:
    article = read_text("a.txt", f"A vote in the town\n\n{line}\n\n{STORY}")
    assert article.marks == ()
    assert article.claims == ()


def test_a_date_line_deep_in_the_story_is_no_claim() -> None:
    article = read_text("a.txt", f"{STORY}\n\n{STORY}\n\n15 August 2021\n\n{STORY}")
    assert article.claims == ()
    assert article.marks == ()


def test_a_line_of_a_broken_sentence_is_none() -> None:
    text = (
        "The council of the town met in the old hall by the river to hear of\n"
        "the plan for the bridge, and to say when it is to be opened again:\n"
        "15 August 2021\n\n"
        "The mayor said to the few who came that the plan of the council was\n"
        "released on 5 May 2021 and that nobody had spoken against it in the\n"
        "comments\n"
    )
    article = read_text("a.txt", text)
    assert [(m.reason, m.span.of(text)) for m in article.marks] == []
    assert article.claims == ()


def test_a_labelled_date_below_the_story_is_one() -> None:
    article = read_text("a.txt", "\n\n".join([STORY] * 6) + "\n\nFirst published on: 15 Aug 2021")
    assert [str(c.source) for c in article.claims] == ["label"]


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "BY JANE DOE",
        "By Jane van der Doe and John Roe, Example News",
        "Written by J. Doe",
    ],
)
def test_bylines(line: str) -> None:
    article = read_text("a.txt", f"A vote in the town\n\n{line}\n\n{STORY}")
    assert [(m.reason, m.span.of(article.text)) for m in article.marks] == [("byline", line)]


@pytest.mark.parametrize("line", ["By Monday the city had fallen", "By the river", "Bystanders"])
def test_no_bylines(line: str) -> None:
    assert read_text("a.txt", f"A vote in the town\n\n{line}\n\n{STORY}").marks == ()


def test_a_headline_that_begins_like_a_byline_stays() -> None:
    article = read_text("a.txt", f"By Air And Sea\n\n{STORY}")
    assert article.title == "By Air And Sea"


def test_claims_stand_in_order_of_reliability() -> None:
    article = read_text(
        "2021-08-17-vote.txt",
        f"A vote\n\nUpdated: 16 August 2021\n14 August 2021\nPublished: 15 August 2021\n\n{STORY}",
    )
    assert [str(c.source) for c in article.claims] == ["label", "header", "filename", "updated"]


@pytest.mark.parametrize("label", ["Last updated", "Updated:"])
def test_a_label_on_a_line_of_its_own_is_no_entry(label: str) -> None:
    text = f"A vote\n\n3 May 2021\n\n{label}\n\n4 May 2021\n\n{STORY}"
    found = read_text("a.txt", text)
    assert [str(claim.source) for claim in found.claims] == ["header", "header"]


@pytest.mark.parametrize("between", ["It rained.", "The wall broke", "Flood, 12 dead"])
def test_dates_with_short_entries_between_them_are_no_header(between: str) -> None:
    text = f"The year of the flood\n\n3 May 2021\n{between}\n\n4 May 2021\nThe river fell."
    article = read_text("a.txt", text)
    assert article.marks == ()
    told = [span.of(text) for span in article.sentences]
    assert {"3 May 2021", "4 May 2021"} <= set(told)

import itertools
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading import read_text
from timeline.reading.lines import lines_of
from timeline.reading.paragraphs import paragraphs_of, wrap_width

PARAGRAPHS = [
    (
        "The council of the town met in the old hall by the river to vote on the budget of the day,"
        " and few of the people who live on the other side of the bridge came to hear what it said."
    ),
    (
        "It voted. The mayor said that the plan was good, that it had been read by all who cared to"
        " read it, and that the bridge would be closed for the winter while the work was going on."
    ),
    "Nobody spoke against it.",
]


def quoted(text: str) -> list[str]:
    return [" ".join(s.of(text).split()) for s in read_text("a.txt", text).sentences]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_broken_text_gives_the_sentences_of_the_whole_one(width: int, newline: str) -> None:
    whole = "\n\n".join(PARAGRAPHS)
    broken = "\n\n".join(textwrap.fill(p, width) for p in PARAGRAPHS).replace("\n", newline)
    assert quoted(broken) == quoted(whole)
    assert len(quoted(whole)) == 4


def test_broken_paragraphs_beside_long_lines_are_joined() -> None:
    items = [f"- {paragraph} {paragraph}" for paragraph in PARAGRAPHS]
    broken = "\n\n".join(textwrap.fill(p, 72) for p in PARAGRAPHS)
    listed = "\n".join(items)
    found = quoted(f"{broken}\n\n{listed}\n")
    assert found[:4] == quoted("\n\n".join(PARAGRAPHS))
    assert found[4:] == quoted("\n\n".join(items))


def test_a_title_and_a_date_line_above_long_paragraphs_stay_apart() -> None:
    top = ["Letters tell of talks about the sale of the old harbour", "24 November 2004"]
    text = "\n".join([*top, *(f"{p} {p}" for p in PARAGRAPHS)])
    assert quoted(text)[:1] == top[:1]
    assert wrap_width(tuple(lines_of(text))) is None


def test_a_headline_above_broken_text_stays_apart() -> None:
    body = "\n".join(textwrap.fill(p, 72) for p in PARAGRAPHS)
    assert quoted(f"Town votes on its budget\n{body}")[0] == "Town votes on its budget"


def test_one_line_a_paragraph_is_not_joined() -> None:
    text = "Town votes\nThe council met\nin Aton\n" + "\n".join(PARAGRAPHS)
    lines = tuple(lines_of(text))
    assert wrap_width(lines) is None
    found = [p.text for p in paragraphs_of(text, lines, None)]
    assert found == ["Town votes", "The council met\nin Aton", *PARAGRAPHS]


def test_each_break_is_decided_by_itself() -> None:
    """Lines broken anywhere go on where a sentence does, below a heading and above the next."""
    prose = (
        "The settlement had no name until 14 June, when\n"
        "Captain Josiah Averill of the\n"
        "survey ship Lark entered his own shortly after 1\n"
        "a.m. on the chart. The Great\n"
        "Fire of that year destroyed it."
    )
    text = f"Oil and fire\n{prose}\n\nDecline\nThe cannery closed.\nNobody came."
    found = [p.text for p in paragraphs_of(text, tuple(lines_of(text)), None)]
    assert found == ["Oil and fire", prose, "Decline", "The cannery closed.", "Nobody came."]


def test_short_lines_of_their_own_are_not_joined() -> None:
    text = "The town voted on the plan.\nThe mayor was there.\nNobody spoke against the plan.\n" * 5
    assert wrap_width(tuple(lines_of(text))) is None


def test_scripts_without_small_letters_are_told_by_full_stops() -> None:
    text = (
        "परिषद ने पुराने भवन में बैठक की और बजट पर\n"
        "मतदान किया जिसमें बहुत कम लोग आए और किसी\n"
        "ने विरोध नहीं किया।\n"
    )
    assert wrap_width(tuple(lines_of(text))) is not None


@given(st.text(alphabet="aB .\n\r\u2028\x85\u200b\t", max_size=80))
def test_lines_quote_the_text_and_miss_nothing(text: str) -> None:
    lines = tuple(lines_of(text))
    assert all(line.span.of(text) == line.text for line in lines)
    assert all(a.span.end <= b.span.start and a.row < b.row for a, b in itertools.pairwise(lines))
    shown = [line for line in text.splitlines() if line.replace("\u200b", "").strip()]
    assert len(lines) == len(shown)
    assert sum(map(str.isalpha, text)) == sum(c.isalpha() for line in lines for c in line.text)

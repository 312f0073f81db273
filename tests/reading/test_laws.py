"""Laws that hold of every article, whatever its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import ReadingError
from timeline.model.article import Article, ClaimSource
from timeline.reading import Facts, article, published_claim, read_text

PIECES = st.sampled_from(
    [
        "KABUL, Aug 15 (Reuters) – ",
        "Geneva: – ",
        "The town voted. ",
        "Published: 31 July 2024",
        "Updated: ",
        "15 August 2021",
        "By Jane Doe",
        "Advertisement",
        "Leave a Reply",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "5 p.m. Monday ",
        "1. ",
        "# ",
        " | ",
        "“",
        "”",
        "(",
        ")",
        "—",
        "\u200b",
        "\ufeff",
        "\0",
        "\ud800",
        "日本語。",
        "word " * 14,
    ]
)
TEXTS = st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join)


def check(article: Article, text: str) -> None:
    assert article.text == text
    spans = sorted([*article.sentences, *(mark.span for mark in article.marks)])
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges), "sentences and marks are disjoint"
    assert list(article.sentences) == sorted(article.sentences)
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in spans)
    covered = sum(c.isalnum() for span in spans for c in span.of(text))
    assert covered == sum(map(str.isalnum, text)), "no letter or digit is lost"
    assert all(c.span is None or c.span.of(text) == c.text for c in article.claims)
    ranks = [list(ClaimSource).index(claim.source) for claim in article.claims]
    assert ranks == sorted(ranks)
    assert article.title.strip()
    assert "\n" not in article.title
    assert article.title_span is None or article.title_span in article.sentences


@given(TEXTS)
def test_spans_quote_the_text_and_nothing_is_lost(text: str) -> None:
    try:
        article = read_text("a.txt", text)
    except ReadingError as error:
        assert error.reason in {"is empty", "holds only white space"}  # noqa: PT017 - either outcome is right
        assert not any(map(str.isalnum, text))
    else:
        check(article, text)


def test_a_first_sentence_without_a_word_makes_no_title() -> None:
    assert read_text("a.txt", "... (!) The town voted.").title.endswith("The town voted")
    assert read_text("a.txt", ". ?").title == "a.txt"


@given(TEXTS.filter(lambda text: any(map(str.isalnum, text))))
def test_reading_is_pure(text: str) -> None:
    assert read_text("a.txt", text) == read_text("a.txt", text)


@given(TEXTS.filter(lambda text: any(map(str.isalnum, text))))
def test_given_facts_change_no_sentence(text: str) -> None:
    facts = Facts(claims=(published_claim("2024-07-31"),), title="A title", language="en")
    plain, known = read_text("a.txt", text, Facts(language="en")), read_text("a.txt", text, facts)
    assert known.sentences == plain.sentences
    assert known.claims == (*facts.claims, *plain.claims)


HOSTILE = {
    "one word": "a" * 300_000,
    "short lines": "a\n" * 30_000,
    "brackets": "(" * 300_000,
    "numbers": "1. " * 30_000,
    "clock times": "5 p.m. " * 30_000,
    "newlines": "\n" * 300_000 + "a",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_read_in_linear_time(text: str) -> None:
    check(read_text("a.txt", text), text)


@pytest.mark.parametrize(
    ("text", "reason"), [("a\n" * 101, "lines"), ("It is. We are. " * 60, "sentences")]
)
def test_what_has_too_many_parts_is_no_article(
    text: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(article, "MOST", 100)
    with pytest.raises(ReadingError, match=f"more than 100 {reason}"):
        read_text("a.txt", text)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.span import Span
from timeline.reading.sentences import sentences_of

EXAMPLES = [
    ("en", ["He came at 9:30 a.m. Monday.", "He left at 5 p.m.", "The hall was dark."]),
    ("en", ["By 6 p.m. IST it rained.", "At 8 a.m. (0330 GMT) it was dry."]),
    ("en", ["It ended at 5 p.m. New Delhi time.", "At 5 p.m. Nobody came."]),
    ("en", ["On Jan. 5 they met.", "Art. 370 was read on Aug. 5, 2019.", "No. 5 won."]),
    ("en", ["1. Geographical Expansion: The town grows.", "It has a plan."]),
    ("en", ["A senior official, J.P. Singh, met J. Enkhbayar in St. Petersburg.", "He left."]),
    ("en", ["Shri. Roe came with Lt. Gen. A.K. Doe.", "They left for the U.S. Army base."]),
    (
        "en",
        ["He went to the U.S.", "They live in Washington D.C.", "It was Plan B.", "It failed."],
    ),
    ("en", ["Roe Corp. bought Doe Inc. for $3.5 million.", "It fell 5.5 points."]),
    ("en", ["“The group went,” he said.", "“It is big.”", "He left."]),
    ("en", ['"What now?" asked the mayor.', '"Nothing!" he said.']),
    ("en", ["Really?!", "Yes... no.", "It was so."]),
    ("en", ["The war ended in 1945.", "3 men came home.", "70% of them were old."]),
    ("fr", ["Le 5 janv. 2024 il vint.", "M. Dupont aussi."]),
    ("es", ["El Sr. García llegó el 5 de ene. 2024.", "Nadie vino."]),
    ("de", ["Am 5. Januar kam er.", "Der 3. Oktober war schön."]),
    ("fi", ["Hän tuli 5. tammikuuta 2024.", "Kukaan ei tullut."]),
    ("zh", ["塔利班说。", "他走了。"]),
    ("hi", ["परिषद ने कहा।", "वह चला गया।"]),
    ("tlh", ["The town voted.", "Few came."]),
]


@pytest.mark.parametrize(("language", "sentences"), EXAMPLES)
def test_sentences(language: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    found = sentences_of(text, Span(0, len(text)), language)
    assert [span.of(text) for span in found] == sentences


def test_only_the_span_is_read() -> None:
    text = "Before. The town voted. After."
    found = sentences_of(text, Span(8, 23))
    assert [span.of(text) for span in found] == ["The town voted."]


def test_a_newline_inside_a_paragraph_ends_nothing() -> None:
    text = "The town\r\nvoted on Jan.\n5 in\u2028the hall. Few\ncame."
    found = sentences_of(text, Span(0, len(text)))
    assert [span.of(text) for span in found] == [
        "The town\r\nvoted on Jan.\n5 in\u2028the hall.",
        "Few\ncame.",
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "The town voted. ",
                "5 p.m. ",
                "“",
                "”",
                "1. ",
                "Jan. ",
                "\n",
                "é",
                "\ud800",
                "\0",
                "(",
                ")",
            ]
        )
        | st.text(max_size=5),
        min_size=1,
        max_size=12,
    ).map("".join)
)
def test_sentences_are_ordered_disjoint_and_miss_nothing(text: str) -> None:
    if not text:
        return
    found = sentences_of(text, Span(0, len(text)))
    edges = [edge for span in found for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(span.of(text) == span.of(text).strip() for span in found)
    assert sum(map(str.isalnum, text)) == sum(c.isalnum() for span in found for c in span.of(text))

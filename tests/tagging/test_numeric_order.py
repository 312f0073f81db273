"""Numeric dates in both orders: the text's other dates decide, else the language."""

import pytest

from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

CASES = [
    # text, language, dates
    ("Paid on 03/04/2021.", "en", ["2021-03-04"]),
    ("Paid on 03/04/2021.", "fr", ["2021-04-03"]),
    ("Asked on 25/12/2020, paid on 03/04/2021.", "en", ["2020-12-25", "2021-04-03"]),
    ("Paid on 03/04/2021, asked on 25/12/2020.", "en", ["2021-04-03", "2020-12-25"]),
    ("Payé le 03/04/2021, demandé le 12/25/2020.", "fr", ["2021-03-04", "2020-12-25"]),
    ("Asked on 12/25/2020, paid on 03/04/2021.", "en", ["2020-12-25", "2021-03-04"]),
    # they disagree: the language decides
    (
        "On 25/12/2020, on 12/26/2020 and on 03/04/2021.",
        "en",
        ["2020-12-25", "2020-12-26", "2021-03-04"],
    ),
    # full stops put the day first everywhere, and say nothing of slashes
    ("Asked on 25.12.2020, paid on 03/04/2021.", "en", ["2020-12-25", "2021-03-04"]),
    ("Paid on 03.04.2021.", "en", ["2021-04-03"]),
    ("Shut since 03/04/2021, open until 25/12/2020.", "en", ["2021-04-03/..", "2020-12-25~"]),
    (
        "It ran from 25/12/2020 and then from 03/04/2021 to 05/04/2021.",
        "en",
        ["2020-12-25", "2021-04-03/2021-04-05"],
    ),
    ("On 7/7/2020, 30/1/21 and 1/2/21.", "en", ["2020-07-07", "2021-01-30", "2021-02-01"]),
]


@pytest.mark.parametrize(("text", "language", "dates"), CASES)
def test_the_order_of_numeric_dates(text: str, language: str, dates: list[str]) -> None:
    found = tag_text(text, [Span(0, len(text))], language)
    readings = resolve_all(found, from_edtf("2023-02-08"))
    assert [to_edtf(reading.when) for reading in readings] == dates


def test_what_was_turned_says_so() -> None:
    text = "Asked on 25/12/2020, paid on 03/04/2021."
    rules = [e.rule for e in tag_text(text, [Span(0, len(text))], "en")]
    assert rules == ["numeric date", "numeric date in the order of the text's others"]


def test_the_dates_of_another_sentence_count() -> None:
    text = "Paid on 03/04/2021. Asked on 25/12/2020."
    found = tag_text(text, [Span(0, 19), Span(20, len(text))], "en")
    readings = resolve_all(found, from_edtf("2023-02-08"))
    assert to_edtf(readings[0].when) == "2021-04-03"

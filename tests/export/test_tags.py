"""Time expressions as JSON: spans of TIMEX3, and the names of the documents."""

import io
import json

import pytest

from tests.export.samples import PHRASE, SPAN, TEXT, expression, reading
from timeline.export import timex_json, write_timex_json
from timeline.export.tags import document_names
from timeline.model.expression import TimeExpression
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span

JUNE = TimeExpression(SPAN, PHRASE, "June last year", Absolute(Fields(month=6)), "month + year")
RAIN = expression(TEXT, Span(71, 77))


def test_the_record_of_an_expression() -> None:
    assert timex_json({"a/port.tml": [(JUNE, reading("2022-06", "START"))]}) == {
        "port": [
            {
                "start": 16,
                "end": 30,
                "text": "June last year",
                "type": "DATE",
                "value": "2022-06",
                "mod": "START",
                "rule": "month + year",
            }
        ]
    }


def test_the_span_is_that_of_timex3_without_the_preposition() -> None:
    (told,) = timex_json({"x": [(JUNE, reading())]})["x"]
    assert TEXT[told["start"] : told["end"]] == told["text"] == "June last year"


def test_expressions_stand_in_the_order_of_the_text() -> None:
    told = timex_json({"x.txt": [(RAIN, reading()), (JUNE, reading())]})["x"]
    assert [item["start"] for item in told] == [16, 71]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["a.tml", "b.TXT", "c.html"], ["a", "b", "c.html"]),
        (["deep/down/a.txt"], ["a"]),
        (["a/x.txt", "b/x.txt"], ["a/x", "b/x"]),
        (["a/x.txt", "a/x.tml", "b/y.txt"], ["a/x.txt", "a/x.tml", "y"]),
        (["x", "x.txt"], ["x", "x.txt"]),
        (["a/x", "a/x.txt", "b/x.txt"], ["a/x", "a/x.txt", "b/x"]),
        ([".txt"], [".txt"]),
        (["v1.2.txt"], ["v1.2"]),
        ([], []),
    ],
)
def test_each_document_has_the_shortest_name_that_only_it_has(
    names: list[str], expected: list[str]
) -> None:
    assert document_names(names) == dict(zip(names, expected, strict=True))


def test_what_is_written_reads_back() -> None:
    tagged = {"a.txt": [(JUNE, reading()), (RAIN, reading())], "ü.txt": []}
    out = io.StringIO(newline="")
    write_timex_json(tagged, out)
    assert json.loads(out.getvalue()) == timex_json(tagged)
    assert out.getvalue().endswith("}\n")


def test_no_documents() -> None:
    out = io.StringIO()
    write_timex_json({}, out)
    assert json.loads(out.getvalue()) == {}

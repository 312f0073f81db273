"""The explanation of a phrase, for the screen and as JSON."""

import json

import pytest

from timeline.app.explain import explain, lines, record
from timeline.errors import DateInputError


def said(phrase: str, published: str | None = "2023-02-08", language: str = "en") -> list[str]:
    return list(lines(explain(phrase, published, language)))


def test_an_explanation_tells_date_steps_rule_and_what_was_rejected() -> None:
    assert said("In June last year") == [
        "In June last year: 2022-06 (month)",
        "  1. Counted from the day of publication, Wednesday 8 February 2023.",
        "  2. The year of that day is 2023.",
        "  3. 1 year before that: 2022.",
        "  4. Within that: June 2022.",
        "  rule: month + relative year; TIMEX3: DATE 2022-06",
        *[line for line in said("In June last year") if line.startswith("  pattern: ")],
        '  captured: month "june", relative "last", unit "year"',
        "  meaning: Within(Shift(Current(year, publication), 1, year, before), month 6)",
        "  rejected:",
        '    "June" (month): It is part of the longer "June last year".',
        '    "last year" (relative unit): It is part of the longer "June last year".',
    ]


def test_the_other_direction_is_told() -> None:
    assert any("2023-02-06" in line and "future" in line for line in said("He will go on Monday"))


def test_the_other_order_of_a_numeric_date_is_told() -> None:
    assert any("The language has the order" in line for line in said("on 03/04/2021"))
    both = said("on 25/12/2020 and on 03/04/2021")
    assert any("The text's other dates show the order" in line for line in both)


@pytest.mark.parametrize(
    ("phrase", "words", "reason"),
    [
        ("the 45th session", "45th", "ordinal"),
        ("Resolution 2593", "2593", "number"),
        ("70% of them", "70", "number"),
        ("He may march", "may", "another word"),
    ],
)
def test_what_is_no_date_is_told_with_its_reason(phrase: str, words: str, reason: str) -> None:
    told = said(phrase)
    assert told[0] == "No date:"
    assert any(f'"{words}"' in line and reason in line for line in told[1:])


def test_what_no_word_names_is_none() -> None:
    assert said("seven") != []
    assert said("the cats") == []
    assert said(" ") == []


def test_the_record_is_json_and_holds_the_meaning() -> None:
    given = json.loads(json.dumps(record(explain("He left on Monday, aged 45", "2023-02-08"))))
    assert given["schema"] == "timeline/explain/1"
    first = given["expressions"][0]
    assert (first["text"], first["start"], first["end"]) == ("Monday", 11, 17)
    assert first["when"]["start"] == "2023-02-06"
    assert first["captured"] == {"weekday": "monday"}
    assert first["meaning"]["op"] == "Occurrence"
    assert first["rejected"][0]["read"] == "2023-02-13"
    assert [r["text"] for r in given["rejected"]] == ["45"]


def test_another_language_without_rules_is_explained_too() -> None:
    assert said("op 14 juni 2022", None, "nl")[0] == "14 juni 2022: 2022-06-14 (day)"


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(DateInputError):
        explain("on Monday", "someday")

"""Dates that stand over what follows them: labels and headings of a chronicle."""

import pytest

from timeline.events import find_events
from timeline.model.event import Status
from timeline.reading import Facts, read_text
from timeline.tagging import tag

LABELS = """How the harbour was sold

2014: The city council sells the harbour. A crane is torn down.

12 May 2017: A pier collapses. In June 2018 the owner is fined.

The harbour has 40 berths. Ships call there every week.
"""
HEADINGS = """How the harbour was sold

15 January 2020
The company files for bankruptcy. Six hundred workers lose their jobs.

3 February 2021
The state buys the harbour back.
"""
MINUTES = """The fire in the old mill

14:05 - A cook rings the fire brigade. Two engines leave the station.
14:20 - The roof falls in.
"""


def told(text: str, language: str = "en") -> list[tuple[str, str]]:
    article = read_text("chronicle", text, Facts())
    assert article.language == language
    return [(m.expression.text, m.title) for m in find_events(article, tag(article))]


def test_a_label_dates_the_rest_of_its_paragraph() -> None:
    assert told(LABELS) == [
        ("2014", "The city council sells the harbour"),
        ("2014", "A crane is torn down"),
        ("12 May 2017", "Pier collapses"),
        ("June 2018", "The owner is fined"),
    ]


def test_a_month_at_the_head_of_a_line_is_no_modal() -> None:
    article = read_text("chronicle", LABELS, Facts())
    assert {m.status for m in find_events(article, tag(article))} == {Status.HAPPENED}


def test_a_heading_dates_what_stands_below_it() -> None:
    assert told(HEADINGS) == [
        ("15 January 2020", "The company files for bankruptcy"),
        ("15 January 2020", "Six hundred workers lose their jobs"),
        ("3 February 2021", "The state buys the harbour back"),
    ]


def test_times_of_day_are_labels_too() -> None:
    assert [time for time, _ in told(MINUTES)] == ["14:05", "14:05", "14:20"]


@pytest.mark.parametrize(
    "text",
    [
        "2014: The council sells the harbour. A crane is torn down.\n",
        "The council sold it in 2014. A crane was torn down.\n\nIn 2015 it rained. Nobody came.\n",
    ],
)
def test_a_single_date_or_a_date_in_a_sentence_stands_over_nothing(text: str) -> None:
    titles = [title for _, title in told(text)]
    assert not any(word in title for title in titles for word in ("crane", "Nobody"))


def test_other_languages_have_labels_too() -> None:
    text = """Die Geschichte des Hafens

2014: Die Stadt verkauft den Hafen an eine Reederei. Ein alter Kran wird im Hafen abgerissen.

2017: Ein Pier stürzt ein und begräbt zwei Arbeiter unter sich.
"""
    assert [date for date, _ in told(text, "de")] == ["2014", "2014", "2017"]

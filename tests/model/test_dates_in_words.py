import pytest

from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf
from timeline.model.when import Edge, Kind, When
from timeline.wording.dates import date_in_words, days_in_words, precision_in_words

DATES = {
    "2022-06-14": "14 June 2022",
    "2022-06-14~": "around 14 June 2022",
    "2022-06-14T09:30": "14 June 2022, 09:30",
    "2022-06-14T09:30Z": "14 June 2022, 09:30 UTC",
    "2022-06-14T09:30+05:30": "14 June 2022, 09:30 (UTC+05:30)",
    "2022-06-14T09:30-08:00": "14 June 2022, 09:30 (UTC−08:00)",
    "2022-06": "June 2022",
    "[2023-01-30..2023-02-05]": "week of 30 January 2023",
    "2022-21": "spring 2022",
    "2022-24": "winter 2022/23",
    "2022-33": "first quarter of 2022",
    "2022-41": "second half of 2022",
    "2022": "2022",
    "2021~": "around 2021",
    "199X": "the 1990s",
    "19XX": "the 20th century",
    "10XX": "the 11th century",
    "20XX": "the 21st century",
    "[2022-08-18..2022-08-22]": "between 18 and 22 August 2022",
    "[2022-08-28..2022-09-02]": "between 28 August and 2 September 2022",
    "[2021-12-28..2022-01-03]": "between 28 December 2021 and 3 January 2022",
    "[2019..2022]": "between 2019 and 2022",
    "[2019~..2022~]": "roughly between 2019 and 2022",
    "[2022-06..2022-08-10]": "between 1 June and 10 August 2022",
    "2001/2005": "from 2001 to 2005",
    "2021-08/2022-03": "from August 2021 to March 2022",
    "2022-08-18/2022-08-19": "from 18 to 19 August 2022",
    "2022/2022": "throughout 2022",
    "2021-08/..": "since August 2021",
    "2021-08~/..": "since around August 2021",
    "2021-08-15/": "from 15 August 2021, end not known",
    "../2005": "until 2005",
    "/2005": "until 2005, beginning not known",
    "[2022-06..]": "June 2022 or later",
    "[..2022]": "2022 or earlier",
    "-0044-03-15": "15 March 45 BCE",
    "-0044": "45 BCE",
    "-0057/-0049": "from 58 to 50 BCE",
    "-0026/0014": "from 27 BCE to 14 CE",
    "0476-09-04": "4 September 476",
    "Y12000": "12000",
    "XXXX-XX-XX": "date unknown",
}


@pytest.mark.parametrize(("edtf", "words"), DATES.items())
def test_a_date_reads_as_a_person_would_write_it(edtf: str, words: str) -> None:
    assert date_in_words(from_edtf(edtf)) == words


PRECISIONS = {
    "2022-06-14": "known to the day",
    "2022-06-14T09:30": "known to the time of day",
    "2022-06": "known to the month",
    "2021~": "known to the year, approximately",
    "[2022-08-18..2022-08-22]": "5 days, some time within",
    "2022-08-18/2022-08-22": "5 days, throughout",
    "2022-08-18/2022-08-18": "1 day, throughout",
    "2021-08/..": "beginning known, the other end open",
    "[..2022]": "end known, the other end not known",
    "XXXX-XX-XX": "not known",
}


@pytest.mark.parametrize(("edtf", "words"), PRECISIONS.items())
def test_precision_is_said_in_words(edtf: str, words: str) -> None:
    assert precision_in_words(from_edtf(edtf)) == words


def test_an_unstated_edge_is_not_told_as_an_open_one() -> None:
    start = day_number(2021, 8, 1)
    unstated = When(start, Edge.UNKNOWN, Kind.THROUGHOUT)
    stated = When(start, Edge.OPEN, Kind.THROUGHOUT)
    assert date_in_words(unstated) != date_in_words(stated)


def test_runs_of_days_have_their_shortest_name() -> None:
    assert days_in_words(day_number(2022, 6, 1), day_number(2022, 6, 30)) == "June 2022"
    assert days_in_words(day_number(2022, 6, 2), day_number(2022, 6, 4)) == "2 to 4 June 2022"
    assert days_in_words(day_number(2020), day_number(2025) - 1) == "2020 to 2024"

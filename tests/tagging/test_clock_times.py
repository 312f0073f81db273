"""Impossible clock times in texts, fields and typed dates: the day is read, the time is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.app.date_input import read_when
from timeline.languages import own_languages
from timeline.languages.dates import read_date
from timeline.model.article import ClaimSource
from timeline.model.calendar import day_number
from timeline.model.edtf import to_edtf
from timeline.model.span import Span
from timeline.model.when import When
from timeline.reading.given_date import published_claim
from timeline.reading.record_dates import record_claim
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

PUBLISHED = When.of_day(day_number(2022, 6, 20))
OWN = own_languages()
LANGUAGES = (*OWN, "ru", "zh", "ar", "ja", "hi", "tr")
IMPOSSIBLE = (
    "25:00",
    "24:02",
    "12:61",
    "99:99",
    "12:30:99",
    "23:59:61",
    "10:00+99:99",
    "10:00-24:00",
)
POSSIBLE = {
    "24:00": "24:00:00",
    "24:00:00": "24:00:00",
    "23:59:60": "23:59:60",
    "23:59:60Z": "23:59:60Z",
    "09:30": "09:30:00",
    "09:30:15.250Z": "09:30:15Z",
    "09:30+0530": "09:30:00+05:30",
    "09:30+05": "09:30:00+05:00",
}
SCRIPTS = ("0", "٠", "०", "০", "０", "𝟎")


def read(text: str, language: str) -> list[tuple[str, str]]:
    found = tag_text(text, [Span(0, len(text))], language)
    return [
        (expression.text, to_edtf(reading.when))
        for expression, reading in zip(found, resolve_all(found, PUBLISHED), strict=True)
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("time", IMPOSSIBLE)
def test_a_stamp_with_an_impossible_time_is_its_day(time: str, language: str) -> None:
    dates = {edtf for _, edtf in read(f"2022-06-14T{time}", language)}
    assert dates <= {"2022-06-14"}
    if language in OWN:
        assert dates == {"2022-06-14"}


@pytest.mark.parametrize(("time", "clock"), POSSIBLE.items())
def test_a_stamp_with_a_rare_time_is_read_with_it(time: str, clock: str) -> None:
    text = f"2022-06-14T{time}"
    assert read(text, "en") == [(text, f"2022-06-14T{clock}")]


@pytest.mark.parametrize("zero", SCRIPTS)
def test_the_digits_of_any_script_are_digits(zero: str) -> None:
    digits = {ord(str(n)): chr(ord(zero) + n) for n in range(10)}
    for time, edtf in (("25:00", "2022-06-14"), ("10:30", "2022-06-14T10:30:00")):
        text = f"2022-06-14T{time}".translate(digits)
        assert read(text, "en") == [(text, edtf)]


@pytest.mark.parametrize("time", ["25:00", "24:02", "12:61", "12:30:99", "23:59:61"])
def test_a_time_beside_its_day_is_left_out_where_no_clock_shows_it(time: str) -> None:
    for text in (f"At {time} on 14 June 2022 it fell.", f"On 14 June 2022 at {time} it fell."):
        assert read(text, "en") == [("14 June 2022", "2022-06-14")]


def test_a_rare_time_beside_its_day_is_read() -> None:
    assert read("It fell at 24:00 on 14 June 2022.", "en")[0][1] == "2022-06-14T24:00:00"
    assert read("It fell on 14 June 2022 at 23:59:60.", "en")[0][1] == "2022-06-14T23:59:60"
    assert read("It fell at 9:75 on Monday.", "en")[-1][1] == "2022-06-20"


@pytest.mark.parametrize("time", IMPOSSIBLE)
@pytest.mark.parametrize(
    "shape",
    ["2022-06-14T{}", "2022-06-14 {}", "14 June 2022 {}", "14 June 2022, {}", "14/06/2022 {}"],
)
def test_a_stated_or_typed_date_with_an_impossible_time_is_its_day(time: str, shape: str) -> None:
    text = shape.format(time)
    day = When.of_day(day_number(2022, 6, 14))
    assert (read_date(text) or day).clock is None
    assert (read_date(text) or day).first == day.first
    assert to_edtf(read_when(text)) == "2022-06-14"
    assert to_edtf(published_claim(text).when) == "2022-06-14"
    claim = record_claim(ClaimSource.PAGE, text, "field")
    assert claim is not None
    assert to_edtf(claim.when) == "2022-06-14"


@given(
    st.sampled_from(LANGUAGES),
    st.tuples(*[st.integers(0, 99)] * 3),
    st.sampled_from(["", "Z", "+00:00", "+99:99", "-0530", " UTC", "pm", " a.m.", " Uhr", "h"]),
    st.sampled_from(
        ["2022-06-14T{}", "2022-06-14 {}", "at {}", "14 June 2022 at {}", "{} on Monday"]
    ),
)
def test_no_clock_time_raises(
    language: str, parts: tuple[int, int, int], zone: str, shape: str
) -> None:
    hour, minute, second = parts
    for time in (
        f"{hour:02d}:{minute:02d}",
        f"{hour}:{minute:02d}:{second:02d}",
        f"{hour}h{minute}",
    ):
        text = shape.format(time + zone)
        assert all(found in text for found, _ in read(text, language))

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages.dates import read_date, stated_date
from timeline.languages.numeric_dates import order_is_open
from timeline.languages.stated_date import StatedDate
from timeline.model.calendar import civil, day_number, parse_iso_date
from timeline.model.edtf import to_edtf

REFERENCE = parse_iso_date("2023-02-08")

STATED = [
    ("2024-07-31", "2024-07-31"),
    ("2024/07/31", "2024-07-31"),
    ("20240731", "2024-07-31"),
    ("2024-07", "2024-07"),
    ("2023", "2023"),
    ("2024-07-31T10:32:05Z", "2024-07-31T10:32:05Z"),
    ("2024-07-31 10:32:05.123+05:30", "2024-07-31T10:32:05+05:30"),
    ("24/01/2019", "2019-01-24"),
    ("01/24/2019", "2019-01-24"),
    ("31.07.2024", "2024-07-31"),
    ("24/01/19 2:05 pm", "2019-01-24T14:05:00"),
    ("8 February 2023", "2023-02-08"),
    ("Feb. 8, 2023", "2023-02-08"),
    ("the 24th of January, 2019", "2019-01-24"),
    ("Thursday, January 24, 2019", "2019-01-24"),
    ("15-Aug-2021", "2021-08-15"),
    ("Jan 24, '19", "2019-01-24"),
    ("February 2023", "2023-02"),
    ("in 2023", "2023"),
    ("January 24, 2019 10:32 am IST", "2019-01-24T10:32:00"),
    ("January 24, 2019 at 10:32 p.m. GMT", "2019-01-24T22:32:00Z"),
    ("5 January 2021, 10:32 (GMT+5:30)", "2021-01-05T10:32:00+05:30"),
    ("5 January, 2021 EST", "2021-01-05"),
    ("２４/０１/２０１９", "2019-01-24"),
    ("٢٤/٠١/٢٠١٩", "2019-01-24"),
    ("Aug\u00ad 15,\u200b 2021", "2021-08-15"),
    ("2024-07-31 25:61", "2024-07-31"),
    ("2024-07-31 13:30 pm", "2024-07-31"),
    ("2024-07-31T10:32-0330", "2024-07-31T10:32:00-03:30"),
    ("2024-07-31T10:32+05:30", "2024-07-31T10:32:00+05:30"),
]

NO_DATES = [
    "",
    "70% of",
    "the 45th",
    "2593",
    "Resolution 2593",
    "45",
    "0999",
    "30 February 2023",
    "2023-02-30",
    "2023-13-01",
    "00/00/2023",
    "10:32",
    "now",
    "yesterday",
    "Monday",
    "Feb. 8",
    "June 23",
    "7-8 February 2023",
    "2023 2024",
    "Boeing 737 May 2020",
    "Published 5 August 2021",
    "$2019",
    "1,200 January",
    "1700000000",
    "On 8 February 2023 the council met in the old town hall to vote on the budget of the year.",
    "\ud800",
    "\x00",
]


@pytest.mark.parametrize(("text", "edtf"), STATED)
def test_a_stated_date_keeps_its_precision(text: str, edtf: str) -> None:
    when = read_date(text)
    assert when is not None
    assert to_edtf(when) == edtf


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_complete_date_is_none(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("es", "5 de enero de 2024", "2024-01-05"),
        ("de", "5. Januar 2024", "2024-01-05"),
        ("de", "31.07.2024 12:15 Uhr", "2024-07-31T12:15:00"),
        ("fr", "1er janvier 2024", "2024-01-01"),
        ("fr", "janvier 2024", "2024-01"),
        ("ru", "5 января 2024 г.", "2024-01-05"),
        ("hi", "15 अगस्त 2021", "2021-08-15"),
        ("ar", "15 أغسطس 2021", "2021-08-15"),
        ("zh", "2024年7月31日", "2024-07-31"),
        ("tlh", "5 May 2020", "2020-05-05"),
    ],
)
def test_words_of_other_languages(language: str, text: str, edtf: str) -> None:
    when = read_date(text, (language,))
    assert when is not None
    assert to_edtf(when) == edtf


@pytest.mark.parametrize(
    ("language", "edtf"),
    [("en", "2024-03-04"), ("en-US", "2024-03-04"), ("en-GB", "2024-04-03"), ("fr", "2024-04-03")],
)
def test_an_open_order_follows_the_language(language: str, edtf: str) -> None:
    when = read_date("03/04/2024", (language,))
    assert when is not None
    assert to_edtf(when) == edtf


@pytest.mark.parametrize(
    ("text", "is_open"),
    [("03/04/2024", True), ("13/04/2024", False), ("04/04/2024", False), ("03.04.2024", False)],
)
def test_an_open_order_can_be_asked_for(text: str, is_open: bool) -> None:  # noqa: FBT001
    assert order_is_open(text) is is_open


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "Aug 15", "2022-08-15"),
        ("en", "Feb. 8", "2023-02-08"),
        ("en", "Monday", "2023-02-06"),
        ("en", "yesterday", "2023-02-07"),
        ("en", "5 years ago", "2018"),
        ("fr", "il y a deux jours", "2023-02-06"),
        ("en", "70% of", None),
        ("en", "the 45th", None),
        ("en", "7-8 February 2023", None),
        ("en", "march", None),
        ("en", "12", None),
    ],
)
def test_a_reference_completes_what_is_a_date(language: str, text: str, edtf: str | None) -> None:
    when = read_date(text, (language,), REFERENCE)
    assert (when and to_edtf(when)) == edtf


def test_stated_parts_without_a_year() -> None:
    assert stated_date("Aug 15") == StatedDate(None, 8, 15)
    assert stated_date("Sunday, August 15") == StatedDate(None, 8, 15)
    assert stated_date("the 45th") is None


@given(st.text(max_size=60), st.none() | st.integers(-800_000, 4_000_000))
def test_no_text_is_an_error(text: str, reference: int | None) -> None:
    when = read_date(text, ("en",), reference)
    assert when is None or when.bounded


@given(st.dates())
def test_every_written_day_is_read_back(day: object) -> None:
    number = day.toordinal()  # type: ignore[attr-defined]
    year, month, date = civil(number)
    for text in (f"{year:04d}-{month:02d}-{date:02d}", f"{date:02d}.{month:02d}.{year:04d}"):
        when = read_date(text)
        assert when is not None
        assert (when.first, when.last) == (day_number(year, month, date),) * 2


def test_dateparser_is_loaded_only_when_a_date_has_words() -> None:
    code = (
        "import sys; from timeline.languages.dates import read_date;"
        "assert read_date('2024-07-31'); sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0

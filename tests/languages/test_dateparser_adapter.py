"""What the product relies on in dateparser, asked of the version that is installed."""

from datetime import datetime

import pytest

from timeline.languages.dateparser_adapter import (
    Moment,
    locale_codes,
    locale_data,
    read_moment,
)

BASE = datetime(2021, 6, 16)  # noqa: DTZ001 - a civil date, a Wednesday
ABSOLUTE = ("absolute-time",)
RELATIVE = ("relative-time",)
MONTHS = "january february march april may june july august september october november december"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"


@pytest.mark.parametrize(
    ("text", "language", "parsers", "moment", "period"),
    [
        ("3 May 2021", "en", ABSOLUTE, datetime(2021, 5, 3), "day"),  # noqa: DTZ001
        ("3. Mai 2021", "de", ABSOLUTE, datetime(2021, 5, 3), "day"),  # noqa: DTZ001
        ("3 мая 2021", "ru", ABSOLUTE, datetime(2021, 5, 3), "day"),  # noqa: DTZ001
        ("mars 2020", "fr", ABSOLUTE, datetime(2020, 3, 16), "month"),  # noqa: DTZ001
        ("3 May 2021 14:05", "en", ABSOLUTE, datetime(2021, 5, 3, 14, 5), "time"),  # noqa: DTZ001
        ("hace 2 semanas", "es", RELATIVE, datetime(2021, 6, 2), "week"),  # noqa: DTZ001
        ("yesterday", "en", RELATIVE, datetime(2021, 6, 15), "day"),  # noqa: DTZ001
    ],
)
def test_a_date_is_read_with_its_precision(
    text: str, language: str, parsers: tuple[str, ...], moment: datetime, period: str
) -> None:
    assert read_moment(text, [language], BASE, parsers) == Moment(moment, period)


def test_what_a_text_leaves_out_comes_from_the_base_and_not_from_the_clock() -> None:
    other = datetime(1804, 3, 17)  # noqa: DTZ001 - a civil date
    found = [read_moment("3 May", ["en"], base, ABSOLUTE) for base in (BASE, other)]
    assert [one and one.moment.year for one in found] == [2021, 1804]


def test_only_the_parsers_asked_for_read() -> None:
    assert read_moment("yesterday", ["en"], BASE, ABSOLUTE) is None
    assert read_moment("the river", ["en"], BASE, (*ABSOLUTE, *RELATIVE)) is None


def test_an_unknown_language_is_read_as_english() -> None:
    assert read_moment("3 May 2021", ["xx"], BASE, ABSOLUTE) is not None
    assert locale_data("xx") is None


def test_locales_have_the_words_that_are_taken_from_them() -> None:
    codes = locale_codes()
    assert len(codes) > 200
    assert len(set(codes)) == len(codes)
    for code in codes:
        data = locale_data(code)
        assert data is not None, code
        for name in (*MONTHS.split(), *WEEKDAYS.split()):
            assert all(isinstance(word, str) for word in data.get(name, [])), (code, name)
    english = locale_data("en")
    assert english is not None
    assert "in 1 day" in english["relative-type"]
    assert any("\\d" in pattern for pattern in english["relative-type-regex"]["\\1 day ago"])

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import whens
from timeline.model.calendar import FOUR_DIGIT_YEARS, civil, day_number
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.units import Precision
from timeline.model.when import Edge, Kind, When

# EDTF as ISO 8601-2 writes it, and the first and last day it stands for.
WRITTEN = [
    ("2022-06-14", (2022, 6, 14), (2022, 6, 14), Precision.DAY),
    ("2022-06", (2022, 6, 1), (2022, 6, 30), Precision.MONTH),
    ("2022-21", (2022, 3, 1), (2022, 5, 31), Precision.SEASON),
    ("2022-24", (2022, 12, 1), (2023, 2, 28), Precision.SEASON),
    ("2022-33", (2022, 1, 1), (2022, 3, 31), Precision.QUARTER),
    ("2022-36", (2022, 10, 1), (2022, 12, 31), Precision.QUARTER),
    ("2022-40", (2022, 1, 1), (2022, 6, 30), Precision.HALF),
    ("2022-41", (2022, 7, 1), (2022, 12, 31), Precision.HALF),
    ("2022", (2022, 1, 1), (2022, 12, 31), Precision.YEAR),
    ("199X", (1990, 1, 1), (1999, 12, 31), Precision.DECADE),
    ("19XX", (1900, 1, 1), (1999, 12, 31), Precision.CENTURY),
    ("-0044-03-15", (-44, 3, 15), (-44, 3, 15), Precision.DAY),
    ("-0044", (-44, 1, 1), (-44, 12, 31), Precision.YEAR),
    ("Y12000", (12000, 1, 1), (12000, 12, 31), Precision.YEAR),
    ("[2022-06-14..2022-07-02]", (2022, 6, 14), (2022, 7, 2), Precision.RANGE),
    ("2001/2005", (2001, 1, 1), (2005, 12, 31), Precision.RANGE),
]


@given(whens())
def test_a_date_comes_back_from_edtf_as_it_went(when: When) -> None:
    assert from_edtf(to_edtf(when), when.basis) == as_far_as_edtf_says(when)


def as_far_as_edtf_says(when: When) -> When:
    """Return a date without what no form of EDTF holds: see timeline/model/edtf.py."""
    bounds = [bound for bound in (when.start, when.end) if isinstance(bound, int)]
    if not all(civil(day)[0] in FOUR_DIGIT_YEARS for day in bounds):
        return from_edtf(to_edtf(when), when.basis)
    if when.clock is None:
        return when
    clock = when.clock[:-6] + "Z" if when.clock.endswith(("+00:00", "-00:00")) else when.clock
    return replace(when, approximate=False, clock=clock)


@given(whens())
def test_what_was_read_is_written_the_same(when: When) -> None:
    text = to_edtf(when)
    assert to_edtf(from_edtf(text)) == text


@pytest.mark.parametrize(("text", "first", "last", "precision"), WRITTEN)
def test_a_form_stands_for_its_days(
    text: str, first: tuple[int, int, int], last: tuple[int, int, int], precision: Precision
) -> None:
    when = from_edtf(text)
    assert (when.first, when.last) == (day_number(*first), day_number(*last))
    assert when.precision is precision
    assert to_edtf(when) == text


@pytest.mark.parametrize(
    ("text", "start", "end", "kind"),
    [
        ("2021/..", day_number(2021), Edge.OPEN, Kind.THROUGHOUT),
        ("../2021", Edge.OPEN, day_number(2021, 12, 31), Kind.THROUGHOUT),
        ("2021/", day_number(2021), Edge.UNKNOWN, Kind.THROUGHOUT),
        ("/2021", Edge.UNKNOWN, day_number(2021, 12, 31), Kind.THROUGHOUT),
        ("[2021..]", day_number(2021), Edge.UNKNOWN, Kind.WITHIN),
        ("[..2021]", Edge.UNKNOWN, day_number(2021, 12, 31), Kind.WITHIN),
        ("XXXX-XX-XX", Edge.UNKNOWN, Edge.UNKNOWN, Kind.WITHIN),
    ],
)
def test_open_and_unknown_ends_are_kept_apart(
    text: str, start: int | Edge, end: int | Edge, kind: Kind
) -> None:
    when = from_edtf(text)
    assert (when.start, when.end, when.kind) == (start, end, kind)
    assert to_edtf(when) == text


def test_within_and_throughout_differ() -> None:
    year = (day_number(2022), day_number(2022, 12, 31))
    assert to_edtf(When(*year)) == "2022"
    assert to_edtf(When(*year, Kind.THROUGHOUT)) == "2022/2022"


@pytest.mark.parametrize(
    "text",
    ["1984?", "1984?/2004~", "1984%", "1984-06?", "199X?", "2019?/..", "1984~/2004", "/1984?"],
)
def test_a_question_mark_is_kept(text: str) -> None:
    assert to_edtf(from_edtf(text)) == text


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("[2019~..2022~]", "2019%/2022%"),
        ("[2019~..]", "2019%/"),
        ("2004-XX", "2004"),
        ("2022-33~", "2022-01%/2022-03%"),
        ("2004-06-XX?", "2004-06?"),
        ("+12000-03-15", "Y12000"),
        ("2022-06-14T10:30:00+00:00", "2022-06-14T10:30:00Z"),
    ],
)
def test_what_others_refuse_is_read_and_written_as_they_take_it(text: str, same: str) -> None:
    assert to_edtf(from_edtf(text)) == same


@pytest.mark.parametrize(
    "text",
    [
        *("1560-XX-25", "156X-12-25", "{1960,1961-12}", "[1667,1668]", "1922?-21", "?1984"),
        *("1950S2", "XXXX-12-25", "2004-06-~11", "[2019?..2022]", "20X2", "Y17E7"),
    ],
)
def test_what_cannot_be_kept_is_refused_in_words(text: str) -> None:
    with pytest.raises(ValueError, match="is EDTF that is not supported"):
        from_edtf(text)


@pytest.mark.parametrize("text", ["2021~", "2021%", "[2019~..2022~]", "2021-08~/.."])
def test_an_approximate_date_is_read_as_one(text: str) -> None:
    assert from_edtf(text).approximate


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2022-13",
        "2022-00",
        "2022-25",
        "2022-02-30",
        "22",
        "2022-6-1",
        "[2022]",
        "2005/2001",
        "[2005..2001]",
        "../..",
        "[..]~",
        "2022-06-14T25:00:00",
        "2022-06-14T09:60:00",
        "2022-06T09:30:00",
        "20X2",
        "２０２２",
        "2022-06-14T24:30:00",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_edtf(text)


@given(st.text(alphabet="0123456789-+YXT:Z~%?[]./ ", max_size=24))
def test_any_text_is_refused_or_read_as_a_date_that_can_be_written(text: str) -> None:
    try:
        when = from_edtf(text)
    except ValueError:
        return
    assert from_edtf(to_edtf(when)) == when

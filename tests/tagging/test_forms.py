"""Dates in full, in every form, order and separator; and what a date without a year may touch."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages import load, own_languages, shared_rules
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.meaning import Meaning, Occurrence, parts
from timeline.model.span import Span
from timeline.resolving import resolve_all
from timeline.tagging import tag_text

FILE = Path(__file__).parent.parent / "examples" / "forms.toml"
DATA: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8"))
PUBLISHED = from_edtf(DATA["published"])
CASES = [
    (language, sentence, dates)
    for kind in DATA.values()
    if isinstance(kind, dict)
    for language, group in kind.items()
    for sentence, dates in group
]
MONTHS = ["January", "Mar", "May", "June", "August", "Sept", "Oct", "December"]

IN_WORDS = {
    "de": "Sie brannte am {} Mai 1901 ab.",
    "es": "Ardió el {} de mayo de 1901.",
    "fr": "Il a brûlé le {} mai 1901.",
    "it": "Bruciò il {} maggio 1901.",
    "pt": "Ardeu em {} de maio de 1901.",
}
NO_DAYS = {"un'"}  # elided before a noun


def dates_of(text: str, language: str = "en") -> list[str]:
    found = tag_text(text, [Span(0, len(text))], language)
    return [to_edtf(reading.when) for reading in resolve_all(found, PUBLISHED)]


@pytest.mark.parametrize(("language", "sentence", "dates"), CASES)
def test_a_form_is_read_as_it_is_written(language: str, sentence: str, dates: list[str]) -> None:
    assert dates_of(sentence, language) == dates


def test_every_shared_rule_earns_its_place() -> None:
    used = {
        part.rule
        for language, text, _ in CASES
        for found in tag_text(text, [Span(0, len(text))], language)
        for part in (found, *found.parts)
    }
    assert set(shared_rules()) - used == set()


@pytest.mark.parametrize(("language", "sentence"), IN_WORDS.items())
def test_every_day_of_a_month_is_read_whole_in_words(language: str, sentence: str) -> None:
    classes = load(language).classes
    counting = {} if language == "de" else classes["NUMBER"]
    numbers = {
        word: value
        for word, value in {**counting, **classes["ORDINAL"]}.items()
        if value in range(1, 32) and word not in NO_DAYS
    }
    assert set(range(1, 32)) <= set(numbers.values())
    for word, day in numbers.items():
        assert dates_of(sentence.format(word), language) == [f"1901-05-{day:02d}"], word


@pytest.mark.parametrize("language", own_languages())
@given(day=st.dates(date(1700, 1, 1), date(2199, 12, 31)), data=st.data())
def test_a_full_date_is_the_same_in_every_order_and_separator(
    language: str, day: date, data: st.DataObject
) -> None:
    sign = data.draw(st.sampled_from("-/."))
    month = day.strftime("%b")
    forms = [
        f"{day:%Y}{sign}{day:%m}{sign}{day:%d}",
        f"{day:%d}{sign}{month}{sign}{day:%Y}",
        f"{day:%d}{month.upper()}{day:%Y}",
        f"{day:%Y}-{month}-{day:%d}",
        f"{day:%Y%m%d}T{12:02d}{30:02d}",
        f"{day:%d}{sign}{day:%m}{sign}{day:%Y}" if day.day > 12 else f"{day:%d}.{day:%m}.{day:%Y}",
    ]
    written = data.draw(st.sampled_from(forms))
    (read,) = dates_of(f"x {written}, x", language)
    assert read.partition("T")[0] == day.isoformat()


_DIGITS_AND_LETTERS = st.text("0123456789OlISZ", min_size=3, max_size=4).filter(
    lambda word: any(c.isdigit() for c in word)
)


@given(
    day=st.integers(1, 28),
    month=st.sampled_from(MONTHS),
    order=st.sampled_from(["{day} {month}", "{month} {day}"]),
    link=st.sampled_from([" ", ", ", "-", "/", ".", " (", "'"]),
    year=_DIGITS_AND_LETTERS,
    end=st.sampled_from([".", "", ";", " and it rained.", ")"]),
)
def test_a_date_that_touches_an_unread_number_is_never_of_the_year_of_publication(  # noqa: PLR0917
    day: int,
    month: str,
    order: str,
    link: str,
    year: str,
    end: str,
) -> None:
    partial = order.format(day=day, month=month)
    text = f"It burned on {partial}{link}{year}{end}"
    for expression in tag_text(text, [Span(0, len(text))], "en"):
        assert not _lacks_its_year(expression.meaning), text


@given(
    language=st.sampled_from(own_languages()),
    first=st.integers(1, 12),
    second=st.integers(1, 12),
    around=st.sampled_from(
        ["{}", "{} 21:05", "{} - 09/10/2029", "{} 10:24 UTC", "{}: x", "x {} x", "({})"]
    ),
    day_first=st.booleans(),
)
def test_the_order_settles_in_whatever_holds_a_numeric_date(
    language: str, first: int, second: int, around: str, *, day_first: bool
) -> None:
    other = "25/12/2020" if day_first else "12/25/2020"
    text = f"{other}; {around.format(f'{first:02d}/{second:02d}/2021')}."
    day, month = (first, second) if day_first else (second, first)
    dates = [told for edtf in dates_of(text, language) for told in edtf.split("/")]
    assert any(told.startswith(f"2021-{month:02d}-{day:02d}") for told in dates), dates


def _lacks_its_year(meaning: Meaning) -> bool:
    own = isinstance(meaning, Occurrence) and meaning.fields.month is not None
    return own or any(map(_lacks_its_year, parts(meaning)))

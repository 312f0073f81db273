"""The passages with marked time expressions are whole, and their marks are TIMEX3."""

import re
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.quality.timeml_gold import read_timeml
from timeline.languages import own_languages
from timeline.languages.folders import MAIN
from timeline.model.calendar import parse_iso_date

FOLDER = Path(__file__).parent / "timex"
FILES = sorted(FOLDER.glob("*/*.tml"))
LANGUAGES = {code for code in own_languages() if (FOLDER / code).is_dir()}
DAY = r"\d{4}-\d\d-\d\d"
VALUES = {
    "DATE": rf"{DAY}|\d{{4}}(?:-(?:\d\d|W\d\d(?:-WE)?|Q\d|H\d|SP|SU|FA|WI))?|\d\d\d?"
    r"|BC\d\d(?:\d\d)?|PRESENT_REF",
    "TIME": rf"{DAY}T(?:\d\d:\d\d|MO|AF|EV|NI)",
    "DURATION": r"P(?:\d+[YMWD]|T(?:\d+|X)[HM])",
    "SET": r"PT?\d[YMWDH]|XXXX-WXX-\d",
}
of_every_file = pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")


def test_every_language_has_its_passages() -> None:
    assert len(LANGUAGES) >= 6
    assert Counter(path.parent.name for path in FILES) == {
        code: 10 if code == MAIN else 9 for code in LANGUAGES
    }


@of_every_file
def test_a_passage_is_a_passage_with_a_date(path: Path) -> None:
    document = read_timeml(path)
    parse_iso_date(document.created)
    assert 60 <= len(document.text.split()) <= 200
    assert len(document.marked) >= 8


@of_every_file
def test_the_marks_are_valid(path: Path) -> None:
    marks = list(ET.parse(path).getroot().iter("TIMEX3"))  # noqa: S314 - our own files
    assert [mark.get("tid") for mark in marks] == [f"t{n}" for n in range(len(marks))]
    for mark in marks:
        value = mark.get("value", "")
        assert re.fullmatch(VALUES[mark.get("type", "")], value), value
        if re.match(DAY, value):
            parse_iso_date(value[:10])

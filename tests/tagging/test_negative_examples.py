"""Phrases in which no time, or no date, may be read; as many eyes on these as on the others."""

import pytest

from tests.tagging.examples import content, tagged
from timeline.languages.folders import MAIN
from timeline.model.edtf import from_edtf, to_edtf
from timeline.resolving import Context, resolve

NEGATIVE = content(MAIN)
PUBLISHED = from_edtf(NEGATIVE["published"])
NOTHING = [(group["why"], phrase) for group in NEGATIVE["nothing"] for phrase in group["phrases"]]
UNDATED = [(group["why"], phrase) for group in NEGATIVE["undated"] for phrase in group["phrases"]]


@pytest.mark.parametrize(("why", "phrase"), NOTHING, ids=lambda text: text)
def test_nothing_is_found_where_no_time_is_told(why: str, phrase: str) -> None:
    found = [(e.text, e.rule, e.meaning) for e in tagged(phrase)]
    assert found == [], f"{why}: {phrase!r}"


@pytest.mark.parametrize(("why", "phrase"), UNDATED, ids=lambda text: text)
def test_nothing_is_dated_where_no_date_is_told(why: str, phrase: str) -> None:
    dated = {}
    for expression in tagged(phrase):
        reading = resolve(expression.meaning, Context(PUBLISHED, None, expression.tense))
        if reading.when.resolved:
            dated[expression.text] = (expression.rule, to_edtf(reading.when))
    assert dated == {}, f"{why}: {phrase!r}"


def test_there_are_enough_of_them() -> None:
    assert len({phrase for _, phrase in NOTHING + UNDATED}) >= 60

"""How sure a date is by what it rests on."""

from dataclasses import replace

import pytest

from tests.merging.mentions import told
from timeline.merging.certainty import (
    CONTEXT,
    COUNTED,
    IN_PART,
    NARROWED,
    OPEN,
    STATED,
    WIDE,
    confidence_of_date,
    date_share,
)
from timeline.model.edtf import from_edtf
from timeline.model.event import DatedMention
from timeline.model.meaning import (
    MENTIONED,
    PUBLICATION,
    Absolute,
    Current,
    Fields,
    Meaning,
    Part,
    Portion,
)
from timeline.model.units import Unit
from timeline.model.when import Basis

YEAR = Current(Unit.YEAR, PUBLICATION)


def dated(meaning: Meaning, edtf: str, basis: Basis = Basis.STATED) -> DatedMention:
    plain = told("a.txt", edtf, "The bridge fell")
    mention = plain.mention
    read = replace(plain.reading, when=from_edtf(edtf).with_basis(basis))
    expression = replace(mention.expression, meaning=meaning)
    return replace(plain, mention=replace(mention, expression=expression), reading=read)


@pytest.mark.parametrize(
    ("meaning", "edtf", "basis", "share"),
    [
        (Absolute(Fields(year=2021)), "2021", Basis.STATED, STATED),
        (Portion(Absolute(Fields(year=2021)), Part.END), "2021-10", Basis.STATED, STATED),
        (YEAR, "2021", Basis.GIVEN, COUNTED),
        (Portion(YEAR, Part.END), "2021-10", Basis.GIVEN, COUNTED * IN_PART),
        (Current(Unit.YEAR, MENTIONED), "2021", Basis.STATED, CONTEXT),
        (YEAR, "2021/..", Basis.GIVEN, OPEN),
        (YEAR, "2021", Basis.INFERRED, NARROWED),
        (YEAR, "2001/2021", Basis.INFERRED, WIDE),
        (YEAR, "2001/..", Basis.INFERRED, WIDE),
    ],
)
def test_what_a_date_rests_on(meaning: Meaning, edtf: str, basis: Basis, share: float) -> None:
    assert date_share(dated(meaning, edtf, basis)) == pytest.approx(share)


def test_the_surest_of_several_dates_counts() -> None:
    counted, stated = dated(YEAR, "2021"), dated(Absolute(Fields(year=2021)), "2021")
    assert confidence_of_date([counted, stated], 1) == pytest.approx(STATED)
    assert confidence_of_date([counted, stated], 2) > STATED

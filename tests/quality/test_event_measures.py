"""The measures on public event corpora count as they say."""

from pathlib import Path

import pytest

from tests.quality.ecb import area_under_curve, precision_at
from tests.quality.links import outcomes, share

TIMEML = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="2020-05-06"
functionInDocument="CREATION_TIME">6 May 2020</TIMEX3></DCT><TEXT>The mayor of Brell
<EVENT eid="e1">resigned</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2020-05-04">Monday</TIMEX3>.
</TEXT><MAKEINSTANCE eiid="ei1" eventID="e1"/>
<TLINK {link}/></TimeML>"""
OF_EVENT = 'eventInstanceID="ei1" relatedToTime="t1" relType="IS_INCLUDED"'
OF_TIME = 'timeID="t1" relatedToEventInstance="ei1" relType="INCLUDES"'
BEFORE = 'eventInstanceID="ei1" relatedToTime="t1" relType="BEFORE"'


@pytest.mark.parametrize(("link", "count"), [(OF_EVENT, 1), (OF_TIME, 1), (BEFORE, 0)])
def test_links_that_say_when_count(tmp_path: Path, link: str, count: int) -> None:
    (tmp_path / "brell.tml").write_text(TIMEML.format(link=link), "utf-8")
    found = list(outcomes(tmp_path))
    assert len(found) == count
    if found:
        assert share(found) == 1.0


def test_the_area_is_the_share_of_pairs_in_the_right_order() -> None:
    assert area_under_curve([(0.9, True), (0.1, False)]) == 1.0
    assert area_under_curve([(0.5, True), (0.5, False)]) == 0.5
    assert area_under_curve([(0.9, True), (0.6, False), (0.3, True), (0.1, False)]) == 0.75


def test_precision_is_that_of_the_likest_pairs() -> None:
    graded = [(0.9, True), (0.8, False), (0.7, True), (0.1, False)]
    assert precision_at(graded, 0.5) == 1.0
    assert precision_at(graded, 1.0) == pytest.approx(2 / 3)

"""What lies after the publication is planned, however it is told."""

from dataclasses import replace

import pytest

from tests.dating.building import analysis
from timeline.dating import seen_from
from timeline.model.edtf import from_edtf
from timeline.model.event import Status


@pytest.mark.parametrize(
    ("told", "when", "published", "seen"),
    [
        (Status.HAPPENED, "2019-03-31", "2018-10-02", Status.PLANNED),
        (Status.ONGOING, "2018-11", "2018-10-02", Status.PLANNED),
        (Status.HAPPENED, "2018-10-02", "2018-10-02", Status.HAPPENED),
        (Status.HAPPENED, "2018-10", "2018-10-02", Status.HAPPENED),
        (Status.HAPPENED, "2019-03-31", "[2018..2019]", Status.HAPPENED),
        (Status.HAPPENED, "2019-03-31", "[2018..]", Status.HAPPENED),
        (Status.HAPPENED, "XXXX-XX-XX", "2018-10-02", Status.HAPPENED),
        (Status.ALLEGED, "2019-03-31", "2018-10-02", Status.ALLEGED),
        (Status.CANCELLED, "2019-03-31", "2018-10-02", Status.CANCELLED),
    ],
)
def test_what_lies_ahead_is_planned(told: Status, when: str, published: str, seen: Status) -> None:
    text = "The offer ends on 31 March 2019."
    mention = analysis(text, {"31 March 2019": told}).mentions[0]
    assert seen_from(mention, from_edtf(when), from_edtf(published), "en").status is seen


@pytest.mark.parametrize(
    ("language", "text", "when", "seen"),
    [
        ("fr", "La salle abritera un club", "1797", Status.HAPPENED),
        ("de", "Die Strecke wird eröffnet", "1891", Status.HAPPENED),
        ("es", "La sala acogerá un taller", "1802", Status.HAPPENED),
        ("fr", "La salle abritera un club", "2031", Status.PLANNED),
        ("fr", "La ville prévoit un pont", "1797", Status.PLANNED),
        ("en", "The hall will house a club", "1797", Status.PLANNED),
    ],
)
def test_a_future_of_history_tells_what_happened(
    language: str, text: str, when: str, seen: Status
) -> None:
    told = analysis("It meets in 1797.", {"1797": Status.PLANNED}).mentions[0]
    mention = replace(told, title=text)
    assert seen_from(mention, from_edtf(when), from_edtf("2019-05-02"), language).status is seen

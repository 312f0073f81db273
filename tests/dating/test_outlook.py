"""What lies after the publication is planned, however it is told."""

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
    assert seen_from(mention, from_edtf(when), from_edtf(published)).status is seen

"""What people decided shows in every export."""

import json
from dataclasses import replace

import pytest

from tests.export.samples import article, event
from tests.export.schema_check import SCHEMA, faults
from timeline.export import FORMATS, exported
from timeline.model.edit import EventEdits, FieldEdit, Verdict
from timeline.model.timeline import Timeline

AT = "2026-01-02T03:04:05+00:00"
CURATION = EventEdits(
    verdict=Verdict.CONFIRMED,
    tags=("ports",),
    note="See the minutes",
    fields=(
        FieldEdit(1, "verdict", "confirmed", None, "ana", AT),
        FieldEdit(2, "when", "2022-06", "2022", "ben", AT),
    ),
    disagreements=("The date is June 2022 by ben; the program now says 2023, not 2022 as then",),
)
TIMELINE = Timeline((article(),), (replace(event(), edits=CURATION),))
PICTURES = ("svg", "png", "pdf")


@pytest.mark.parametrize(
    "name", [name for name in FORMATS if name not in PICTURES and not FORMATS[name].binary]
)
def test_who_decided_what_is_said(name: str) -> None:
    text = exported(TIMELINE, name).decode().replace("\r\n ", "")
    for words in ("ben", "ana", "See the minutes", "ports", "now says 2023"):
        assert words in text


def test_the_record_keeps_the_schema() -> None:
    document = json.loads(exported(TIMELINE, "json"))
    assert list(faults(document, SCHEMA)) == []
    edits = document["events"][0]["curation"]
    assert edits["decisions"][1] == {
        "field": "when",
        "value": "2022-06",
        "machine": "2022",
        "by": "ben",
        "at": AT,
    }
    plain = exported(Timeline((article(),), (event(),)), "json").decode()
    assert "curation" not in plain

"""The TimeML export: XML whose text is the article's, and whose links all lead somewhere."""

import io
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from tests.export.samples import TEXT, article, event, mention, two_sources
from timeline.export import exported
from timeline.export.timeml_events import relation
from timeline.model.edtf import from_edtf
from timeline.model.event import DatedMention, Status
from timeline.model.span import Span
from timeline.model.timeline import Timeline

OPENED = Span(TEXT.index("opened"), TEXT.index("opened") + 6)


def told(status: Status = Status.HAPPENED, trigger: Span | None = OPENED) -> DatedMention:
    plain = mention()
    return replace(plain, mention=replace(plain.mention, trigger_span=trigger, status=status))


def files(timeline: Timeline) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(exported(timeline, "timeml"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(one: DatedMention) -> etree._Element:
    (xml,) = files(Timeline((article(),), (event(one),))).values()
    return etree.fromstring(xml)


def test_a_file_for_each_article_with_its_text() -> None:
    made = files(two_sources())
    assert list(made) == ["port.tml", "b/other.tml"]
    for xml in made.values():
        text = etree.fromstring(xml).find("TEXT")
        assert text is not None
        assert "".join(text.itertext()) == TEXT


def test_an_event_is_linked_to_its_time() -> None:
    made = tree(told())
    (word,) = made.iter("EVENT")
    assert word.text == "opened"
    (instance,) = made.iter("MAKEINSTANCE")
    assert instance.get("eventID") == word.get("eid")
    assert instance.get("modality") is None
    (link,) = made.iter("TLINK")
    (time,) = [t for t in made.iter("TIMEX3") if t.get("tid") != "t0"]
    assert (link.get("relatedToTime"), link.get("relType")) == (time.get("tid"), "IS_INCLUDED")
    assert link.get("eventInstanceID") == instance.get("eiid")


def test_a_status_that_is_no_fact_is_kept() -> None:
    (instance,) = tree(told(Status.DENIED)).iter("MAKEINSTANCE")
    assert (instance.get("polarity"), instance.get("modality")) == ("NEG", "denied")


def test_what_timeml_has_no_place_for_is_said_in_a_comment() -> None:
    xml = files(two_sources())["port.tml"].decode()
    assert "Harbour opens; here 2022-06; June 2022; Precision: known to the month" in xml
    assert "The sources differ (date)" in xml


def test_tags_that_would_cross_are_left_out_and_named() -> None:
    made = tree(told(trigger=Span(20, 40)))
    assert list(made.iter("EVENT")) == []
    assert any("left out, crosses another" in str(c.text) for c in made.iter(etree.Comment))


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2022-06", "IS_INCLUDED"),
        ("2001/2005", "SIMULTANEOUS"),
        ("2021/..", "BEGUN_BY"),
        ("../2021", "ENDED_BY"),
        ("[2021..]", "AFTER"),
        ("[..2021]", "BEFORE"),
    ],
)
def test_relations(edtf: str, expected: str) -> None:
    assert relation(from_edtf(edtf)) == expected


def test_no_name_leaves_the_archive() -> None:
    evil = [article(name) for name in ("../../etc/x.txt", "/x.txt", "x.tml", "..")]
    assert list(files(Timeline(tuple(evil), ()))) == [
        "etc/x.tml",
        "x.tml",
        "x-2.tml",
        "article.tml",
    ]

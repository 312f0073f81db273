"""The DOCX export, opened by python-docx."""

import io
import zipfile

from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.export.samples import article, event, mention, two_sources
from timeline.export import exported
from timeline.model.timeline import Timeline
from timeline.wording.plain_text import one_line


def paragraphs(timeline: Timeline) -> list[tuple[str, str]]:
    opened = Document(io.BytesIO(exported(timeline, "docx")))
    return [(p.style.name if p.style else "", p.text) for p in opened.paragraphs]


def test_a_word_processor_finds_years_events_doubts_and_sources() -> None:
    got = paragraphs(two_sources())
    assert got[:3] == [
        ("Title", "Chronology"),
        ("Heading 1", "2022"),
        ("Heading 2", "June 2022: Harbour opens"),
    ]
    assert ("Detail", "The sources differ (date): June 2022 or July 2022") in got
    assert ("Heading 1", "Date unknown") in got
    assert any(style == "Quote" and "Another" in text for style, text in got)


@given(st.text(min_size=1).filter(str.strip))
def test_any_title_is_text_and_nothing_else(title: str) -> None:
    timeline = Timeline((article(),), (event(mention(), title=title),))
    assert ("Heading 2", f"June 2022: {one_line(title)}") in paragraphs(timeline)


def test_every_part_is_xml_without_a_date_of_making() -> None:
    with zipfile.ZipFile(io.BytesIO(exported(two_sources(), "docx"))) as package:
        assert package.testzip() is None
        for entry in package.infolist():
            etree.fromstring(package.read(entry))
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)

"""The view as SVG, PNG and PDF: opened by readers of each, on dates and texts of every kind."""

import io

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from tests.export.samples import article, event, mention, two_sources
from tests.strategies import whens
from timeline.export import DrawingOptions, exported
from timeline.model.calendar import day_number
from timeline.model.timeline import Timeline
from timeline.model.when import When
from timeline.query.selection import Selection
from timeline.wording.plain_text import one_line

NAMES = {"svg": "http://www.w3.org/2000/svg"}


def drawn(timeline: Timeline, drawing: DrawingOptions | None = None) -> etree._Element:
    return etree.fromstring(exported(timeline, "svg", drawing=drawing))


def texts(tree: etree._Element) -> list[str]:
    return [str(node.text) for node in tree.iterfind(".//svg:text", NAMES)]


def test_the_drawing_shows_titles_lanes_years_and_what_has_no_date() -> None:
    got = texts(drawn(two_sources()))
    assert {"Economy", "Harbour opens"} <= set(got)
    assert "1 event; 1 undated" in got
    assert any("2022" in line for line in got)


def test_a_mark_tells_its_doubts_on_hover() -> None:
    told = [str(node.text) for node in drawn(two_sources()).iterfind(".//svg:g/svg:title", NAMES)]
    assert any("known to the month" in line and "June 2022 or July 2022" in line for line in told)


def test_it_fetches_nothing() -> None:
    for dark in (False, True):
        for node in drawn(two_sources(), DrawingOptions(dark=dark)).iter():
            assert not {"href", "{http://www.w3.org/1999/xlink}href", "src"} & set(node.attrib)
            assert etree.QName(node).localname not in ("image", "script", "foreignObject", "style")


def test_the_window_of_a_selection_is_that_of_the_picture() -> None:
    window = (day_number(1900), day_number(1999, 12, 31))
    tree = etree.fromstring(exported(two_sources(), "svg", Selection(window=window)))
    assert "1950" in texts(tree)
    half = DrawingOptions(window=(-(10**9), day_number(2023)))
    assert any("2022" in line for line in texts(drawn(two_sources(), half)))


def test_lanes_that_there_are_not_are_refused() -> None:
    with pytest.raises(ValueError, match="no lanes by 'colour'"):
        drawn(two_sources(), DrawingOptions(lanes="colour"))


@given(st.lists(st.tuples(whens(), st.text(min_size=1).filter(str.strip)), max_size=5))
def test_any_dates_and_titles_can_be_drawn(told: list[tuple[When, str]]) -> None:
    events = tuple(event(mention(when=when), title=title) for when, title in told)
    tree = drawn(Timeline((article(),), events))
    for _, title in told:
        assert one_line(title) is not None
    assert float(tree.get("height")) > 0


@pytest.mark.parametrize("lanes", ["category", "status", "actor", "place", "document", "none"])
def test_the_png_has_the_size_of_the_drawing_twice(lanes: str) -> None:
    look = DrawingOptions(lanes=lanes, width=640)
    tree = drawn(two_sources(), look)
    with Image.open(io.BytesIO(exported(two_sources(), "png", drawing=look))) as image:
        image.load()
        assert image.size == (1280, 2 * int(tree.get("height")))
        assert len(image.convert("RGB").getcolors(100_000) or []) > 5


def test_the_pdf_is_one_page_with_its_text_as_text() -> None:
    pdf = pypdfium2.PdfDocument(exported(two_sources(), "pdf"))
    assert len(pdf) == 1
    said = pdf[0].get_textpage().get_text_range()
    for words in ("Harbour opens", "Economy", "undated"):
        assert words in said
    assert pdf.get_metadata_dict()["CreationDate"] == ""
    pdf.close()

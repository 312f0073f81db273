"""A digest as JSON by its schema, and as a chronology opened by the library of each format."""

import io
import json
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from markdown_it import MarkdownIt

from tests.digest.invented import Says, Story, collection
from tests.export.schema_check import faults
from timeline.digest import Digest, DigestRequest, digest
from timeline.export.digest import DIGEST_FORMATS, write_digest
from timeline.model.timeline import Timeline
from timeline.wording.plain_text import one_line

SCHEMA = json.loads(Path("docs/timeline-digest-1.schema.json").read_text("utf-8"))
LONG = "The old dam above the lower town of Brell broke before dawn on Monday, and the water that "
LONG += "nobody had expected so late in the year flooded forty houses, two schools and a mill."
HEADS = ("4 May 2020: Dam broke", "9 June 2020: Mayor resigned")


def short() -> Digest:
    stories = (
        Story(
            "a.txt",
            "2020-06-20",
            (Says("2020-05-04", "Dam broke"),),
            "Courier",
            "https://c.example/1",
        ),
        Story("b.txt", None, (Says("2020-06-09", "Mayor resigned"),), None, "javascript:alert(1)"),
    )
    return digest(collection(stories), DigestRequest())


def twenty() -> Digest:
    """Twenty days with titles and sentences as long as they come, each of two publishers."""
    title = "The council of the lower town of Brell asked the county for money to mend the old dam"
    stories = [
        Story(
            f"{paper}-{day}.txt",
            "2020-09-20",
            (Says(f"2020-{5 + day // 20:02}-{1 + day % 20:02}", f"{title}, {day}", LONG),),
            paper,
            f"https://{paper.lower()}.example/2020/09/20/the-old-dam-above-brell-{day}",
        )
        for day in range(25)
        for paper in ("Courier", "Herald", "Post")
    ]
    return digest(collection(stories), DigestRequest(20))


def written(made: Digest, kind: str, about: tuple[str, ...] = ()) -> bytes:
    out = io.BytesIO()
    write_digest(made, kind, out, about)
    return out.getvalue()


def test_json_is_as_its_schema_says() -> None:
    record = json.loads(written(short(), "json"))
    assert list(faults(record, SCHEMA)) == []
    assert record["schema"] == "timeline-digest/1"
    assert [day["when"]["start"] for day in record["days"]] == ["2020-05-04", "2020-06-09"]
    assert list(faults({**record, "days": [{}]}, SCHEMA))


@pytest.mark.parametrize("kind", DIGEST_FORMATS)
def test_the_same_digest_gives_the_same_bytes(kind: str) -> None:
    assert written(short(), kind) == written(short(), kind)


def test_a_word_processor_finds_days_sentences_and_sources() -> None:
    opened = Document(io.BytesIO(written(short(), "docx", ("Courier",))))
    found = [(p.style.name if p.style else "", p.text) for p in opened.paragraphs]
    assert found[0] == ("Title", "Chronology: Courier")
    assert [text for style, text in found if style == "Heading 2"] == list(HEADS)
    assert ("Quote", "“Dam broke on the day, as a.txt has it.” [1]") in found
    assert found[-2:] == [
        ("Detail", "1. Courier, All of a.txt, 20 June 2020 – https://c.example/1"),
        ("Detail", "2. All of b.txt, publication date unknown"),
    ]


def test_markdown_has_a_line_a_day_and_a_list_of_sources() -> None:
    page = html.fromstring(MarkdownIt().render(written(short(), "markdown").decode()))
    assert [one.text for one in page.iter("strong")] == list(HEADS)
    items = list(page.iter("li"))
    assert [item.text_content().strip() for item in items] == [
        "Courier, All of a.txt, 20 June 2020",
        "All of b.txt, publication date unknown",
    ]
    assert [link.get("href") for link in page.iter("a")] == ["https://c.example/1"]
    assert "[1]" in page.text_content()


def test_html_asks_for_nothing_and_links_to_web_addresses_only() -> None:
    page = html.document_fromstring(written(short(), "html").decode())
    assert [one.text for one in page.iter("h2")] == [*HEADS, "Sources"]
    assert [link.get("href") for link in page.iter("a")] == ["https://c.example/1"]
    assert not list(page.iter("script", "img", "link", "iframe"))
    policy = page.xpath("//meta[@http-equiv]/@content")[0]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_a_pdf_holds_days_and_sources_as_text() -> None:
    opened = pypdfium2.PdfDocument(written(short(), "pdf"))
    told = " ".join(opened[0].get_textpage().get_text_bounded().split())
    for part in (*HEADS, "[1]", "Sources", "1. Courier, All of a.txt, 20 June 2020"):
        assert part in told


def test_twenty_days_are_three_pages_at_most() -> None:
    made = twenty()
    assert len(made.days) == 20
    assert len(pypdfium2.PdfDocument(written(made, "pdf"))) <= 3


def test_an_empty_digest_is_a_file_that_says_so() -> None:
    empty = digest(Timeline((), ()), DigestRequest())
    assert json.loads(written(empty, "json"))["days"] == []
    for kind in ("markdown", "html"):
        assert "No day is told here." in written(empty, kind).decode()
    assert len(pypdfium2.PdfDocument(written(empty, "pdf"))) == 1


@settings(max_examples=25, deadline=None)
@given(
    st.text(min_size=1, max_size=60).filter(
        lambda text: bool(one_line(text).strip() and text.strip())
    )
)
def test_any_title_is_text_and_nothing_else(title: str) -> None:
    head = f"4 May 2020: {one_line(title)}"
    made = digest(
        collection([Story("a.txt", "2020-06-20", (Says("2020-05-04", title),), title)]),
        DigestRequest(),
    )
    opened = Document(io.BytesIO(written(made, "docx")))
    assert head in [p.text for p in opened.paragraphs]
    page = html.document_fromstring(written(made, "html").decode())
    assert " ".join((next(page.iter("h2")).text or "").split()) == " ".join(head.split())
    rendered = html.fromstring(MarkdownIt().render(written(made, "markdown").decode()))
    assert " ".join(next(rendered.iter("strong")).text_content().split()) == " ".join(head.split())


def test_every_part_of_the_word_file_is_xml_without_a_date_of_making() -> None:
    with zipfile.ZipFile(io.BytesIO(written(short(), "docx"))) as package:
        for entry in package.infolist():
            etree.fromstring(package.read(entry))
            assert entry.date_time == (1980, 1, 1, 0, 0, 0)

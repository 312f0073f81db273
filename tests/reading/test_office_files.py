"""Spreadsheets, OpenDocument, presentations and RTF: what of each is read, left out and dated."""

from collections.abc import Iterator

import pytest

from tests.reading import office_makers as office
from tests.reading.alone import article_in, in_memory, reason_in
from timeline.model.article import Article, ClaimSource
from timeline.model.edtf import to_edtf
from timeline.reading import ReadingProcess

TEXT = "The council of Lindholm voted on 3 May 2024 to close the old harbour."
ROWS: office.Rows = [
    ["title", "text", "date", "number"],
    ["Council votes", TEXT, "2024-05-03", 7],
    ["A bridge opens", "The bridge opened on Friday.", "2024-05-04", 8.5],
]


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def left_out(article: Article) -> dict[str, str]:
    return {out.reason: out.excerpt for out in article.left_out}


BOOKS = [
    ("a.xlsx", office.xlsx({"One": ROWS})),
    ("a.xls", office.xls(ROWS)),
    ("a.ods", office.ods(ROWS)),
    ("a.csv", office.xlsx({"One": ROWS})),
    ("a.txt", office.xls(ROWS)),
]


@pytest.mark.parametrize(("name", "data"), BOOKS)
def test_a_row_of_a_spreadsheet_is_an_article(
    name: str, data: bytes, process: ReadingProcess
) -> None:
    first, second = in_memory(name, data, process)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.document, second.document) == (f"{name}/1", f"{name}/2")
    assert first.text == f"Council votes\n\n{TEXT}"
    assert [c.place for c in second.claims] == ["column date"]
    assert to_edtf(second.claims[0].when) == "2024-05-04"


def test_every_sheet_with_texts_is_read_and_others_are_passed_over(process: ReadingProcess) -> None:
    book = office.xlsx({"Sums": [["a", "b"], [1, 2]], "News": ROWS, "Empty": [], "More": ROWS[:2]})
    assert [a.document for a in in_memory("a.xlsx", book, process) if isinstance(a, Article)] == [
        "a.xlsx/1",
        "a.xlsx/2",
        "a.xlsx/3",
    ]


def test_a_spreadsheet_without_texts_says_what_to_do(process: ReadingProcess) -> None:
    reason = reason_in("a.xlsx", office.xlsx({"One": [["When", "What"], ["1990", "x"]]}), process)
    assert "timeline import" in reason
    assert "'When, What'" in reason


def test_paragraphs_of_opendocument_are_read_and_notes_are_not(process: ReadingProcess) -> None:
    note = (
        "<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>Minutes of 1962.</text:p></text:note-body></text:note>"
    )
    body = (
        "<text:tracked-changes><text:deletion><text:p>Gone.</text:p></text:deletion>"
        "</text:tracked-changes><text:h>The harbour</text:h>"
        f"<text:p>It was built<text:s text:c='2'/>in <text:span>June</text:span> 1962{note}."
        "<text:line-break/>It broke.</text:p><table:table><table:table-row><table:table-cell>"
        "<text:p>A cell.</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p><office:annotation><text:p>Check!</text:p></office:annotation></text:p>"
    )
    meta = (
        "<meta:creation-date>2024-05-03T09:00:00</meta:creation-date><dc:date>2024-06-01</dc:date>"
    )
    foot = "<style:footer><text:p>Page of the town</text:p></style:footer>"
    article = article_in("a.odt", office.odt(body, meta, foot), process)
    assert article.text.split("\n\n") == [
        "The harbour",
        "It was built in June 1962[1]. It broke.",
        "A cell.",
    ]
    assert left_out(article) == {
        "deleted text": "Gone.",
        "footnotes": "Minutes of 1962.",
        "comments": "Check!",
        "page footer": "Page of the town",
    }
    assert [(c.source, c.text[:10]) for c in article.claims] == [
        (ClaimSource.CREATED, "2024-05-03"),
        (ClaimSource.UPDATED, "2024-06-01"),
    ]


def test_slides_are_read_in_the_order_in_which_they_are_shown(process: ReadingProcess) -> None:
    hidden = f'<p:sld {office.SLIDE} show="0">{office.line("Not shown.")}</p:sld>'
    slides = [office.line("The harbour") + office.line(TEXT), office.line("It broke."), hidden]
    article = article_in("a.pptx", office.pptx(slides, "Speak slowly."), process)
    assert article.text == f"The harbour\n\n{TEXT}\n\nIt broke."
    assert left_out(article) == {"hidden slide": "Not shown.", "speaker notes": "Speak slowly."}


RTF = (
    rb"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}"
    rb"{\info{\title The h\'e4rbour}{\creatim\yr2024\mo5\dy3\hr9}{\revtim\yr2024\mo6\dy1}}"
    rb"{\header Town paper}\pard The caf\'e9 \b closed\b0  on 3 May 2024\u8212? so"
    rb" \u-10179?\u-8704?.\par It was built in 1962{\footnote Minutes.}.\par}"
)


def test_rtf_is_read_in_its_encoding_with_its_creation(process: ReadingProcess) -> None:
    article = article_in("a.txt", RTF, process)
    assert article.title == "The härbour"
    assert article.text == "The café closed on 3 May 2024— so \U0001f600.\n\nIt was built in 1962."
    assert left_out(article) == {"page header": "Town paper", "footnotes": "Minutes."}
    assert [(c.source, c.text) for c in article.claims] == [
        (ClaimSource.CREATED, "2024-05-03"),
        (ClaimSource.UPDATED, "2024-06-01"),
    ]


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.odt", office.odt(""), "without text"),
        ("a.pptx", office.pptx([""]), "slides are pictures"),
        ("a.rtf", rb"{\rtf1 {\pict 00}}", "without text"),
        ("a.xls", office.xls(ROWS)[:1_500], "damaged spreadsheet"),
        ("a.doc", office.compound({"WordDocument": b"x"}), "save it as .docx"),
        ("a.xls", office.compound({"EncryptedPackage": b"x"}), "save it without one"),
    ],
)
def test_an_office_file_without_text_says_so(
    name: str, data: bytes, reason: str, process: ReadingProcess
) -> None:
    assert reason in reason_in(name, data, process)

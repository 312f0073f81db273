"""What stands around a story and tells no event: sources, notes of access, heads, footnotes."""

from collections.abc import Iterator

import pytest

from tests.reading import makers
from tests.reading.alone import article_in
from timeline.model.article import Article, ClaimSource
from timeline.model.edtf import to_edtf
from timeline.reading import Facts, ReadingProcess, read_text
from timeline.reading.entry_lines import date_goes_on
from timeline.reading.lines import lines_of
from timeline.reading.note_marks import as_mark
from timeline.reading.references import is_access_note, is_heading


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def told(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.sentences]


def stated(article: Article) -> list[str]:
    return [to_edtf(c.when) for c in article.claims if c.source is ClaimSource.LABEL]


@pytest.mark.parametrize(
    "listed",
    [
        (
            "References\n\n1. Marsh, D. (1978). Mills. Retrieved 12 May 2014 from http://e.org/a.\n"
            '2. "Weavers". Northern Post. 4 March 2001. Archived from the original on 2 June 2016.'
        ),
        "Einzelnachweise\n\n1. Meier, H. (1978): Mühlen. Abgerufen am 12. Mai 2014.",
        "Références\n\n↑ « Les moulins », Journal du Nord, p. 12, consulté le 12 mai 2014.",
        "Примечания\n\n1. Иванов И. (1978). Мельницы. Дата обращения: 12 мая 2014.",
        "参考文献\n\n1. 王 (1978). 查阅日期：2014年5月12日. http://e.org/a",
    ],
)
def test_a_list_of_sources_is_none_of_the_story(listed: str) -> None:
    text = f"The old mill\n\nThe mill burned down on 3 March 1911 after a storm.\n\n{listed}\n"
    assert told(read_text("mill", text)) == [
        "The old mill",
        "The mill burned down on 3 March 1911 after a storm.",
    ]


def test_notes_that_name_no_source_are_read() -> None:
    text = "Notes\n\nThe crane fell on 5 May 2019.\n\nThe owner was fined on 6 June 2019.\n"
    assert "The crane fell on 5 May 2019." in told(read_text("notes", text))


@pytest.mark.parametrize(
    ("text", "language", "is_note"),
    [
        ("Retrieved 12 May 2014.", "en", True),
        ("Accessed on 12 May 2014", "en", True),
        ("Printed on 7 June 2020", "en", True),
        ("Zuletzt abgerufen am 12. Mai 2014.", "de", True),
        ("Consultado el 12 de mayo de 2014.", "es", True),
        ("The divers retrieved the bell on 12 May 2014.", "en", False),
        ("Retrieved on 12 May 2014, the bell was sold to a church.", "en", False),
        ("Printed in two colours, the poster sold well in May 2014.", "en", False),
    ],
)
def test_notes_of_access_stand_by_themselves(text: str, language: str, *, is_note: bool) -> None:
    assert is_access_note(text, (language, "en")) is is_note


def test_headings_of_sources_may_be_numbered_and_marked() -> None:
    assert all(
        map(is_heading, ("## References", "7. Literatur", "Références [modifier]", "Notes:"))
    )
    assert not is_heading("References to the old mill")


HEADS = [
    ("From: Ann\nSent: Thursday, February 14, 2019 4:11 PM\nTo: Mike\nSubject: Re: The mill", "en"),
    ("Von: Anna\nGesendet: Donnerstag, 14. Februar 2019 16:11\nAn: Max\nBetreff: The mill", "de"),
    ("De : Anne\nEnvoyé : jeudi 14 février 2019 16:11\nÀ : Max\nObjet : The mill", "fr"),
    ("Od: Anna\nWysłano: 14 lutego 2019 16:11\nDo: Max\nTemat: The mill", "pl"),
    ("От: Анна\nОтправлено: 14 февраля 2019 г. 16:11\nКому: Макс\nТема: The mill", "ru"),
]


@pytest.mark.parametrize(("head", "language"), HEADS, ids=[code for _, code in HEADS])
def test_the_head_of_a_printed_mail_states_its_day_and_title(head: str, language: str) -> None:
    text = f"{head}\n\nThe old mill was sold yesterday.\n"
    article = read_text("mail", text, Facts(language=language))
    assert stated(article) == ["2019-02-14"]
    assert article.title == "The mill"
    assert told(article) == ["The mill", "The old mill was sold yesterday."]


def test_the_day_of_loading_is_no_day_of_publication() -> None:
    story = "The mill\n\nMay 4, 2018 Friday\n\nThe mill was sold on Tuesday."
    text = f"{story}\n\nLOAD-DATE: May 7, 2018\n"
    claims = read_text("record", text).claims
    assert [(c.source, to_edtf(c.when)) for c in claims] == [
        (ClaimSource.HEADER, "2018-05-04"),
        (ClaimSource.UPDATED, "2018-05-07"),
    ]


@pytest.mark.parametrize(
    ("raised", "before", "written"),
    [
        ("1", "in 1642", "[1]"),
        ("12", "the duke,", "[12]"),
        ("[3]", "refused.", "[3]"),
        ("*", "1702", "[*]"),
        ("th", "on 5", "th"),
        ("2", "40 m", "2"),
        ("6", "10", "6"),
        ("2", "x", "2"),
    ],
)
def test_marks_of_footnotes_are_told_from_powers(raised: str, before: str, written: str) -> None:
    assert as_mark(raised, before) == written


def test_a_raised_number_joins_no_year(process: ReadingProcess) -> None:
    told = "<p>The mill burned in 1642<sup>1</sup> and again in 1702, and the town paid for it.</p>"
    page = f"<html><body><article><h1>The old mill</h1>{told}{told[:-5]} once more.</p></article>"
    assert "1642[1] and" in article_in("a.html", page.encode(), process).text
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    body = f"<w:p><w:r><w:t>The mill burned in 1642</w:t></w:r>{raised}</w:p>"
    assert article_in("a.docx", makers.docx_of(body), process).text.endswith("1642[1]")


def test_a_number_within_a_column_is_no_page_number(process: ReadingProcess) -> None:
    column = [(line, 11.0) for line in ("The bridge", "fell on", "5", "April 2005.")]
    article = article_in("a.pdf", makers.pdf_of([makers.pdf_column(column)]), process)
    assert article.text == "The bridge fell on 5 April 2005."


def test_lines_of_a_list_stay_apart_in_a_pdf(process: ReadingProcess) -> None:
    lines = ("3 March 2017 The tenants complain", "19 April 2017 An inspector comes to the block")
    column = makers.pdf_column([(line, 11.0) for line in lines])
    assert article_in("a.pdf", makers.pdf_of([column]), process).text == "\n\n".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        "The mill was shut on 3\nMarch\n2019 after a flood, and sold\nin\nMay 2020.",
        "The mill was shut\non\n14 May 2019. It was opened again on\n3 June 2020 by the mayor.",
        "Die Mühle wurde am 3.\nMärz 2019 geschlossen und im\nMai 2020 verkauft.",
    ],
)
def test_a_date_goes_on_over_the_end_of_a_line(text: str) -> None:
    lines = tuple(lines_of(text))
    found = date_goes_on(lines, ("de", "en"))
    dated = [line for line in lines[1:] if line.text[0].isdigit() or line.text[0] == "M"]
    assert found == {line.span.start for line in dated}

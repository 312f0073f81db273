"""Each format on its own: what of it is read, what is left out, what is named."""

import json
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from tests.reading import makers
from tests.reading.alone import article_in, in_memory
from tests.reading.makers import Story, packed
from timeline.errors import ReadingError
from timeline.model.article import Article, ClaimSource
from timeline.model.edtf import to_edtf
from timeline.reading import ReadingProcess

STORY = Story.of(
    "Council votes on the old harbour",
    "2024-05-03",
    """
    The council of Lindholm voted on Thursday to close the old harbour for two years.

    The harbour was built in June 1962, and the outer wall broke on 14 March 2022.
    """,
)
OTHER = Story("A bridge opens", "2024-05-04", ("The bridge opened on Friday.",), "https://e.org/b")


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def lines(article: Article) -> list[str]:
    return article.text.split("\n\n")


def names(name: str, data: bytes, process: ReadingProcess) -> list[str]:
    found = in_memory(name, data, process)
    return [i.name if isinstance(i, ReadingError) else i.document for i in found]


def marked(article: Article, reason: str) -> list[str]:
    return [m.span.of(article.text) for m in article.marks if m.reason == reason]


# The kind of a file


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", makers.pdf(STORY)),
        ("a", makers.docx(STORY)),
        ("a.pdf", makers.html(STORY)),
        ("a.html", makers.epub(STORY)),
        ("a.txt", makers.eml(STORY)),
        ("a.xml", makers.rss(STORY)),
        ("a.html", makers.atom(STORY)),
        ("a.eml", makers.mhtml(STORY)),
        ("a.docx", makers.packed({"b.html": makers.html(STORY)})),
        ("a.html", b"\xef\xbb\xbf" + makers.html(STORY)),
        ("a.html", makers.html(STORY).decode().encode("utf-16")),
        ("a.html", b"<?xml version='1.0'?>\n<!-- saved -->\n" + makers.html(STORY)),
    ],
)
def test_the_content_tells_the_kind(name: str, data: bytes, process: ReadingProcess) -> None:
    assert article_in(name, data, process).title == STORY.title


def test_a_text_that_only_looks_like_a_mail_is_a_text(process: ReadingProcess) -> None:
    text = "From: the press office\nDate: 3 May 2024\n\nThe council voted on the harbour."
    assert article_in("a.txt", text.encode(), process).text == text


# Word


def test_word_tables_boxes_and_insertions_are_read_and_deletions_are_not(
    process: ReadingProcess,
) -> None:
    def run(text: str) -> str:
        return f"<w:r><w:t>{text}</w:t></w:r>"

    cell = "<w:tbl><w:tr><w:tc><w:p>{}</w:p></w:tc></w:tr></w:tbl>".format(run("A cell."))
    box = f"<w:txbxContent><w:p>{run('A box.')}</w:p></w:txbxContent>"
    body = (
        f"<w:p>{run('Kept')}<w:ins>{run(' inserted')}</w:ins>"
        f"<w:del><w:r><w:delText> deleted</w:delText></w:r></w:del>"
        f"<w:hyperlink>{run(' linked')}</w:hyperlink><w:r><w:tab/><w:t>text.</w:t></w:r></w:p>"
        f"{cell}<w:p><w:r><mc:AlternateContent xmlns:mc='m'><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>{run('Behind.')}</w:p>"
    )
    article = article_in("a.docx", makers.docx_of(body), process)
    assert lines(article) == ["Kept inserted linked text.", "A cell.", "A box.", "Behind."]


def test_a_word_file_dates_by_its_creation_last(process: ReadingProcess) -> None:
    data = makers.docx(STORY)
    (claim,) = article_in("a.docx", data, process).claims
    assert (claim.source, claim.place) == (ClaimSource.CREATED, "document property created")
    named, created = article_in("2024-05-01 a.docx", data, process).claims
    assert (named.source, created.source) == (ClaimSource.FILENAME, ClaimSource.CREATED)


# PDF


def test_pdf_columns_are_read_one_after_the_other(process: ReadingProcess) -> None:
    left = [("The council of Lindholm voted on", 11), ("Thursday to close the old harbour", 11)]
    right = [
        ("for two years, and the mayor said", 11),
        ("that the wall was built in June 1962.", 11),
    ]
    page = makers.pdf_column(left) + "\n" + makers.pdf_column(right, left=320)
    assert lines(article_in("a.pdf", makers.pdf_of([page]), process)) == [
        (
            "The council of Lindholm voted on Thursday to close the old harbour for two years, and"
            " the mayor said that the wall was built in June 1962."
        )
    ]


def test_pdf_heads_feet_and_page_numbers_are_left_out(process: ReadingProcess) -> None:
    def page(number: int) -> str:
        word = ["one", "two", "three", "four", "five", "six"][number]
        body = [
            (f"In round {word} the council voted again on the plan for the harbour and the", 11),
            ("mayor said that the wall of the harbour would be closed for two years.", 11),
            (f"Nobody was hurt in year {word}, and the island was cut off.", 11),
        ]
        head = makers.pdf_column([("The Example, 7 January 2031", 9)], top=820)
        return "\n".join(
            [head, makers.pdf_column(body), makers.pdf_column([(f"- {number} -", 9)], top=60)]
        )

    article = article_in("a.pdf", makers.pdf_of([page(n) for n in range(1, 6)]), process)
    assert "Example" not in article.text
    assert article.text.count("Nobody was hurt") == 5
    assert "- 3 -" not in article.text


def test_pdf_words_broken_at_a_line_are_joined(process: ReadingProcess) -> None:
    body = [
        ("The council voted on a new har-", 11),
        ("bour wall and on the Franco-", 11),
        ("German treaty, a well-known mat-", 11),
        ("ter of the years 1990-1994 there.", 11),
    ]
    article = article_in("a.pdf", makers.pdf_of([makers.pdf_column(body)]), process)
    assert article.text == (
        "The council voted on a new harbour wall and on the Franco-German treaty, a well-known"
        " matter of the years 1990-1994 there."
    )


# Mail


def test_quotations_and_the_signature_of_a_mail_are_marked(process: ReadingProcess) -> None:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "Re: AW: Council votes"
    message["Message-ID"] = "<1@example.org>"
    message["Date"] = "Fri, 3 May 2024 23:30:00 -0700"
    message.set_content(
        "The council voted on Thursday.\n\n> It met on 1 April 1999.\n> So they said.\n\n"
        "The vote was close.\n\n-- \nJane Roe\nDesk, since 2 June 2001\n"
    )
    article = article_in("a.eml", message.as_bytes(), process)
    assert article.title == "Council votes"
    assert marked(article, "quotation") == ["> It met on 1 April 1999.", "> So they said."]
    assert marked(article, "signature") == ["-- \r\nJane Roe\r\nDesk, since 2 June 2001"]
    assert [span.of(article.text) for span in article.sentences] == [
        "Council votes",
        "The council voted on Thursday.",
        "The vote was close.",
    ]
    (claim,) = article.claims
    assert (to_edtf(claim.when), claim.place) == ("2024-05-03", "mail header Date")


def test_a_mail_is_read_in_the_encoding_that_it_has(process: ReadingProcess) -> None:
    head = (
        "MIME-Version: 1.0\nSubject: =?iso-8859-1?q?Caf=E9?=\n"
        "Content-Type: text/plain; charset={}\n\n"
    )
    for named in ("iso-8859-1", "x-unknown"):
        data = head.format(named).encode() + "Das Café öffnete am 3. Mai 2024.".encode("latin-1")
        article = article_in("a.eml", data, process)
        assert article.title == "Café"
        assert "Café öffnete" in article.text


def test_an_attachment_is_no_text(process: ReadingProcess) -> None:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = "A"
    message["Message-ID"] = "<1@example.org>"
    message.set_content("The council voted.")
    message.add_attachment("Another text.", filename="b.txt")
    assert "Another" not in article_in("a.eml", message.as_bytes(), process).text


# Records


def test_rows_are_named_after_themselves_where_all_can_be(process: ReadingProcess) -> None:
    table = "id,title,text,date\n{},A,The town voted.,2024-05-03\n{},B,The town met.,2024-05-04\n"
    assert names("n.csv", table.format("x-1", "x-2").encode(), process) == [
        "n.csv/x-1",
        "n.csv/x-2",
    ]
    assert names("n.csv", table.format("x", "x").encode(), process) == ["n.csv/1", "n.csv/2"]
    assert names("n.csv", table.format("../../a", "/b").encode(), process) == ["n.csv/a", "n.csv/b"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_tables_of_every_country_are_read(sign: str, process: ReadingProcess) -> None:
    rows = [
        ["Headline", "Pub Date", "Body"],
        ["A vote", "3 May 2024", '"It was, so; a|vote.\n\nNew."'],
    ]
    table = "\r\n".join(sign.join(row) for row in rows)
    (article,) = in_memory("a.csv", table.encode("utf-8-sig"), process)
    assert isinstance(article, Article)
    assert (article.title, to_edtf(article.claims[0].when)) == ("A vote", "2024-05-03")
    assert article.claims[0].place == "column Pub Date"
    assert article.text == "A vote\n\nIt was, so; a|vote.\n\nNew."


def test_a_list_is_found_wherever_it_stands(process: ReadingProcess) -> None:
    objects = [makers.as_record(STORY), makers.as_record(OTHER)]
    for wrapped in (objects, {"articles": objects}, {"response": {"docs": objects}}):
        found = in_memory("a.json", json.dumps(wrapped).encode(), process)
        assert [a.title for a in found if isinstance(a, Article)] == [STORY.title, OTHER.title]


def test_an_object_without_a_text_is_named_and_the_others_are_read(process: ReadingProcess) -> None:
    data = json.dumps([makers.as_record(STORY), {"title": "B"}]).encode()
    first, second = in_memory("a.json", data, process)
    assert isinstance(first, Article)
    assert isinstance(second, ReadingError)
    assert second.name == "a.json/2"


def test_a_damaged_line_is_named_and_the_others_are_read(process: ReadingProcess) -> None:
    data = makers.json_lines(STORY) + b"{broken\n" + makers.json_lines(OTHER)
    found = in_memory("a.jsonl", data, process)
    assert [type(item) for item in found] == [Article, ReadingError, Article]


def test_markup_in_a_record_is_read_as_html(process: ReadingProcess) -> None:
    data = {
        "title": "A",
        "content": "<p>One &amp; two.</p><script>x</script><ul><li>Three.</li></ul>",
    }
    assert lines(article_in("a.json", json.dumps(data).encode(), process)) == [
        "A",
        "One & two.",
        "Three.",
    ]


def test_an_ambiguous_date_is_not_taken(process: ReadingProcess) -> None:
    data = {"text": "The town voted.", "date": "03/04/2024"}
    assert article_in("a.json", json.dumps(data).encode(), process).claims == ()


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-03T23:30:00-07:00", "2024-05-03"),
        ("2024-05-03T00:10:00Z", "2024-05-03"),
        ("20240503T101500Z", "2024-05-03"),
        ("Fri, 03 May 2024 23:59:59 EST", "2024-05-03"),
        ("3 May 2024", "2024-05-03"),
        ("2024-05", "2024-05"),
        ("2024", "2024"),
        (1714730400, "2024-05-03"),
        (1714730400000, "2024-05-03"),
        ("1714730400", "2024-05-03"),
    ],
)
def test_the_dates_of_programs(written: str | int, day: str, process: ReadingProcess) -> None:
    data = json.dumps({"text": "The town voted.", "published": written}).encode()
    assert to_edtf(article_in("a.json", data, process).claims[0].when) == day


@pytest.mark.parametrize(
    "written", ["", "soon", "0", "12", "0001-01-01T00:00:00", True, None, "[]"]
)
def test_what_is_no_date_gives_none(written: object, process: ReadingProcess) -> None:
    data = json.dumps({"text": "The town voted.", "published": written}).encode()
    assert article_in("a.json", data, process).claims == ()


# Feeds


@pytest.mark.parametrize(
    ("name", "make"),
    [
        ("a.rss", makers.rss),
        ("a.atom", makers.atom),
        ("a.json", makers.json_feed),
        ("a.csv", makers.csv),
    ],
)
def test_every_entry_is_an_article(name: str, make: object, process: ReadingProcess) -> None:
    assert callable(make)
    found = in_memory(name, make(STORY, OTHER), process)
    told = [(a.title, a.url, to_edtf(a.claims[0].when)) for a in found if isinstance(a, Article)]
    assert told == [(s.title, s.url, s.day) for s in (STORY, OTHER)]
    again = in_memory(name, make(OTHER, STORY), process)
    if name != "a.atom":  # those ids are numbers of the test's own
        assert {a.document for a in again if isinstance(a, Article)} == {
            a.document for a in found if isinstance(a, Article)
        }


def test_a_summary_stands_in_for_a_missing_content(process: ReadingProcess) -> None:
    data = (
        b"<rdf:RDF xmlns:rdf='r' xmlns:dc='d'><item><title>A</title><dc:date>2024-05-03</dc:date>"
        b"<description>The &lt;b&gt;town&lt;/b&gt; voted.</description></item></rdf:RDF>"
    )
    (article,) = in_memory("a.xml", data, process)
    assert isinstance(article, Article)
    assert (article.text, to_edtf(article.claims[0].when)) == ("A\n\nThe town voted.", "2024-05-03")


# Front matter


@pytest.mark.parametrize(
    "head",
    [
        "---\ntitle: 'A: vote'\ndate: 2024-05-03 10:00:00 +0200\nlang: en-GB # British\n---\n",
        '+++\ntitle = "A: vote"\ndate = 2024-05-03T10:00:00Z\nlanguage = "en-GB"\n+++\n',
        "---\r\ntitle: A: vote\r\npubDate: 3 May 2024\r\nlanguage: en-GB\r\n---\r\n",
    ],
)
def test_front_matter_is_marked_and_believed(head: str, process: ReadingProcess) -> None:
    text = f"{head}\nThe town voted.\n"
    article = article_in("a.md", text.encode(), process)
    assert article.text == text
    assert (article.title, article.language) == ("A: vote", "en-GB")
    assert to_edtf(article.claims[0].when) == "2024-05-03"
    assert marked(article, "front matter") == [head.rstrip()]
    assert [span.of(text) for span in article.sentences] == ["The town voted."]


@pytest.mark.parametrize("text", ["---\n\nThe town voted.", "---\nThe town.\n---\n\nThe end."])
def test_rules_of_dashes_are_no_front_matter(text: str, process: ReadingProcess) -> None:
    assert marked(article_in("a.md", text.encode(), process), "front matter") == []


# Archives


def test_an_archive_is_a_folder(process: ReadingProcess) -> None:
    data = packed(
        {
            "b/two.html": makers.html(OTHER),
            "a.eml": makers.eml(STORY),
            "rows.csv": makers.csv(STORY, OTHER),
            "__MACOSX/a.eml": b"x",
            ".hidden.txt": b"x",
            "picture.png": b"x",
        }
    )
    assert names("z.zip", data, process) == [
        "z.zip/a.eml",
        "z.zip/b/two.html",
        "z.zip/picture.png",
        "z.zip/rows.csv/news-example-org-story",
        "z.zip/rows.csv/e-org-b",
    ]


# Web pages


def test_a_page_keeps_its_headline_its_story_and_nothing_else(process: ReadingProcess) -> None:
    article = article_in("a.html", makers.html(STORY), process)
    assert lines(article) == [STORY.title, *STORY.paragraphs]
    assert (article.url, article.language) == (STORY.url, "en")


def test_a_page_is_read_in_the_encoding_that_it_names(process: ReadingProcess) -> None:
    page = makers.html(Story("Café öffnet", STORY.day, STORY.paragraphs)).decode()
    data = page.replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")
    assert article_in("a.html", data, process).title == "Café öffnet"


def test_a_declared_language_counts_only_where_the_text_agrees(process: ReadingProcess) -> None:
    german = (
        (
            "Der Rat der Stadt hat am Donnerstag beschlossen, den alten Hafen für zwei Jahre zu"
            " schließen, wie die Bürgermeisterin nach der Sitzung am Abend mitteilte und erklärte."
        ),
    ) * 3
    page = makers.html(Story("Rat schließt den Hafen", "2024-05-03", german))
    assert article_in("a.html", page, process).language == "de"
    british = makers.html(STORY).replace(b'lang="en"', b'lang="en-GB"')
    assert article_in("a.html", british, process).language == "en-GB"

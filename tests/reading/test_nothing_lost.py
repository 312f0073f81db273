"""Every word of a file is in its article's text, or counted in what is left out of it."""

import json
import re
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import makers
from tests.reading.alone import article_in, in_memory
from tests.reading.makers import Story, packed
from tests.reading.test_one_story import WRITERS
from timeline.errors import ReadingError
from timeline.model.article import Article
from timeline.reading import ReadingProcess, read_text
from timeline.reading.rich_text import text_of

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=9)
ENDINGS = st.sampled_from([".", "?", "", " on 3 May 2021.", ", in June 1962.", ":"])
SENTENCES = st.builds(
    lambda words, end: " ".join(words).capitalize() + end,
    st.lists(WORDS, min_size=1, max_size=14),
    ENDINGS,
)
STORIES = st.builds(
    Story,
    SENTENCES,
    st.just("2024-05-03"),
    st.lists(st.lists(SENTENCES, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=5),
)
PROSE = "The council of Lindholm voted on Thursday to close the old harbour for two years."


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def kept(article: Article) -> set[str]:
    return words(" ".join((article.text, *(out.excerpt for out in article.left_out))))


def reasons(article: Article) -> dict[str, str]:
    return {out.reason: out.excerpt for out in article.left_out}


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=8)
@given(story=STORIES)
def test_every_word_of_a_story_is_read_or_counted(
    name: str, process: ReadingProcess, story: Story
) -> None:
    article = article_in(name, WRITERS[name](story), process)
    put_in = words(" ".join((story.title, *story.paragraphs)))
    assert put_in <= kept(article), put_in - kept(article)


@given(st.lists(SENTENCES, min_size=1, max_size=12), st.sampled_from(["\n", "\n\n", "\f", " \r\n"]))
def test_every_letter_of_a_text_is_in_a_sentence_or_marked(lines: list[str], end: str) -> None:
    article = read_text("a.txt", end.join(lines))
    inside = [*article.sentences, *(mark.span for mark in article.marks)]
    for at, sign in enumerate(article.text):
        if sign.isalnum():
            assert any(span.start <= at < span.end for span in inside), article.text[at:]


# Rich text


def leaf(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text, "marks": []}


SHAPES: dict[str, Callable[[list[str]], Any]] = {
    "strings": lambda parts: parts,
    "value": lambda parts: {"value": " ".join(parts), "format": "plain"},
    "mixed": lambda parts: [
        p if n % 2 else {"type": "bold", "text": p} for n, p in enumerate(parts)
    ],
    "slate": lambda parts: [{"type": "p", "children": [{"text": p, "bold": True}]} for p in parts],
    "tree": lambda parts: {
        "type": "doc",
        "content": [
            {"type": "list", "content": [{"type": "p", "content": [leaf(p)]}]} for p in parts
        ],
    },
    "draft": lambda parts: {"blocks": [{"key": "a1", "text": p, "depth": 0} for p in parts]},
    "ops": lambda parts: {"ops": [{"insert": f"{p}\n"} for p in parts]},
    "editor": lambda parts: {"blocks": [{"id": "x", "data": {"items": [p]}} for p in parts]},
    "html": lambda parts: {"rendered": "".join(f"<p>{p}</p>" for p in parts)},
    "rows": lambda parts: {"table": {"rows": [[p, "one"] for p in parts]}},
}


@pytest.mark.parametrize("shape", SHAPES)
@given(parts=st.lists(SENTENCES, min_size=1, max_size=6))
def test_every_word_of_rich_text_is_read(shape: str, parts: list[str]) -> None:
    assert words(" ".join(parts)) <= words(text_of(SHAPES[shape](parts)))


@given(
    st.recursive(
        SENTENCES,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(["a", "xyz", "kids", "body", "n1"]), inner, max_size=3
            )
        ),
        max_leaves=8,
    )
)
def test_prose_under_any_names_is_read(value: Any) -> None:  # noqa: ANN401 - any JSON value
    def prose(inside: Any) -> Iterator[str]:  # noqa: ANN401 - any JSON value
        if isinstance(inside, str):
            yield from [inside] if len(inside.split()) > 2 else []
        elif isinstance(inside, list | dict):
            for item in inside.values() if isinstance(inside, dict) else inside:
                yield from prose(item)

    assert words(" ".join(prose(value))) <= words(text_of(value))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (["The crane ", {"type": "bold", "text": "fell"}, "."], "The crane fell."),
        (["The crane fell.", "Two men were hurt."], "The crane fell.\n\nTwo men were hurt."),
        (
            [{"children": [{"text": "See "}, {"url": "http://x", "children": [{"text": "this"}]}]}],
            "See this",
        ),
        (
            {"rich": [{"plain_text": "The crane fell", "text": {"content": "The crane fell"}}]},
            "The crane fell",
        ),
        ({"style": "bold", "font": "Times New Roman", "text": "Fell"}, "Fell"),
        (
            {"when": "3 May 1999", "what": "The dam burst at noon"},
            "3 May 1999\n\nThe dam burst at noon",
        ),
        (True, ""),
        (["https://example.org/a b", {"id": "x1"}], "https://example.org/a b"),
    ],
)
def test_strings_that_meet_in_a_paragraph_are_joined(value: Any, text: str) -> None:  # noqa: ANN401
    assert text_of(value) == text


# Records


def test_fields_of_prose_that_are_not_read_are_counted(process: ReadingProcess) -> None:
    record = {
        "id": "a1",
        "title": "Council votes",
        "text": [PROSE, {"kind": "quote", "text": "So be it."}],
        "summary": "The dam burst on 3 May 1999, too.",
        "notes": {"editor": "Ask about the wall of 1962."},
        "author": "Jane Doe and John Roe",
        "published": "2024-05-03",
    }
    (article,) = in_memory("a.json", json.dumps([record]).encode(), process)
    assert isinstance(article, Article)
    assert article.text == f"Council votes\n\n{PROSE}\n\nSo be it."
    assert reasons(article) == {
        "field summary": "The dam burst on 3 May 1999, too.",
        "field notes": "Ask about the wall of 1962.",
    }
    assert article.left_out[0].characters == len("The dam burst on 3 May 1999, too.")


def test_every_list_of_records_in_a_file_is_read(process: ReadingProcess) -> None:
    data = {
        "description": "What the harbour office has to tell.",
        "2023": [{"text": PROSE}],
        "2024": {"more": [{"text": PROSE}, "The wall broke on 3 May.", {"title": "B"}]},
        "one": {"text": "A single object far down."},
    }
    found = in_memory("a.json", json.dumps(data).encode(), process)
    told = [f.text if isinstance(f, Article) else f.reason for f in found]
    assert told[:3] == [PROSE, PROSE, "The wall broke on 3 May."]
    assert told[3].startswith("holds no text")
    assert told[4] == "A single object far down."
    assert isinstance(found[0], Article)
    assert reasons(found[0]) == {"field description": "What the harbour office has to tell."}


def test_a_name_that_stands_twice_in_an_object_keeps_both(process: ReadingProcess) -> None:
    article = article_in("a.json", b'{"text": "The wall broke.", "text": "It rained."}', process)
    assert article.text == "The wall broke.\n\nIt rained."


def test_no_cell_of_a_row_vanishes(process: ReadingProcess) -> None:
    table = (
        "text,id,text,\nThe wall broke.,a,It rained all the day.,So it was said.\n"
        "The dam\u2028burst.,b,,,Far beyond the header.\n"
    )
    one, two = in_memory("a.csv", table.encode(), process)
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.text, two.text) == ("The wall broke.", "The dam\u2028burst.")
    assert list(reasons(one)) == ["column text (3)", "column column 4"]
    assert list(reasons(two)) == ["column beyond the header (5)"]


def test_a_text_with_commas_that_is_not_quoted_is_whole(process: ReadingProcess) -> None:
    article = article_in("a.csv", b"id,text\n1,It rained, and the wall broke, too.\n", process)
    assert article.text == "It rained, and the wall broke, too."


def test_a_feed_keeps_text_before_an_element_and_counts_the_summary(
    process: ReadingProcess,
) -> None:
    feed = (
        "<rss><channel><item><title>A</title><description>The crane fell <b>yesterday</b> at noon."
        "</description><note>Somebody wrote this note.</note></item></channel></rss>"
    )
    article = article_in("a.rss", feed.encode(), process)
    assert article.text == "A\n\nThe crane fell yesterday at noon."
    assert reasons(article) == {"feed note": "Somebody wrote this note."}


# Mails


def mail(subject: str = "A") -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message["Message-ID"] = "<1@example.org>"
    message["Date"] = "Fri, 3 May 2024 23:30:00 -0700"
    return message


def test_further_texts_and_attachments_of_a_mail_are_read_or_counted(
    process: ReadingProcess,
) -> None:
    message = mail()
    message.set_content("The council voted.")
    message.add_attachment("A further text.", disposition="inline")
    message.add_attachment("Another text.", filename="b.txt")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="c.pdf")
    article = article_in("a.eml", message.as_bytes(), process)
    assert article.text.split() == ["A", "The", "council", "voted.", "A", "further", "text."]
    assert reasons(article) == {"attachment b.txt": "Another text.", "attachment c.pdf": "c.pdf"}


def test_the_version_of_a_mail_that_says_more_is_read(process: ReadingProcess) -> None:
    message = mail()
    message.set_content("View this mail in a browser.")
    message.add_alternative(f"<p>{PROSE}</p><p>The wall broke in June.</p>", subtype="html")
    article = article_in("a.eml", message.as_bytes(), process)
    assert article.text == f"A\n\n{PROSE}\n\nThe wall broke in June."
    assert reasons(article) == {"another version of the text": "View this mail in a browser."}


def test_an_attached_mail_is_an_article_of_its_own(process: ReadingProcess) -> None:
    inner = mail("B")
    inner.replace_header("Date", "Wed, 1 May 2024 10:00:00 +0000")
    inner.set_content("The wall broke yesterday.")
    message = mail()
    message.set_content("The council voted.")
    message.add_attachment(inner)
    found = in_memory("a.eml", message.as_bytes(), process)
    assert [f.name if isinstance(f, ReadingError) else f.document for f in found] == [
        "a.eml",
        "a.eml/attached-1.eml",
    ]


# Pages, books and documents


def test_what_stands_amid_a_story_is_read_and_the_rest_counted(process: ReadingProcess) -> None:
    page = (
        f"<html><body><nav>Harbour news of the week</nav><article><h1>Storm</h1><p>{PROSE}</p>"
        "<dl><dt>2 April 1962</dt><dd>The harbour opened.</dd></dl>"
        "<figure><img src=a alt='A wave on 1 May'>"
        "<figcaption>The wall in 1962.</figcaption></figure>"
        "<table><tr><td>14 March 2022</td><td>Waves</td></tr></table>"
        "<p hidden>Hidden on 5 May 1990.</p><noscript>Scripts are off.</noscript>"
        f"<p>{PROSE.replace('two', 'five')}</p></article>"
        "<footer>Call us any day</footer></body></html>"
    )
    article = article_in("a.html", page.encode(), process)
    for told in (
        "2 April 1962",
        "The harbour opened.",
        "The wall in 1962.",
        "14 March 2022",
        "Waves",
    ):
        assert told in article.text
    assert reasons(article) == {
        "page furniture": "Harbour news of the week · Call us any day",
        "description of a picture": "A wave on 1 May",
        "hidden text": "Hidden on 5 May 1990.",
        "text for browsers without scripts or media": "Scripts are off.",
    }


def test_the_other_parts_of_a_word_file_are_counted(process: ReadingProcess) -> None:
    def part(text: str) -> str:
        return f'<w:x xmlns:w="{makers.W}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:x>'

    body = (
        f"<w:p><w:r><w:t>{PROSE}</w:t></w:r>"
        "<w:del><w:r><w:delText>It burst.</w:delText></w:r></w:del></w:p>"
    )
    parts = {
        "header1.xml": "page header",
        "footer1.xml": "page footer",
        "footnotes.xml": "footnotes",
        "endnotes.xml": "endnotes",
        "comments.xml": "comments",
        "charts/chart1.xml": "chart",
        "diagrams/data1.xml": "diagram",
    }
    files = {f"word/{name}": part(f"Said in the {why}.") for name, why in parts.items()}
    whole = packed({"word/document.xml": f'<w:d xmlns:w="{makers.W}">{body}</w:d>', **files})
    article = article_in("a.docx", whole, process)
    assert article.text == PROSE
    expected = {why: f"Said in the {why}." for why in parts.values()}
    assert reasons(article) == {"deleted text": "It burst.", **expected}


def test_an_e_book_counts_what_stands_outside_its_reading_order(process: ReadingProcess) -> None:
    article = article_in("a.epub", makers.epub(Story("A", "2024-05-03", [PROSE, PROSE])), process)
    assert reasons(article) == {"outside the reading order: nav.xhtml": "Contents of 1 May 1901"}


def test_a_pdf_keeps_heads_that_differ_by_a_date(process: ReadingProcess) -> None:
    counts = [f"{ten}-{one}" for ten in ("many", "few", "no") for one in ("a", "b", "c", "d", "e")]

    def page(number: int) -> str:
        words_here = counts[3 * number - 3 : 3 * number]
        head = makers.pdf_column([(f"Day {number * 3} of May 2024", 11)], top=820)
        foot = makers.pdf_column([(f"Lindholm Office {number + 6}", 9)], top=60)
        body = makers.pdf_column([(f"It rained {word} times", 11) for word in words_here])
        return f"{head}\n{body}\n{foot}"

    pages = [*(page(n) for n in range(1, 6)), ""]
    article = article_in("a.pdf", makers.pdf_of(pages), process)
    for number in range(1, 6):
        assert f"Day {number * 3} of May 2024" in article.text
    assert "Office" not in article.text
    assert reasons(article) == {
        "page without text": "page 6",
        "page head, foot or number": " · ".join(f"Lindholm Office {n}" for n in range(7, 12)),
    }


def test_a_year_at_the_head_of_a_page_is_no_page_number(process: ReadingProcess) -> None:
    lines = [("2021", 11), ("The wall broke in May.", 11), ("It rained.", 11), ("- 7 -", 9)]
    article = article_in("a.pdf", makers.pdf_of([makers.pdf_column(lines)]), process)
    assert "2021" in article.text
    assert reasons(article) == {"page head, foot or number": "- 7 -"}


def test_hidden_and_doubled_entries_of_an_archive_are_told(process: ReadingProcess) -> None:
    data = packed({"a.txt": PROSE, ".b.txt": PROSE, "metadata.csv": "document,published\n"})
    (article, error) = in_memory("z.zip", data, process)
    assert isinstance(article, Article)
    assert reasons(article) == {"hidden file in the archive": ".b.txt"}
    assert isinstance(error, ReadingError)
    assert error.name == "z.zip/metadata.csv"


def test_text_between_dashes_is_no_front_matter(process: ReadingProcess) -> None:
    text = "---\nNote: it rained.\nThe wall broke on 3 May 1999.\n---\n\nThe council met."
    article = article_in("a.md", text.encode(), process)
    assert [mark.span.of(article.text) for mark in article.marks] == ["---", "---"]
    assert "The wall broke on 3 May 1999." in [s.of(article.text) for s in article.sentences]


def test_text_around_a_timeml_text_is_counted(process: ReadingProcess) -> None:
    data = "<TimeML><DOCID>x 1</DOCID><NOTE>Said before.</NOTE><TEXT>It rained.</TEXT></TimeML>"
    article = article_in("a.tml", data.encode(), process)
    assert reasons(article) == {"outside of <TEXT>": "Said before."}

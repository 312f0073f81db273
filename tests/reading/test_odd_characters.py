"""Odd characters and dates in any field of any format: no file is refused for them."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from tests.reading import makers
from tests.reading.alone import in_memory
from tests.reading.makers import Story
from timeline.errors import ReadingError
from timeline.model.article import Article
from timeline.model.calendar import day_number
from timeline.reading import ReadingProcess
from timeline.reading.characters import for_html, for_xml, storable
from timeline.reading.formats.tree import html_tree

HOLE = "Qxhxq"  # where the odd text is put once the file is written
DAY = "2024-05-03"
LONG = "A town voted on the harbour and the mayor spoke of it for an hour in the market hall. "
STORY = Story(
    f"Harbour {HOLE} vote",
    DAY,
    (f"The town {HOLE} voted on 2 May 2024. {LONG * 6}", f"{LONG}{HOLE} And so {HOLE}", LONG * 16),
)
MAKERS: dict[str, Callable[[Story], bytes]] = {
    "a.txt": makers.txt,
    "a.md": makers.md,
    "a.html": makers.html,
    "a.mhtml": makers.mhtml,
    "a.eml": makers.eml,
    "b.eml": makers.eml_html,
    "a.docx": makers.docx,
    "a.epub": makers.epub,
    "a.rss": makers.rss,
    "a.atom": makers.atom,
    "a.json": makers.json_of,
    "b.json": makers.json_feed,
    "a.jsonl": makers.json_lines,
    "a.csv": makers.csv,
    "a.pdf": makers.pdf,
}
RAW = (
    *(b"\x00", b"\x01", b"\x08", b"\x0b", b"\x0c", b"\x1b", b"\x1f", b"\x7f", b"\xc2\x80"),
    *(b"\xc2\x85", b"\xe2\x80\xa8", b"\xef\xbf\xbe", b"\xef\xbf\xbf", b"\xf0\x9f\xbf\xbf"),
    *(b"\xed\xa0\x80", b"\xed\xbf\xbf", b"\xff", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"]]>"),
)
REFERENCES = (
    *(b"&#xD800;", b"&#xDFFF;", b"&#0;", b"&#1;", b"&#x1F;", b"&#xFFFE;", b"&#xFFFF;"),
    *(b"&#x110000;", b"&#xFFFFFFFFFF;", b"&#99999999999;", b"&nosuch;", b"&#;", b"&#x;", b"&"),
)
ESCAPES = (rb"\ud800", rb"\udfff", rb"\u0000", rb"\u0001", rb"\ufffe", rb"\ud83d", rb"\ude00\ud83d")
MARKUP = {"a.html", "a.mhtml", "b.eml", "a.docx", "a.epub", "a.rss", "a.atom", "b.json"}
JSON = {"a.json", "b.json", "a.jsonl"}
XML = {"a.docx", "a.epub", "a.rss", "a.atom"}
MAIL_DATE = b"3 May 2024 09:30:00 +0100"
DATES = (
    *("0000-00-00", "0000-01-01", "-0001-01-01", "9999-12-31T23:59:59-23:59", "10000-01-01"),
    *("9999-12-31T24:00:00+99:99", "99999999999999999999", "1e400", "NaN", "-1", "2024-02-30"),
    *("2024-05-03T25:61:61+99:99", "0001-01-01T00:00:00+23:59", "2024-W54-8", "2024-400", "\u0663"),
    *("Fri, 31 Dec 9999 23:59:59 -2359", "Mon, 01 Jan 0001 00:00:00 +2359", "Mon, 99 Foo 99999"),
    *("Mon, 01 Jan 99999999999999 25:61:99 +9999", "1 Jan 2024 10:00:00 +999999999999999999"),
    *("Thu, 3 May 2024 10:00:00 -99999", "31 Feb 2024", "9" * 5_000, "²024-05-03", "٢٠٢٤-٠٥-٠٣"),
)


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def file_with(
    name: str, odd: bytes, monkeypatch: pytest.MonkeyPatch, story: Story = STORY
) -> bytes:
    """Make a file with something odd in its hole, inside of a zip as well."""
    packed = makers.packed

    def filled(entries: dict[str, bytes | str], *more: object, **named: object) -> bytes:
        out = {}
        for entry, data in entries.items():
            raw = data if isinstance(data, bytes) else data.encode()
            out[entry] = raw.replace(HOLE.encode(), odd)
        return packed(out, *more, **named)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(makers, "packed", filled)
        return MAKERS[name](story).replace(HOLE.encode(), odd)


def read(name: str, data: bytes, process: ReadingProcess) -> Article:
    """Read the one article, which can be stored and sent: its texts are whole characters."""
    found = in_memory(name, data, process)
    refused = [one.reason for one in found if isinstance(one, ReadingError)]
    assert not refused, refused
    (article,) = (one for one in found if isinstance(one, Article))
    for text in (article.text, article.title, article.url or "", article.source or ""):
        text.encode("utf-8")
    for claim in article.claims:
        claim.text.encode("utf-8")
    words = " ".join(article.text.split())
    assert "voted on 2 May 2024" in words.replace("  ", " "), words
    return article


@pytest.mark.parametrize("name", MAKERS)
def test_odd_characters_refuse_no_file(
    name: str, process: ReadingProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    odd = [*RAW, *(REFERENCES if name in MARKUP else ()), *(ESCAPES if name in JSON else ())]
    for piece in odd:
        try:
            assert read(name, file_with(name, piece, monkeypatch), process).sentences
        except AssertionError as error:
            raise AssertionError(piece) from error


@pytest.mark.parametrize("name", MAKERS)
def test_odd_dates_refuse_no_file(
    name: str, process: ReadingProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = name in ("a.eml", "b.eml", "a.rss")
    story = Story("Harbour vote", DAY if mail else HOLE, (f"It voted on 2 May 2024. {LONG}", LONG))
    for date in DATES:
        field = f'"{date}"' if name == "a.csv" else date
        data = file_with(name, field.encode(), monkeypatch, story)
        article = read(name, data.replace(MAIL_DATE, date.encode()), process)
        assert all(
            claim.when.first is None or 0 < claim.when.first < day_number(10_000)
            for claim in article.claims
        ), (date, article.claims)


@given(
    st.text(st.characters(), max_size=80), st.sampled_from(["<p>{}</p>", "{}", "<p a={}>{}<br>"])
)
def test_cleaning_leaves_what_parsers_take_and_can_be_done_twice(text: str, shape: str) -> None:
    for clean in (for_html, for_xml, storable):
        cleaned = clean(shape.format(text, text))
        assert clean(cleaned) == cleaned
        assert "\x00" not in cleaned
        cleaned.encode("utf-8")
    etree.Element("p").text = for_html(text)
    whole = for_xml(f"<p>{text.replace('<', '')}</p>")
    root = etree.fromstring(whole.encode(), etree.XMLParser(recover=True, resolve_entities=False))
    assert len(root) == 0


@given(st.text(st.sampled_from("&#x;D80aAmp0123nbsq "), max_size=40))
def test_no_reference_makes_xml_lose_what_follows(text: str) -> None:
    whole = for_xml(f"<p>{text} and so on</p>").encode()
    assert etree.fromstring(whole).text.endswith(" and so on")
    page = html_tree(f"<p>{text}<br> and so on</p>")
    etree.Element("p").text = "".join(page.itertext())
    assert "".join(page.itertext()).endswith(" and so on")


def test_names_that_only_html_knows_are_read_in_xml() -> None:
    assert for_xml("caf&eacute;&nbsp;&nosuch; A&B &amp; &lt;") == (
        "caf&#233;&#160;&amp;nosuch; A&amp;B &amp; &lt;"
    )
    inside = "<![CDATA[A&B &nbsp; &#xD800;]]><!-- & --><?x & ?>"
    assert for_xml(inside) == inside

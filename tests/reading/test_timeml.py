"""TimeML files: the text as scorers count it, the creation time, and the way out and in again."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reading.alone import read_one
from timeline.errors import ReadingError
from timeline.export import timeml as written
from timeline.model.article import Article, ClaimSource, Published
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.when import Basis
from timeline.reading import Facts, Source, published_claim, read_text
from timeline.reading.creation_time import creation_claim
from timeline.reading.timeml import timeml

CREATED = '<TIMEX3 tid="t0" type="DATE" value="2023-02-08" functionInDocument="CREATION_TIME">'
DCT = f"<DCT>{CREATED}8 February</TIMEX3></DCT>"


def text_of(document: str) -> str:
    return timeml(document.encode()).text


def created(document: str) -> str | None:
    claims = timeml(document.encode()).facts.claims
    return claims[0].text if claims else None


def article(tmp_path: Path, document: str, facts: Facts | None = None) -> Article:
    path = tmp_path / "a.tml"
    path.write_text(document, encoding="utf-8", newline="")
    return read_one(Source(path.name, path), facts)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\n The town voted.\n", "\n The town voted.\n"),
        ('It <EVENT eid="e1">grew</EVENT> <TIMEX3 tid="t1">twice</TIMEX3>.', "It grew twice."),
        ('Then<SIGNAL sid="s1"/> now<b />.', "Then now."),
        ("R&amp;D &lt;b&gt; &quot;a&apos;b&quot; &#8211; &#x2014;", 'R&D <b> "a\'b" – —'),
        ("&amp;lt; once, &amp;#38; once", "&lt; once, &#38; once"),
        ("AT&T, R & D, &nbsp; and &unknown; stay", "AT&T, R & D, &nbsp; and &unknown; stay"),
        ("1 < 2 > 0, <3, a<b and c", "1 < 2 > 0, <3, a<b and c"),
        ("a stray </EVENT>tag, <EVENT>one left open", "a stray tag, one left open"),
        ('a <EVENT stem="x>y">bracket</EVENT> quoted', "a bracket quoted"),
        ('a <EVENT stem="x>torn</EVENT> quote', "a torn quote"),
        ("a <!-- no <b>text</b> -->comment, <!-- one left open", "a comment, <!-- one left open"),
        ("<![CDATA[a <b> &amp; c]]>, <![CDATA[open", "a <b> &amp; c, <![CDATA[open"),
        ("a <?target b?>word", "a word"),
        ("a\r\nb\rc\n&#13;", "a\nb\nc\n\r"),
        ("&#0; &#xd800; &#99999999; &#x110000;", "\ufffd \ufffd \ufffd \ufffd"),
        ("\ufeff\u200b日本 😀", "\ufeff\u200b日本 😀"),
        ("an inner </TEXT> end", "an inner  end"),
    ],
)
def test_tags_go_and_entities_are_decoded_once(body: str, expected: str) -> None:
    assert text_of(f"<TimeML>{DCT}<TEXT>{body}</TEXT><TLINK/> after</TimeML>") == expected


def test_an_empty_element_and_one_with_attributes() -> None:
    assert text_of("<TimeML>before<TEXT/>after</TimeML>") == ""
    assert text_of('<TimeML><TEXT lang="en">The town voted.</TEXT></TimeML>') == "The town voted."


def test_a_text_that_nothing_ends_goes_to_the_end() -> None:
    assert text_of("<TimeML><DOCID>a</DOCID><TEXT>The town <b>voted") == "The town voted"


def test_a_file_without_text_element_is_text_as_a_whole() -> None:
    document = f'<?xml version="1.0"?><TimeML>{CREATED}8 Feb</TIMEX3> The town voted.</TimeML>'
    assert text_of(document) == "8 Feb The town voted."
    assert created(document) == "2023-02-08"


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE TimeML SYSTEM "TimeML.dtd">',
        '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>',
        '<!doctype a [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
        '<!ENTITY b "ha">',
    ],
)
def test_declarations_are_refused(tmp_path: Path, declaration: str) -> None:
    with pytest.raises(ReadingError) as caught:
        article(tmp_path, f"{declaration}<TimeML><TEXT>&b; &f; voted</TEXT></TimeML>")
    assert caught.value.reason == (
        "declares a document type or an entity (<!DOCTYPE …>); take the declaration out"
    )


def test_a_declaration_that_is_only_quoted_is_text() -> None:
    body = "<!-- <!DOCTYPE a> --><![CDATA[<!DOCTYPE b>]]> &lt;!ENTITY c>"
    assert text_of(f"<TEXT>{body}</TEXT>") == "<!DOCTYPE b> <!ENTITY c>"


@pytest.mark.parametrize("body", ["", " \n\t"])
def test_a_file_without_words_is_no_article(tmp_path: Path, body: str) -> None:
    with pytest.raises(ReadingError, match=r"a\.tml: (is empty|holds only white space)"):
        article(tmp_path, f"<TimeML>{DCT}<TEXT>{body}</TEXT></TimeML>")


@pytest.mark.parametrize(
    "document",
    [
        f"<TimeML>{DCT}<TEXT>a</TEXT></TimeML>",
        f"<TimeML><TEXT>a</TEXT>{DCT}</TimeML>",
        '<TimeML><DCT><TIMEX3 value="2023-02-08" tid="t0"/></DCT><TEXT>a</TEXT></TimeML>',
        f"<TimeML><HEADER>{CREATED}</TIMEX3></HEADER><TEXT>a</TEXT></TimeML>",
        f"<TimeML><TEXT>\n{CREATED[:-1]} />The town voted.</TEXT></TimeML>",
        CREATED.replace('"', "'") + "<TEXT>a</TEXT>",
        CREATED.replace("=", "\n = ") + "<TEXT>a</TEXT>",
        f'<TIMEX3 value="1999"/>{DCT}<TEXT><TIMEX3 tid="t1" value="2001">a</TIMEX3></TEXT>',
        f'<DCT><TIMEX3 value=""/></DCT>{DCT}<TEXT>a</TEXT>',
    ],
)
def test_the_creation_time_is_found_wherever_it_stands(document: str) -> None:
    assert created(document) == "2023-02-08"


def test_a_creation_time_outside_the_text_outranks_one_inside() -> None:
    inside = CREATED.replace("2023-02-08", "1999-01-01")
    assert created(f"<TEXT>{inside}x</TIMEX3></TEXT>{DCT}") == "2023-02-08"


@pytest.mark.parametrize(
    "head",
    [
        "",
        "<DCT></DCT>",
        '<DCT><TIMEX3 value=""></TIMEX3></DCT>',
        '<TIMEX3 value="2023-02-08"/>',
        '<DCT><TIMEX3 value="03-02-2009"/></DCT>',
    ],
)
def test_a_file_may_have_no_creation_time(head: str) -> None:
    body = '<TIMEX3 tid="t1" value="2001" functionInDocument="NONE">a</TIMEX3>'
    assert created(f"<TimeML>{head}<TEXT>{body}</TEXT></TimeML>") is None


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2007-03-02", "2007-03-02"),
        ("20070302", "2007-03-02"),
        ("2007/03/02", "2007-03-02"),
        ("2007-03-02T10:00", "2007-03-02"),
        ("2007-03-02T10:00:59Z", "2007-03-02"),
        ("20070302T1000", "2007-03-02"),
        ("2007-03-02TMO", "2007-03-02"),
        ("2007-03", "2007-03"),
        ("2007", "2007"),
        ("2007-W09", "[2007-02-26..2007-03-04]"),
    ],
)
def test_values_of_creation_times(value: str, edtf: str) -> None:
    claim = creation_claim(value)
    assert claim is not None
    assert (claim.source, claim.text, claim.span) == (ClaimSource.CREATION, value, None)
    assert claim.when == from_edtf(edtf).with_basis(Basis.METADATA)


@pytest.mark.parametrize(
    "value", ["", "XXXX-XX-XX", "PRESENT_REF", "03-02-2009", "2007-13-01", "2007-W60", "20070230"]
)
def test_what_is_no_day_is_no_creation_time(value: str) -> None:
    assert creation_claim(value) is None


def test_the_title_is_that_of_the_file(tmp_path: Path) -> None:
    head = f"{DCT}<TITLE>\nBread &amp; <b>roses</b></TITLE>"
    told = article(tmp_path, f"<TimeML>{head}<TEXT>The town voted.</TEXT></TimeML>")
    assert (told.title, told.text) == ("Bread & roses", "The town voted.")


def test_what_the_user_says_outranks_the_file(tmp_path: Path) -> None:
    given_date = Facts((published_claim("2020-01-01"),), title="Given")
    document = f"{DCT}<TITLE>Stated</TITLE><TEXT>The town voted.</TEXT>"
    told = article(tmp_path, document, given_date)
    assert told.title == "Given"
    assert [c.source for c in told.claims] == [ClaimSource.GIVEN, ClaimSource.CREATION]


STORY = (
    "Town votes on its budget in March\n\nPublished: 7 February 2023\n\n"
    "KABUL, Feb 7 (Reuters) - The town voted on Monday.\n\nRead more: 6 February 2023\n"
)


def test_headlines_and_datelines_are_sentences(tmp_path: Path) -> None:
    told = article(tmp_path, f"{DCT}<TEXT>{STORY}</TEXT>")
    sentences = [span.of(told.text) for span in told.sentences]
    assert told.marks == ()
    assert sentences[:3] == [
        "Town votes on its budget in March",
        "Published: 7 February 2023",
        "KABUL, Feb 7 (Reuters) - The town voted on Monday.",
    ]
    assert sum(map(len, map(str.split, sentences))) == len(STORY.split()), "no word is lost"
    assert [claim.text for claim in told.claims] == ["2023-02-08", "7 February 2023", "Feb 7"]


def test_a_line_that_repeats_the_creation_time_is_no_text(tmp_path: Path) -> None:
    body = "Town votes\nFebruary 8, 2023\nThe town voted on Monday.\n"
    told = article(tmp_path, f"{DCT}<TEXT>{body}</TEXT>")
    assert [mark.span.of(body) for mark in told.marks] == ["February 8, 2023"]
    undated = article(tmp_path, f"<TEXT>{body}</TEXT>")
    assert undated.marks == ()
    assert len(undated.sentences) == 3


MARKUP = "< > & ; &amp; &lt &#13; ]]> <![CDATA[ <!-- --> </TEXT> <TEXT> <? ?> \" '"
SIGNS = "\t \n \r \r\n \x85 \u200b \u202e \u2028 😀 é e\u0301"
TAGS = ["<!DOCTYPE x>", '<TIMEX3 value="1999">', "12 May 1999", " "]
PIECES = st.sampled_from([*MARKUP.split(), *SIGNS.split(" "), *TAGS])
HOSTILE = st.lists(
    PIECES | st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\uffff")),
    max_size=20,
).map("".join)


@given(HOSTILE)
def test_what_is_written_is_read_again(text: str) -> None:
    text = text.replace("\ufffe", "")
    published = Published(from_edtf("2023-02-08"), Basis.GIVEN)
    content = timeml(written(text, [], published, "a & <b>.txt").encode())
    assert content.text == text
    assert [to_edtf(claim.when) for claim in content.facts.claims] == ["2023-02-08"]


@given(HOSTILE)
def test_any_bytes_give_a_text_or_one_line_of_error(text: str) -> None:
    try:
        told = read_text("a.tml", timeml(f"<TEXT>{text}".encode()).text, whole=True)
    except (ReadingError, ValueError) as error:
        assert "\n" not in str(error)  # noqa: PT017 - either outcome is right
        return
    covered = [*told.sentences, *(mark.span for mark in told.marks)]
    letters = sum(map(str.isalnum, told.text))
    assert sum(c.isalnum() for span in covered for c in span.of(told.text)) == letters


@pytest.mark.parametrize(
    "piece",
    [
        "<!--",
        "<![CDATA[",
        "<?",
        "<",
        "<a",
        "<a ",
        '<a b="',
        "<a 'b",
        "<TIMEX3 ",
        "&#",
        "&amp",
        "a=",
    ],
)
def test_the_scan_is_linear(piece: str) -> None:
    def seconds(times: int) -> float:
        begun = time.thread_time()
        timeml(f"<DCT><TIMEX3 {piece * times}></DCT><TEXT>{piece * times}</TEXT>".encode())
        return time.thread_time() - begun

    assert seconds(200_000) < 10, "some 0.4 s of this thread alone where each piece is seen once"

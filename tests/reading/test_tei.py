"""TEI: the text as it stands, and the dates that an editor states in it, at their places."""

from collections.abc import Iterator
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.export.samples import article as sample_article
from tests.export.samples import event, mention
from tests.reading.alone import article_in, in_memory
from timeline.export import exported
from timeline.model.article import Article
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.timeline import Timeline
from timeline.model.when import Kind
from timeline.reading import ReadingProcess
from timeline.reading.content import Content
from timeline.reading.formats import tei
from timeline.store import article_rows

HEADER = (
    "<teiHeader><fileDesc><titleStmt><title>Letter of Ann</title></titleStmt>"
    "<publicationStmt><publisher>The Archive</publisher><date when='2015'/></publicationStmt>"
    "<sourceDesc><bibl><date when='1921-05'/></bibl></sourceDesc></fileDesc>"
    "<profileDesc><creation><date when='1914-07-02'/></creation></profileDesc></teiHeader>"
)


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def document(body: str, header: str = "") -> bytes:
    name = 'xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"'
    return (
        f'<?xml version="1.0"?><TEI {name}>{header}<text><body>{body}</body></text></TEI>'.encode()
    )


def dated(article: Article) -> list[tuple[str, str]]:
    return [(one.span.of(article.text), to_edtf(one.when)) for one in article.dated]


def test_paragraphs_are_read_and_notes_and_other_readings_are_not(process: ReadingProcess) -> None:
    body = (
        "<div><head>The war</head><p>The <choice><orig>warre</orig><reg>war</reg></choice> came"
        "<note>In 1914.</note>.<lb/>It <del>did</del>went on<lb break='no'/>ward.</p>"
        "<lg><l>A line,</l><l>another.</l></lg><fw>Page 2</fw><list><item>One</item></list></div>"
    )
    article = article_in("a.xml", document(body, HEADER), process)
    assert article.text.split("\n\n") == [
        "Letter of Ann",
        "The war",
        "The war came. It went onward.",
        "A line,",
        "another.",
        "One",
    ]
    assert [(out.reason, out.excerpt) for out in article.left_out] == [
        ("other reading", "warre"),
        ("footnotes", "In 1914."),
        ("deleted text", "did"),
        ("page furniture", "Page 2"),
    ]
    assert (article.title, article.source) == ("Letter of Ann", "The Archive")
    assert [(claim.text, claim.place) for claim in article.claims] == [
        ("1914-07-02", "element creation/date")
    ]


@pytest.mark.parametrize(
    ("attributes", "edtf"),
    [
        ("when='1914-06-28'", "1914-06-28"),
        ("when='1914-06'", "1914-06"),
        ("when='-0044-03-15'", "-0044-03-15"),
        ("value='1914'", "1914"),
        ("from='1908' to='1914-06'", "1908-01/1914-06"),
        ("from='1908'", "1908/"),
        ("notBefore='1880-01' notAfter='1880-05-01'", "[1880-01-01..1880-05-01]"),
        ("notAfter='1880'", "[..1880]"),
    ],
)
def test_a_date_means_what_its_attributes_state(
    attributes: str, edtf: str, process: ReadingProcess
) -> None:
    body = f"<p>It was  on <date {attributes}> that\n <hi>fine</hi> day </date>.</p>"
    article = article_in("a.tei", document(body), process)
    assert article.text == "It was on that fine day ."
    assert dated(article) == [("that fine day", edtf)]


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        "when='--06-28'",
        "when='soon'",
        "when='1914-02-31'",
        "from='b' to='a'",
        "from='1914' to='1908'",
    ],
)
def test_a_date_that_states_none_is_plain_text(attributes: str, process: ReadingProcess) -> None:
    article = article_in("a.tei", document(f"<p>On <date {attributes}>a day</date>.</p>"), process)
    assert article.dated == ()
    assert article.text == "On a day."


WORDS = st.text(st.sampled_from(" \n\tab1.é&<"), max_size=6)


@given(
    st.lists(
        st.tuples(WORDS, st.one_of(st.none(), st.sampled_from(["1914", "1920-05-01"]))), max_size=8
    )
)
def test_every_dated_phrase_stands_at_its_place(pieces: list[tuple[str, str | None]]) -> None:
    body = "".join(
        escape(text) if when is None else f"<date when='{when}'>{escape(text)}</date>"
        for text, when in pieces
    )
    (part,) = tei.read(document(f"<p>x {body}</p><p>y <date when='1930'>end</date></p>"), ".tei")
    assert isinstance(part, Content)
    whole = " ".join("".join(text for text, _ in pieces).split())
    assert part.text == f"{f'x {whole}'.rstrip()}\n\ny end"
    wanted = [(" ".join(t.split()), when) for t, when in pieces if when and t.strip()]
    found = [(one.span.of(part.text), to_edtf(one.when)) for one in part.dated]
    assert found == [*wanted, ("end", "1930")]


def test_a_corpus_holds_an_article_a_text(process: ReadingProcess) -> None:
    one = document("<p>The first.</p>").split(b"?>")[1]
    empty = b"<TEI><teiHeader/></TEI>"
    corpus = (
        b"<teiCorpus xmlns='http://www.tei-c.org/ns/1.0'>" + one + empty + one + b"</teiCorpus>"
    )
    found = in_memory("a.xml", corpus, process)
    names = [i.document if isinstance(i, Article) else i.name for i in found]
    assert names == ["a.xml/1", "a.xml/2", "a.xml/3"]
    assert not isinstance(found[1], Article)


def test_a_store_keeps_the_dated_phrases(process: ReadingProcess) -> None:
    article = article_in("a.xml", document("<p>On <date from='1908'>it</date>.</p>"), process)
    assert article.dated[0].when.kind is Kind.THROUGHOUT
    assert article_rows.article_of(article_rows.article_row(article)) == article


@pytest.mark.parametrize("edtf", ["2022-06-14", "2022-06", "2001/2005", "[2022-06-14..2022-07-02]"])
def test_what_is_exported_as_tei_is_read_back_with_its_dates(
    edtf: str, process: ReadingProcess
) -> None:
    told = event(mention(when=from_edtf(edtf)))
    written = exported(Timeline((sample_article(),), (told,)), "tei")
    article = article_in("a.tei.xml", written, process)
    assert "Harbour opens" in article.text
    (found,) = article.dated
    assert (found.when.first, found.when.last) == (told.when.first, told.when.last)

"""Who published an article, and where it is named."""

from pathlib import Path

import pytest

from timeline.app.collect import collect
from timeline.model.article import Article, SourceBasis
from timeline.reading.facts import Facts
from timeline.reading.publisher import publisher_of

PAGE = """<html><head>{head}<title>The dam opened</title></head><body><h1>The dam opened</h1>
<article><p>The dam on the Vel opened on 3 May 2021, and the mayor of Norhaven spoke there.</p>
<p>Some two thousand people came to see the first water run down the long new channel.</p>
</article></body></html>"""
ADDRESS = '<link rel="canonical" href="https://www.courier.example/2021/05/03/dam">'
JSON_LD = """<script type="application/ld+json">
{"@type": "NewsArticle", "headline": "The dam opened", "publisher": {"name": "The Courier"}}
</script>"""
SITE = '<meta property="og:site_name" content="Courier Online">'


def only(folder: Path) -> Article:
    (article,) = collect([folder]).articles
    return article


@pytest.mark.parametrize(
    ("head", "publisher", "basis"),
    [
        (SITE + JSON_LD + ADDRESS, "Courier Online", SourceBasis.PAGE),
        (JSON_LD + ADDRESS, "The Courier", SourceBasis.PAGE),
        (ADDRESS, "courier.example", SourceBasis.ADDRESS),
        ("", None, None),
    ],
)
def test_a_page_names_its_publisher(
    tmp_path: Path, head: str, publisher: str | None, basis: SourceBasis | None
) -> None:
    (tmp_path / "dam.html").write_text(PAGE.format(head=head), "utf-8")
    article = only(tmp_path)
    assert (article.source, article.source_basis) == (publisher, basis)


def test_a_record_and_a_feed_name_theirs(tmp_path: Path) -> None:
    record = '{"text": "The dam opened on 3 May 2021.", "publisher": "The Courier"}\n'
    (tmp_path / "a.jsonl").write_text(record, "utf-8")
    assert only(tmp_path).source_basis is SourceBasis.RECORD
    (tmp_path / "a.jsonl").unlink()
    (tmp_path / "a.xml").write_text(
        "<rss><channel><title>Courier news</title><item><title>The dam</title>"
        "<description>The dam on the Vel opened on 3 May 2021.</description></item>"
        "</channel></rss>",
        "utf-8",
    )
    article = only(tmp_path)
    assert (article.source, article.source_basis) == ("Courier news", SourceBasis.FEED)


def test_what_outranks_names_the_basis_too() -> None:
    given = Facts(source="The Courier", source_basis=SourceBasis.METADATA)
    page = Facts(source="Courier Online", source_basis=SourceBasis.PAGE, url="https://a.example/x")
    assert publisher_of(given.over(page)) == ("The Courier", SourceBasis.METADATA)
    assert publisher_of(Facts(title="Dam").over(page)) == ("Courier Online", SourceBasis.PAGE)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.courier.example/a", "courier.example"),
        ("http://m.courier.example:8080/a", "courier.example"),
        ("https://news.courier.example/", "news.courier.example"),
        ("ftp://courier.example/a", None),
        ("https://localhost/a", None),
        ("https://[broken/a", None),
        ("not an address", None),
    ],
)
def test_the_host_of_an_address(url: str, host: str | None) -> None:
    assert publisher_of(Facts(url=url))[0] == host

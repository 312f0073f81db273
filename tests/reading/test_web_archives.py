"""Web archives: each page is an article with its address; a capture is no date of publication."""

from collections.abc import Iterator

import pytest

from tests.reading import office_makers as office
from tests.reading.alone import in_memory, reason_in
from timeline.dating.known import KnownTable
from timeline.dating.publication import published
from timeline.model.article import Article, ClaimSource
from timeline.model.timeline import Analysis
from timeline.reading import ReadingProcess


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def page(text: str, head: str = "") -> bytes:
    return (
        f"<html><head><title>Harbour</title>{head}</head><body><article><p>{text}</p>"
        f"<p>The mayor of Lindholm said so in the town hall.</p></article></body></html>"
    ).encode()


TEXT = "The council of Lindholm voted to close the old harbour for two years."
STATED = '<meta property="article:published_time" content="2024-05-03">'
PAGES = [
    ("https://e.org/a?x=1", "2025-01-02", "text/html; charset=utf-8", page(TEXT)),
    ("https://e.org/b", "2025-01-02", "text/html", page(TEXT + " Ja, für immer.", STATED)),
    ("https://e.org/b", "2025-02-02", "text/html", page(TEXT + " Nein.")),
    ("https://e.org/a.png", "2025-01-02", "image/png", b"x"),
    ("https://e.org/gone", "2025-01-02", "404", page("Not here.")),
]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", office.warc(PAGES)),
        ("a.warc.gz", office.warc(PAGES, pack=True)),
        ("a.wacz", office.wacz(office.warc(PAGES, pack=True))),
    ],
)
def test_every_page_is_an_article_with_its_address(
    name: str, data: bytes, process: ReadingProcess
) -> None:
    found = [item for item in in_memory(name, data, process) if isinstance(item, Article)]
    assert [(a.document, a.url) for a in found] == [
        (f"{name}/e.org-a-x-1", "https://e.org/a?x=1"),
        (f"{name}/e.org-b", "https://e.org/b"),
        (f"{name}/e.org-b-2", "https://e.org/b"),
    ]
    assert "für immer" in found[1].text
    beside = {out.reason: out.excerpt for a in found for out in a.left_out}
    assert (
        beside["captured, and no page"]
        == "image/png https://e.org/a.png · text/html https://e.org/gone"
    )


def test_the_day_of_capture_is_kept_and_dates_nothing(process: ReadingProcess) -> None:
    first, second, _ = in_memory("a.warc", office.warc(PAGES), process)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert [c.source for c in first.claims] == [ClaimSource.ACCESSED]
    assert not published(Analysis(first, (), ()), KnownTable(())).when.resolved
    assert [c.source for c in second.claims] == [ClaimSource.PAGE, ClaimSource.ACCESSED]
    stated = published(Analysis(second, (), ()), KnownTable(()))
    assert stated.explanation[0].endswith("3 May 2024.")


def test_an_archive_without_pages_is_named(process: ReadingProcess) -> None:
    assert "without pages" in reason_in("a.warc", office.warc(PAGES[3:4]), process)

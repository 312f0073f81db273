"""Publication dates of web pages, with the habits of real sites: at least 95 in 100 are right.

Every page of pages.toml is held to its date; none of them takes the date of an event.
"""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reading.alone import article_in
from timeline.model.article import Article, ClaimSource
from timeline.model.edtf import to_edtf
from timeline.reading import ReadingProcess

FOLDER = Path(__file__).parent
FIRST = tomllib.loads((FOLDER / "pages.toml").read_text(encoding="utf-8"))
SECOND = tomllib.loads((FOLDER / "more_pages.toml").read_text(encoding="utf-8"))
PAGES = FIRST | SECOND
STORY = """
<p>The council of Lindholm voted to close the old harbour, which was built in June 1962, for at
least two years. The vote had been put off on 14 March 2022 after a storm broke the outer wall.</p>
<p>Nobody was hurt then, but the island was cut off until 2 April 2022. The new wall is to be ready
on 1 July 2026, and the first ships are expected in the week after that, the mayor said.</p>
<p>A similar plan failed on 9 November 1998 because the council rejected its costs.</p>
"""
EVENTS = {"1962-06", "2022-03-14", "2022-04-02", "2026-07-01", "1998-11-09", "1969-07-20"}


def page(case: dict[str, str]) -> bytes:
    link = f'<link rel="canonical" href="{case["url"]}">' if "url" in case else ""
    return f"""<!DOCTYPE html><html lang="{case.get("lang", "en")}"><head><meta charset="utf-8">
    <title>Council votes on the old harbour - The Example</title>{link}{case.get("head", "")}</head>
    <body><header><a href="/">The Example</a><nav><ul><li><a href="/w">World</a></li></ul></nav>
    </header><main><article><h1>Council votes on the old harbour</h1>{case.get("top", "")}
    {case.get("body", STORY)}</article>{case.get("tail", "")}</main>
    <footer><p>Copyright 2031 The Example</p></footer></body></html>""".encode()


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def dated(name: str, process: ReadingProcess) -> Article:
    return article_in(f"{name.replace('_', '-')}.html", page(PAGES[name]), process)


def test_there_are_enough_pages() -> None:
    assert len(PAGES) == len(FIRST) + len(SECOND) >= 90


@pytest.mark.parametrize("name", PAGES)
def test_a_page_gives_its_day_of_publication(name: str, process: ReadingProcess) -> None:
    claims = [claim for claim in dated(name, process).claims if claim.when.resolved]
    best = to_edtf(claims[0].when) if claims else ""
    assert best == PAGES[name]["date"], [(c.source.value, c.text, c.place) for c in claims]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_gives_the_date_of_an_event(name: str, process: ReadingProcess) -> None:
    assert EVENTS.isdisjoint(to_edtf(claim.when) for claim in dated(name, process).claims)


def test_updates_stand_beside_the_publication(process: ReadingProcess) -> None:
    article = dated("json_ld_news_article", process)
    told = [(claim.source, to_edtf(claim.when), claim.place) for claim in article.claims]
    assert told == [
        (ClaimSource.PAGE, "2024-05-03", "JSON-LD datePublished"),
        (ClaimSource.UPDATED, "2024-05-06", "JSON-LD dateModified"),
    ]


def test_dates_that_differ_are_all_kept(process: ReadingProcess) -> None:
    article = dated("page_and_line_differ", process)
    assert [to_edtf(claim.when) for claim in article.claims] == [
        "2024-05-03",
        "2025-02-01",
        "2025-02-01",
    ]

"""The same article in every format: the same events on the same dates."""

from collections.abc import Callable, Iterator

import pytest

from tests.reading import makers
from tests.reading.alone import article_in
from tests.reading.makers import Story
from timeline.app.pipeline import analyse, assemble
from timeline.model.article import Article, ClaimSource
from timeline.model.edtf import to_edtf
from timeline.reading import ReadingProcess

STORIES = (
    Story.of(
        "Ferry operator opens new harbour in Lindholm",
        "2024-05-03",
        """
        LINDHOLM - The ferry operator Norda opened a new harbour on Thursday, two years after a
        storm had destroyed the old one. About 400 people watched the first ship arrive.

        The old harbour was built in June 1962 and closed on 14 March 2022, when waves broke the
        outer wall. Nobody was hurt, but the island was cut off until 2 April 2022.

        Norda will start daily trips on 1 July, the company said. A second pier is planned for
        2026, and the council will vote on it next month.

        In 1998 a similar plan had failed because the council rejected the costs of 12 million
        crowns. Mayor Ida Storm said on Friday that this would not happen again.
        """,
    ),
    Story.of(
        "Court fines Belvar Steel for spill of 2019",
        "2021-11-24",
        """
        A court in Port Maren fined Belvar Steel 3.5 million euros on Tuesday for a spill that
        killed fish along 40 kilometres of the river Ase in August 2019.

        The company said that it would appeal by 15 December. Its lawyer, Tom Aldous, called the
        ruling “unfair” — the firm had reported the leak on 9 August 2019, he said.

        Belvar bought the plant in 2015 and closed its oldest furnace last year. Two directors
        resigned in January 2020.
        """,
    ),
)
WRITERS: dict[str, Callable[[Story], bytes]] = {
    "a.txt": makers.txt,
    "wrapped.txt": makers.wrapped_txt,
    "a.md": makers.md,
    "a.html": makers.html,
    "a.mhtml": makers.mhtml,
    "a.pdf": makers.pdf,
    "a.docx": makers.docx,
    "a.epub": makers.epub,
    "a.eml": makers.eml,
    "html.eml": makers.eml_html,
    "a.json": makers.json_of,
    "a.jsonl": makers.json_lines,
    "a.csv": makers.csv,
    "a.rss": makers.rss,
    "a.atom": makers.atom,
    "feed.json": makers.json_feed,
    "a.zip": lambda story: makers.packed({"inner/a.html": makers.html(story)}),
}
Told = set[tuple[str, str, str, str]]


@pytest.fixture(scope="module")
def process() -> Iterator[ReadingProcess]:
    with ReadingProcess() as started:
        yield started


def events(article: Article) -> Told:
    timeline = assemble([analyse(article)])
    return {
        (
            event.title,
            to_edtf(event.when),
            event.status.value,
            " ".join(m.mention.expression.text.split()),
        )
        for event in timeline.events
        for m in event.mentions
    }


@pytest.fixture(scope="module", params=STORIES, ids=lambda story: story.day)
def told(request: pytest.FixtureRequest, process: ReadingProcess) -> tuple[Story, Told]:
    story = request.param
    return story, events(article_in("a.txt", makers.txt(story), process))


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_tells_the_same_events(
    name: str, told: tuple[Story, Told], process: ReadingProcess
) -> None:
    story, expected = told
    assert len(expected) >= 5
    article = article_in(name, WRITERS[name](story), process)
    assert article.title == story.title
    best = article.claims[0]
    assert to_edtf(best.when) == story.day, (best, article.text[:300])
    assert events(article) == expected


@pytest.mark.parametrize("name", WRITERS)
def test_every_span_quotes_the_stored_text(name: str, process: ReadingProcess) -> None:
    article = article_in(name, WRITERS[name](STORIES[0]), process)
    spoken = " ".join(span.of(article.text) for span in article.sentences)
    for paragraph in STORIES[0].paragraphs:
        words = " ".join(paragraph.removeprefix("LINDHOLM - ").split())
        assert words in " ".join(spoken.split())
    for mark in article.marks:
        assert 0 <= mark.span.start < mark.span.end <= len(article.text)


def test_a_pdf_never_gives_its_own_date(process: ReadingProcess) -> None:
    story = STORIES[1]
    article = article_in("a.pdf", makers.pdf(story), process)
    assert [claim.source for claim in article.claims] == [ClaimSource.LABEL]


def test_a_saved_page_never_gives_the_day_of_saving(process: ReadingProcess) -> None:
    article = article_in("a.mhtml", makers.mhtml(STORIES[0]), process)
    assert all("2031" not in to_edtf(claim.when) for claim in article.claims)
    assert article.url == STORIES[0].url

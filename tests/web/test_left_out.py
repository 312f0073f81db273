"""What of an article is not read stands beside its text."""

from tests.web.components import having, kinds, text
from timeline.model.article import RECOGNISED, Article, LeftOut, Mark
from timeline.model.span import Span
from timeline.web.features.article.left_out import left_out, recognised

TEXT = "Share this\nThe wall broke.\nBy Jane Doe\n3 May 2024\nShare this"
FURNITURE = (
    Mark(Span(0, 10), "boilerplate"),
    Mark(Span(TEXT.rindex("Share"), len(TEXT)), "boilerplate"),
)
HEADER = Mark(Span(TEXT.index("3 May"), TEXT.index("3 May") + 10), "header")


def test_reasons_counts_and_beginnings_are_shown() -> None:
    outside = (LeftOut("footnotes", 1_200, "Said before …"),)
    article = Article("a.txt", TEXT, "A", (), marks=(*FURNITURE, HEADER), left_out=outside)
    heading, listed = left_out(article)
    assert text(heading) == "Not read"
    assert [text(item) for item in kinds(listed, "Li")] == [
        "page furniture: 2 passages, 20 characters, greyed in the text",
        "footnotes: 1,200 characters, not in the textSaid before …",
    ]
    assert text(having(listed, "className", "muted")) == "Said before …"


def test_an_article_that_is_read_whole_shows_nothing() -> None:
    assert left_out(Article("a.txt", TEXT, "A", (), marks=(HEADER,))) == []


def test_an_article_that_was_read_from_pictures_says_so_and_nothing_of_it_is_missing() -> None:
    note = LeftOut(RECOGNISED, 900, "mean certainty 97 %, 2 pages")
    article = Article("a.png", TEXT, "A", (), left_out=(note,))
    assert left_out(article) == []
    heading, how = recognised(article)
    assert text(heading) == "Read from pictures"
    assert text(how) == (
        "Letters and dates may be wrong: mean certainty 97 %, 2 pages. Compare with the picture."
    )
    assert recognised(Article("a.txt", TEXT, "A", ())) == []

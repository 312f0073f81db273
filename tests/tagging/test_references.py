"""References that are marked in a story and not in news."""

from timeline.app.tag import tag_article
from timeline.dating import load
from timeline.events import find_events
from timeline.reading import read_text
from timeline.tagging import references, tag

STORY = (
    "The port was founded in 1850 by a former miller. It burned in 1861, in 1863 and in 1870. "
    "At the same time, the railway came. In 1874 and 1879 it was widened, in 1881 closed. "
    "During that period few ships called. It was opened in 1890, burned in 1893, rose in 1894 "
    "and fell in 1899, in the hands of its future owners, after the time of the great floods."
)
NEWS = "The former mayor said on Monday that the future of the port was at the same time open."


def marked(text: str) -> list[tuple[str, str]]:
    article = read_text("a.txt", text, whole=True)
    return [(e.text, r.timex.value) for e, r in tag_article(article, load()).readings]


def test_a_story_has_references_to_its_own_time() -> None:
    found = [one for one in marked(STORY) if not one[0].isdigit()]
    assert found == [
        ("former", "PAST_REF"),
        ("the same time", "1870"),
        ("that period", "1881"),
        ("future", "FUTURE_REF"),
    ]


def test_news_has_none() -> None:
    assert [text for text, _ in marked(NEWS)] == ["Monday", "the future"]
    assert "former" not in [text for text, _ in marked("A former mayor ruled from 1990 to 1995.")]


def test_they_date_no_event() -> None:
    article = read_text("a.txt", STORY, whole=True)
    told = {mention.expression.text for mention in find_events(article, tag(article))}
    assert told.isdisjoint(("former", "the same time", "that period", "future"))


def test_a_language_without_words_of_its_own_has_none() -> None:
    article = read_text("a.txt", "De haven werd in 1850 gesticht door een molenaar uit de stad.")
    assert references(article, []) == []

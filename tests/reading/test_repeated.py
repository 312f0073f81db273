from timeline.model.article import Article
from timeline.reading import Facts, read_text, without_repeated

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
TEASER = "Storm hits the coast on 1 May: see our pictures"


def article(number: int, extra: str = TEASER, source: str = "The Example") -> Article:
    day = DAYS[number % 6]
    paragraphs = [
        f"A vote in town {day}",
        f"The council of district {day}{number} met on {day} to vote on its plan.",
        extra,
        f"Nobody spoke against plan {number}.",
    ]
    return read_text(f"{number}.txt", "\n\n".join(paragraphs), Facts(source=source))


def quoted(article: Article) -> list[str]:
    return [mark.span.of(article.text) for mark in article.marks]


def spoken(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.sentences]


def test_a_line_under_many_stories_belongs_to_the_page() -> None:
    articles = without_repeated([article(n, TEASER.replace("1", str(n))) for n in range(6)])
    assert all("Storm" in quoted(a)[0] for a in articles)
    assert all(not any("Storm" in s for s in spoken(a)) for a in articles)


def test_few_stories_tell_nothing() -> None:
    articles = [article(n) for n in range(3)]
    assert without_repeated(articles) == articles


def test_copies_of_one_story_tell_nothing() -> None:
    articles = [article(1) for _ in range(9)]
    assert without_repeated(articles) == articles


def test_sources_are_told_apart() -> None:
    articles = [article(n, source=f"Paper {n}") for n in range(9)]
    assert without_repeated(articles) == articles


def test_order_changes_nothing_and_twice_is_once() -> None:
    articles = [article(n) for n in range(6)]
    once = without_repeated(articles)
    assert without_repeated(once) == once
    assert without_repeated(articles[::-1])[::-1] == once

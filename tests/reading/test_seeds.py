"""The seed articles, sentence by sentence where it matters."""

from pathlib import Path

import pytest

from tests.reading.alone import read_one
from timeline.model.article import Article
from timeline.model.edtf import to_edtf
from timeline.reading import Source, sources

SEEDS = Path(__file__).parents[2] / "seeds"


def seed(number: str) -> Article:
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return read_one(Source(path.name, path))


def marks(article: Article) -> list[tuple[str, str]]:
    return [(mark.reason, mark.span.of(article.text)) for mark in article.marks]


def sentences(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.sentences]


def test_the_five_are_found_in_order() -> None:
    found = [item.document[:3] for item in sources([SEEDS]) if isinstance(item, Source)]
    assert found == ["000", "001", "002", "003", "004"]


@pytest.mark.parametrize(
    ("number", "count", "title", "in_text"),
    [
        (
            "000",
            20,
            (
                "The ISIL-K have threatened to launch terrorist attacks against the embassies of"
                " India, Iran and China in Afghanistan…"
            ),
            False,
        ),
        (
            "001",
            25,
            (
                "A Serious Threat Is ISIS Affiliate’s Increased Terror Strikes In Afghanistan:"
                " India Tells Sco Member States"
            ),
            True,
        ),
        (
            "002",
            17,
            "India has heightened its vigilance against the Islamic State Khorasan Province…",
            False,
        ),
        ("003", 19, "ISIS is expanding into South Asia with help from Pakistan", True),
        (
            "004",
            16,
            (
                "The Islamic State Khorasan Province is increasingly becoming a significant"
                " security threat in South Asia"
            ),
            False,
        ),
    ],
)
def test_titles_and_counts(number: str, count: int, title: str, in_text: bool) -> None:  # noqa: FBT001
    article = seed(number)
    assert (article.title, article.language) == (title, "en")
    assert (article.title_span is not None) is in_text
    assert len(article.sentences) == count


def test_marks() -> None:
    advertisement = ("boilerplate", "Advertisement")
    latest = ("boilerplate", "Read all the Latest India News here")
    assert marks(seed("000")) == [*[advertisement] * 4, latest]
    assert marks(seed("001")) == [("boilerplate", "Exit mobile version")]
    assert marks(seed("002")) == [("header", "date 2024-07-31"), ("boilerplate", "Agencies")]
    assert marks(seed("003")) == [
        ("dateline", "Geneva: –"),
        ("boilerplate", "Leave a Reply"),
        ("boilerplate", "Your email address will not be published."),
    ]
    assert marks(seed("004")) == [("dateline", "NEW DELHI:")]


@pytest.mark.parametrize("number", ["000", "001", "003", "004"])
def test_four_state_no_date(number: str) -> None:
    assert seed(number).claims == ()


def test_one_states_its_date() -> None:
    (claim,) = seed("002").claims
    assert (str(claim.source), claim.text, to_edtf(claim.when)) == (
        "label",
        "2024-07-31",
        "2024-07-31",
    )


def test_sentences_that_are_easily_parted() -> None:
    assert sentences(seed("000"))[11].startswith("The reopening of the embassy took place after")
    assert "official J.P. Singh had visited" in sentences(seed("000"))[11]
    assert "with J. Enkhbayar, the security" in sentences(seed("001"))[23]
    assert sentences(seed("002"))[2] == "Recent Developments"
    assert sentences(seed("002"))[3].startswith("1. Geographical Expansion: ISKP has not")
    assert sentences(seed("002"))[8].endswith("BRICS NSA meeting in St. Petersburg.")
    assert sentences(seed("003"))[1].startswith("Although ISIS has been nearly finished")
    assert sentences(seed("003"))[3].startswith("70% of the terrorists")
    assert sentences(seed("004"))[0].startswith("The Islamic State Khorasan Province (ISKP)")


def test_every_sentence_ends_as_one_does() -> None:
    headings = {"Recent Developments", "Implications For Regional Security"}
    for number in ("000", "001", "002", "003", "004"):
        article = seed(number)
        for span in article.sentences:
            text = span.of(article.text)
            assert text[-1] == "." or text in headings or span == article.title_span

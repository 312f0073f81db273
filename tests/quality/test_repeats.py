"""The measure of repeats within an article, on an article written for it."""

from pathlib import Path

from tests.quality.repeats import Graded, articles, figures, graded, mentions_of, of_half

ARTICLE = """<Document doc_name="2_1.xml">
{tokens}
<Markables>
<ACTION_OCCURRENCE m_id="1"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="9"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="3"><token_anchor t_id="15"/></ACTION_OCCURRENCE>
</Markables>
<Relations>
<CROSS_DOC_COREF r_id="1" note="quake"><source m_id="1"/><source m_id="2"/></CROSS_DOC_COREF>
</Relations>
</Document>"""
SENTENCES = ("An earthquake struck Ellery .", "The quake killed 37 people .", "Maas resigned .")
PLACES = (1, 8, 14)  # of the first token of each sentence


def written(folder: Path) -> Path:
    tokens = [
        f'<token t_id="{first + place}" sentence="{number}">{word}</token>'
        for number, (first, sentence) in enumerate(zip(PLACES, SENTENCES, strict=True))
        for place, word in enumerate(sentence.split())
    ]
    (folder / "2").mkdir()
    text = ARTICLE.format(tokens="\n".join(tokens))
    (folder / "2" / "2_1.xml").write_text(text, encoding="utf-8")
    return folder


def test_the_sentences_of_an_article_get_one_day(tmp_path: Path) -> None:
    (article,) = articles(written(tmp_path))
    assert article.text.split("\n\n") == [
        "An earthquake struck on Wednesday Ellery.",
        "The quake on Wednesday killed 37 people.",
        "Maas resigned on Wednesday.",
    ]
    assert [place.of(article.text) for place in article.events] == ["struck", "quake", "resigned"]


def test_pairs_are_right_where_people_say_so(tmp_path: Path) -> None:
    (article,) = articles(written(tmp_path))
    pairs = list(graded(article, mentions_of(article)))
    assert [(pair.same, pair.joined) for pair in pairs if pair.same is not None]
    assert all(pair.joined == pair.same for pair in pairs if pair.same is not None)


def test_what_is_open_counts_for_nothing(tmp_path: Path) -> None:
    (article,) = articles(written(tmp_path))
    one, other, *_ = mentions_of(article)
    pairs = [Graded("2", one, other, same, joined=True) for same in (True, False, None)]
    assert figures(pairs) == (
        "2 pairs, 1 of one event: repeats 100.0 (1/1)  precision 50.0 (1/2)  apart 0.0 (0/1)"
    )


def test_the_topics_are_halved() -> None:
    assert of_half("2", report=True)
    assert not of_half("3", report=True)

"""Laws of titles in languages without a parser, for sentences that make no sense at all."""

from hypothesis import given
from hypothesis import strategies as st

from tests.events.builder import marked
from timeline.events import find_events
from timeline.events.clauses.grammar import Grammar, grammar
from timeline.events.cues import cue_mention
from timeline.events.entry import LONGEST_TITLE
from timeline.languages.folders import GRAMMAR, languages_with

LANGUAGES = languages_with(GRAMMAR)
NOUNS = ("Haus", "Roma", "la ciudad", "«", "»", "(", ")", "[", "]", '"', "…", "3,5", "l'", "d’eau")


def words_of(g: Grammar) -> list[str]:
    """Return all words of a grammar that rules look for."""
    return sorted({word for words in g.sets.values() for word in words})


@st.composite
def sentences(draw: st.DrawFn, g: Grammar) -> str:
    """Draw words of the closed classes, nouns and stops, a name and one or two dates among them."""
    word = st.one_of(st.sampled_from(words_of(g)), st.sampled_from(NOUNS))
    stop = st.sampled_from(["", "", "", ",", ";", ":", " –", "."])
    parts = draw(st.lists(st.tuples(word, stop), min_size=1, max_size=40))
    plain = ["Roma", *(w.strip("[]") + s for w, s in parts)]
    for _ in range(draw(st.integers(1, 2))):
        plain.insert(draw(st.integers(0, len(plain))), "[1990]")
    return " ".join(part for part in plain if part)


@given(language=st.sampled_from(LANGUAGES), data=st.data())
def test_a_title_is_short_whole_and_without_its_date(language: str, data: st.DataObject) -> None:
    sentence = data.draw(sentences(grammar(language)))
    for mention in find_events(*marked(sentence, language=language)):
        title = mention.title
        assert 0 < len(title) <= LONGEST_TITLE
        assert "1990" not in title
        assert title.count("(") == title.count(")")


@given(language=st.sampled_from(LANGUAGES), text=st.text(max_size=200))
def test_any_text_has_a_title(language: str, text: str) -> None:
    plain = text.replace("[", "").replace("]", "").replace("\n", " ")
    (mention,) = find_events(*marked(f"{plain} [1990]", language=language))
    assert 0 < len(mention.title) <= LONGEST_TITLE


@given(language=st.sampled_from(LANGUAGES), text=st.text("ab ,.:()[]«»\"l'", min_size=1))
def test_a_sentence_under_the_date_of_another_has_a_title(language: str, text: str) -> None:
    plain = text.replace("[", "").replace("]", "")
    article, (date,) = marked("[1990]:", f"(x) {plain}", language=language)
    mention = cue_mention(article, article.sentences[1], date, [])
    assert 0 < len(mention.title) <= LONGEST_TITLE

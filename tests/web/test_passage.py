"""Marks on article text."""

from hypothesis import given
from hypothesis import strategies as st

from tests.web.components import having, kinds, text
from timeline.model.span import Span
from timeline.web.page.passage import Marking, around, marked, paragraphs

SPANS = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.text(min_size=1, max_size=80), st.lists(SPANS, max_size=6), st.data())
def test_marking_never_changes_the_text(story: str, spans: list[Span], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(story) - 1))
    place = Span(start, data.draw(st.integers(start + 1, len(story))))
    markings = [Marking(span, f"style{n}", f"e{n}") for n, span in enumerate(spans)]
    assert text(marked(story, place, markings)) == place.of(story)


def test_a_cut_wears_every_style_that_covers_it_and_selects_the_innermost() -> None:
    pieces = marked(
        "It rained on Monday.",
        Span(0, 20),
        [Marking(Span(0, 20), "told", "e1"), Marking(Span(10, 19), "told-date", "e2")],
    )
    inner = having(pieces, "className", "told told-date")
    assert [text(piece) for piece in inner] == ["on Monday"]
    assert getattr(inner[0], "data-event") == "e2"
    assert len(kinds(pieces, "Mark")) == 3


def test_markup_in_an_article_stays_text() -> None:
    story = "<b>bold</b> & <script>alert(1)</script>"
    pieces = marked(story, Span(0, len(story)), [Marking(Span(0, 4), "told")])
    assert text(pieces) == story
    assert {type(p).__name__ for p in pieces} <= {"str", "Span"}


def test_paragraphs_are_the_stretches_between_line_breaks() -> None:
    story = "\n\nOne.\n \nTwo\nthree.\n"
    assert [place.of(story) for place in paragraphs(story)] == ["One.", "Two", "three."]


@given(st.text(alphabet="ab \n", max_size=120))
def test_paragraphs_hold_every_visible_character(story: str) -> None:
    held = "".join(place.of(story) for place in paragraphs(story))
    assert "".join(held.split()) == "".join(story.split())


def test_the_passage_around_a_sentence_is_its_paragraph() -> None:
    story = "First line.\nBefore. The sentence. After.\nLast line."
    place = Span(story.index("The"), story.index("The") + len("The sentence."))
    assert around(story, place).of(story) == "Before. The sentence. After."


def test_a_very_long_paragraph_is_cut_at_spaces() -> None:
    story = "word " * 500 + "The sentence. " + "word " * 500
    place = Span(story.index("The"), story.index("The") + len("The sentence."))
    passage = around(story, place).of(story)
    assert "The sentence." in passage
    assert len(passage) < 1_000
    assert set(passage.replace("The sentence.", "").split()) == {"word"}


@given(st.text(alphabet="ab \n", min_size=1, max_size=1500), st.data())
def test_the_passage_always_holds_the_sentence(story: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(story) - 1))
    place = Span(start, data.draw(st.integers(start + 1, len(story))))
    assert around(story, place).contains(place)

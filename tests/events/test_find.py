"""What holds for every mention: which dates count, spans, order, keys, hostile input."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.builder import article, expression, marked
from timeline.events import find_events
from timeline.events.parser import LONGEST_SENTENCE, window_around
from timeline.model.article import Article, ClaimSource, DateClaim
from timeline.model.event import Status
from timeline.model.span import Span
from timeline.model.when import When
from timeline.reading import read_text
from timeline.tagging import tag

SUBJECTS = ("The government of Chile", "Rebels", "Anna Berg", "The two companies", "India")
DEEDS = (
    "signed the agreement with its neighbours",
    "attacked a convoy near Mopti",
    "will open an embassy in Lima",
    "has denied the report",
    "was criticised by the press",
)


def test_importing_the_room_does_not_load_the_parser() -> None:
    code = "import sys, timeline.events; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_no_dates_no_events() -> None:
    assert find_events(*marked("Nothing is dated here.")) == ()


def test_a_date_that_parses_as_an_aside_is_no_part_of_what_is_told() -> None:
    told = (
        'that the firm may not start the final "repair" of its dam until mid - to late September.'
    )
    read = read_text(
        "a.txt", f"The chief engineer of the works, Mara Voss, said on Wednesday {told}"
    )
    found = find_events(read, tag(read))
    assert found
    assert not any("September" in mention.title for mention in found)


def test_mentions_come_in_the_order_of_the_text_and_quote_it() -> None:
    text = ("Rain fell [on Monday].", "The mayor resigned [in May 2020] and died [in 2021].")
    found, dates = marked(*text)
    mentions = find_events(found, dates[::-1])
    assert [m.expression for m in mentions] == dates
    assert [m.trigger for m in mentions] == ["fall", "resign", "die"]
    for mention in mentions:
        assert mention.sentence_text == mention.sentence.of(found.text)
        assert mention.trigger_span is not None
        assert mention.sentence.contains(mention.trigger_span)
    assert [m.trigger_span.of(found.text) for m in mentions if m.trigger_span] == [
        "fell",
        "resigned",
        "died",
    ]
    assert len({m.key for m in mentions}) == len(mentions)
    assert find_events(found, dates) == mentions


def test_a_date_outside_of_the_story_dates_nothing() -> None:
    found, dates = marked("Rain fell [on Monday].")
    assert find_events(replace(found, sentences=()), dates) == ()


def test_the_articles_own_date_dates_nothing() -> None:
    found, dates = marked("OSLO, [June 3] - A bridge collapsed [on Monday].")
    claim = DateClaim(ClaimSource.DATELINE, "June 3", When(), dates[0].span)
    mentions = find_events(replace(found, claims=(claim,)), dates)
    assert [m.expression for m in mentions] == dates[1:]


def test_white_space_inside_a_sentence_does_not_move_spans() -> None:
    found, dates = marked("The  old\r\n\tbridge \n collapsed \u00a0 [on\nMonday].")
    (mention,) = find_events(found, dates)
    assert mention.trigger_span is not None
    assert mention.trigger_span.of(found.text) == "collapsed"
    assert mention.title == "The old bridge collapsed"


def test_pronouns_are_resolved_only_where_plain() -> None:
    def title(*sentences: str) -> str:
        return find_events(*marked(*sentences))[-1].title

    assert title("Anna Berg is a lawyer.", "She joined the court [in 2011].") == (
        "Anna Berg joined the court"
    )
    assert title("“No,” said Karl Lund.", "He was charged [in 2011].") == "He was charged"
    two = "Anna Berg met Maria Lund."
    assert title(two, "Nobody knew.", "She resigned [in 2011].").endswith("resigned")
    assert title("India left after it had lost a vote [in 2020].").startswith("India")
    assert title("It is claimed that the dam broke [in 2020].") == "The dam broke"


@pytest.mark.parametrize(
    "text",
    [
        "[on Monday]",
        "... [on Monday] !!!",
        "((((( [on Monday] ]]]] “”‘’\"\"''``",
        "\u200b\ufeff [on Monday] \x00\x07",
        "🎉🎉 party [on Monday] 🎉",
        "Word " * 5000 + "fell [on Monday] " + "and more " * 5000,
        "a, " * 400 + "[on Monday]",
        "He said she said he said she said he said [on Monday] that they said he said.",
    ],
)
def test_hostile_sentences_do_no_harm(text: str) -> None:
    found, dates = marked(text.replace("]]]]", ""))
    for mention in find_events(found, dates):
        assert mention.title.strip()
        assert 0 <= mention.confidence <= 1


def test_an_overlong_sentence_is_read_around_its_date() -> None:
    text = "x " * 3000 + "The tower fell on Monday" + " y" * 3000
    date = Span(at := text.index("on Monday"), at + 9)
    window = window_around(text, Span(0, len(text)), [date])
    assert window.contains(date)
    assert len(window) <= LONGEST_SENTENCE
    assert text[window.start - 1].isspace()


@settings(max_examples=40, deadline=None)
@given(
    subject=st.sampled_from(SUBJECTS),
    deed=st.sampled_from(DEEDS),
    year=st.integers(1900, 2100),
    first=st.booleans(),
)
def test_a_title_is_the_sentences_own_words_without_the_date(
    subject: str, deed: str, year: int, *, first: bool
) -> None:
    date = f"in {year}"
    text = f"In {year}, {subject} {deed}." if first else f"{subject} {deed} {date}."
    at = text.lower().index(date)
    (mention,) = find_events(_one(text), [expression(text, at, at + len(date))])
    assert str(year) not in mention.title
    assert mention.title[0].isupper()
    assert not mention.title.endswith((".", ",", " in"))
    words = set(text.lower().strip(".").replace(",", "").split())
    assert set(mention.title.lower().split()) <= words
    assert mention.status is (Status.PLANNED if "will" in deed else Status.HAPPENED)


def _one(text: str) -> Article:
    return article(text, [Span(0, len(text))])

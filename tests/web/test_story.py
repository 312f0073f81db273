"""Chosen events as a sequence: its list, its cards, its order."""

import json

from tests.web import sample
from tests.web.components import having, kinds, text
from timeline.web.data.collection import Collection
from timeline.web.features.story.view import cards, chosen, story
from timeline.web.page.state import read

COLLECTION = Collection(sample.timeline(), 1)
NAMES = ("event5", "event0", "gone", "event2")


def test_the_story_keeps_its_order_and_leaves_out_what_is_gone() -> None:
    assert [e.id for e in chosen(COLLECTION, NAMES)] == ["event5", "event0", "event2"]
    query = "&".join(f"story={name}" for name in NAMES)
    assert read(query).story == NAMES


def test_a_card_has_the_sentence_its_source_and_how_the_date_was_read() -> None:
    first, *rest = cards(COLLECTION, NAMES)
    assert len(rest) == 2
    words = text(first)
    assert words.startswith("1 of 3")
    for told in COLLECTION.columns[5].mentions:
        assert told.mention.sentence_text in words
        assert told.reading.explanation[0] in words
    assert "≠ One article says 2 August 2022" in words


def test_moving_gives_the_new_order() -> None:
    tree = story(COLLECTION, NAMES)
    moves = having(kinds(tree, "Ol"), "data-action", "order-story")
    assert json.loads(getattr(moves[1], "data-value")) == ["event0", "event5", "event2"]
    assert [bool(getattr(m, "disabled", None)) for m in moves[:2]] == [True, False]


def test_an_empty_story_says_how_to_begin() -> None:
    assert "Add to story" in text(story(COLLECTION, ()))

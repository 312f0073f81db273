"""Sentences without a date: more evidence for the event before them, or nothing."""

import pytest

from timeline.app.pipeline import Dated, analyse, dated, merged
from timeline.export.records import mention_record
from timeline.model.edtf import from_edtf
from timeline.model.event import Event, details_of
from timeline.reading import Facts, read_text

DETAILS = [
    ("en", "A bomb exploded in Tarsk on Monday.", "The blast tore a hole in the town hall."),
    ("en", "Police arrested the mayor on 3 May 2021.", "The arrest followed a tip from a clerk."),
    ("de", "Am Montag explodierte in Tarsk ein Tank.", "Die Detonation war weithin zu hören."),
    ("es", "El lunes chocaron dos trenes en Tarsk.", "La colisión dejó la vía cortada."),
    ("fr", "Un incendie a ravagé lundi la mairie.", "Le feu a pris dans les combles."),
]
OTHERS = [
    ("en", "A bomb exploded in Tarsk on Monday.", "A second blast tore a hole in the town hall."),
    ("en", "A bomb exploded in Tarsk on Monday.", "The strike cost the port a ship."),
    ("en", "A bomb exploded in Tarsk on Monday.", "The bomber had lived in Ellery."),
    ("en", "A bomb exploded in Tarsk on Monday.", "The blast of 2014 had killed nobody."),
    ("en", "A bomb exploded in Tarsk on Monday.", "Then the blast in Ellery killed two people."),
    ("en", "The mayor said on Monday that a bomb exploded.", "The statement was short."),
    ("en", "The dockers will walk out on Monday.", "The strike would cost the port a ship."),
    ("en", "A bomb exploded in Tarsk on Monday.", "Ten people were killed."),
    ("de", "Am Montag explodierte in Tarsk ein Tank.", "Der Bürgermeister kam aus Ellery."),
]


def read(language: str, *sentences: str) -> Dated:
    article = read_text("a.txt", " ".join(sentences), Facts(language=language))
    return dated(analyse(article), from_edtf("2021-05-06"))


def events(language: str, *sentences: str) -> tuple[Event, ...]:
    return merged([read(language, *sentences)]).events


@pytest.mark.parametrize(("language", "first", "detail"), DETAILS)
def test_a_detail_is_more_evidence_for_the_event(language: str, first: str, detail: str) -> None:
    (event,) = events(language, first, detail)
    one, more = event.mentions
    assert (one.mention.sentence_text, more.mention.sentence_text) == (first, detail)
    assert (more.mention.title, more.when) == (one.mention.title, one.when)
    assert (one.mention.dated_elsewhere, more.mention.dated_elsewhere) == (False, True)
    assert mention_record(more)["dated"] == "by context"
    assert mention_record(one)["dated"] == "in the sentence"


@pytest.mark.parametrize(("language", "first", "second"), OTHERS)
def test_what_may_tell_something_else_is_no_detail(language: str, first: str, second: str) -> None:
    mentions = [told.mention for told in read(language, first, second).mentions]
    assert not details_of(mentions)


def test_a_detail_changes_neither_title_date_nor_confidence() -> None:
    _, first, detail = DETAILS[0]
    (event,), (alone,) = events("en", first, detail), events("en", first)
    assert (event.id, event.title, event.when) == (alone.id, alone.title, alone.when)
    assert event.confidence_date == alone.confidence_date
    assert event.worth == alone.worth


def test_a_detail_stays_with_its_event_where_that_is_merged_anew() -> None:
    _, first, detail = DETAILS[0]
    found = read("en", first, detail, "The explosion on Monday was heard in Ellery.")
    (event,) = merged([found]).events
    assert len(event.mentions) == 3


def test_a_detail_says_nothing_of_when_an_article_was_published() -> None:
    _, first, detail = DETAILS[1]
    article = [read_text("a.txt", text) for text in (first, f"{first} {detail}")]
    alone, told = (dated(analyse(a)).document.published for a in article)
    assert told == alone

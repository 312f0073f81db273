"""Titles in languages without a parser: sentences with what a good editor makes of them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.events.builder import marked
from timeline.events import find_events
from timeline.model.event import EventMention

HERE = Path(__file__).parent


def cases(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the sentences of a file with their languages."""
    told = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    return [(language, case) for language, found in told.items() for case in found]


def mention_of(language: str, case: dict[str, Any]) -> EventMention:
    """Return the mention of the date that is asked for, the last where none is."""
    found = find_events(*marked(case["sentence"], language=language))
    return found[int(case.get("which", -1))]


@pytest.mark.parametrize(("language", "case"), cases("tuned.toml"))
def test_a_title_is_the_clause_of_its_date(language: str, case: dict[str, Any]) -> None:
    mention = mention_of(language, case)
    assert mention.title == case["title"]
    assert mention.status == case.get("status", "happened")
    if "attribution" in case:
        assert mention.attribution == case["attribution"]


@pytest.mark.parametrize(("language", "case"), cases("held_out.toml"))
def test_a_title_holds_its_event_and_no_other(language: str, case: dict[str, Any]) -> None:
    mention = mention_of(language, case)
    title = mention.title.casefold()
    assert [word for word in case["has"] if word.casefold() not in title] == [], mention.title
    assert [word for word in case.get("lacks", ()) if word.casefold() in title] == [], mention.title
    assert mention.status == case.get("status", "happened")


@pytest.mark.parametrize(
    ("language", "text", "actors", "places"),
    [
        ("es", "Ana Gil dimitió [el lunes] en Sevilla.", ("Ana Gil",), ("Sevilla",)),
        ("fr", "[Hier], le maire Jean Roux a inauguré un pont à Lyon.", ("Jean Roux",), ("Lyon",)),
        ("de", "Kanzlerin Anna Wolf eröffnete [gestern] in Bremen ein Museum.", (), ("Bremen",)),
    ],
)
def test_names_are_actors_and_places(
    language: str, text: str, actors: tuple[str, ...], places: tuple[str, ...]
) -> None:
    (mention,) = find_events(*marked(text, language=language))
    assert set(actors) <= set(mention.actors)
    assert mention.places == places


def test_what_began_and_goes_on_is_ongoing() -> None:
    text = "El museo está cerrado [desde 2019]."
    (mention,) = find_events(*marked(text, meaning="since", language="es"))
    assert (mention.title, mention.status) == ("El museo está cerrado", "ongoing")


def test_a_sentence_without_a_verb_keeps_its_words_with_less_confidence() -> None:
    (whole,) = find_events(*marked("El puente cayó [en 1990].", language="es"))
    (bare,) = find_events(*marked("Las obras del puente de la ría [en 1990].", language="es"))
    assert bare.title == "Las obras del puente de la ría"
    assert bare.confidence < whole.confidence

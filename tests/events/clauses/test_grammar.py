"""The grammar of a language is checked as it is read."""

import copy
import tomllib
from typing import Any

import pytest

from timeline.errors import WordDataError
from timeline.events.clauses.grammar import grammar, has_grammar, read_grammar
from timeline.languages.folders import GRAMMAR, languages_with, text_of
from timeline.languages.table import Table

GOOD: dict[str, Any] = tomllib.loads(text_of("es", GRAMMAR))


def changed(*path: str, value: object) -> Table:
    """Return a good grammar with one entry changed."""
    data = copy.deepcopy(GOOD)
    place: dict[str, Any] = data
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return Table("xx/grammar.toml", data)


@pytest.mark.parametrize("language", languages_with(GRAMMAR))
def test_every_grammar_is_read_and_has_what_rules_need(language: str) -> None:
    found = grammar(language)
    for name in ("auxiliaries", "prepositions", "relatives", "negation", "reporting"):
        assert found(name), name
    assert found.ends("infinitive_endings")


def test_a_language_without_one_has_none() -> None:
    assert not has_grammar("ru")


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (("verbs", "forms"), "dijo dijo", "verbs.forms holds 'dijo' twice"),
        (("verbs", "forms"), "Dijo", "verbs.forms holds 'Dijo'"),
        (("verbs", "fourms"), "dijo", "verbs.fourms is no key"),
        (("classes", "relatives"), 3, "classes.relatives is no list of strings"),
        (("clefts",), ["fue cuando"], "clefts holds 'fue cuando', which is no pair"),
        (("verb_second",), "yes", "verb_second must be true or false"),
        (("categories", "fun"), "juego", "categories.fun is no category"),
    ],
)
def test_wrong_data_is_named(path: tuple[str, ...], value: object, said: str) -> None:
    with pytest.raises(WordDataError, match=said):
        read_grammar("xx", changed(*path, value=value))


def test_a_missing_table_is_named() -> None:
    data = {name: value for name, value in GOOD.items() if name != "status"}
    with pytest.raises(WordDataError, match="status is missing"):
        read_grammar("xx", Table("xx/grammar.toml", data))

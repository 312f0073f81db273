"""How two names can be one, and which never are."""

import tomllib
from pathlib import Path

import pytest

from timeline.merging.naming.parsed_name import contradict, parsed_name
from timeline.merging.naming.relations import relation
from timeline.merging.naming.words import name_words

GROUPS = tomllib.loads(Path(__file__).with_name("pairs.toml").read_text("utf-8"))["pair"]
PAIRS = [(group["how"], *pair) for group in GROUPS for pair in group["names"]]


@pytest.mark.parametrize(("how", "one", "other"), PAIRS, ids=[f"{a} | {b}" for _, a, b in PAIRS])
def test_how_two_names_can_be_one(how: str, one: str, other: str) -> None:
    for pair in ((one, other), (other, one)):
        found = relation(*map(parsed_name, pair))
        assert (found.name if found else "") == how


def test_contradiction_goes_both_ways() -> None:
    for how, one, other in PAIRS:
        forth = contradict(parsed_name(one), parsed_name(other))
        assert forth == contradict(parsed_name(other), parsed_name(one))
        assert not (forth and how)


def test_no_given_name_is_a_title() -> None:
    words = name_words()
    assert not words.given.keys() & words.titles

"""Names that are one: by the table, by what texts introduce, and those that only look alike."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.merging.mentions import told
from timeline.errors import WordDataError
from timeline.merging import merge
from timeline.merging.learned_names import introduced, learn
from timeline.merging.names import OWN_TABLE, Named, Names, table

KHORASAN = ("ISIL-K", "ISKP", "IS-K", "IS in Khorasan", "Islamic State-Khorasan Province")


def test_the_forms_of_a_known_name_are_one() -> None:
    names = Names(table())
    assert names.united(KHORASAN) == ("Islamic State Khorasan Province",)
    (alias,) = names.forms_among(KHORASAN)
    assert alias.forms == KHORASAN


def test_a_name_that_looks_alike_is_another() -> None:
    names = Names(table())
    assert len(names.united(("Islamic State", "ISKP", "Islamic Party", "Taliban", "TTP"))) == 5
    assert names.rewritten("Who told us so is unknown") == "Who told us so is unknown"


def test_no_two_entries_claim_one_form() -> None:
    entries = table()
    names = Names(entries)
    for entry in entries:
        assert all(names.of(form) == entry for form in entry.every_form), entry.name
        assert entry.source


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "the Northern Lakes Fisheries Council (NLFC) said",
            "NLFC",
            "Northern Lakes Fisheries Council",
        ),
        (
            "members of the Front for the Renewal of Ostland (FRO)",
            "FRO",
            "Front for the Renewal of Ostland",
        ),
        ("Union of Dock-Workers (UDW)", "UDW", "Union of Dock-Workers"),
    ],
)
def test_a_short_form_behind_its_name_is_learned(text: str, short: str, long: str) -> None:
    assert list(introduced(text)) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "He was born in Sofrana (Ostland).",
        "it said (NLFC).",
        "BRELL, Ostland (BO) -",
        "a lake (AL)",
    ],
)
def test_other_brackets_introduce_nothing(text: str) -> None:
    assert list(introduced(text)) == []


def test_a_short_form_of_two_names_stays_out() -> None:
    texts = ["the Dockers Union (DU)", "the Democratic Unionists (DU)"]
    assert learn(texts, ()).of("DU") is None


def test_a_learned_form_joins_what_two_articles_tell() -> None:
    one = told("a", "2020-05-04", "NLFC banned nets on the lakes", "ban", ("NLFC",), start=40)
    other = told(
        "b",
        "2020-05-04",
        "Northern Lakes Fisheries Council banned nets on the lakes",
        "ban",
        ("Northern Lakes Fisheries Council",),
    )
    texts = {
        "a": "The Northern Lakes Fisheries Council (NLFC) banned nets.",
        "b": "It banned nets.",
    }
    (event,) = merge([one, other], texts)
    assert event.actors == ("Northern Lakes Fisheries Council",)
    assert event.aliases[0].forms == ("NLFC",)


def test_a_users_own_table_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "names.toml"
    own.write_text('[[name]]\nname = "Port Authority"\nforms = ["PA"]\nsource = "its statute"\n')
    monkeypatch.setenv(OWN_TABLE, str(own))
    assert Names(table()).shown("PA") == "Port Authority"
    own.write_text('[[name]]\nname = "Port Authority"\nforms = []\n')
    with pytest.raises(WordDataError, match="an entry has forms, name, source"):
        table()


@given(st.text(max_size=200))
def test_any_text_can_be_learned_from(text: str) -> None:
    names = learn([text], table())
    assert isinstance(names.rewritten(text), str)
    for short, long in introduced(text):
        assert short in text
        assert long[:1].isupper()


@given(st.lists(st.sampled_from([*KHORASAN, "Taliban", "TTP"]), max_size=6))
def test_uniting_twice_changes_nothing(found: list[str]) -> None:
    names = Names(table())
    once = names.united(found)
    assert names.united(once) == once
    assert Named("A", ()).every_form == ("A",)

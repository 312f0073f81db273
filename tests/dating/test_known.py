"""Known events: the table's own soundness, what finds them in a text, and what must not."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dating.known import TABLE, KnownTable, find, load
from timeline.errors import WordDataError
from timeline.model.calendar import civil, iso_date
from timeline.model.edtf import to_edtf
from timeline.model.when import Kind

KNOWN = load()


def named(text: str, table: KnownTable = KNOWN) -> list[tuple[str, str]]:
    return [(found.span.of(text), found.event.key) for found in find(text, table)]


DATES = [
    ("fall-of-kabul-2021", "2021-08-15"),
    ("us-withdrawal-from-afghanistan-2021", "2021-08-30"),
    ("us-taliban-agreement-2020", "2020-02-29"),
    ("afghanistan-earthquake-2022", "2022-06-22"),
    ("crocus-city-hall-2024", "2024-03-22"),
    ("security-council-resolution-2593-2021", "2021-08-30"),
    ("world-war-i", "1914-07-28/1918-11-11"),
    ("operation-blue-star-1984", "1984-06"),
    ("hungarian-uprising-1956", "1956-10-23/1956-11-30"),
    ("september-11-attacks-2001", "2001-09-11"),
    ("berlin-wall-falls-1989", "1989-11-09"),
    ("moon-landing-1969", "1969-07-20"),
    ("chilean-coup-1973", "1973-09-11"),
    ("brexit-referendum-2016", "2016-06-23"),
]


@pytest.mark.parametrize(("key", "edtf"), DATES)
def test_dates_of_the_table(key: str, edtf: str) -> None:
    assert to_edtf(KNOWN.dates[key]) == edtf
    assert KNOWN.events[key].when.kind is (Kind.THROUGHOUT if "/" in edtf else Kind.WITHIN)


def test_what_texts_may_name_before_it_comes_is_marked() -> None:
    foreseen = {key for key, event in KNOWN.events.items() if event.foreseen}
    assert {"brexit-referendum-2016", "hurricane-katrina-2005", "assad-falls-2024"} <= foreseen
    assert foreseen.isdisjoint(
        {"fall-of-kabul-2021", "crocus-city-hall-2024", "us-taliban-agreement-2020"}
    )


FINDS = [
    ("Since the takeover by the Taliban in Afghanistan, ...", "takeover by the Taliban"),
    ("following the Taliban’s capture of power", "Taliban’s capture of power"),
    ("following the Taliban's capture of power", "Taliban's capture of power"),
    ("before Kabul's fall", "Kabul's fall"),
    ("after the FALL\nOF KABUL.", "FALL\nOF KABUL"),
    ("the U.S.–Taliban deal", "U.S.–Taliban deal"),
    ("the US - Taliban peace deal", "US - Taliban peace deal"),
    ("the fall of Berlin Wall", "fall of Berlin Wall"),
    ("the 9/11 attack", "9/11 attack"),
    ("Ceausescu’s execution", "Ceausescu’s execution"),
    ("the Brown v. Board of Education ruling", "Brown v. Board of Education"),
    ("the assassination of John F. Kennedy", "assassination of John F. Kennedy"),
    ("the ‘fall of Saigon’ in April 1975", "fall of Saigon"),
    ("the 1989 fall of the Berlin Wall", "fall of the Berlin Wall"),
    ("Armistice of Compiègne", "Armistice of Compiègne"),
    ("the withdrawal of foreign forces from Afghanistan", None),
    ("Since the withdrawal of foreign forces, ISKP grew.", "withdrawal of foreign forces"),
    ("the end of World War II", "end of World War II"),
]


@pytest.mark.parametrize(("text", "quote"), FINDS)
def test_a_name_of_an_event_is_found_once_with_its_span(text: str, quote: str | None) -> None:
    expected = quote or "withdrawal of foreign forces from Afghanistan"
    assert [place for place, _ in named(text)] == [expected]


NOT_FOUND = [
    "The takeover of the rival company was approved.",
    "The withdrawal of foreign forces was debated in the Norland parliament.",
    "The withdrawal of foreign forces from Iraq worried the Afghan government.",
    "The US withdrawal from the Paris Agreement surprised Kabul.",
    "The Taliban captured Kabul in 1996 after the fall of Kabul in September 1996.",
    "The 2003 fall of Kabul is fiction.",
    "After the fall. Of Kabul he said nothing.",
    "The fall of Kabuling was a joke.",
    "The waterfall of Kabul",
    "Fall, of Kabul, was the word.",
    "the Gulf Wars and Kuwait",
    "Bloody Sunday in Sélestat",
    "A score of 9/11 in the quiz.",
    "fall of",
    "",
]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_names_no_event_is_not_found(text: str) -> None:
    assert named(text) == []


def test_the_longest_name_wins_and_names_do_not_overlap() -> None:
    text = "The fall of Kabul to the Northern Alliance came before the Bonn agreement."
    assert named(text) == [
        ("fall of Kabul to the Northern Alliance", "fall-of-kabul-2001"),
        ("Bonn agreement", "bonn-agreement-2001"),
    ]


def test_one_ambiguous_name_is_told_apart_by_its_context() -> None:
    bloody = "On Bloody Sunday shots were fired in the Bogside."
    assert named(bloody) == [("Bloody Sunday", "bloody-sunday-derry-1972")]
    assert named("On Bloody Sunday shots were fired.") == []


def test_context_counts_anywhere_in_the_text_but_phrases_only_in_the_stretch() -> None:
    text = "Since the takeover by the Taliban much changed. Afghan women protested."
    assert len(find(text, KNOWN, 0, 47)) == 1
    assert find(text, KNOWN, 11) == ()
    assert find(text, KNOWN, 0, 20) == ()


def test_every_phrase_finds_its_own_event() -> None:
    wrong = []
    for event in KNOWN.events.values():
        texts = [f"He spoke of the {phrase}." for phrase in event.phrases]
        texts += [
            f"He spoke of the {phrase}. Also of {word}."
            for phrase in event.ambiguous
            for word in event.context
        ]
        wrong += [text for text in texts if event.key not in {key for _, key in named(text)}]
    assert wrong == []


def test_the_table_is_large_spread_and_in_order() -> None:
    events = list(KNOWN.events.values())
    years = [civil(event.when.first)[0] for event in events if event.when.first is not None]
    assert len(years) >= 120
    assert len(years) == len(events)
    decades = {year // 10 for year in years}
    assert decades == set(range(190, 203))
    starts = [str(record["start"]) for record in tomllib.loads(TABLE.read_text("utf-8"))["event"]]
    assert all(earlier <= later for earlier, later in pairwise(starts))


def test_a_year_in_the_key_is_a_year_of_the_event() -> None:
    for event in KNOWN.events.values():
        last = event.key.rpartition("-")[2]
        if last.isdigit() and len(last) == 4:
            assert event.when.first is not None
            assert iso_date(event.when.first).startswith(last), event.key


VALID = """
[[event]]
key = "harbour-fire-1999"
name = "Fire in the harbour of Norland"
start = "1999-05-04"
phrases = ["norland harbour fire"]
source = "Norland Gazette, 5 May 1999"
"""


def extra(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_user_adds_events(tmp_path: Path) -> None:
    table = load(extra(tmp_path, VALID))
    assert named("after the Norland harbour fire", table) == [
        ("Norland harbour fire", "harbour-fire-1999")
    ]
    assert len(table.events) == len(KNOWN.events) + 1
    assert named("after the Norland harbour fire") == []


def test_one_name_may_stand_for_two_events_with_words_of_their_own(tmp_path: Path) -> None:
    one = VALID.replace("phrases =", "ambiguous =") + 'context = ["mole"]\n'
    other = one.replace("1999", "2005").replace('"mole"', '"quay"')
    table = load(extra(tmp_path, one + other))
    fire = "The Norland harbour fire"
    assert named(f"{fire} burnt the mole.", table)[0][1] == "harbour-fire-1999"
    assert named(f"{fire} burnt the ships.", table) == []
    assert named(f"{fire} burnt the quays.", table)[0][1] == "harbour-fire-2005"
    assert named(f"{fire} burnt the quay and the mole.", table) == []


BROKEN = [
    (VALID + VALID, "two known events have the key harbour-fire-1999"),
    (VALID.replace("1999-05-04", "4 May 1999"), "is no date"),
    (VALID.replace("1999-05-04", "1999-02-30"), "is no date"),
    (VALID.replace("1999-05-04", "1999~"), "not approximate"),
    (VALID.replace("1999-05-04", "[1999..]"), "no open end"),
    (VALID.replace("1999-05-04", '1999-05-04"\nend = "1999-05-03'), "is no date"),
    (VALID.replace('["norland harbour fire"]', "[]"), "no phrase names the event"),
    (VALID.replace("norland harbour fire", "the"), "must be lower-case words"),
    (VALID.replace("norland harbour fire", " "), "wrong kind or empty"),
    (VALID.replace("norland harbour fire", "Norland fire"), "must be lower-case words"),
    (VALID.replace("norland harbour fire", "the fall of kabul"), "stands twice without context"),
    (VALID.replace('fire"]', 'fire", "norland harbour\'s fire"]'), "stands twice without context"),
    (VALID.replace("phrases", "ambiguous"), "need each other"),
    (VALID + 'context = ["mole"]\n', "need each other"),
    (
        VALID.replace("phrases", "ambiguous") + 'context = ["great mole"]\n',
        "must be one lower-case word",
    ),
    (VALID.replace("harbour-fire-1999", "Harbour Fire"), "a key is lower-case words"),
    (VALID.replace('source = "Norland Gazette, 5 May 1999"', ""), "lacks source"),
    (VALID + 'color = "red"\n', "has unknown color"),
    (VALID + 'foreseen = "yes"\n', "foreseen is of the wrong kind"),
    ("colour = 1\n" + VALID, "more than a list of"),
    ("event = 1\n", "more than a list of"),
    ("[[event]\n", "cannot be read as a table"),
]


@pytest.mark.parametrize(("text", "message"), BROKEN)
def test_a_wrong_table_is_refused_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(WordDataError, match=message) as refused:
        load(extra(tmp_path, text))
    assert "\n" not in str(refused.value).split("(")[0]


def test_a_table_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(WordDataError, match=r"nowhere\.toml: cannot be read"):
        load(tmp_path / "nowhere.toml")


PIECES = ["fall", "of", "the", "kabul", "berlin wall", " ", " ", "\n", "'s", "-", "U.S.", "é"]


@given(st.lists(st.sampled_from(PIECES)))
def test_spans_lie_in_the_text_in_order(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = find(text, KNOWN)
    assert all(item.span.of(text).strip() for item in found)
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@pytest.mark.parametrize("piece", ["fall of the ", "fall ", "u.s.", "1/", "the ", "’s ", "a b-"])
def test_hostile_repetition_comes_to_an_end_and_names_nothing(piece: str) -> None:
    assert find(piece * (60_000 // len(piece)), KNOWN) == ()

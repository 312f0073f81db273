"""Searches: what is read of them, what is said of the rest, and that all who ask agree."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.test_selection import event, events
from timeline.model.calendar import day_number
from timeline.model.edtf import from_edtf
from timeline.model.event import Event
from timeline.query.event_columns import EventColumns
from timeline.query.facets import FACETS
from timeline.query.search_parser import facet_called, field_words, parse
from timeline.query.search_terms import FieldWord, Letters, Part, Period, Phrase
from timeline.query.selection import Selection


def spill() -> Event:
    told = event(
        title="Oil spilled into the Gulf",
        actors=("BP", "Tony Hayward"),
        places=("Gulf of Mexico",),
        when=from_edtf("2010-04-20"),
    )
    sentence = "BP said on Tuesday that the oil spill\n was the worst."
    (one,) = told.mentions
    mention = replace(one.mention, sentence_text=sentence)
    return replace(told, mentions=(replace(one, mention=mention),))


SPILL = spill()
PARTS = (
    "port",
    '"opened a port"',
    "südby",
    "status:planned",
    "actor:nor",
    "on:0000",
    "disputed:no",
)
PIECES = st.sampled_from(
    [
        *(
            "oil",
            '"oil spill"',
            "-oil",
            "OR",
            "|",
            "NOT",
            "AND",
            '"',
            "-",
            "port",
            "norland",
            "-port",
        ),
        *("status:planned", "-status:happened", "actor:nor", 'place:"a b"', "tag:", "nonsense:x"),
        *("before:2011", "after:2010-04-20", "on:0000", "until:x", "disputed:yes", "source:a"),
    ]
)
SEARCHES = st.one_of(
    st.lists(PIECES, max_size=6).map(" ".join), st.text('ab"-: |ORNOT\n(', max_size=14)
)


def clauses(text: str) -> list[tuple[tuple[Part, ...], bool]]:
    return [(one.parts, one.excluded) for one in parse(text).clauses]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("", []),
        ("oil spill", [((Letters("oil"),), False), ((Letters("spill"),), False)]),
        ('"oil  spill"', [((Phrase(("oil", "spill")),), False)]),
        ('"oil spill', [((Phrase(("oil", "spill")),), False)]),
        ('""', []),
        ("-oil", [((Letters("oil"),), True)]),
        ('-"oil spill"', [((Phrase(("oil", "spill")),), True)]),
        ("NOT oil", [((Letters("oil"),), True)]),
        ("al-Qaeda", [((Letters("al-Qaeda"),), False)]),
        ("a - b", [((Letters(w),), False) for w in "a-b"]),
        ("a OR b c", [((Letters("a"), Letters("b")), False), ((Letters("c"),), False)]),
        ("a | b OR c", [((Letters("a"), Letters("b"), Letters("c")), False)]),
        ("a or b", [((Letters(w),), False) for w in ("a", "or", "b")]),
        ("OR", [((Letters("OR"),), False)]),
        ("a AND b", [((Letters(w),), False) for w in "ab"]),
        ("a OR", [((Letters(w),), False) for w in ("a", "OR")]),
        ("status:planned", [((FieldWord("status", "planned", ("planned",)),), False)]),
        ("status:Plan", [((FieldWord("status", "plan", ("planned",)),), False)]),
        ("-status:denied", [((FieldWord("status", "denied", ("denied",)),), True)]),
        ("disputed:yes", [((FieldWord("disputed", "yes", ("disputed",)),), False)]),
        ('place:"Gulf of"', [((FieldWord("place", "gulf of"),), False)]),
        ("who:Hayward", [((FieldWord("actor", "hayward"),), False)]),
        ("on:2010-04-20", [((Period(*[day_number(2010, 4, 20)] * 2),), False)]),
        ("before:2011-03", [((Period(None, day_number(2011, 2, 28)),), False)]),
        ("until:2011-03", [((Period(None, day_number(2011, 3, 31)),), False)]),
        ("after:2011-03", [((Period(day_number(2011, 4, 1), None),), False)]),
        ("since:-0044", [((Period(day_number(-44), None),), False)]),
        ("10:30 http://x.org", [((Letters(w),), False) for w in ("10:30", "http://x.org")]),
        ("he said: no", [((Letters(w),), False) for w in ("he", "said:", "no")]),
    ],
)
def test_a_search_is_read(text: str, read: list[tuple[tuple[Part, ...], bool]]) -> None:
    assert clauses(text) == read
    assert parse(text).notes == ()


@pytest.mark.parametrize(
    ("text", "where", "message", "hint"),
    [
        ("oil stauts:planned", "stauts:planned", "no field is called 'stauts'", "status:planned"),
        ("xyzzy:a", "xyzzy:a", "no field is called 'xyzzy'", "fields are category"),
        ("status:plannd oil", "status:plannd", "'plannd' is no value of status", "planned"),
        ("status:qqq", "status:qqq", "'qqq' is no value of status", "there are happened"),
        ("place: Kabul", "place:", "place: is not followed by a value", "place:value"),
        ("before:soon", "before:soon", "'soon' is no date", "2011-03"),
        ("before:2011-13", "before:2011-13", "'2011-13' is no date", "2011-03"),
        ("a OR -b", "OR", "OR cannot join", "minus"),
        ("-a OR b", "OR", "OR cannot join", "minus"),
    ],
)
def test_what_is_not_understood_is_said_with_its_place(
    text: str, where: str, message: str, hint: str
) -> None:
    (note,) = parse(text).notes
    assert text[note.start : note.end] == where
    assert message in note.message
    assert hint in note.hint


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ('"oil spill"', True),
        ('"spill oil"', False),
        ('"oil spilled"', True),
        ('"gulf bp"', False),  # of the title and of the sentence: not beside one another
        ('"il spill"', False),
        ("il", True),
        ("hayward OR port", False),
        ("spill OR port", True),
        ("spill -worst", False),
        ("spill -port", True),
        ("who:hayward", True),
        ("who:hay -who:bp", False),
        ("place:mexico status:happened before:2011", True),
        ("after:2010-04-20", False),
        ("since:2010-04-20 until:2010-04-20", True),
        ("status:planned OR place:gulf", True),
    ],
)
def test_a_search_keeps_what_it_asks_for(text: str, kept: bool) -> None:  # noqa: FBT001
    assert Selection(words=text).keeps(SPILL) is kept
    assert EventColumns([SPILL]).mask(Selection(words=text)).tolist() == [kept]


@given(events, SEARCHES)
@settings(deadline=None)
def test_columns_and_selection_agree_on_every_search(found: list[Event], text: str) -> None:
    asked = Selection(words=text)
    assert EventColumns(found).mask(asked).tolist() == [asked.keeps(one) for one in found]


@given(events, st.sampled_from(PARTS))
@settings(deadline=None)
def test_a_minus_keeps_what_its_part_does_not(found: list[Event], part: str) -> None:
    columns = EventColumns(found)
    kept, rest = (columns.mask(Selection(words=words)) for words in (part, f"-{part}"))
    assert (kept ^ rest).all()


@given(events, st.sampled_from(PARTS), st.sampled_from(PARTS))
@settings(deadline=None)
def test_an_or_keeps_what_either_keeps(found: list[Event], one: str, other: str) -> None:
    columns = EventColumns(found)
    first, second = (columns.mask(Selection(words=words)) for words in (one, other))
    either = columns.mask(Selection(words=f"{one} OR {other}"))
    assert (either == (first | second)).all()


@given(SEARCHES)
def test_notes_and_clauses_lie_in_the_search(text: str) -> None:
    read = parse(text)
    places = [(one.start, one.end) for one in read.clauses]
    places += [(one.start, one.end) for one in read.notes]
    assert all(0 <= start < end <= len(text) for start, end in places)


def test_each_facet_has_a_field_word_and_each_field_word_a_meaning() -> None:
    meant = [facet for word in field_words() if (facet := facet_called(word)) is not None]
    assert {facet.key for facet in meant} == set(FACETS)
    assert {word for word in field_words() if facet_called(word) is None} == {
        *("before", "until", "on", "since", "after")
    }

"""Laws of curation on values of any shape: what is taken down can be read, and is found again."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.importing.test_lists import said
from tests.store.invented import articles, expressions, mentions, readings
from tests.strategies import whens
from timeline.editing import EditedTimeline
from timeline.editing.added_event import AddedEvent, event_of, lists_of, read, written
from timeline.editing.adding import import_events
from timeline.editing.editor import Editor
from timeline.editing.quote_search import exact_place, likest_sentence, surroundings
from timeline.editing.snapshot import moved, restored, snapshot
from timeline.export import exported
from timeline.importing import read_list
from timeline.model.article import Article
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Category, DatedMention, Status
from timeline.model.span import Span
from timeline.model.timeline import Timeline
from timeline.model.when import Basis
from timeline.store import Store

TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
TITLES = TEXTS.filter(str.strip)


@st.composite
def told(draw: st.DrawFn) -> DatedMention:
    mention = draw(mentions("a.txt", draw(expressions())))
    return DatedMention(mention, draw(readings()))


@given(told(), articles("a.txt"))
def test_a_snapshot_gives_back_what_was_seen(one: DatedMention, article: Article) -> None:
    assert restored(json.loads(json.dumps(snapshot(one, article)))) == one


@given(told())
def test_a_snapshot_outlives_its_meaning(one: DatedMention) -> None:
    taken = snapshot(one, None)
    taken["expression"]["meaning"] = {"op": "OfTomorrow"}
    again = restored(taken)
    assert again.when == one.when
    assert again.mention.key == one.mention.key


@given(told())
def test_a_snapshot_of_an_earlier_version_lacks_later_columns(one: DatedMention) -> None:
    taken = snapshot(one, None)
    del taken["mention"]["figures"]
    assert restored(taken) == replace(one, mention=replace(one.mention, figures=()))


@given(told(), st.integers(0, 40))
def test_a_mention_moves_with_all_its_places(one: DatedMention, by: int) -> None:
    assert one.mention.key == moved(moved(one, by), -by).mention.key
    shifted = moved(one, by).mention
    assert shifted.sentence.start == one.mention.sentence.start + by
    assert [f.span.start - by for f in shifted.figures] == [
        f.span.start for f in one.mention.figures
    ]


added_events = st.builds(
    AddedEvent,
    title=TITLES,
    # A date that EDTF cannot write, such as a day of the year 10000, is kept as the year.
    when=whens().map(lambda when: from_edtf(to_edtf(when)).with_basis(Basis.GIVEN)),
    document=TEXTS,
    quote=TEXTS,
    start=st.integers(0, 50),
    status=st.sampled_from(Status),
    category=st.sampled_from(Category),
    actors=st.lists(TEXTS, max_size=2).map(tuple),
    url=st.none() | TEXTS,
    listed=st.booleans(),
)


@given(added_events)
def test_an_added_event_is_read_as_it_was_written(added: AddedEvent) -> None:
    assert read(written(added)) == added
    event = event_of("x", added, {}, "ana")
    assert (event.title, event.when) == (added.title, added.when)


@given(st.lists(added_events, min_size=1, max_size=4))
def test_a_list_holds_its_lines_at_their_places(events: list[AddedEvent]) -> None:
    start = 0
    laid = []
    for one in events:
        laid.append(replace(one, document="own", start=start, listed=True))
        start += len(one.quote) + 1
    (listed,) = lists_of(laid)
    for one in laid:
        assert listed.article.text[one.start :][: len(one.quote)] == one.quote


@given(st.text("ab ", max_size=30), st.text("abc", min_size=1, max_size=5), st.text("ab "))
def test_a_quote_is_found_wherever_it_went(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    place = Span(len(before), len(before) + len(quote))
    around = surroundings(text, place)
    assert exact_place(quote, around, place.start, text) == place
    found = exact_place(quote, around, place.start, f"xxxxx {text}")
    assert found is not None
    assert found.of(f"xxxxx {text}") == quote


@given(st.text("ab", min_size=1), st.text("xy"))
def test_what_does_not_stand_there_is_not_found(quote: str, text: str) -> None:
    assert exact_place(quote, ("", ""), 0, text) is None
    sentences = [Span(0, len(text))] if text else []
    assume(text != quote)
    assert likest_sentence(quote, 0, text, sentences) is None


def test_of_like_sentences_the_likest_is_taken() -> None:
    text = "The council closed the old bridge in June. The council closed the school in May."
    middle = text.index(" The council closed the school")
    sentences = [Span(0, middle), Span(middle + 1, len(text))]
    found = likest_sentence("The council closed the bridge in June.", 40, text, sentences)
    assert found == sentences[0]


def test_two_people_tag_one_event_and_no_tag_is_lost(
    store: Store, path: Path, clock: Callable[[], str]
) -> None:
    event = next(iter(Editor(store, "ana", clock).events()))

    def tag(who: str) -> None:
        with Store.open(path) as mine:
            editor = Editor(mine, who, clock)
            for turn in range(8):
                editor.tag([event], f"{who} {turn}")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(tag, ("ana", "ben")))
    edits = Editor(store, "ana", clock).events()[event].edits
    assert edits is not None
    assert set(edits.tags) == {f"{who} {turn}" for who in ("ana", "ben") for turn in range(8)}


def test_a_list_is_brought_shown_exported_and_read_again(
    store: Store, clock: Callable[[], str]
) -> None:
    editor, source = Editor(store, "ana", clock), EditedTimeline(store)
    before = {event.id for event in source.timeline().events}
    rows = 'title;date;actors\nMill burned;3 May 2021;Norland\nSome time;;\nOld;45 BC;"A; B"\n'
    listed = read_list(rows.encode(), "own.csv").events
    assert import_events(editor, listed) == 3
    assert import_events(editor, listed) == 0
    brought = [event for event in source.timeline().events if event.id not in before]
    assert sorted(map(said, brought), key=repr) == sorted(map(said, listed), key=repr)
    (own,) = (d.article for d in source.timeline().documents if d.article.document == "own.csv")
    for event in brought:
        for one in event.mentions:
            assert one.mention.sentence.of(own.text) == one.mention.sentence_text
    for kind in ("csv", "timelinejs"):
        again = read_list(exported(Timeline((), tuple(brought)), kind), "again").events
        assert sorted(map(said, again), key=repr) == sorted(map(said, brought), key=repr)
    more = read_list((rows + "New;2024;\n").encode(), "own.csv").events
    assert import_events(editor, more) == 1
    assert "own.csv (2)" in {d.article.document for d in source.timeline().documents}
    editor.undo()
    editor.undo()
    assert {event.id for event in source.timeline().events} == before

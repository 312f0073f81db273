"""Names as people decide them: joined, parted, undone, and never lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.editing.test_editor import named
from tests.web import sample
from timeline.editing.decided_names import pair_of_text, pair_text, renamed
from timeline.editing.editor import Editor
from timeline.errors import EditError
from timeline.model.event import Alias, Event
from timeline.model.timeline import Timeline
from timeline.store import Store

NAMES = st.sampled_from(("Norland", "Kingdom of Norland", "Vel Oil", "Vel Oil Plc", "Sudland"))
DECIDED = st.dictionaries(
    st.tuples(NAMES, NAMES).filter(lambda pair: pair[0] < pair[1]), st.booleans(), max_size=6
)


def calling(shown: tuple[str, ...], called: tuple[str, ...], aliases: tuple[Alias, ...]) -> Event:
    """Return an event that is shown with names, and whose one mention calls them otherwise."""
    event = sample.timeline().events[0]
    (told, *_) = event.mentions
    mention = replace(told.mention, actors=called, places=())
    whole = (replace(told, mention=mention),)
    return replace(event, actors=shown, places=(), aliases=aliases, mentions=whole)


def decided(event: Event, **names: str) -> Event:
    (only,) = renamed(Timeline((), (event,)), names).events
    return only


def test_names_that_are_one_are_shown_as_one() -> None:
    event = calling(("British Petroleum",), ("British Petroleum",), ())
    joined = decided(event, **{pair_text("BP", "British Petroleum"): "BP"})
    assert joined.actors == ("BP",)
    assert joined.aliases == (Alias("BP", ("British Petroleum",)),)


def test_names_that_are_two_come_apart() -> None:
    event = calling(("BP",), ("British Petroleum",), (Alias("BP", ("British Petroleum",)),))
    parted = decided(event, **{pair_text("BP", "British Petroleum"): ""})
    assert (parted.actors, parted.aliases) == (("British Petroleum",), ())


@given(st.lists(NAMES, min_size=1, max_size=4, unique=True), DECIDED)
def test_no_name_is_lost(names: list[str], pairs: dict[tuple[str, str], bool]) -> None:
    event = calling(tuple(names), tuple(names), ())
    held = {pair_text(*pair): pair[0] if same else "" for pair, same in pairs.items()}
    (found,) = renamed(Timeline((), (event,)), held).events
    forms = {form for alias in found.aliases for form in alias.forms}
    assert {*found.actors, *forms} >= set(names)
    assert renamed(Timeline((), (event,)), {}).events == (event,)


def test_a_pair_is_kept_whatever_its_order() -> None:
    assert pair_text("b", "a") == pair_text("a", "b")
    assert pair_of_text(pair_text("b", 'a "q"')) == ('a "q"', "b")


def test_a_decision_holds_for_the_collection_and_is_undone(store: Store, editor: Editor) -> None:
    event = next(e for e in editor.events().values() if e.actors or e.places)
    name = (event.actors or event.places)[0]
    other = next(n for e in editor.events().values() for n in (*e.actors, *e.places) if n != name)
    editor.join_names(other, name)
    shown = editor.events()[event.id]
    assert other in (*shown.actors, *shown.places)
    assert name not in (*shown.actors, *shown.places)
    editor.undo()
    assert editor.events()[event.id] == event
    assert store.edits.current().names == {}


def test_a_decision_needs_two_names_that_are_there(editor: Editor) -> None:
    event = next(e for e in editor.events().values() if e.actors or e.places)
    name = (event.actors or event.places)[0]
    with pytest.raises(EditError, match="no name"):
        editor.join_names(name, "Nobody of That Name")
    with pytest.raises(EditError, match="two of them"):
        editor.part_names(name, name)


def test_what_is_decided_is_not_proposed(editor: Editor) -> None:
    named(editor, "bridge")
    for one, _ in editor.name_proposals():
        editor.part_names(one.name, one.other)
    assert editor.name_proposals() == ()

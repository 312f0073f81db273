"""Human decisions outlive every extraction: another grammar, a changed article, an earlier key."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.app import pipeline, store_state
from timeline.editing import EditedTimeline
from timeline.editing.added_event import AddedEvent
from timeline.editing.editor import Editor
from timeline.merging.fusing import fuse
from timeline.model.edit import Verdict
from timeline.model.edtf import from_edtf, to_edtf
from timeline.model.event import Category, Event, EventMention, Status
from timeline.model.meaning import Absolute, Fields
from timeline.model.span import Span
from timeline.model.timeline import Analysis
from timeline.reading import read_text
from timeline.store import Store

DATES = ("2021-05-04", "2021-06", "2019~", "2001/2005", "1998/..", "XXXX-XX-XX", "-0044-03-15")


def decided(event: Event) -> dict[str, object]:
    """Return all that people decided on an event, as it shows."""
    assert event.edits is not None
    shown: dict[str, object] = {
        "title": event.title,
        "when": to_edtf(event.when),
        "status": event.status,
        "category": event.category,
        "actors": event.actors,
        "places": event.places,
    }
    fixed = {decision.field for decision in event.edits.fields}
    held = event.edits
    return {
        **{name: value for name, value in shown.items() if name in fixed},
        "verdict": held.verdict,
        "note": held.note,
        "tags": held.tags,
        "pin": held.pinned,
    }


def quotes(event: Event) -> set[tuple[str, str]]:
    return {(m.mention.document, m.mention.sentence_text) for m in event.mentions}


def one_edit(editor: Editor, events: list[Event], turn: random.Random) -> None:
    """Do one thing that a person could do."""
    one, other = turn.choice(events), turn.choice(events)
    word = f"{turn.choice(['Mill', 'Süd', '=1+1', '<b>x</b>'])} {turn.randrange(1000)}"
    acts: list[Callable[[], object]] = [
        lambda: editor.confirm([one.id, other.id]),
        lambda: editor.reject([one.id]),
        lambda: editor.reopen([one.id]),
        lambda: editor.set_title(one.id, word),
        lambda: editor.set_date(one.id, from_edtf(turn.choice(DATES))),
        lambda: editor.set_status([one.id], turn.choice(list(Status))),
        lambda: editor.set_category([one.id], turn.choice(list(Category))),
        lambda: editor.set_names(one.id, turn.choice(["actors", "places"]), [word, "Norland"]),
        lambda: editor.note(one.id, word),
        lambda: editor.tag([one.id], turn.choice(["a", "b", "c"]), off=turn.random() < 0.3),
        lambda: editor.pin([one.id], pinned=turn.random() < 0.7),
        lambda: editor.merge([one.id, other.id]) if one.id != other.id else None,
        lambda: editor.split(one.id, [0]) if len(one.mentions) > 1 else None,
        lambda: editor.add([AddedEvent(word, from_edtf("2020"), f"by {word}", word, listed=True)]),
        lambda: editor.undo() if editor._store.edits.next_undo("ana") else None,
        lambda: editor.redo() if editor._store.edits.next_redo("ana") else None,
    ]
    turn.choice(acts)()


def another_grammar(analysis: Analysis, turn: random.Random) -> Analysis:
    """Return what a changed program could find in the same text: less, and all of it otherwise."""
    told = (_otherwise(m, turn) for m in analysis.mentions if turn.random() < 0.7)
    unique = {mention.key: mention for mention in told}
    expressions = tuple(dict.fromkeys(m.expression for m in unique.values()))
    return replace(analysis, expressions=expressions, mentions=tuple(unique.values()))


def _otherwise(mention: EventMention, turn: random.Random) -> EventMention:
    expression = mention.expression
    if turn.random() < 0.3:
        expression = replace(expression, meaning=Absolute(Fields(year=turn.randrange(1990, 2030))))
    if turn.random() < 0.2 and len(expression.span) > 4:
        span = Span(expression.span.start + 2, expression.span.end)
        expression = replace(expression, span=span, text=expression.text[2:], phrase=span)
    trigger = mention.trigger if turn.random() < 0.8 else "other"
    return replace(
        mention,
        expression=expression,
        trigger=trigger,
        title=mention.title if turn.random() < 0.5 else f"{mention.title} anew",
        status=turn.choice([mention.status, Status.PLANNED]),
        category=turn.choice([mention.category, Category.OTHER]),
    )


def extract_again(store: Store, change: Callable[[Analysis], Analysis]) -> None:
    analyses = tuple(map(change, store.articles.analyses()))
    store.articles.replace(
        analyses, pipeline.assemble(analyses, store_state.publication_dates(store))
    )


def test_500_edits_stand_after_extraction_with_another_grammar(
    store: Store, clock: Callable[[], str]
) -> None:
    turn = random.Random(500)
    source = EditedTimeline(store)
    editor = Editor(store, "ana", clock, source)
    for _ in range(720):
        one_edit(editor, list(editor.events().values()), turn)
    assert len(store.edits.list()) >= 500
    before = {key: e for key, e in editor.events().items() if e.edits is not None}
    assert len(before) > 10
    for _ in range(3):
        extract_again(store, lambda analysis: another_grammar(analysis, turn))
        after = editor.events()
        for key, event in before.items():
            assert decided(after[key]) == decided(event)
            assert quotes(after[key]) >= quotes(event)
        shown = {event.id for event in source.timeline().events}
        rejected = {k for k, e in before.items() if decided(e)["verdict"] is Verdict.REJECTED}
        assert not shown & rejected
        told = [m.mention.key for e in after.values() for m in e.mentions]
        assert len(set(told)) == len(told)
        for event in after.values():
            for one in event.mentions:
                article = store.articles.get(one.mention.document)
                if article is not None:
                    quote = one.mention.sentence.of(article.text)
                    assert quote == one.mention.sentence_text


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.integers(0, 10**6),
    st.text("ab \n.", min_size=1, max_size=200),
    st.sampled_from(["before", "between", "typo"]),
)
def test_a_changed_article_finds_its_annotations_again(
    store: Store, clock: Callable[[], str], seed: int, words: str, how: str
) -> None:
    turn = random.Random(seed)
    editor = Editor(store, "ana", clock)
    events = [e for e in editor.events().values() if "mill.txt" in e.documents]
    chosen = turn.choice(events)
    editor.set_title(chosen.id, f"Own {seed}")
    article = store.articles.get("mill.txt")
    assert article is not None
    first = chosen.mentions[0].mention
    text = {
        "before": f"{words}\n\n{article.text}",
        "between": article.text.replace(". The court", f". {words}. The court"),
        "typo": article.text.replace(first.sentence_text, f"{first.sentence_text[:-1]}, sadly."),
    }[how]
    changed = pipeline.analyse(read_text("mill.txt", text))
    extract_again(store, lambda a: changed if a.article.document == "mill.txt" else a)
    event = editor.events()[chosen.id]
    assert event.title == f"Own {seed}"
    for told in event.mentions:
        read = store.articles.get(told.mention.document)
        if read is not None:
            assert told.mention.sentence.of(read.text) == told.mention.sentence_text
    assert "mill.txt" in event.documents
    extract_again(store, lambda a: a)
    back = pipeline.analyse(article)
    extract_again(store, lambda a: back if a.article.document == "mill.txt" else a)
    assert quotes(editor.events()[chosen.id]) == quotes(chosen)


def test_the_page_sees_where_the_machine_disagrees_now(
    store: Store, clock: Callable[[], str]
) -> None:
    editor = Editor(store, "ana", clock)
    (bridge,) = (e for e in editor.events().values() if "bridge" in e.title)
    editor.set_date(bridge.id, from_edtf("2021-06-10"))
    assert editor.disagreements() == ()

    def otherwise(analysis: Analysis) -> Analysis:
        changed = (
            replace(m, expression=replace(m.expression, meaning=Absolute(Fields(year=2020))))
            if "bridge" in m.title
            else m
            for m in analysis.mentions
        )
        told = tuple(changed)
        known = {m.expression.span: m.expression for m in told}
        listed = tuple(known.get(e.span, e) for e in analysis.expressions)
        return replace(analysis, expressions=listed, mentions=told)

    extract_again(store, otherwise)
    (event,) = editor.disagreements()
    assert (event.id, to_edtf(event.when)) == (bridge.id, "2021-06-10")
    assert event.edits is not None
    assert event.edits.disagreements == (
        "The date is 10 June 2021 by ana; the program now says 2020, not June 2021 as then",
    )
    extract_again(store, lambda a: replace(a, mentions=(), expressions=()))
    (event,) = editor.disagreements()
    assert event.edits is not None
    assert event.edits.disagreements == (
        "The program no longer finds: “The council closed the bridge in June 2021.”",
    )


def test_an_article_that_went_leaves_what_was_decided(
    store: Store, clock: Callable[[], str]
) -> None:
    editor = Editor(store, "ana", clock)
    (bridge,) = (e for e in editor.events().values() if "bridge" in e.title)
    editor.confirm([bridge.id])
    kept = tuple(a for a in store.articles.analyses() if a.article.document != "mill.txt")
    store.articles.replace(kept, pipeline.assemble(kept))
    event = editor.events()[bridge.id]
    assert quotes(event) == quotes(bridge)
    assert event.title == bridge.title


def test_the_machine_s_grouping_does_not_move_what_was_decided(
    store: Store, clock: Callable[[], str]
) -> None:
    editor = Editor(store, "ana", clock)
    bridge, one, other, *rest = sorted(
        editor.events().values(), key=lambda e: "bridge" not in e.title
    )
    burned = fuse([*one.mentions, *other.mentions])

    def group(*events: Event) -> None:
        timeline = replace(store.timeline.load(), events=(*rest, *events))
        store.articles.replace(store.articles.analyses(), timeline)

    group(bridge, burned)
    editor.confirm([burned.id, bridge.id])
    count = len(editor.events())
    group(one, fuse([*other.mentions, *bridge.mentions]))
    again = editor.events()
    assert again[burned.id].mentions == burned.mentions
    assert again[bridge.id].mentions == bridge.mentions
    assert len(again) == count
    said = {key: again[key].edits for key in (burned.id, bridge.id)}
    assert all(said.values())
    assert [one.disagreements for one in said.values() if one] == [
        (
            "The program now takes its sources for 2 events",
            "The program now takes it and another event that people decided on for one",
        ),
        ("The program now takes it and another event that people decided on for one",),
    ]


@pytest.mark.parametrize("seed", range(5))
def test_what_is_taken_over_from_edit_to_edit_is_what_a_fresh_look_finds(
    seed: int, store: Store, clock: Callable[[], str]
) -> None:
    turn, source = random.Random(seed), EditedTimeline(store)
    editor = Editor(store, "ana", clock, source)
    for _ in range(25):
        one_edit(editor, list(editor.events().values()), turn)
        assert source.everything() == EditedTimeline(store).everything()

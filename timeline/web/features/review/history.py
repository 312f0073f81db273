"""The history: every change of what people decided, by whom, when, from what to what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from timeline.store import Change
from timeline.store.changes import UNDO, Edit
from timeline.web.page.attributes import data
from timeline.web.page.edit_words import title_of, value_in_history
from timeline.web.page.event_form import who_field
from timeline.web.page.pieces import action, empty, hidden_words, icon
from timeline.wording.fields import field_name
from timeline.wording.labels import KINDS, counted, moment_in_words

MOST_EDITS = 12  # of one change; the others are counted


@dataclass(frozen=True, slots=True)
class Past:
    """What the view shows: changes, newest first, of `total`; what undo and redo would take.

    `titles` are those of events by id. `taken_back` are the changes that another one undoes.
    """

    changes: Sequence[Change]
    total: int
    undo: int | None
    redo: int | None
    titles: Mapping[str, str]

    @property
    def taken_back(self) -> frozenset[int]:
        """The changes among these that a later one takes back."""
        return frozenset(c.undoes for c in self.changes if c.undoes is not None)


def history(past: Past) -> Component:
    """Return the list with undo and redo above it."""
    buttons = [
        action(
            "decide", [icon("undo"), "Undo"], do="undo", className="button quiet",
            title="Take back your last change (Ctrl+Z)", disabled=past.undo is None,
        ),
        action(
            "decide", [icon("redo"), "Redo"], do="redo", className="button quiet",
            title="Do it again (Ctrl+Shift+Z)", disabled=past.redo is None,
        ),
    ]  # fmt: skip
    head = html.Div([html.P(_said(past)), *buttons, who_field("history")], className="queue-head")
    if not past.changes:
        none = empty("Nothing decided yet", "What people decide on events is kept here.")
        return html.Div([head, none])
    items = [_change(change, past) for change in past.changes]
    left = past.total - len(past.changes)
    older = [html.P(f"{counted(left, 'older change')}: timeline curate history", className="muted")]
    return html.Div([head, html.Ol(items, className="history"), *(older if left else [])])


def _said(past: Past) -> str:
    return f"{counted(past.total, 'change')}; nothing is ever overwritten."


def _change(change: Change, past: Past) -> Component:
    kind = KINDS.get(change.kind, change.kind)
    undone = change.id in past.taken_back
    words: list[str | Component] = [html.Strong(kind), " ", _subject(change, past)]
    if change.undoes is not None:
        words.append(html.Span(f" (change {change.undoes})", className="muted"))
    if undone:
        words.append(html.Span("taken back", className="badge"))
    return html.Li(
        [
            html.Div(
                [
                    html.Span(words, className="history-what"),
                    html.Span(
                        f"{change.by or 'somebody'}, {moment_in_words(change.at or '')}"
                        f" · change {change.id}",
                        className="muted",
                    ),
                ]
            ),
            *([] if undone else [_way_back(change)]),
            html.Ul([_edit(edit, change, past) for edit in change.edits[:MOST_EDITS]]),
            *_more(len(change.edits) - MOST_EDITS),
        ],
        **data(change=change.id, undone="yes" if undone else "no"),
    )


def _way_back(change: Change) -> Component:
    words = "Redo" if change.kind == UNDO else "Undo"
    return action(
        "decide",
        [words, hidden_words(f" change {change.id}")],
        do="undo",
        change=change.id,
        className="link-button",
    )


def _subject(change: Change, past: Past) -> str:
    subjects = list(dict.fromkeys(edit.subject for edit in change.edits))
    if len(subjects) == 1:
        return f"“{title_of(change.edits[0], past.titles)}”"
    return counted(len(subjects), "event")


def _edit(edit: Edit, change: Change, past: Past) -> Component:
    several = len({one.subject for one in change.edits}) > 1
    whose = [html.Span(f"“{title_of(edit, past.titles)}” ")] if several else []
    before = value_in_history(edit.field, edit.old, edit.machine)
    after = value_in_history(edit.field, edit.new, edit.machine)
    return html.Li(
        [
            *whose,
            html.Span(field_name(edit.field), className="muted"),
            " ",
            html.Del(before),
            " → ",
            html.Ins(after),
        ],
        dir="auto",
    )


def _more(count: int) -> list[Component]:
    return [html.P(f"and {count:,} more", className="muted")] if count > 0 else []

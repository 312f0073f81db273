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
from timeline.wording.labels import KINDS, moment_in_words
from timeline.wording.strings import counted, text

MOST_EDITS = 12  # of one change; the others are counted


@dataclass(frozen=True, slots=True)
class HistoryView:
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


def history(past: HistoryView) -> Component:
    """Return the list with undo and redo above it."""
    buttons = [
        action(
            "decide", [icon("undo"), text("history.undo")], do="undo", className="button quiet",
            title=text("history.undo-last"), disabled=past.undo is None,
        ),
        action(
            "decide", [icon("redo"), text("history.redo")], do="redo", className="button quiet",
            title=text("history.redo-last"), disabled=past.redo is None,
        ),
    ]  # fmt: skip
    head = html.Div([html.P(_said(past)), *buttons, who_field("history")], className="queue-head")
    if not past.changes:
        none = empty(text("history.none"), text("history.none-why"))
        return html.Div([head, none])
    items = [_change(change, past) for change in past.changes]
    left = past.total - len(past.changes)
    said = text("history.older", changes=counted(left, "older-change"))
    older = [html.P(said, className="muted")]
    return html.Div([head, html.Ol(items, className="history"), *(older if left else [])])


def _said(past: HistoryView) -> str:
    return text("history.kept", changes=counted(past.total, "change"))


def _change(change: Change, past: HistoryView) -> Component:
    kind = KINDS.get(change.kind, change.kind)
    undone = change.id in past.taken_back
    words: list[str | Component] = [html.Strong(kind), " ", _subject(change, past)]
    if change.undoes is not None:
        undoes = text("history.undoes", number=change.undoes)
        words.append(html.Span(undoes, className="muted"))
    if undone:
        words.append(html.Span(text("history.taken-back"), className="badge"))
    return html.Li(
        [
            html.Div(
                [
                    html.Span(words, className="history-what"),
                    html.Span(
                        text(
                            "history.signed",
                            by=change.by or text("history.somebody"),
                            moment=moment_in_words(change.at or ""),
                            number=change.id,
                        ),
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
    words = text("history.redo" if change.kind == UNDO else "history.undo")
    return action(
        "decide",
        [words, hidden_words(text("history.which", number=change.id))],
        do="undo",
        change=change.id,
        className="link-button",
    )


def _subject(change: Change, past: HistoryView) -> str:
    subjects = list(dict.fromkeys(edit.subject for edit in change.edits))
    if len(subjects) == 1:
        return _title(change.edits[0], past)
    return counted(len(subjects), "event")


def _title(edit: Edit, past: HistoryView) -> str:
    return text("history.title", title=title_of(edit, past.titles))


def _edit(edit: Edit, change: Change, past: HistoryView) -> Component:
    several = len({one.subject for one in change.edits}) > 1
    whose = [html.Span(f"{_title(edit, past)} ")] if several else []
    before = value_in_history(edit.field, edit.old, edit.extracted)
    after = value_in_history(edit.field, edit.new, edit.extracted)
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
    more = text("history.more", count=f"{count:,}")
    return [html.P(more, className="muted")] if count > 0 else []

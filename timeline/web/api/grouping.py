"""Edits of which sentences are one event: merging events, and splitting one."""

from typing import Annotated

from pydantic import Field

from timeline.errors import EditError
from timeline.web.api.context import ApiContext
from timeline.web.api.edits import (
    EditAnswer,
    EventEdit,
    EventsEdit,
    answered,
    checked,
    editor_of,
    named,
)
from timeline.web.api.operation import edit
from timeline.web.boundary.models import Name, Offset
from timeline.web.page import limits
from timeline.wording.strings import counted, text


class Merge(EventsEdit):
    """Make one event of several."""


class KeepApart(EventsEdit):
    """Keep the first of several events apart from each of the others."""


class Split(EventEdit):
    """Make an event of its own of some sentences of an event.

    `mentions` are their places in the event's mentions, from 0; `sentences` is the fingerprint of
    those that the editor saw, where the page gave one.
    """

    mentions: Annotated[list[Offset], Field(max_length=limits.MENTIONS)]
    sentences: Name | None = None


@edit("merge")
def merge_events(context: ApiContext, body: Merge) -> EditAnswer:
    """Make one event of several; the first keeps its id and what people decided on it."""
    ids, editor = checked(body.events), editor_of(context, body)
    number = editor.merge(ids)
    what = named(editor, ids[:1])
    said = text("answers.merged", events=counted(len(ids), "event"), what=what)
    return answered(editor, said, number)


@edit("apart")
def keep_events_apart(context: ApiContext, body: KeepApart) -> EditAnswer:
    """Say that an event is none of the others, so that they are no longer offered as one."""
    ids, editor = checked(body.events), editor_of(context, body)
    number = editor.keep_apart(ids)
    said = text("answers.kept-apart", one=named(editor, ids[:1]), other=named(editor, ids[1:]))
    return answered(editor, said, number)


@edit("split")
def split_event(context: ApiContext, body: Split) -> EditAnswer:
    """Make an event of its own of some sentences of an event."""
    if not body.mentions:
        raise EditError(text("answers.sentences-missing"))
    editor = editor_of(context, body)
    what, sentences = named(editor, [body.event]), counted(len(body.mentions), "sentence")
    number = editor.split(body.event, body.mentions, body.sentences)
    return answered(editor, text("answers.split", what=what, sentences=sentences), number)

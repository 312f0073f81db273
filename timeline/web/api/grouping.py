"""Edits of which sentences are one event: merging events, and splitting one."""

from typing import Annotated

from pydantic import Field

from timeline.errors import CurationError
from timeline.web.api.context import Context
from timeline.web.api.edits import (
    EditAnswer,
    EventEdit,
    EventsEdit,
    answered,
    checked,
    editor,
    named,
)
from timeline.web.api.operation import edit
from timeline.web.boundary.models import Name, Offset
from timeline.web.page import limits
from timeline.wording.labels import counted


class Merge(EventsEdit):
    """Make one event of several."""


class Split(EventEdit):
    """Make an event of its own of some sentences of an event.

    `mentions` are their places in the event's mentions, from 0; `sentences` is the fingerprint of
    those that the editor saw, where the page gave one.
    """

    mentions: Annotated[list[Offset], Field(max_length=limits.MENTIONS)]
    sentences: Name | None = None


@edit("merge")
def merge_events(context: Context, body: Merge) -> EditAnswer:
    """Make one event of several; the first keeps its id and what people decided on it."""
    ids, desk = checked(body.events), editor(context, body)
    number = desk.merge(ids)
    said = f"Merged {counted(len(ids), 'event')} into {named(desk, ids[:1])}"
    return answered(desk, said, number)


@edit("split")
def split_event(context: Context, body: Split) -> EditAnswer:
    """Make an event of its own of some sentences of an event."""
    if not body.mentions:
        raise CurationError("tick the sentences that tell of another event")
    desk = editor(context, body)
    whose, told = named(desk, [body.event]), counted(len(body.mentions), "sentence")
    number = desk.split(body.event, body.mentions, body.sentences)
    return answered(desk, f"Split {whose}: {told} became an event of its own", number)

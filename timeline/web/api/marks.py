"""Edits that mark events as a whole: verdicts, pins and tags."""

from collections.abc import Callable

from timeline.editing.editor import Editor
from timeline.web.api.context import ApiContext
from timeline.web.api.edits import EditAnswer, EventsEdit, answered, checked, editor_of, named
from timeline.web.api.operation import edit
from timeline.web.boundary.models import Value
from timeline.wording.strings import text


class Confirm(EventsEdit):
    """Confirm events: they are right as they are shown."""


class Reject(EventsEdit):
    """Reject events."""


class Reopen(EventsEdit):
    """Take back the verdict on events."""


class Pin(EventsEdit):
    """Pin events."""


class Unpin(EventsEdit):
    """Unpin events."""


class TagEvents(EventsEdit):
    """Tag events."""

    tag: Value


class UntagEvents(EventsEdit):
    """Take a tag off events."""

    tag: Value


@edit("confirm")
def confirm_events(context: ApiContext, body: Confirm) -> EditAnswer:
    """Confirm events: they are right as they are shown."""
    return _marked(context, body, "answers.confirmed", lambda editor, ids: editor.confirm(ids))


@edit("reject")
def reject_events(context: ApiContext, body: Reject) -> EditAnswer:
    """Reject events: they leave the timeline and stay in the history."""
    return _marked(context, body, "answers.rejected", lambda editor, ids: editor.reject(ids))


@edit("reopen")
def reopen_events(context: ApiContext, body: Reopen) -> EditAnswer:
    """Take back the verdict on events."""
    return _marked(context, body, "answers.reopened", lambda editor, ids: editor.reopen(ids))


@edit("pin")
def pin_events(context: ApiContext, body: Pin) -> EditAnswer:
    """Pin events, so that they keep their place and their label."""
    return _marked(context, body, "answers.pinned", lambda editor, ids: editor.pin(ids))


@edit("unpin")
def unpin_events(context: ApiContext, body: Unpin) -> EditAnswer:
    """Unpin events."""
    return _marked(
        context, body, "answers.unpinned", lambda editor, ids: editor.pin(ids, pinned=False)
    )


@edit("tag")
def tag_events(context: ApiContext, body: TagEvents) -> EditAnswer:
    """Tag events."""
    name = "answers.tagged"
    return _marked(context, body, name, lambda editor, ids: editor.tag(ids, body.tag), body.tag)


@edit("untag")
def untag_events(context: ApiContext, body: UntagEvents) -> EditAnswer:
    """Take a tag off events."""
    return _marked(
        context,
        body,
        "answers.untagged",
        lambda editor, ids: editor.tag(ids, body.tag, off=True),
        body.tag,
    )


def _marked(
    context: ApiContext,
    body: EventsEdit,
    name: str,
    mark: Callable[[Editor, list[str]], int | None],
    tag: str = "",
) -> EditAnswer:
    """Mark events; `name` is that of the text that says what was done."""
    ids, editor = checked(body.events), editor_of(context, body)
    said = text(name, what=named(editor, ids), tag=tag.strip())
    return answered(editor, said, mark(editor, ids))

"""Edits that mark events as a whole: verdicts, pins and tags."""

from collections.abc import Callable

from timeline.editing.editor import Editor
from timeline.web.api.context import Context
from timeline.web.api.edits import EditAnswer, EventsEdit, answered, checked, editor_of, named
from timeline.web.api.operation import edit
from timeline.web.boundary.models import Value


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


class Tag(EventsEdit):
    """Tag events."""

    tag: Value


class Untag(EventsEdit):
    """Take a tag off events."""

    tag: Value


@edit("confirm")
def confirm_events(context: Context, body: Confirm) -> EditAnswer:
    """Confirm events: they are right as they are shown."""
    return _marked(context, body, "Confirmed {}", lambda editor, ids: editor.confirm(ids))


@edit("reject")
def reject_events(context: Context, body: Reject) -> EditAnswer:
    """Reject events: they leave the timeline and stay in the history."""
    words = "Rejected {}: off the timeline"
    return _marked(context, body, words, lambda editor, ids: editor.reject(ids))


@edit("reopen")
def reopen_events(context: Context, body: Reopen) -> EditAnswer:
    """Take back the verdict on events."""
    return _marked(context, body, "Reopened {}", lambda editor, ids: editor.reopen(ids))


@edit("pin")
def pin_events(context: Context, body: Pin) -> EditAnswer:
    """Pin events, so that they keep their place and their label."""
    return _marked(context, body, "Pinned {}", lambda editor, ids: editor.pin(ids))


@edit("unpin")
def unpin_events(context: Context, body: Unpin) -> EditAnswer:
    """Unpin events."""
    return _marked(context, body, "Unpinned {}", lambda editor, ids: editor.pin(ids, pinned=False))


@edit("tag")
def tag_events(context: Context, body: Tag) -> EditAnswer:
    """Tag events."""
    words = f"Tagged {{}} as {_plain(body.tag)}"
    return _marked(context, body, words, lambda editor, ids: editor.tag(ids, body.tag))


@edit("untag")
def untag_events(context: Context, body: Untag) -> EditAnswer:
    """Take a tag off events."""
    words = f"Took {_plain(body.tag)} off {{}}"
    return _marked(context, body, words, lambda editor, ids: editor.tag(ids, body.tag, off=True))


def _marked(
    context: Context, body: EventsEdit, words: str, mark: Callable[[Editor, list[str]], int | None]
) -> EditAnswer:
    """Mark events; `words` say what was done to `{}`."""
    ids, editor = checked(body.events), editor_of(context, body)
    said = words.format(named(editor, ids))
    return answered(editor, said, mark(editor, ids))


def _plain(text: str) -> str:
    """Return a text as it stands in a template."""
    return text.strip().replace("{", "{{").replace("}", "}}")

"""Undo and redo, of edits of every kind, and whatever asks for them: toast, key or history."""

from timeline.editing.editor import Editor
from timeline.store import Change
from timeline.store.changes import UNDO
from timeline.web.api.context import ApiContext
from timeline.web.api.edits import EditAnswer, EditRequest, editor_of
from timeline.web.api.operation import edit
from timeline.web.boundary.models import Count
from timeline.web.page.edit_words import title_of
from timeline.wording.labels import KINDS
from timeline.wording.strings import counted, text


class Undo(EditRequest):
    """Take back an edit by its number, or the person's last one."""

    edit: Count | None = None


class Redo(EditRequest):
    """Do again what the person took back last."""


@edit("undo")
def undo_edit(context: ApiContext, body: Undo) -> EditAnswer:
    """Take back an edit by its number, or the person's last one; an undo is taken back, too."""
    editor = editor_of(context, body)
    return _taken_back(editor, editor.undo(body.edit))


@edit("redo")
def redo_edit(context: ApiContext, body: Redo) -> EditAnswer:
    """Do again what the person took back last."""
    editor = editor_of(context, body)
    return _taken_back(editor, editor.redo())


def _taken_back(editor: Editor, change: Change) -> EditAnswer:
    """Return what was undone or done again: by the kind of the edit that it all began with."""
    first: Change | None = change
    while first is not None and first.undoes is not None:
        first = editor.change(first.undoes)
    kind = first.kind if first else ""
    titles = {key: event.title for key, event in editor.events().items()}
    named = list(dict.fromkeys(title_of(one, titles) for one in change.edits))
    only = text("answers.title", title=named[0]) if len(named) == 1 else ""
    said = text(
        "answers.undone" if change.kind == UNDO else "answers.redone",
        kind=KINDS.get(kind, kind).lower(),
        what=only or counted(len(named), "event"),
    )
    subject = change.edits[0].subject if change.edits else None
    return EditAnswer(edit=change.id, said=said, subject=subject)

"""The history: every edit that anybody made, by whom, when, from what to what."""

from timeline.errors import UnknownResourceError
from timeline.store import Change
from timeline.web.api.context import ApiContext
from timeline.web.api.operation import Answer, operation
from timeline.web.api.paging import Paged, PartAnswer, part_of


class FieldChange(Answer):
    """One field of an event or article, from what to what; null is "not edited".

    A date is EDTF, names are a JSON list; `machine` is what the program said then.
    """

    subject: str
    field: str
    old: str | None
    new: str | None
    machine: str | None


class EditRecord(Answer):
    """What one person did at once; `undoes` is the number of the edit that it takes back."""

    edit: int
    kind: str
    by: str | None
    at: str | None
    undoes: int | None
    fields: list[FieldChange]


class EditList(PartAnswer):
    """Edits, the newest first."""

    edits: list[EditRecord]


class EditFound(Answer):
    """One edit."""

    edit: EditRecord


@operation("GET", "/edits", refusals={403: "nothing can be edited here"})
def list_edits(context: ApiContext, query: Paged) -> EditList:
    """List the edits of everybody, the newest first."""
    editor = context.editor(None)
    total = editor.count_changes()
    found = editor.history(min(query.offset + query.limit, total))[query.offset :]
    return EditList(edits=[_edit(one) for one in found], **part_of(query, total))


@operation(
    "GET", "/edits/{edit}", refusals={403: "nothing can be edited here", 404: "there is none"}
)
def get_edit(context: ApiContext, edit: int) -> EditFound:
    """Return one edit by its number."""
    editor = context.editor(None)
    found = editor.change(edit)
    if found is None:
        raise UnknownResourceError("edit", str(edit), (), "GET /edits")
    return EditFound(edit=_edit(found))


def _edit(change: Change) -> EditRecord:
    fields = [
        FieldChange(
            subject=one.subject, field=one.field, old=one.old, new=one.new, machine=one.extracted
        )
        for one in change.edits
    ]
    return EditRecord(
        edit=change.id,
        kind=change.kind,
        by=change.by,
        at=change.at,
        undoes=change.undoes,
        fields=fields,
    )

"""Edits of the fields of events, one at a time or several of one event at once."""

from pydantic import Field

from timeline.editing.editor import Editor
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
from timeline.web.api.event_fields import (
    CategoryName,
    EventFields,
    FieldName,
    NameList,
    RevertedField,
    StatusName,
    article_of,
    date_of,
    event_of,
    field_changes_of,
)
from timeline.web.api.operation import edit
from timeline.web.boundary.models import DateText, Note, Shown, Title
from timeline.wording.fields import field_name
from timeline.wording.strings import text


class SetTitle(EventEdit):
    """Change the title of an event."""

    title: Title


class SetDate(EventEdit):
    """Change the date of an event, in words or EDTF."""

    date: DateText


class SetStatus(EventsEdit):
    """Change the status of events."""

    status: StatusName


class SetCategory(EventsEdit):
    """Change the category of events."""

    category: CategoryName


class SetActors(EventEdit):
    """Change the actors of an event."""

    actors: NameList


class SetPlaces(EventEdit):
    """Change the places of an event."""

    places: NameList


class SetNote(EventEdit):
    """Write a note on an event."""

    note: Note


class Revert(EventEdit):
    """Take back what people decided on a field of an event."""

    field: RevertedField


class SetFields(EventEdit):
    """Edit several fields of an event at once.

    `seen` is what stood in them as the history keeps it, for editors that want tags merged and the
    program's changes noticed.
    """

    fields: EventFields
    seen: dict[FieldName, Shown] = Field(default_factory=dict)


@edit("title")
def set_title(context: ApiContext, body: SetTitle) -> EditAnswer:
    """Change the title of an event."""
    editor = editor_of(context, body)
    return _saved(editor, body.event, editor.set_title(body.event, body.title))


@edit("date")
def set_date(context: ApiContext, body: SetDate) -> EditAnswer:
    """Change the date of an event; relative words count from its first article's publication."""
    editor = editor_of(context, body)
    when = date_of(body.date, article_of(editor, event_of(editor, body.event)))
    return _saved(editor, body.event, editor.set_date(body.event, when))


@edit("status")
def set_status(context: ApiContext, body: SetStatus) -> EditAnswer:
    """Change the status of events."""
    ids, editor = checked(body.events), editor_of(context, body)
    said = text("answers.is-now", what=named(editor, ids), value=body.status)
    return answered(editor, said, editor.set_status(ids, body.status))


@edit("category")
def set_category(context: ApiContext, body: SetCategory) -> EditAnswer:
    """Change the category of events."""
    ids, editor = checked(body.events), editor_of(context, body)
    said = text("answers.is-now", what=named(editor, ids), value=body.category)
    return answered(editor, said, editor.set_category(ids, body.category))


@edit("actors")
def set_actors(context: ApiContext, body: SetActors) -> EditAnswer:
    """Change the actors of an event."""
    editor = editor_of(context, body)
    return _saved(editor, body.event, editor.set_names(body.event, "actors", body.actors))


@edit("places")
def set_places(context: ApiContext, body: SetPlaces) -> EditAnswer:
    """Change the places of an event."""
    editor = editor_of(context, body)
    return _saved(editor, body.event, editor.set_names(body.event, "places", body.places))


@edit("note")
def set_note(context: ApiContext, body: SetNote) -> EditAnswer:
    """Write a note on an event; an empty one takes it away."""
    editor = editor_of(context, body)
    return _saved(editor, body.event, editor.note(body.event, body.note))


@edit("edit")
def set_fields(context: ApiContext, body: SetFields) -> EditAnswer:
    """Edit several fields of an event at once; one undo takes them back."""
    editor = editor_of(context, body)
    event = editor.events().get(body.event)
    if event is None:
        raise EditError(text("answers.event-gone"))
    wanted = field_changes_of(body.fields, article_of(editor, event))
    seen = {str(name): held for name, held in body.seen.items()}
    return _saved(editor, body.event, editor.edit_fields(body.event, wanted, seen))


@edit("revert")
def revert_field(context: ApiContext, body: Revert) -> EditAnswer:
    """Take back what people decided on a field, so that the program's word holds again."""
    editor = editor_of(context, body)
    number = editor.revert(body.event, body.field)
    name, what = field_name(body.field), named(editor, [body.event])
    said = text("answers.reverted", field=name, what=what)
    return answered(editor, said, number)


def _saved(editor: Editor, event: str, number: int | None) -> EditAnswer:
    return answered(editor, text("answers.saved", what=named(editor, [event])), number)

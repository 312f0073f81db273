"""The edit that adds an event: at a passage of an article, or by hand without one."""

from timeline.editing.adding import add_by_hand, find_passage
from timeline.editing.editor import Editor
from timeline.errors import EditError
from timeline.model.event import Category, Status
from timeline.model.span import Span
from timeline.web.api.context import ApiContext
from timeline.web.api.edits import EditAnswer, EditRequest, answered, editor_of
from timeline.web.api.event_fields import EventFields, field_changes_of
from timeline.web.api.operation import edit
from timeline.web.boundary.models import Document, Offset, Quote
from timeline.wording.strings import text


class AddEvent(EditRequest):
    """Add an event; with a `document` it stands at a passage of that article.

    The passage is a place, `start` and `end` in characters with its words as `quote`, or a `quote`
    that stands there once.
    """

    fields: EventFields
    document: Document | None = None
    quote: Quote = ""
    start: Offset | None = None
    end: Offset | None = None


@edit("add")
def add_event(context: ApiContext, body: AddEvent) -> EditAnswer:
    """Add an event, at a passage of an article or without one."""
    editor = editor_of(context, body)
    place = _place(editor, body)
    dated = editor.document(body.document) if body.document else None
    fields = field_changes_of(body.fields, dated)
    if fields.get("when") is None:
        raise EditError(text("answers.date-missing"))
    title = str(fields.get("title", ""))
    number = add_by_hand(
        editor,
        title,
        fields.get("when"),
        passage=None if place is None or not body.document else (body.document, place),
        status=fields.get("status", Status.HAPPENED),
        category=fields.get("category", Category.OTHER),
        actors=fields.get("actors", ()),
        places=fields.get("places", ()),
    )
    return answered(editor, text("answers.added", title=title.strip()), number)


def _place(editor: Editor, body: AddEvent) -> Span | None:
    """Return the place of the passage: where it was selected, else where its words stand once."""
    if not body.document:
        return None
    quote, article = body.quote.strip(), editor.article(body.document)
    if article is not None and body.start is not None and body.end is not None:
        words = article.text[body.start : body.end] if body.start < body.end else ""
        if words.strip() and words.split() == quote.split():
            return Span(body.start, body.end)
    if not quote:
        raise EditError(text("answers.passage-missing"))
    return find_passage(editor, body.document, quote)

"""The edit of an article's publication date, which dates its events anew."""

from timeline.editing.author import author_name
from timeline.errors import ReadOnlyError, UnknownResourceError
from timeline.model.edtf import to_edtf
from timeline.model.when import Basis
from timeline.web.api.context import READ_ONLY_WORDS, ApiContext
from timeline.web.api.edits import NOTHING_CHANGED, EditAnswer, EditRequest
from timeline.web.api.moved_dates import changes_in_words, dates_told
from timeline.web.api.operation import edit
from timeline.web.auth.bearer import caller_name
from timeline.web.boundary.models import DateText, Document
from timeline.web.data.collection import Collection


class SetPublicationDate(EditRequest):
    """Set the publication date of an article, in words or EDTF; null takes back what was set."""

    document: Document
    date: DateText | None


class PublicationAnswer(EditAnswer):
    """What was done; `before` is the date that somebody had set before, as EDTF, null for none."""

    before: str | None = None


@edit("published")
def set_publication_date(context: ApiContext, body: SetPublicationDate) -> PublicationAnswer:
    """Set an article's publication date, or take it back; its events are dated anew."""
    if not context.cache.may.change:
        raise ReadOnlyError(READ_ONLY_WORDS)
    before = context.cache.collection()
    if body.document not in before.documents:
        raise UnknownResourceError("article", body.document, (), "GET /articles")
    told = dates_told(before, body.document)
    made = context.publish(
        body.document, body.date, author_name(body.by or caller_name()), body.sight
    )
    if made is None:
        return PublicationAnswer(edit=None, said=NOTHING_CHANGED)
    number = made if isinstance(made, int) else None
    said = changes_in_words(told, context.cache.collection(), body.document)
    return PublicationAnswer(
        edit=number, said=said, subject=body.document, before=_given(before, body.document)
    )


def _given(collection: Collection, document: str) -> str | None:
    """Return the publication date that somebody has set, as EDTF; None where none is."""
    published = collection.documents[document].published
    return to_edtf(published.when) if published.basis is Basis.GIVEN else None

"""What forms ask while somebody types; nothing is written.

How a date would be read, what an event at a passage could be, what a publication date would move,
and under which names files would be kept.
"""

from timeline.editing.date_proposals import proposed_date
from timeline.errors import DateInputError, EditError, UnknownResourceError
from timeline.model.edtf import to_edtf
from timeline.model.span import Span
from timeline.model.timeline import DatedArticle
from timeline.model.when import When
from timeline.web.api.context import ApiContext
from timeline.web.api.event_fields import date_of
from timeline.web.api.moved_dates import dates_told, forecast_in_words, moves
from timeline.web.api.operation import Answer, operation
from timeline.web.boundary.models import Command, DateText, Document, Documents, Offset
from timeline.web.data.collection import Collection
from timeline.web.uploads.spool import names_of
from timeline.wording.dates import date_in_words, precision_in_words
from timeline.wording.strings import text

_MISSING = {404: "there is no such article"}
_NO_ARTICLE = {**_MISSING, 422: "it is no date, or no passage of the article"}


class ReadDate(Command):
    """A date as somebody types it; relative words count from the publication of `document`."""

    date: DateText
    document: Document | None = None


class DateReading(Answer):
    """How a date is read, in words, and as EDTF; null where it is no date, and `read` says why."""

    read: str
    edtf: str | None


class SuggestEvent(Command):
    """A passage of an article: `start` and `end` count characters of its text."""

    document: Document
    start: Offset
    end: Offset


class SuggestedFields(Answer):
    """Fields of an event to begin with; `when` is empty where nothing dates the passage."""

    title: str
    when: str
    status: str
    category: str
    actors: list[str]
    places: list[str]


class EventSuggestion(Answer):
    """What an event at a passage could be, and how its date was read."""

    fields: SuggestedFields
    read: str


class ForeseeDate(Command):
    """A publication date that somebody thinks of setting."""

    document: Document
    date: DateText


class MovedDate(Answer):
    """A date that would read differently, in words."""

    title: str
    before: str
    after: str


class Forecast(Answer):
    """What a publication date would move."""

    said: str
    moves: list[MovedDate]


class NameFiles(Command):
    """Names of files that somebody is about to send."""

    names: Documents


class FileName(Answer):
    """The name that a file would be kept under; `held` says that an article has it already."""

    name: str
    held: bool


class FileNames(Answer):
    """The names of files, in the order of the question."""

    names: list[FileName]


@operation("POST", "/previews/date", refusals=_MISSING)
def preview_date(context: ApiContext, body: ReadDate) -> DateReading:
    """Return how a typed date would be read."""
    dated = _article(context, body.document) if body.document else None
    try:
        when = date_of(body.date, dated)
    except DateInputError as error:
        return DateReading(read=str(error), edtf=None)
    return DateReading(read=_in_words(when), edtf=to_edtf(when))


@operation("POST", "/previews/event", refusals=_NO_ARTICLE)
def preview_event(context: ApiContext, body: SuggestEvent) -> EventSuggestion:
    """Suggest what an event at a passage of an article could be."""
    from timeline.editing.suggestions import suggest  # noqa: PLC0415 - loads the stages

    dated = _article(context, body.document)
    article = dated.article
    if not body.start < body.end <= len(article.text):
        raise EditError(text("answers.text-changed"))
    place = Span(body.start, body.end)
    expressions = context.cache.expressions(body.document)
    found = suggest(article, expressions, dated.published.when, place)
    when, read = found.when, _in_words(found.when)
    if not when.resolved:
        told = [mention for _, mention in context.cache.collection().told_in(body.document)]
        proposal = proposed_date(article, told, place)
        if proposal is not None:
            when = proposal.when
            ground = proposal.ground.value
            read = text("answers.proposed", date=_in_words(when), ground=ground)
    fields = SuggestedFields(
        title=found.title,
        when=to_edtf(when) if when.resolved else "",
        status=found.status.value,
        category=found.category.value,
        actors=list(found.actors),
        places=list(found.places),
    )
    return EventSuggestion(fields=fields, read=read if when.resolved else "")


@operation("POST", "/previews/published", refusals=_NO_ARTICLE)
def preview_publication_date(context: ApiContext, body: ForeseeDate) -> Forecast:
    """Return which dates another publication date of an article would move."""
    before = context.cache.collection()
    _article(context, body.document)
    after = Collection(context.foresee(body.document, body.date), before.version)
    told = dates_told(before, body.document)
    moved = [
        MovedDate(title=one.title, before=one.before, after=one.after)
        for one in moves(told, after, body.document)
    ]
    return Forecast(said=forecast_in_words(told, after, body.document), moves=moved)


@operation("POST", "/previews/names")
def preview_names(context: ApiContext, body: NameFiles) -> FileNames:
    """Return how files would be called in the collection, and whose place they would take."""
    held = context.cache.collection().documents
    found = names_of(body.names, held, both=False)
    return FileNames(names=[FileName(name=name, held=taken) for name, taken in found])


def _article(context: ApiContext, document: str) -> DatedArticle:
    documents = context.cache.collection().documents
    if document not in documents:
        raise UnknownResourceError("article", document, (), "GET /articles")
    return documents[document]


def _in_words(when: When) -> str:
    if not when.resolved:
        return text("answers.not-known")
    return text("answers.date-read", date=date_in_words(when), precision=precision_in_words(when))

"""Articles that come and go: files and pasted texts are queued to be read, articles removed."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from timeline.demo import METADATA, metadata, written
from timeline.errors import HeldNamesError, NoRoomError, UnknownResourceError
from timeline.web.api.context import ApiContext
from timeline.web.api.operation import Answer, operation
from timeline.web.uploads.intake import received
from timeline.web.uploads.spool import UploadBatch
from timeline.wording.strings import text


class UploadAnswer(Answer):
    """The extraction that reads what was sent; `GET /runs` tells how far it is."""

    run: str


@operation(
    "POST",
    "/articles",
    status=202,
    changes=True,
    brings_files=True,
    refusals={
        409: "the collection holds articles of these names, listed as `held`",
        507: "the articles could not be kept",
    },
)
def add_articles(context: ApiContext) -> UploadAnswer:
    """Add articles: a form with files as `article`, or with `text`, `title` and `published`.

    `same` says what happens to articles of the same name: `replace` them, or keep `both`.
    """
    adder = context.adder
    with _room():
        batch = received(context.cache.collection().documents)
        return UploadAnswer(run=adder.begin(batch))


@operation(
    "POST",
    "/sample",
    status=202,
    changes=True,
    refusals={409: "the collection is not empty", 507: "the articles could not be kept"},
)
def add_sample(context: ApiContext) -> UploadAnswer:
    """Add the articles of the invented sample collection to an empty collection."""
    adder = context.adder
    if context.cache.collection().documents:
        raise HeldNamesError(text("uploads.sample-beside"), ())
    articles = written()
    batch = UploadBatch()
    for one in articles:
        batch.add(one.name, BytesIO(one.text.encode()))
    batch.add(METADATA, BytesIO(metadata(articles).encode()))
    with _room():
        return UploadAnswer(run=adder.begin(batch))


@contextmanager
def _room() -> Iterator[None]:
    """Raise NoRoomError where the system cannot keep what is brought."""
    try:
        yield
    except OSError as error:
        raise NoRoomError(text("uploads.not-kept", reason=error.strerror)) from error


@operation(
    "DELETE",
    "/articles/{document}",
    status=204,
    changes=True,
    refusals={404: "there is none of that name", 409: "others write at the same time"},
)
def remove_article(context: ApiContext, document: str) -> None:
    """Remove an article, and the events that it alone tells; edits of them stay."""
    if not context.adder.remove([document]):
        raise UnknownResourceError("article", document, (), "GET /articles")

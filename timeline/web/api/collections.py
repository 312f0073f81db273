"""The collections of a store."""

from timeline.errors import EditError, ReadOnlyError, StoreNameError
from timeline.web.api.context import READ_ONLY_WORDS, ApiContext
from timeline.web.api.operation import Answer, operation
from timeline.web.boundary.models import Command, Value
from timeline.web.data.mount import address_of


class MakeCollection(Command):
    """Make a collection."""

    name: Value


class CollectionRecord(Answer):
    """A collection: how much it holds, and the path of its page."""

    name: str
    articles: int
    events: int
    edits: int
    address: str


class CollectionList(Answer):
    """The collections of the store, in the order in which they were made."""

    collections: list[CollectionRecord]


class CollectionMade(Answer):
    """The path of a collection's page; below it lies its own API."""

    address: str


@operation("GET", "/collections")
def list_collections(context: ApiContext) -> CollectionList:
    """List the collections of the store."""
    found = [
        CollectionRecord(
            name=one.name,
            articles=one.articles,
            events=one.events,
            edits=one.changes,
            address=address_of(one.name),
        )
        for one in context.collections.listed()
    ]
    return CollectionList(collections=found)


@operation("POST", "/collections", changes=True, refusals={422: "no collection can have the name"})
def make_collection(context: ApiContext, body: MakeCollection) -> CollectionMade:
    """Make a collection where there is none of that name yet."""
    if context.collections.add is None:
        raise ReadOnlyError(READ_ONLY_WORDS)
    try:
        return CollectionMade(address=address_of(context.collections.add(body.name)))
    except StoreNameError as error:
        raise EditError(str(error)) from error

"""`--store`: which store a command stands on, and what of it may be completed.

A command that only reads opens a store that is there; one that brings articles makes it where
there is none, and says so.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from timeline.cli.text import PlainText
from timeline.cli.verbosity import note
from timeline.wording.names import on_one_line, plain

if TYPE_CHECKING:
    from timeline.store import Store


class StoreName(PlainText):
    """A file or the URL of a database, with a collection behind a # or without."""

    name = "store"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Complete the file by the shell, and a collection behind a # by the store."""
        del ctx, param
        store, sign, beginning = incomplete.rpartition("#")
        if not sign:
            return [CompletionItem(incomplete, type="file")]
        found = names_in(store, "collection", beginning)
        return [CompletionItem(f"{store}#{name}", help=word) for name, word in found]


class StoredName(PlainText):
    """A name that a store holds: an article, a place, a tag, an event."""

    name = "name"

    def __init__(self, kind: str) -> None:
        """`kind` is one of those that `timeline.store.known_names` knows."""
        super().__init__()
        self.kind = kind

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Complete by what the store holds, where --store stands before it."""
        del param
        store = _store_of(ctx)
        found = names_in(store, self.kind, incomplete) if store else ()
        return [CompletionItem(name, help=plain(word)) for name, word in found]


STORE_NAME = StoreName(most=4_096)
STORE = click.option(
    "--store",
    "-s",
    required=True,
    metavar="FILE_OR_URL",
    type=STORE_NAME,
    help="The store; a collection of it stands behind a #.",
)


def names_in(store: str, kind: str, beginning: str) -> tuple[tuple[str, str], ...]:
    """Return names of a store that begin so, each with a word on it; nothing where it has none."""
    from timeline.store.known_names import peek  # noqa: PLC0415 - loads the database

    return tuple(found for found in peek(store, kind, beginning) if found[0].isprintable())


@contextmanager
def existing_store(where: str) -> "Iterator[Store]":
    """Open a store that is there; raise UnknownStoreError or UnknownCollectionError."""
    from timeline.store import Store  # noqa: PLC0415 - loads the database

    with Store.open(where, must_exist=True) as opened:
        yield opened


@contextmanager
def store_to_fill(where: str) -> "Iterator[Store]":
    """Open a store that articles are brought to, made where there is none; say what is new."""
    from timeline.store import Store, is_new, split_address  # noqa: PLC0415 - loads the database

    new = is_new(where)
    with Store.open(where, adds=True) as opened:
        if new:
            note(f"made a new store: {on_one_line(opened.name)}")
        elif split_address(where)[1] is not None and not opened.version():
            others = ", ".join(plain(info.name) for info in opened.collections.list())
            told = f"the collection {plain(opened.collection_name)} is empty so far; "
            told += f"there are: {others}"
            note(told)
        yield opened


def _store_of(ctx: click.Context) -> str | None:
    while True:
        given: Any = ctx.params.get("store")
        if given or ctx.parent is None:
            return str(given) if given else None
        ctx = ctx.parent

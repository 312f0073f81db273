"""`timeline collections` and `timeline search`: what a store holds, and where words stand in it."""

import json

import click

from timeline.cli.store_option import STORE, STORE_NAME, StoredName, existing_store
from timeline.cli.text import TEXT
from timeline.cli.vocabulary import VocabularyType

COLLECTION = StoredName("collection")
OUTPUT = VocabularyType("format", ("text", "jsonl"))
HELP = """
\b
Examples (a collection is named behind a # wherever a store is):
  timeline collections --store mine.sqlite
  timeline collections add harbour --store mine.sqlite
  timeline extract articles/ --store "mine.sqlite#harbour"
"""


@click.group(invoke_without_command=True, epilog=HELP)
@click.option("--store", "-s", metavar="FILE_OR_URL", type=STORE_NAME, help="The store.")
@click.pass_context
def collections(context: click.Context, store: str | None) -> None:
    """List the collections of a store; with a command, add, rename or remove one."""
    if context.invoked_subcommand is not None:
        return
    if store is None:
        raise click.UsageError("Missing option '--store'.")
    from timeline.editing.counts import Counts  # noqa: PLC0415 - loads the database

    with existing_store(store) as opened:
        for info in Counts(opened).listed():
            counts = f"articles: {info.articles:,}, events: {info.events:,}"
            click.echo(f"{info.name}  {counts}, changes by people: {info.changes:,}")


@collections.command()
@click.argument("name", type=TEXT)
@STORE
def add(name: str, store: str) -> None:
    """Make an empty collection, where there is none of that name."""
    with existing_store(store) as opened:
        click.echo(f"collection {opened.create_collection(name).collection_name}")


@collections.command()
@click.argument("name", type=COLLECTION)
@click.argument("other", type=TEXT)
@STORE
def rename(name: str, other: str, store: str) -> None:
    """Rename the collection NAME to OTHER."""
    with existing_store(store) as opened:
        opened.collections.rename(name, other)


@collections.command()
@click.argument("name", type=COLLECTION)
@STORE
def remove(name: str, store: str) -> None:
    """Remove a collection that holds nothing; one that holds anything is left as it is."""
    with existing_store(store) as opened:
        opened.collections.delete(name)


@click.command()
@click.argument("words", type=TEXT)
@STORE
@click.option("--format", "-f", "kind", default="text", show_default=True, type=OUTPUT)
def search(words: str, store: str, kind: str) -> None:
    """Print the articles that hold all the WORDS, the best first.

    Words between double quotation marks stand beside one another; the last may be a beginning.
    """
    from timeline.wording.names import escaped  # noqa: PLC0415 - not needed for --help

    with existing_store(store) as opened:
        for hit in opened.search.find(words):
            if kind == "jsonl":
                told = {"document": hit.document, "title": hit.title, "excerpt": hit.excerpt}
                click.echo(json.dumps(told, ensure_ascii=False))
            else:
                click.echo(
                    f"{escaped(hit.document)}: {escaped(hit.title)}\n  {escaped(hit.excerpt)}"
                )

"""`timeline remove`: takes articles out of a store."""

import click

from timeline.cli.store_option import STORE, StoredName, existing_store
from timeline.errors import UnknownNameError

REMOVE_HELP = """
\b
Examples:
  timeline remove wrong.txt --store mine.sqlite
  timeline remove news.csv --store mine.sqlite --yes      every article of that file
"""
WARNING = (
    "Their texts and the events that only they tell go. What people decided on events stays, and "
    "an article that is read again finds it."
)


@click.command(epilog=REMOVE_HELP)
@click.argument("documents", nargs=-1, required=True, type=StoredName("document"))
@STORE
@click.option("--yes", is_flag=True, help="Do not ask first.")
def remove(documents: tuple[str, ...], store: str, yes: bool) -> None:  # noqa: FBT001 - a flag
    """Take articles out of a store, by the names that the page and the exports give them.

    The name of a file that holds many articles stands for all of them.
    """
    from timeline.app.store_session import remove_articles  # noqa: PLC0415 - not needed for --help
    from timeline.wording.names import escaped  # noqa: PLC0415

    with existing_store(store) as opened:
        held = list(opened.articles.programs())
        found = [name for name in held if any(_is_of(name, wanted) for wanted in documents)]
        for wanted in documents:
            if not any(_is_of(name, wanted) for name in found):
                listing = f"timeline list document --store {store}"
                raise UnknownNameError("document", wanted, held, listing)
        if not yes:
            for name in found:
                click.echo(escaped(name), err=True)
            click.echo(WARNING, err=True)
            click.confirm("Remove them?", abort=True, err=True)
        for name in remove_articles(opened, found):
            click.echo(f"removed: {escaped(name)}", err=True)


def _is_of(document: str, wanted: str) -> bool:
    return document == wanted or document.startswith(f"{wanted}/")

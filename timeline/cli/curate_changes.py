"""The commands of `timeline curate` that list, undo and redo changes, and list what is open."""

import json

import click
from click.shell_completion import CompletionItem

from timeline.cli.editor_option import BY, open_editor
from timeline.cli.store_option import STORE, StoredName, existing_store
from timeline.cli.text import WholeNumber
from timeline.model.event import Event

LAST_CHANGE = 2**31 - 1  # the largest number that a database counts changes to


class ChangeNumber(WholeNumber):
    """The number of a change; those of the store are known to the shell."""

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Complete by the changes of the store, where --store stands before it."""
        return StoredName("change").shell_complete(ctx, param, incomplete)


@click.command()
@click.argument("change", required=False, type=ChangeNumber(1, LAST_CHANGE))
@STORE
@BY
def undo(change: int | None, store: str, by: str | None) -> None:
    """Take back your last change, or that of a number."""
    with open_editor(store, by) as editor:
        made = editor.undo(change)
    click.echo(f"change {made.id}: took back change {made.undoes}")


@click.command()
@STORE
@BY
def redo(store: str, by: str | None) -> None:
    """Do again what you took back last."""
    with open_editor(store, by) as editor:
        made = editor.redo()
    click.echo(f"change {made.id}: did again what change {made.undoes} took back")


@click.command()
@STORE
def history(store: str) -> None:
    """Print every change with who and when, a JSON object a line."""
    with existing_store(store) as opened:
        for change in opened.edits.list():
            edits = [
                {"subject": e.subject, "field": e.field, "old": e.old, "new": e.new}
                for e in change.edits
            ]
            told = {"change": change.id, "at": change.at, "by": change.by, "kind": change.kind}
            click.echo(json.dumps({**told, "undoes": change.undoes, "edits": edits}))


@click.command()
@STORE
@click.option("--limit", default=20, show_default=True, type=WholeNumber(1))
def queue(store: str, limit: int) -> None:
    """Print the events that nobody has decided on, lowest confidence first."""
    with open_editor(store, None) as editor:
        for event in editor.queue()[:limit]:
            click.echo(_line(event))


@click.command()
@STORE
def disagreements(store: str) -> None:
    """Print where the program has changed its mind since somebody decided."""
    with open_editor(store, None) as editor:
        for event in editor.disagreements():
            click.echo(_line(event))
            for said in event.edits.disagreements if event.edits else ():
                click.echo(f"  {said}")


def _line(event: Event) -> str:
    from timeline.wording.dates import date_in_words  # noqa: PLC0415 - with the command only
    from timeline.wording.names import escaped  # noqa: PLC0415 - not needed for --help

    disputed = "  disputed" if event.conflicts else ""
    title = escaped(event.title)
    return f"{event.id}  {event.confidence:.0%}  {date_in_words(event.when)}: {title}{disputed}"

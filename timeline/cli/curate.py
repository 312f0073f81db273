"""`timeline curate`: what people decide on events, each with its own command."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from timeline.cli.curate_changes import LAST_CHANGE, disagreements, history, queue, redo, undo
from timeline.cli.editor_option import BY, open_editor
from timeline.cli.inputs import LocalPath
from timeline.cli.store_option import STORE, StoredName
from timeline.cli.text import DATE, TEXT, WholeNumber
from timeline.cli.vocabulary import FIELD, VocabularyType
from timeline.errors import UnknownSubjectError
from timeline.model.event import Category, Status
from timeline.query.facets import REGISTRY
from timeline.wording.dates import date_in_words

if TYPE_CHECKING:
    from timeline.cli.text import TextType
    from timeline.editing.editor import Editor

EVENT = click.argument("event", type=StoredName("event"))
EVENTS = click.argument("events", nargs=-1, required=True, type=StoredName("event"))
STATUS = VocabularyType("status", REGISTRY["status"].values)
CATEGORY = VocabularyType("category", REGISTRY["category"].values)
HELP = """
\b
Examples (an event is named by its id, or the beginning of it):
  timeline curate queue --store mine.sqlite
  timeline curate confirm 3f2a 90bc --store mine.sqlite
  timeline curate date 3f2a "early March 2024" --store mine.sqlite --by ana
  timeline curate merge 3f2a 90bc --store mine.sqlite
  timeline curate undo --store mine.sqlite
"""


@click.group(epilog=HELP)
def curate() -> None:
    """Confirm, reject and correct events; nothing that you decide is lost by an extraction."""


def _report(number: int | None) -> None:
    click.echo("nothing changed" if number is None else f"change {number}")


def _on_events(name: str, says: str, act: "Callable[[Editor, Sequence[str]], int | None]") -> None:
    """Add a command that does one thing to several events."""

    @curate.command(name, help=says)
    @EVENTS
    @STORE
    @BY
    def command(events: tuple[str, ...], store: str, by: str | None) -> None:
        with open_editor(store, by) as editor:
            _report(act(editor, events))


def _on_event(
    name: str,
    says: str,
    act: "Callable[[Editor, str, str], int | None]",
    value: tuple[str, "TextType"],
) -> None:
    """Add a command that gives one event a value, of a name for the help and a type."""

    @curate.command(name, help=says)
    @EVENT
    @click.argument("value", metavar=value[0], type=value[1])
    @STORE
    @BY
    def command(event: str, value: str, store: str, by: str | None) -> None:
        with open_editor(store, by) as editor:
            _report(act(editor, event, value))


def _date(editor: "Editor", event: str, typed: str) -> int | None:
    from timeline.app.date_input import read_when  # noqa: PLC0415 - loads the words of languages

    return editor.set_date(event, read_when(typed))


def _status(editor: "Editor", event: str, value: str) -> int | None:
    return editor.set_status([event], Status(value))


def _category(editor: "Editor", event: str, value: str) -> int | None:
    return editor.set_category([event], Category(value))


def _untag(editor: "Editor", event: str, value: str) -> int | None:
    tags = dict.fromkeys(
        tag for one in editor.events().values() if one.edits for tag in one.edits.tags
    )
    if value not in tags:
        raise UnknownSubjectError("tag", value, tuple(tags))
    return editor.tag([event], value, off=True)


_on_events("confirm", "Say that events are right as they are shown.", lambda d, e: d.confirm(e))
_on_events(
    "reject", "Take events off the timeline; they stay in the history.", lambda d, e: d.reject(e)
)
_on_events("reopen", "Take back a verdict.", lambda d, e: d.reopen(e))
_on_events("pin", "Pin events.", lambda d, e: d.pin(e))
_on_events("unpin", "Unpin events.", lambda d, e: d.pin(e, pinned=False))
_on_events("merge", "Make one event of several; the first keeps its id.", lambda d, e: d.merge(e))
_on_events("apart", "Say that an event is none of the others.", lambda d, e: d.keep_apart(e))
_on_event(
    "title", "Give an event another title.", lambda d, e, v: d.set_title(e, v), ("TITLE", TEXT)
)
_on_event("date", "Give an event another date: EDTF or plain words.", _date, ("DATE", DATE))
_on_event("status", "Give an event another status.", _status, ("STATUS", STATUS))
_on_event("category", "Give an event another category.", _category, ("CATEGORY", CATEGORY))
_on_event("note", "Write a note on an event.", lambda d, e, v: d.note(e, v), ("TEXT", TEXT))
_on_event("tag", "Tag an event.", lambda d, e, v: d.tag([e], v), ("TAG", StoredName("tag")))
_on_event("untag", "Take a tag off an event.", _untag, ("TAG", StoredName("tag")))
_on_event(
    "revert",
    "Let the program's word on a field hold again.",
    lambda d, e, v: d.revert(e, v),
    ("FIELD", FIELD),
)


def _names(field: str) -> None:
    @curate.command(field, help=f"Give an event other {field}; none takes all away.")
    @EVENT
    @click.argument("names", nargs=-1, type=StoredName(field.removesuffix("s")))
    @STORE
    @BY
    def command(event: str, names: tuple[str, ...], store: str, by: str | None) -> None:
        with open_editor(store, by) as editor:
            _report(editor.set_names(event, field, names))


_names("actors")
_names("places")


@curate.command()
@EVENT
@click.argument("mentions", nargs=-1, required=True, type=WholeNumber(0, LAST_CHANGE))
@STORE
@BY
def split(event: str, mentions: tuple[int, ...], store: str, by: str | None) -> None:
    """Make an event of its own of some MENTIONS, counted from 0 as in the JSON export."""
    with open_editor(store, by) as editor:
        _report(editor.split(event, mentions))


@curate.command()
@click.argument("title", type=TEXT)
@click.argument("date", required=False, type=DATE)
@STORE
@BY
@click.option("--document", type=StoredName("document"), help="The article that tells it.")
@click.option("--quote", type=TEXT, help="The passage of the article, word for word.")
@click.option("--status", default=Status.HAPPENED.value, type=STATUS)
@click.option("--category", default=Category.OTHER.value, type=CATEGORY)
@click.option("--actor", "actors", multiple=True, type=StoredName("actor"))
@click.option("--place", "places", multiple=True, type=StoredName("place"))
def add(
    title: str,
    date: str | None,
    store: str,
    by: str | None,
    document: str | None,
    quote: str | None,
    status: str,
    category: str,
    actors: tuple[str, ...],
    places: tuple[str, ...],
) -> None:
    """Add an event that was not found, with the passage that tells it or without.

    Where DATE is left out, the passage has that of its sentence, else the day that its article
    opens with; which of the two is said.
    """
    from timeline.app.date_input import read_when  # noqa: PLC0415 - loads the words of languages
    from timeline.editing.adding import (  # noqa: PLC0415 - the database
        add_by_hand,
        find_passage,
        propose_date,
    )

    if (document is None) != (quote is None):
        raise click.UsageError("--document and --quote name a passage together: give both.")
    with open_editor(store, by) as editor:
        passage = (document, find_passage(editor, document, quote)) if document and quote else None
        if date is None:
            proposal = propose_date(editor, passage)
            click.echo(f"dated {date_in_words(proposal.when)}, {proposal.ground}")
        number = add_by_hand(
            editor,
            title,
            proposal.when if date is None else read_when(date),
            passage=passage,
            status=Status(status),
            category=Category(category),
            actors=actors,
            places=places,
        )
        _report(number)


@curate.command()
@click.argument("name", type=StoredName("actor"))
@click.argument("other", type=StoredName("actor"))
@STORE
@BY
def join(name: str, other: str, store: str, by: str | None) -> None:
    """Take two names for one in the whole collection, and show the first."""
    with open_editor(store, by) as editor:
        _report(editor.join_names(name, other))


@curate.command()
@click.argument("name", type=StoredName("actor"))
@click.argument("other", type=TEXT)
@STORE
@BY
def part(name: str, other: str, store: str, by: str | None) -> None:
    """Take two names for those of two; OTHER may be a form that was joined."""
    with open_editor(store, by) as editor:
        _report(editor.part_names(name, other))


@curate.command("place")
@click.argument("table", type=LocalPath(exists=True, dir_okay=False))
@STORE
@BY
def take_places(table: Path, store: str, by: str | None) -> None:
    """Say where names lie by a TABLE with the columns name, lat and lon (places.csv)."""
    from timeline.places import own_places  # noqa: PLC0415 - with the command only

    read = own_places(table.read_text("utf-8", errors="replace"), str(table))
    for warning in read.warnings:
        click.echo(warning, err=True)
    placed = {place.name: place for place in read.places}
    with open_editor(store, by) as editor:
        _report(editor.place_names(placed) if placed else None)


for command in (undo, redo, history, queue, disagreements):
    curate.add_command(command)

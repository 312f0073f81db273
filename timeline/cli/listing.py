"""`timeline list` and `timeline languages`: the names that other commands take."""

import click

from timeline.cli.selection_options import names_of
from timeline.cli.store_option import STORE, existing_store
from timeline.cli.vocabulary import VocabularyType
from timeline.query.facets import FACETS

EVENT = "event"
WHAT = VocabularyType("kind of name", (*FACETS, EVENT))
WHAT_HELP = f"""Print the names of a kind that a store holds, with how many events have each.

WHAT is a facet ({", ".join(FACETS)}), or event for the ids of all events with date and title,
rejected ones too.
"""
LIST_HELP = """
\b
Examples:
  timeline list place --store mine.sqlite
  timeline list tag --store "mine.sqlite#harbour"
  timeline list event --store mine.sqlite | grep bridge
"""


@click.command(name="list", help=WHAT_HELP, epilog=LIST_HELP)
@click.argument("what", metavar="WHAT", type=WHAT)
@STORE
def list_names(what: str, store: str) -> None:
    """Print the names of a kind that a store holds."""
    from timeline.editing import EditedTimeline  # noqa: PLC0415 - loads the database
    from timeline.wording.dates import date_in_words  # noqa: PLC0415
    from timeline.wording.names import escaped  # noqa: PLC0415

    with existing_store(store) as opened:
        timeline = EditedTimeline(opened).everything()
    if what == EVENT:
        for event in timeline.events:
            click.echo(f"{event.id}  {date_in_words(event.when)}: {escaped(event.title)}")
        return
    counts = names_of(timeline, what)
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        click.echo(f"{count:>7}  {escaped(name)}")


@click.command()
def languages() -> None:
    """Print the languages that phrases are read in, and how far."""
    from timeline.languages import own_languages  # noqa: PLC0415 - not needed for --help
    from timeline.languages.locale_words import locale_languages  # noqa: PLC0415

    own = own_languages()
    for code in own:
        click.echo(f"{code:8} words and rules of its own")
    for code in locale_languages():
        if code not in own:
            click.echo(f"{code:8} dates in the words of its locale")

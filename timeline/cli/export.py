"""`timeline export`: a store's timeline, or what is chosen of it, in any format."""

from pathlib import Path

import click

from timeline.cli.output import FORMAT_OPTION, OUT, output_bytes
from timeline.cli.selection_options import check_chosen, choosing
from timeline.cli.store_option import STORE, existing_store
from timeline.cli.text import WholeNumber
from timeline.cli.vocabulary import LANES
from timeline.query.selection import Selection

EXPORT_HELP = """
\b
Examples:
  timeline export --store mine.sqlite --format markdown --out chronology.md
  timeline export --store mine.sqlite --format pdf --since 2021 --until 2022 --out view.pdf
  timeline export --store mine.sqlite --format ics --status planned --out plans.ics
"""


@click.command(epilog=EXPORT_HELP)
@STORE
@FORMAT_OPTION
@OUT
@choosing
@click.option("--lanes", default="category", show_default=True, type=LANES)
@click.option("--width", default=1200, show_default=True, type=WholeNumber(320, 8000))
@click.option("--dark", is_flag=True, help="Draw a picture light on dark.")
def export(
    store: str,
    kind: str,
    out: Path | None,
    selection: Selection,
    lanes: str,
    width: int,
    dark: bool,  # noqa: FBT001 - a flag
) -> None:
    """Write a store's events, or those chosen, in one of many formats."""
    from timeline.editing import EditedTimeline  # noqa: PLC0415 - loads the database
    from timeline.export import FORMATS, DrawingOptions, Locations, selected, write  # noqa: PLC0415 - not for --help

    form = FORMATS[kind]
    with existing_store(store) as opened:
        source = EditedTimeline(opened)
        check_chosen(selection, source.everything(), store)
        timeline = source.timeline()
        locations = Locations.over(timeline.events, source.places())
    look = DrawingOptions(lanes=lanes, window=selection.window, width=width, dark=dark)
    with output_bytes(out, binary=form.binary) as stream:
        write(selected(timeline, selection), kind, stream, look, locations)


@click.command()
def formats() -> None:
    """List the formats in which a timeline can be written."""
    from timeline.export import FORMATS  # noqa: PLC0415 - not needed for --help

    for form in FORMATS.values():
        click.echo(f"{form.name:12} {form.summary}")

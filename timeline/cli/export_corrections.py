"""`timeline export-corrections`: what people corrected, as gold for the project's own tests."""

import json
import sys
from pathlib import Path

import click

from timeline.cli.inputs import LocalPath
from timeline.cli.store_option import STORE, existing_store
from timeline.errors import TimelineError


@click.command(name="export-corrections")
@STORE
@click.option("--out", "-o", required=True, type=LocalPath(), help="Folder; made where it lacks.")
def export_corrections(store: str, out: Path) -> None:
    """Write what people corrected as gold: a text and a JSON file for each article.

    The format is that of tests/gold, so that the files measure the next version of the program.
    """
    from timeline.editing import EditedTimeline  # noqa: PLC0415 - loads the database
    from timeline.editing.gold_export import gold_export  # noqa: PLC0415

    with existing_store(store) as opened:
        found = gold_export(EditedTimeline(opened).everything())
    try:
        out.mkdir(parents=True, exist_ok=True)
        for file in found.files:
            (out / file.name).write_text(file.text, encoding="utf-8", newline="")
            _write(out / f"{Path(file.name).stem}.json", file.record)
        (out / "collection").mkdir(exist_ok=True)
        _write(out / "collection" / "collection.json", found.collection)
    except OSError as error:
        raise TimelineError(f"{out}: cannot be written ({error.strerror})") from error
    click.echo(f"{len(found.files)} articles with corrections written to {out}")
    for reason in found.left_out:
        click.echo(f"left out: {reason}", err=True)
    if found.left_out:
        sys.exit(1)


def _write(path: Path, record: object) -> None:
    path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
